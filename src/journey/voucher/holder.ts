/** Who holds a voucher here, and how it stands for them. */
import type { Context } from 'hono'
import { generationOf, readToken, signToken } from '../../platform/crypto/tokens.ts'
import { first, prepareQuery } from '../../platform/db/together.ts'
import { keepCookie, readCookie } from '../../platform/http/cookies.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import type { AppEnv, Ports } from '../../ports.ts'
import { dayOf } from '../../rewards/calendar/calendar.ts'
import { loadCalendar } from '../../rewards/calendar/store.ts'
import { type VoucherFacts, type VoucherProgress, voucherProgressOf } from '../../rewards/claims/progress.ts'
import type { NotedReview } from '../../rewards/claims/review-note.tsx'
import { type ShownClaim, shownClaim } from '../../rewards/claims/shown.ts'
import { isConfirmedOn } from '../../rewards/payees/channels.ts'
import { configuredPayer } from '../../rewards/payouts/call.ts'
import { deadlineOf, endsSoon, isPast } from '../../rewards/vouchers/deadline.ts'
import { type ReviewOutcome, reviewOutcomeOf } from '../../rewards/vouchers/review-outcome.ts'
import { voucherColumns } from '../../rewards/vouchers/store.ts'
import type { Voucher } from '../../rewards/vouchers/voucher.ts'
import type { ResponseProgress } from '../answering/response-progress.ts'
import { paths } from '../paths.ts'
import { promisedTo } from '../reviews/queue.ts'
import { signedOut } from '../signed-out.ts'
import type { StudyWithOffers } from '../study.ts'
import { sql } from '../tables.ts'
import { visitorOf } from '../visitor.ts'
import { type HeldVoucher, heldVoucherById, heldVoucherOfRespondent } from './held-voucher.ts'

const heldSeconds = 24 * 3600

/** A voucher, and which sessions of its respondent count: theirs and those of whoever brought its code end together. */
export const voucherWithSessions = prepareQuery<{ id: string }, Voucher & { generation: number }>((p) =>
  sql
    .selectFrom('vouchers')
    .innerJoin('respondents', 'respondents.id', 'vouchers.respondent_id')
    .select([...voucherColumns, 'respondents.generation'])
    .where('vouchers.id', '=', p.id),
)

/** Lets this browser see a voucher whose code it has just brought. */
export async function keepVoucher(
  c: Context<AppEnv>,
  slug: string,
  { id, generation }: { id: string; generation: number },
): Promise<void> {
  const { keys, clock } = c.var.ports
  const token = await signToken(keys.tokens, {
    purpose: 'voucher',
    audience: slug,
    subject: id,
    at: clock.now(),
    ttlSeconds: heldSeconds,
    claims: { generation },
  })
  keepCookie(c, `voucher-${slug}`, token, heldSeconds)
}

/** Lets go of a voucher that was opened by its code, so that the respondent's own shows again. */
export function forgetVoucher(c: Context<AppEnv>, slug: string): void {
  keepCookie(c, `voucher-${slug}`, '', 0)
}

/** The voucher that this browser may see: the one whose code it has just opened, or else its respondent's. */
async function visibleVoucher(
  c: Context<AppEnv>,
  study: StudyWithOffers,
  own: ResponseProgress | null,
): Promise<HeldVoucher | undefined> {
  const { db, keys, clock } = c.var.ports
  const cookie = readCookie(c, `voucher-${study.slug}`)
  const read = cookie === undefined ? null : await readToken(keys.tokens, 'voucher', study.slug, cookie, clock.now())
  const token = read?.ok === true ? read.token : null
  const found = token === null ? undefined : await first(db, heldVoucherById({ id: token.subject }))
  const opened = token !== null && found !== undefined && generationOf(token) >= found.generation ? found : undefined
  const voucher = opened ?? (own === null ? undefined : await first(db, heldVoucherOfRespondent(own)))
  return voucher?.studyId === study.id ? voucher : undefined
}

