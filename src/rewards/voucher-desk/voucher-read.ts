/** Everything that happened to one voucher, as its page shows it. */

import type { VoucherState } from '../../../schema/tables.ts'
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { everyStaff } from '../../staff/accounts/store.ts'
import { approvalsOf } from '../batches/store.ts'
import { accountsOfVoucher, openClaimOf, reasonOfClaim } from '../claims/store.ts'
import { yearSoFar } from '../claims/yearly.ts'
import { isErased } from '../payees/digest.ts'
import { decryptPayee } from '../payees/encrypt.ts'
import { maskPayee } from '../payees/mask.ts'
import { type LifecycleAction, type VoucherAndClaim, whyNotPossible } from '../vouchers/lifecycle.ts'
import { shownState } from '../vouchers/shown-state.ts'
import { voucherReference } from '../vouchers/voucher.ts'
import { listOffers } from './days-store.ts'
import { hasLink } from './voucher-link.ts'
import * as store from './voucher-store.ts'

/** A step with the reference of its attempt. */
export interface ShownStep extends store.HistoryStep {
  reference: string | null
}

export type VoucherHistory = NonNullable<Awaited<ReturnType<typeof readVoucher>>>

/** A voucher's history by its id; undefined when there is none. */
export async function readVoucher(ports: Ports, id: string) {
  const { db, keys } = ports
  const head = await first(db, store.headById({ id }))
  if (head === undefined) return undefined
  const reference = await voucherReference(keys, head)
  const [offers, staff, steps, payouts, attempts, transfers, proposals, kept, next, before, link, accounts] =
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
      db.read(accountsOfVoucher({ voucherId: id })),
    ])
  const batches = [...new Set(payouts.map(({ batchId }) => batchId))]
  const approvals = await Promise.all(
    batches.map(async (batchId) => [batchId, await db.read(approvalsOf({ batchId }))] as const),
  )
  const references = new Map(attempts.map((attempt) => [attempt.id, attempt.reference]))
  const current = { voucher: { ...head, n: 0 }, claim: kept }
  // One that is ready would be seen to go when somebody holds the answer: it is shown once a batch has it.
  const claim = kept?.state === 'ready' ? undefined : kept
  const waits = (kind: store.ProposalOfVoucher['kind']) =>
    proposals.some((one) => one.kind === kind && one.verdict === null)
  const why = claim?.state === 'held' ? await first(db, reasonOfClaim({ id: claim.id, n: claim.n })) : undefined
  return {
    head,
    reference,
    study: offers.find(({ studyId }) => studyId === head.studyId)?.study ?? '',
    names: new Map(staff.map(({ id, name }) => [id, name])),
    state: shownState(head.state),
    steps: steps
      .filter(isOfMoney)
      .sort(inOrder)
      .map((step): ShownStep => ({ ...step, reference: references.get(step.id) ?? null })),
    payouts: payouts.map((payout) => ({
      ...payout,
      approvals: approvals.find(([batchId]) => batchId === payout.batchId)?.[1] ?? [],
      attempts: attempts.filter(({ payoutId }) => payoutId === payout.payoutId),
    })),
    transfers: transfers
      .map((one) => ({ ...one, reference: references.get(one.subject) ?? null }))
      .filter(({ reference, credit, debit }) => reference !== null || credit === 'outside' || debit === 'outside'),
    proposals,
    payee: claim === undefined || isErased(claim.payee) ? [] : maskPayee(await decryptPayee(ports, claim)),
    /** What its payee has got this year, where that is why its claim is held. */
    year:
      claim !== undefined && why?.reason === 'over_yearly_total'
        ? await yearSoFar(ports, claim, head.currency, ports.clock.now())
        : null,
    claim: claim === undefined ? null : { id: claim.id, channel: claim.channel, state: claim.state },
    replacedBy: next === undefined ? null : await voucherReference(keys, next),
    inPlaceOf: before === undefined ? null : await voucherReference(keys, before),
    /** What may be proposed as it stands, and is not proposed already. */
    may: {
      void: may('void', current) && !waits('voucher_voided'),
      reissue: may('reissue', current) && !waits('voucher_reissued'),
      release: claim?.state === 'held' && !waits('claim_released'),
    },
    link: hasLink(head, accounts.length > 0) ? { shownTo: link?.shownTo ?? null, at: link?.at ?? null } : null,
  }
}

function may(way: LifecycleAction, current: VoucherAndClaim): boolean {
  return whyNotPossible(way, current) === null
}

/**
 * Whether a step is one of money, and not of an answer: issuing, claiming and expiring follow an answer, and holding,
 * releasing and rejecting are done to one. Their mere day would tell whoever compares which voucher is whose.
 */
function isOfMoney({ kind, n, state }: Pick<store.HistoryStep, 'kind' | 'n' | 'state'>): boolean {
  if (kind === 'voucher') return shownState(state as VoucherState) !== 'open'
  return kind !== 'claim' || (n > 1 && state !== 'ended')
}

const kinds = ['batch', 'payout', 'attempt', 'claim', 'voucher']

/** By time; what happened in the same moment from the batch down to the voucher. */
function inOrder(one: store.HistoryStep, other: store.HistoryStep): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1
  if (one.id === other.id) return one.n - other.n
  return kinds.indexOf(one.kind) - kinds.indexOf(other.kind)
}
