/** The study-abroad study as a fresh installation opens it; `docs/operations.md` says how to change it. */
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import type { NewStudy } from './open-study.ts'
import { studyAbroadAbout } from './study-abroad-about.ts'

const hongKong = 2
const macao = 3
const elsewhere = 0

/** @param opensAt ISO 8601 in UTC */
export function studyAbroadStudy(opensAt: string): NewStudy {
  return {
    slug: 'study-abroad',
    questionnaire: studyAbroad,
    settings: {
      organiser: { en: 'Honorarium demonstration', 'zh-Hans': 'Honorarium 演示', 'zh-Hant': 'Honorarium 示範' },
      about: studyAbroadAbout,
      contact: 'study@example.org',
      minutes: null,
      minimumAge: 18,
      recipient: null,
      winter: { from: '2026-01-19', to: '2026-02-24', closedFrom: '2026-02-15', closedTo: '2026-02-23' },
      paidWhen: {
        en: 'You hold a voucher as soon as you finish, and claim it on its page. The money follows within about five working days; no payments are sent on public holidays.',
        'zh-Hans': '完成问卷即可获得奖励券，并在奖励券页面领取。款项约在五个工作日内支付；法定节假日暂停付款。',
        'zh-Hant': '完成問卷即可獲得獎賞券，並在獎賞券頁面領取。款項約在五個工作天內支付；公眾假期暫停付款。',
      },
    },
    openLinkPolicy: 'issue',
    invitationPolicy: 'issue',
    opensAt,
    closesAt: null,
    offers: [
      {
        currency: 'CNY',
        amountMinor: 2_000,
        budgetMinor: 2_000_000,
        channels: ['wechat', 'alipay', 'bank'],
        places: [elsewhere],
      },
      {
        currency: 'HKD',
        amountMinor: 2_200,
        budgetMinor: 1_100_000,
        channels: ['fps', 'alipayhk', 'bank'],
        places: [hongKong],
      },
      { currency: 'MOP', amountMinor: 2_200, budgetMinor: 550_000, channels: ['mpay', 'bank'], places: [macao] },
    ],
  }
}