export interface HolderVisit {
  study: StudyWithOffers
  voucher: HeldVoucher
  /** Whether it is the respondent, and not only somebody who brought the voucher's code. */
  isRespondent: boolean
  /** The respondent who is signed in here. */
  own: ResponseProgress | null
}

/** The study of the address and the voucher that its visitor holds, or the answer for everybody else. */
export async function heldHere(c: Context<AppEnv>): Promise<HolderVisit | Response> {
  const visitor = await visitorOf(c)
  if (visitor === undefined) return refuse(c, 'not_found')
  const { study, progress, scope } = visitor
  const own = scope === 'full' ? progress : null
  const voucher = await visibleVoucher(c, study, own)
  if (voucher !== undefined) {
    return { study, voucher, isRespondent: own?.respondentId === voucher.respondentId, own }
  }
  if (progress === null) return signedOut(c, study.slug)
  return c.redirect(scope === 'full' ? paths.onward(study.slug) : paths.resume(study.slug), 303)
}

/** How a voucher stands for its holder, with its claim; it writes nothing. */
export async function progressHere(
  ports: Ports,
  { study, voucher }: HolderVisit,
): Promise<{ progress: VoucherProgress; claim: ShownClaim | undefined; waits: boolean }> {
  const { db, clock } = ports
  const now = clock.now()
  const [calendar, claim] = await Promise.all([
    loadCalendar(db, study.settings.calendar, now),
    shownClaim(ports, voucher.id, voucher),
  ])
  const outcome = voucher.state === 'held' ? await reviewOutcomeOf(db, voucher.respondentId, now) : null
  const isRejected = outcome !== null && outcome.state !== 'held' && outcome.state !== 'accepted'
  const review = outcome === null ? undefined : await reviewTold(ports, study, voucher.respondentId, outcome)
  const deadline = deadlineOf(voucher, study.settings, calendar)
  const progress = voucherProgressOf({
    now,
    calendar,
    voucher: {
      ...voucher,
      // It is held for as long as it may be objected to; its holder is told when the rejection acts.
      ...(isRejected && { state: 'rejected', reason: outcome.reason }),
      // Where the calendar does not reach that far yet, it lasts until then at least.
      lastDay: deadline === null ? null : (deadline.lastDay ?? dayOf(calendar.zone, deadline.notBefore)),
      isPast: isPast(deadline, now),
      endsSoon: endsSoon(voucher, now),
    },
    review,
    claim: claim ?? null,
    payout: payoutKnown(ports, voucher),
  })
  // An account was given before, so that another one has to wait.
  return { progress, claim, waits: claim !== undefined || progress.stage === 'another' }
}

async function reviewTold(
  ports: Ports,
  study: StudyWithOffers,
  respondentId: string,
  { state, rejection }: ReviewOutcome,
): Promise<NotedReview | undefined> {
  if (state === 'held') return { is: 'held', ...(await promisedTo(ports, study, respondentId)) }
  if (state === 'objected') return { is: 'objected' }
  const mayObject = state === 'rejected' && rejection !== null && rejection.objectionsUntil > ports.clock.now()
  return mayObject ? { is: 'mayObject', until: rejection.objectionsUntil } : undefined
}

function payoutKnown(ports: Ports, found: HeldVoucher): VoucherFacts['payout'] {
  const { paidClaimId: claimId, payoutState: state, batchState, provider, payoutChannel: channel } = found
  if (claimId === null || state === null || batchState === null || provider === null || channel === null) return null
  const payer = configuredPayer(ports, provider)
  const { attemptState, code, nextAt, confirmUntil } = found
  return {
    claimId,
    state,
    batchState,
    isAside: found.asideSince !== null,
    isConfirmed: payer === undefined ? isConfirmedOn(channel) : payer.mode === 'confirm',
    settlesWithinHours: payer?.settlesWithinHours ?? 0,
    attempt: attemptState === null ? null : { state: attemptState, code, nextAt, confirmUntil },
  }
}
