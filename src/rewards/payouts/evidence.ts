/** What a provider or a person said about an attempt becomes what is true, once. */
import { taken } from '../../../schema/constraints.ts'
import type { AttemptState, FailReason } from '../../../schema/tables.ts'
import { type Plan, perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { type StateStep, transition } from '../../platform/db/state-machine.ts'
import type { Breach, Write } from '../../platform/db/together.ts'
import { first } from '../../platform/db/together.ts'
import { booksZone, dayOf } from '../../platform/time/zone.ts'
import type { PayAnswer, Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { type Transfer, transfer } from '../ledger/ledger.ts'
import { paidOn } from '../ledger/provider-books.ts'
import { attemptMachine, claimMachine, payoutMachine, voucherMachine } from '../machines.ts'
import { grossOf } from '../offers/tax.ts'
import { encryptBesidePayees } from '../payees/encrypt.ts'
import { uncountPayout } from '../payees/year-store.ts'
import { afterFailure, type FinalState, meaningOf, nextCallAt } from './rules.ts'
import type { AttemptRow, PayoutRow } from './store.ts'
import * as store from './store.ts'

/** After a payout that came to nothing its holder has this long, whatever the voucher's own time. */
const againMs = 14 * 24 * 3_600_000
/** How long a confirmation lives at the one provider that asks for one. */
const confirmMs = 24 * 3_600_000

/** A found payout whose newest attempt is the one meant. */
export function attemptOf(payout: PayoutRow | undefined): AttemptRow | undefined {
  return payout === undefined || payout.attemptId === null ? undefined : (payout as AttemptRow)
}

/**
 * Applies an answer to the newest attempt of a payout. Whoever comes first moves it; the same answer again changes
 * nothing, and one that contradicts what is known opens an exception.
 * @param along writes that belong to the same moment, such as the event that brought the answer
 */
export async function applyAnswer(
  ports: Ports,
  attempt: { payoutId: string; attemptId: string },
  answer: PayAnswer,
  actor: string,
  along: Write[] = [],
): Promise<void> {
  await perform(ports.db, 'Evidence', () => decideAnswer(ports, { ...attempt, answer, actor, along }))
}

interface Answered {
  payoutId: string
  attemptId: string
  answer: PayAnswer
  actor: string
  along: readonly Write[]
}

async function decideAnswer(
  ports: Ports,
  { payoutId, attemptId, answer, actor, along }: Answered,
): Promise<Plan<void> | undefined> {
  const { db, clock } = ports
  const at = clock.now()
  const found = attemptOf(await first(db, store.foundByPayout(payoutId)))
  if (found === undefined || found.attemptId !== attemptId) {
    return decideForOlder(ports, attemptId, answer, along, at)
  }
  const { attemptState, attemptReason, amountMinor, currency } = found
  // Why it was asked to stop stands at the step with which it began to.
  const isOurs = attemptState === 'cancelling' && attemptReason === 'cancelled_before_closure'
  const why = isOurs && answer.state === 'cancelled' ? { reason: attemptReason } : {}
  const meaning = meaningOf({ state: attemptState, amountMinor, currency }, { ...why, ...answer })
  if ('conflict' in meaning) {
    const rows = [
      ...conflictWrites(ports, { ...found, payoutId, state: attemptState }, meaning.conflict, answer, at),
      ...along,
    ]
    return plan<void>({ rows, done: undefined, refused: ignoreStored })
  }
  if ('end' in meaning) {
    const { rows, money } = endWrites(ports, found, { end: meaning.end, why: meaning.reason, answer, actor, at })
    return plan<void>({
      rows: [...along, ...rows],
      money: transfer(...money),
      done: undefined,
      // Somebody else has moved it in between: what the answer means now is read anew.
      refused: (breach) =>
        breach.on === taken.attemptStep || breach.on === null ? stale(breach) : ignoreStored(breach),
    })
  }
  const rows = [...along, ...(await goOnWrites(ports, found, meaning, { answer, actor, at }))]
  if (rows.length === 0) return undefined
  return plan<void>({
    rows,
    done: undefined,
    refused: (breach) => (breach.on === taken.attemptStep ? undefined : ignoreStored(breach)),
  })
}

/** A breach on an event or an exception says that it is there already. */
function ignoreStored({ on }: Breach): undefined | typeof unexpected {
  return on === taken.event || on === taken.exception ? undefined : unexpected
}

async function goOnWrites(
  ports: Ports,
  found: AttemptRow,
  meaning: { go: 'accepted' | 'awaiting_user' | 'unknown' | 'cancelling' } | { stay: true },
  { answer, actor, at }: { answer: PayAnswer; actor: string; at: string },
): Promise<Write[]> {
  if (answer.state === 'succeeded' || found.attemptState === 'succeeded') return []
  const isOver = found.attemptState === 'failed' || found.attemptState === 'cancelled'
  if (isOver) return []
  const state = 'go' in meaning ? meaning.go : found.attemptState
  const { studyId, attemptId: context } = found
  const confirm =
    answer.confirm === undefined ? null : await encryptBesidePayees(ports, answer.confirm, { studyId, context })
  return [
    ...('go' in meaning
      ? transition(attemptMachine, attemptState(found), { state, actor, reason: answer.reason ?? null, at })
      : []),
    store.noteAnswer({
      attemptId: found.attemptId,
      providerId: answer.providerId ?? found.providerId,
      code: answer.code ?? found.code,
      confirm: confirm ?? found.confirm,
      confirmUntil:
        confirm === null || found.confirmUntil !== null
          ? found.confirmUntil
          : new Date(Date.parse(answer.madeAt ?? billMadeAt(found, at)) + confirmMs).toISOString(),
      nextAt: nextCallAt(at, found.calls),
    }),
  ]
}

/**
 * Since when there is a bill that has just been heard of, where the provider does not say: from now on, when all sendings before were put off by the
 * provider's own word; else at worst since the first.
 */
function billMadeAt({ attemptState, attemptMadeAt }: AttemptRow, now: string): string {
  return attemptState === 'stored' ? now : attemptMadeAt
}

const attemptState = (found: AttemptRow) => ({
  id: found.attemptId,
  n: found.attemptN,
  state: found.attemptState,
})

/** How an attempt ended: `why` where it failed, `at` in ISO 8601. */
interface AttemptEnd {
  end: FinalState
  why?: FailReason | null
  answer: Pick<PayAnswer, 'code' | 'providerId'>
  actor: string
  at: string
}

/**
 * The end of an attempt, and all that follows from it, as writes: paid, or back to whoever has to do something. `money`
 * belongs at the end of the `together`.
 */
export function endWrites(
  ports: Pick<Ports, 'ids'>,
  found: AttemptRow,
  { end, why = null, answer, actor, at }: AttemptEnd,
): { rows: Write[]; money: Transfer[] } {
  const { ids } = ports
  const reason = end === 'succeeded' ? null : (why ?? 'declined_by_provider')
  const step = { actor, reason, at }
  const payout = { id: found.payoutId, n: found.payoutN, state: found.payoutState }
  const claim = { id: found.claimId, n: found.claimN, state: found.claimState }
  const voucher = { id: found.voucherId, n: found.voucherN, state: found.voucherState }
  const rows: Write[] = [
    ...transition(attemptMachine, attemptState(found), { state: end, ...step }),
    store.noteAnswer({
      attemptId: found.attemptId,
      providerId: answer.providerId ?? found.providerId,
      code: answer.code ?? found.code,
      confirm: null,
      confirmUntil: found.confirmUntil,
      nextAt: null,
    }),
  ]
  if (reason === null) {
    rows.push(
      ...transition(payoutMachine, payout, { state: 'paid', ...step }),
      ...transition(claimMachine, claim, { state: 'paid', ...step }),
      ...transition(voucherMachine, voucher, { state: 'paid', ...step }),
    )
  } else {
    const next = afterFailure(reason, found.batchState === 'approved')
    rows.push(...transition(payoutMachine, payout, { state: next === 'queue' ? 'queued' : 'failed', ...step }))
    if (next === 'prepare') rows.push(...transition(claimMachine, claim, { state: 'ready', ...step }))
    if (next === 'ask_holder') rows.push(...backToHolder(found, step))
    if (next !== 'queue') rows.push(...uncountPayout(found))
  }
  rows.push(addAudit({ id: ids.next('audit'), actor, action: `attempt.${end}`, subject: found.attemptId, at }))
  if (reason === null) rows.push(...paidOn(found, dayOf(booksZone, at), found.amountMinor))
  const { offerId, amountMinor, taxMinor, attemptId: subject } = found
  const out = (credit: 'paid' | 'tax' | 'liability', minor: number): Transfer[] =>
    minor === 0 ? [] : [{ id: ids.next('t'), offerId, debit: 'clearing', credit, amountMinor: minor, at, subject }]
  // Only a payment parts the two: what has reached the holder, and what is owed to the tax office from then on.
  const money =
    reason === null ? [...out('paid', amountMinor), ...out('tax', taxMinor)] : out('liability', grossOf(found))
  return { rows, money }
}

/** The claim came to nothing: it ends, and its holder can say anew where the money goes, for some time at least. */
export function backToHolder(found: PayoutRow, step: Omit<StateStep, 'state'>): Write[] {
  const soonest = new Date(Date.parse(step.at) + againMs).toISOString()
  const { voucherId, expiresAt } = found
  return [
    ...transition(
      claimMachine,
      { id: found.claimId, n: found.claimN, state: found.claimState },
      { ...step, state: 'ended' },
    ),
    ...transition(
      voucherMachine,
      { id: voucherId, n: found.voucherN, state: found.voucherState },
      { ...step, state: 'issued' },
    ),
    ...(expiresAt !== null && expiresAt < soonest ? [store.extendVoucher({ voucherId, expiresAt: soonest })] : []),
  ]
}

/** An answer to an attempt that another one has followed: only that it was paid after all is news. */
async function decideForOlder(
  ports: Ports,
  attemptId: string,
  answer: PayAnswer,
  along: readonly Write[],
  at: string,
): Promise<Plan<void> | undefined> {
  const { db } = ports
  const older = await first(db, store.olderAttempt({ id: attemptId }))
  const isNews = older !== undefined && answer.state === 'succeeded' && older.state !== 'succeeded'
  const rows = isNews
    ? [...conflictWrites(ports, { ...older, attemptId }, 'state_conflict', answer, at), ...along]
    : along
  return rows.length === 0 ? undefined : plan<void>({ rows, done: undefined, refused: ignoreStored })
}

function conflictWrites(
  ports: Pick<Ports, 'ids'>,
  found: Pick<AttemptRow, 'attemptId' | 'provider' | 'currency' | 'amountMinor' | 'reference'> & {
    payoutId: string
    studyId?: string
    state: AttemptState
  },
  kind: 'state_conflict' | 'amount_mismatch',
  answer: PayAnswer,
  at: string,
): Write[] {
  const detail = {
    reference: found.reference,
    payout: found.payoutId,
    state: found.state,
    answered: answer.state,
    code: answer.code,
    amountMinor: answer.amountMinor,
  }
  return [
    store.addException({
      id: ports.ids.next('exception'),
      class: kind,
      subject: found.attemptId,
      studyId: found.studyId ?? null,
      provider: found.provider,
      currency: found.currency,
      amountMinor: found.amountMinor,
      detail: JSON.stringify(detail),
      at,
    }),
    addAudit({
      id: ports.ids.next('audit'),
      actor: found.provider,
      action: `exception.${kind}`,
      subject: found.attemptId,
      at,
    }),
  ]
}
