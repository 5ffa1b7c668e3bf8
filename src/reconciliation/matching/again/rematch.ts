/**
 * Exceptions that what came since may have answered: lines that are a whole batch and did not fit, and payouts of which
 * the bank says that they failed after all. What they come to is decided anew, so that it depends on what came, and not
 * on the order in which it did.
 */

import { taken } from '../../../../schema/constraints.ts'
import { type Plan, perform, plan, unexpected } from '../../../platform/db/perform.ts'
import type { Ports } from '../../../ports.ts'
import { closeWrites, exceptionSteps } from '../../exceptions/store.ts'
import { accountIn } from '../../statements/account.ts'
import { strayBookings } from '../lines-store.ts'
import { conflictsAnswered } from '../match-store.ts'
import { placeLines } from '../place-lines.ts'
import { rematchBatches } from './batches.ts'
import { placeAgain } from './place-again.ts'

const actor = 'statement'

/** For so long after a statement was matched the sweep looks for what its days have shown, in milliseconds. */
const lookedAtForMs = 3_600_000

/**
 * Looks at such exceptions of an account that are open, and at bookings of other days than those that statements cover.
 * @param statementId the statement whose days are looked at; those that were matched within an hour, unless it is said
 * @returns that it is done
 */
export async function rematch(ports: Ports, accountId: string, statementId?: string): Promise<false> {
  const account = accountIn(accountId)
  const since = new Date(Date.parse(ports.clock.now()) - lookedAtForMs).toISOString()
  const covering = statementId === undefined ? { since } : { statementId }
  if (account !== null) await rematchBatches(ports, { accountId, ...account })
  const answered = account === null ? [] : await ports.db.read(conflictsAnswered(account))
  const bookings = account === null ? [] : await strayBookings(ports.db, accountId, covering, 50)
  if (account !== null && bookings.length > 0) {
    // What a notification told of one day was booked on another, as is known since statements cover the first.
    await perform(ports.db, 'Bookings of another day', () =>
      placeAgain(ports, accountId, () => placeLines(ports, { accountId, ...account }, { bookings })),
    )
  }
  for (const { id } of answered) await perform(ports.db, 'An answered conflict', () => explained(ports, id))
  return false
}

/** A payout failed after it was paid, and its money came back: what is left to do is said by the line that brought it. */
async function explained(ports: Ports, id: string): Promise<Plan<void>> {
  const steps = (await ports.db.read(exceptionSteps({ id }))).at(-1)?.n ?? 0
  return plan<void>({
    rows: closeWrites(ports, id, steps, { what: 'explained', actor, note: '' }),
    done: undefined,
    refused: ({ on }) => (on === taken.exceptionStep ? undefined : unexpected),
  })
}
