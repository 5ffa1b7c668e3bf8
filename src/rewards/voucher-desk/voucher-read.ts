/** Everything that happened to one voucher, as its page shows it. */

import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { everyStaff } from '../../staff/accounts/store.ts'
import { peopleAtDesk } from '../../staff/permissions/store.ts'
import { approvalsOf } from '../batches/store.ts'
import { openClaimOf, reasonOfClaim } from '../claims/store.ts'
import { yearSoFar } from '../claims/yearly.ts'
import { decryptPayee } from '../payees/encrypt.ts'
import { isErased } from '../payees/erased.ts'
import { maskPayee } from '../payees/mask.ts'
import { type LifecycleAction, type VoucherAndClaim, whyNot } from '../vouchers/lifecycle.ts'
import { voucherReference } from '../vouchers/voucher.ts'
import { listOffers } from './days-store.ts'
import { hasLink } from './voucher-link.ts'
import * as store from './voucher-store.ts'

/** A step with the reference of its attempt, and as much of its time as may be shown. */
export interface ShownStep extends store.HistoryStep {
  reference: string | null
  /** Whether only its day may be shown. */
  isDay: boolean
}

export type VoucherHistory = NonNullable<Awaited<ReturnType<typeof readVoucher>>>

/** A voucher's history by its id; undefined when there is none. */
export async function readVoucher(ports: Ports, id: string) {
  const { db, keys } = ports
  const head = await first(db, store.headById({ id }))
  if (head === undefined) return undefined
  const reference = await voucherReference(keys, head)
  const [offers, staff, steps, payouts, attempts, transfers, proposals, claim, next, before, link, reviewers] =
    await Promise.all([
      db.read(listOffers({})),
      db.read(everyStaff({})),
      db.read(store.stepsOfVoucher(id)),
      db.read(store.payoutsOfVoucher({ voucherId: id })),
      db.read(store.attemptsOfVoucher({ voucherId: id })),
      db.read(store.transfersOfVoucher(id)),
      db.read(store.proposalsOfVoucher(id)),
      first(db, openClaimOf({ voucherId: id })),
      first(db, store.headOfNext({ id })),
      head.replaces === null ? undefined : first(db, store.headById({ id: head.replaces })),
      first(db, store.linkShown({ voucherId: id })),
      db.read(peopleAtDesk({ studyId: head.studyId, desk: 'answers' })),
    ])
  const batches = [...new Set(payouts.map(({ batchId }) => batchId))]
  const approvals = await Promise.all(
    batches.map(async (batchId) => [batchId, await db.read(approvalsOf({ batchId }))] as const),
  )
  const ofAnswers = new Set(reviewers.map(({ staffId }) => staffId))
  const references = new Map(attempts.map((attempt) => [attempt.id, attempt.reference]))
  const current = { voucher: { ...head, n: 0 }, claim }
  const why = claim?.state === 'held' ? await first(db, reasonOfClaim({ id: claim.id, n: claim.n })) : undefined
  return {
    head,
    reference,
    study: offers.find(({ studyId }) => studyId === head.studyId)?.study ?? '',
    names: new Map(staff.map(({ id, name }) => [id, name])),
    steps: steps.sort(inOrder).map((step): ShownStep => {
      return { ...step, reference: references.get(step.id) ?? null, isDay: isOfAnAnswer(step, ofAnswers) }
    }),
    payouts: payouts.map((payout) => ({
      ...payout,
      approvals: approvals.find(([batchId]) => batchId === payout.batchId)?.[1] ?? [],
      attempts: attempts.filter(({ payoutId }) => payoutId === payout.payoutId),
    })),
    transfers: transfers.map((one) => ({ ...one, reference: references.get(one.subject) ?? null })),
    proposals,
    payee: claim === undefined || isErased(claim.payee) ? [] : maskPayee(await decryptPayee(keys, claim.payee, id)),
    /** What its payee has got this year, where that is why its claim is held. */
    year:
      claim !== undefined && why?.reason === 'over_yearly_total'
        ? await yearSoFar(ports, claim, head.currency, ports.clock.now())
        : null,
    claim: claim === undefined ? null : { id: claim.id, channel: claim.channel, state: claim.state },
    replacedBy: next === undefined ? null : await voucherReference(keys, next),
    inPlaceOf: before === undefined ? null : await voucherReference(keys, before),
    /** What may be proposed as it stands. */
    may: {
      void: may('void', current),
      reissue: may('reissue', current),
      release: claim?.state === 'held',
    },
    link: hasLink(head) ? { shownTo: link?.shownTo ?? null, at: link?.at ?? null } : null,
  }
}

function may(way: LifecycleAction, current: VoucherAndClaim): boolean {
  return whyNot(way, current) === null
}

/**
 * Whether a step's hour would tell of when somebody answered: issuing and claiming follow an answer within minutes,
 * expiring follows it by a whole number of days, and whoever reviews does so to a response.
 */
function isOfAnAnswer(
  { kind, actor }: Pick<store.HistoryStep, 'kind' | 'actor'>,
  /** Who sits at the desk of answers in the voucher's study, by staff id. */
  ofAnswers: ReadonlySet<string>,
): boolean {
  if (kind !== 'voucher' && kind !== 'claim') return false
  if (actor === null || actor === 'service' || actor === 'holder' || actor === 'sweep') return true
  return ofAnswers.has(actor)
}

const kinds = ['batch', 'payout', 'attempt', 'claim', 'voucher']

/** By time; what happened in the same moment from the batch down to the voucher. */
function inOrder(one: store.HistoryStep, other: store.HistoryStep): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1
  if (one.id === other.id) return one.n - other.n
  return kinds.indexOf(one.kind) - kinds.indexOf(other.kind)
}
