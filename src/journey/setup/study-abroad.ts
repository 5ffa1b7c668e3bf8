/** The study-abroad study as a fresh installation opens it; `docs/operations.md` says how to change it. */

import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { booksZone, dayOf } from '../../platform/time/zone.ts'
import type { NewStudy } from './open-study.ts'
import { studyAbroadAbout } from './study-abroad-about.ts'

const hongKong = 2
const macao = 3
const elsewhere = 0

/** First days of the Chinese year, around which universities are on vacation. */
const newYears = [
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-03',
  '2031-01-23',
  '2032-02-11',
  '2033-01-31',
  '2034-02-19',
  '2035-02-08',
]

/** The winter vacation that is not over then, from four weeks before the new year to a week after it; null beyond the list. */
function winterAfter(at: string): NewStudy['settings']['winter'] {
  const dayFrom = (newYear: string, days: number) =>
    new Date(Date.parse(newYear) + days * 86_400_000).toISOString().slice(0, 10)
  const next = newYears.find((one) => dayOf(booksZone, at) <= dayFrom(one, 7))
  if (next === undefined) return null
  return { from: dayFrom(next, -29), to: dayFrom(next, 7), closedFrom: dayFrom(next, -2), closedTo: dayFrom(next, 6) }
}

/** @param opensAt ISO 8601 in UTC */
export function studyAbroadStudy(opensAt: string): NewStudy {
  return {
    slug: 'study-abroad',
    questionnaire: studyAbroad,
    settings: {
      organiser: { en: 'Honorarium demonstration', 'zh-Hans': 'Honorarium演示', 'zh-Hant': 'Honorarium示範' },
      about: studyAbroadAbout,
      contact: 'study@example.org',
      minutes: null,
      minimumAge: 18,
      recipient: null,
      paradata: true,
      winter: winterAfter(opensAt),
      paidWhen: {
        en: 'You have a voucher as soon as you finish, and claim it on its page: mostly at once, sometimes after a person has looked at your answers. The money follows the claim within about five working days; no payments are sent on public holidays.',
        'zh-Hans':
          '完成问卷后即有奖励券，可在奖励券页面领取：多数立即可领，有时须先由工作人员审核作答。款项约在领取后五个工作日内支付；法定节假日暂停付款。',
        'zh-Hant':
          '完成問卷後即有獎賞券，可在獎賞券頁面領取：多數立即可領，有時須先由職員審核作答。款項約在領取後五個工作天內支付；公眾假期暫停付款。',
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
