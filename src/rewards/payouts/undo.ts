/** Taking back that a payout by hand was paid: its outcome is open again, and the books go the way back. */
import { transition } from '../../platform/db/state-machine.ts'
import type { Write } from '../../platform/db/together.ts'
import { booksZone, dayOf } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import type { Transfer } from '../ledger/ledger.ts'
import { paidOn } from '../ledger/provider-books.ts'
import { attemptMachine, claimMachine, payoutMachine, voucherMachine } from '../machines.ts'
import { isErased } from '../payees/digest.ts'
import type { AttemptRow, PayoutRow } from './store.ts'

/**
 * - `moved_on`: it is not paid, or by another attempt
 * - `not_by_hand`: a provider said so itself, and only it can say otherwise
 * - `erased`: the account is erased, so that nobody could pay it any more
 */
export type UndoRefusal = 'moved_on' | 'not_by_hand' | 'erased'

/** Whether the word that this attempt paid its payout can be taken back, as far as the payout itself goes; null: it can. */
export function whyNotUndone(found: PayoutRow | undefined, attemptId: string | null): UndoRefusal | null {
  if (found === undefined || found.attemptId !== attemptId || found.payoutState !== 'paid') return 'moved_on'
  if (found.provider !== 'manual') return 'not_by_hand'
  return isErased(found.payee) ? 'erased' : null
}

/** What moves back in the offer's budget: the payment and its tax are under way again. In minor units. */
export function moneyBack({ amountMinor, taxMinor }: Pick<PayoutRow, 'amountMinor' | 'taxMinor'>) {
  return [
    { debit: 'paid' as const, credit: 'clearing' as const, amountMinor },
    { debit: 'tax' as const, credit: 'clearing' as const, amountMinor: taxMinor },
  ].filter((move) => move.amountMinor > 0)
}

/**
 * Takes a success back, as writes. Nothing that was booked is deleted: the account's books lose the payment on the day on
 * which it is taken back. `money` belongs at the end of the `together`, `books` right before it.
 */
export function undoneWrites(
  ports: Pick<Ports, 'ids'>,
  found: AttemptRow,
  actor: string,
  at: string,
): { rows: Write[]; books: Write[]; money: Transfer[] } {
  const step = { actor, reason: 'reported_by_mistake' as const, at }
  const { attemptId, payoutId, claimId, voucherId, offerId } = found
  return {
    rows: [
      ...transition(
        attemptMachine,
        { id: attemptId, n: found.attemptN, state: 'succeeded' },
        { state: 'unknown', ...step },
      ),
      ...transition(payoutMachine, { id: payoutId, n: found.payoutN, state: 'paid' }, { state: 'open', ...step }),
      ...transition(
        claimMachine,
        { id: claimId, n: found.claimN, state: found.claimState },
        { state: 'frozen', ...step },
      ),
      ...transition(
        voucherMachine,
        { id: voucherId, n: found.voucherN, state: found.voucherState },
        { state: 'claimed', ...step },
      ),
      addAudit({ id: ports.ids.next('audit'), actor, action: 'attempt.undone', subject: attemptId, at }),
    ],
    books: paidOn(found, dayOf(booksZone, at), -found.amountMinor),
    money: moneyBack(found).map((move) => ({ id: ports.ids.next('t'), offerId, at, subject: attemptId, ...move })),
  }
}
