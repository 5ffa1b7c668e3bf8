/** What stands around the questions, as it would be: the first page, the notice, a voucher, and the ends. */
import type { Answers } from '../../../schema/answers.ts'
import type { Html } from '../../platform/http/html.ts'
import type { Shell } from '../../platform/http/layout.tsx'
import type { Ports } from '../../ports.ts'
import { dayOf } from '../../rewards/calendar/calendar.ts'
import { loadCalendar } from '../../rewards/calendar/store.ts'
import { voucherProgressOf } from '../../rewards/claims/progress.ts'
import { ProgressView, StageView } from '../../rewards/claims/progress-view.tsx'
import { type Offer, offerFor } from '../../rewards/offers/offer.ts'
import { grossOf } from '../../rewards/offers/tax.ts'
import { deadlineOf, expiryOf } from '../../rewards/vouchers/deadline.ts'
import { voucherPage } from '../../rewards/vouchers/page.tsx'
import { placeIn } from '../../survey/questionnaire/place.ts'
import type { RouteEnd } from '../../survey/questionnaire/route/end.ts'
import { endPage, rewardGonePage } from '../answering/other-pages.tsx'
import { landingContent } from '../landing/content.ts'
import { landingPage } from '../landing/page.tsx'
import { noticeText } from '../privacy/notice.ts'
import { privacyPage } from '../privacy/page.tsx'
import type { StudyWithOffers } from '../study.ts'
import type { SurroundingScreen } from './places.ts'

export interface PreviewContext {
  ports: Ports
  shell: Shell
  study: StudyWithOffers
  /** Where each place is drawn: nothing in a preview leads out of it. */
  at: (place: SurroundingScreen | 'first') => string
}

/** One of them by its name; nothing of it is asked of the database but what the study promises. */
export async function drawAround(drawn: PreviewContext, place: SurroundingScreen): Promise<Html> {
  const { shell, study, at } = drawn
  const { slug, settings, questionnaire } = study
  const head = { slug, title: questionnaire.title[shell.language] }
  const end = (how: RouteEnd | 'complete_unrewarded') =>
    endPage({ shell, study: head, how, minimumAge: settings.minimumAge, home: at('landing') })
  switch (place) {
    case 'landing':
      return landingPage({
        ...(await landingContent(drawn.ports, study, shell, false)),
        // A preview is stopped by nothing that would stop a visitor now.
        open: 'open',
        state: 'new',
        startPath: at('first'),
        privacyPath: at('notice'),
        statusPath: at('landing'),
      })
    case 'notice': {
      const { text, hash } = noticeText(study, drawn.ports)
      const of = { version: 1, holds: true, versions: [], here: at('notice'), landing: at('landing') }
      return privacyPage({ shell, study: head.title, hash, sections: JSON.parse(text), ...of })
    }
    case 'voucher':
    case 'held': {
      const [offer] = study.offers
      return offer === undefined ? end('complete_unrewarded') : drawVoucher(drawn, offer, place === 'held')
    }
    case 'gone':
      return rewardGonePage({
        shell,
        study: head,
        reason: 'budget',
        action: at('gone'),
        retry: at('gone'),
        status: at('gone'),
      })
    case 'unrewarded':
      return end('complete_unrewarded')
    default:
      return end(place)
  }
}

/** What somebody with these answers comes to. */
export function drawEnd(drawn: PreviewContext, how: RouteEnd | 'complete', answers: Answers): Promise<Html> {
  if (how !== 'complete') return drawAround(drawn, how)
  const { study } = drawn
  const offer = offerFor(study, placeIn(study.questionnaire, answers))
  return offer === undefined
    ? drawAround(drawn, 'unrewarded')
    : drawVoucher(drawn, offer, study.openLinkPolicy === 'hold')
}

/** A voucher as it would be given at this moment, of which nothing is there but this page. */
async function drawVoucher({ ports, shell, study, at }: PreviewContext, offer: Offer, isHeld: boolean): Promise<Html> {
  const { language } = shell
  const now = ports.clock.now()
  const here = at(isHeld ? 'held' : 'voucher')
  const calendar = await loadCalendar(ports.db, study.settings.calendar, now)
  const deadline = deadlineOf({ expiresAt: expiryOf(study.settings, now) }, study.settings, calendar)
  const progress = voucherProgressOf({
    now,
    calendar,
    voucher: {
      state: isHeld ? 'held' : 'issued',
      before: null,
      reason: null,
      at: now,
      madeAt: now,
      lastDay: isHeld || deadline === null ? null : (deadline.lastDay ?? dayOf(calendar.zone, deadline.notBefore)),
      isPast: false,
      endsSoon: false,
    },
    claim: null,
    payout: null,
  })
  const ways = { claim: here, receive: null, reminder: here, here, status: null, wechat: { link: here, qrSvg: null } }
  return voucherPage({
    shell,
    study: study.questionnaire.title[language],
    amountMinor: offer.amountMinor,
    beforeTaxMinor: study.settings.tax.mode === 'net' ? grossOf(offer) : null,
    currency: offer.currency,
    reference: 'R-0000',
    code: 'XXXX-XXXX-XXXX-XXXX',
    link: `${ports.settings.origin}/v/…`,
    qrSvg: null,
    isInWechat: false,
    isNew: true,
    isHeld,
    isLive: true,
    stage: <StageView progress={progress} language={language} account={[]} ways={ways} />,
    progress: <ProgressView progress={progress} language={language} />,
    forgetPath: here,
    devicesPath: null,
    statusPath: null,
  })
}
