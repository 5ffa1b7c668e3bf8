/** The end of a test response: what a student would hold at this moment, of which nothing has been written. */
import type { Context } from 'hono'
import { previewMessages } from '../../../messages/generated/studies/preview.ts'
import { first } from '../../platform/db/together.ts'
import { messagePage } from '../../platform/http/message-page.tsx'
import { shellOf } from '../../platform/http/shell.ts'
import { formatChannels, formatDate, formatMoney } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv, Ports } from '../../ports.ts'
import { offerFor } from '../../rewards/offers/offer.ts'
import { channelsFor } from '../../rewards/payees/channels.ts'
import { expiryOf } from '../../rewards/vouchers/deadline.ts'
import { verdictOf } from '../../survey/quality/flag.ts'
import { findReportOnly } from '../../survey/quality/report-only.ts'
import { flagsOfRespondent } from '../../survey/quality/store.ts'
import { placeIn } from '../../survey/questionnaire/place.ts'
import { findQuestionnaire } from '../../survey/studies/store.ts'
import type { ResponseProgress } from '../answering/response-progress.ts'
import { doorOf } from '../answering/voucher-writes.ts'
import { paths } from '../paths.ts'
import { signedOut } from '../signed-out.ts'
import { type StudyWithOffers, withPromisedTerms } from '../study.ts'
import type { Visitor } from '../visitor.ts'
import { pickedOf } from './store.ts'

/** What a student would hold: undefined where there is no reward for them. */
async function wouldHold(ports: Ports, study: StudyWithOffers, progress: ResponseProgress) {
  const now = ports.clock.now()
  const promisedTerms = await withPromisedTerms(ports.db, study, now)
  const document = await first(ports.db, pickedOf({ respondentId: progress.respondentId }))
  const questionnaire = await findQuestionnaire(ports.db, progress.version)
  const offer = offerFor(promisedTerms, placeIn(questionnaire, JSON.parse(document?.answers ?? '{}')))
  if (offer === undefined) return undefined
  const policy = doorOf(promisedTerms, progress)
  const isHeld =
    policy === 'hold' ||
    (policy === 'check' &&
      verdictOf(
        await flagsOfRespondent(ports.db, progress.respondentId),
        await findReportOnly(ports.db, study.testOf ?? study.id, now),
      ).holds)
  return { offer, isHeld, channels: channelsFor(offer, ports), until: expiryOf(promisedTerms.settings, now) }
}

/** `/s/:study/end/test`. */
export async function showTestEnd(c: Context<AppEnv>, { study, progress }: Visitor): Promise<Response> {
  if (progress === null) return signedOut(c, study.slug)
  if (progress.state !== 'complete') return c.redirect(paths.onward(study.slug), 303)
  const language = languageOf(c)
  const words = previewMessages(language).testEnd
  const holdReason = await wouldHold(c.var.ports, study, progress)
  const dayOf = (iso: string) => formatDate(iso, language)
  const amount = holdReason && formatMoney(holdReason.offer.amountMinor, holdReason.offer.currency, language)
  const text =
    holdReason === undefined || amount === undefined
      ? words.nothing
      : holdReason.isHeld
        ? words.held({ amount })
        : holdReason.channels.length === 0
          ? words.noWay({ amount, until: dayOf(holdReason.until) })
          : words.issued({
              amount,
              channels: formatChannels(holdReason.channels, language),
              until: dayOf(holdReason.until),
            })
  return c.html(
    messagePage({
      shell: shellOf(c, study),
      title: words.title,
      text,
      ways: [{ href: paths.landing(study.slug), label: words.again }],
    }),
  )
}
