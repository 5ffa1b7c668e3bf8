/** Undoing "paid", which takes two people, and is possible until a statement proves it. */
import { first, prepareQuery } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { moneyLast } from '../../rewards/ledger/ledger.ts'
import { accountIdOf, stepsMatching } from '../../rewards/ledger/provider-books.ts'
import { attemptOf } from '../../rewards/payouts/evidence.ts'
import { foundByPayout, type PayoutRow } from '../../rewards/payouts/store.ts'
import { type UndoRefusal, undoneWrites, whyNotUndone } from '../../rewards/payouts/undo.ts'
import { propose } from '../../staff/approvals/actions.ts'
import type { EffectOf } from '../../staff/approvals/proposal.ts'
import { proofsOf } from '../exceptions/closing-store.ts'
import { sql } from '../tables.ts'

/** What the proposal carries. */
export interface UndoPayload {
  payoutId: string
  attemptId: string
}

/** Beside what the payout itself says: a line of a statement proves it; an exception about it is open, which decides. */
export type CannotUndo = UndoRefusal | 'proven' | 'in_exception'

const matchStepsOf = prepareQuery((p: { accountId: string }) =>
  sql.selectFrom('provider_accounts').select('match_steps as steps').where('id', '=', p.accountId),
)

const openAbout = prepareQuery((p: { attemptId: string }) =>
  sql.selectFrom('exceptions').select('id').where('subject', '=', p.attemptId).where('closed_at', 'is', null).limit(1),
)

/** Why the payment of this attempt cannot be undone; null when it can. */
export async function whyNotUndoable(
  { db }: Pick<Ports, 'db'>,
  found: PayoutRow | undefined,
  attemptId: string | null,
) {
  const own = whyNotUndone(found, attemptId)
  if (own !== null || attemptId === null) return own ?? 'moved_on'
  const { count = 0 } = (await first(db, proofsOf(attemptId))) ?? {}
  if (count > 0) return 'proven'
  return (await first(db, openAbout({ attemptId }))) === undefined ? null : 'in_exception'
}

/** Puts it up for another person to confirm. @returns `waiting` when somebody has done so already */
export async function proposeUndo(
  ports: Ports,
  staff: { id: string },
  payoutId: string,
  reason: string,
): Promise<{ proposed: string } | { refused: CannotUndo | 'waiting' }> {
  const found = attemptOf(await first(ports.db, foundByPayout(payoutId)))
  const refused = await whyNotUndoable(ports, found, found?.attemptId ?? null)
  if (refused !== null || found === undefined) return { refused: refused ?? 'moved_on' }
  const payload: UndoPayload = { payoutId, attemptId: found.attemptId }
  return propose(ports, staff, { kind: 'payment_undone', subject: payoutId, payload, reason })
}

/**
 * What confirming it writes. It counts as a step of matching, so that it cannot happen while a line is found to prove the
 * payment: whoever writes second is refused.
 */
export const paymentUndone: EffectOf = async (ports, { payload, proposedBy }) => {
  const { payoutId, attemptId } = JSON.parse(payload) as UndoPayload
  const payout = await first(ports.db, foundByPayout(payoutId))
  const accountId = payout === undefined ? '' : accountIdOf(payout)
  const { steps = 0 } = (await first(ports.db, matchStepsOf({ accountId }))) ?? {}
  const refused = await whyNotUndoable(ports, payout, attemptId)
  const found = attemptOf(payout)
  if (refused !== null || found === undefined) return { refused: refused ?? 'moved_on' }
  const { rows, books, money } = undoneWrites(ports, found, proposedBy, ports.clock.now())
  return moneyLast({ rows: [...rows, stepsMatching(accountId, steps), ...books], money })
}
