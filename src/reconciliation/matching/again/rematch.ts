/**
 * Exceptions that later files may have answered: lines that are a whole batch and did not fit, and payouts that the
 * bank reported as failed afterwards. They are decided anew from all that is there, so that the outcome does not depend
 * on the order in which files came.
 */

import { taken } from '../../../../schema/constraints.ts'
import { type Plan, perform, plan, unexpected } from '../../../platform/db/perform.ts'
import type { Ports } from '../../../ports.ts'
import { closeWrites, stepsOf } from '../../exceptions/store.ts'
import { accountIn } from '../../statements/account.ts'
import { strayBookings } from '../lines-store.ts'
import { conflictsAnswered } from '../match-store.ts'
import { placeLines } from '../place-lines.ts'
import { rematchBatches } from './batches.ts'
import { placeAgain } from './place-again.ts'

const actor = 'statement'

/** Looks at every such exception of an account that is open. @returns that it is done */
export async function rematch(ports: Ports, accountId: string): Promise<false> {
  const account = accountIn(accountId)
  if (account !== null) await rematchBatches(ports, { accountId, ...account })
  const answered = account === null ? [] : await ports.db.read(conflictsAnswered(account))
  const bookings = account === null ? [] : await strayBookings(ports.db, accountId, 50)
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
  const steps = (await ports.db.read(stepsOf({ id }))).at(-1)?.n ?? 0
  return plan<void>({
    rows: closeWrites(ports, id, steps, { what: 'explained', actor, note: '' }),
    done: undefined,
    refused: ({ on }) => (on === taken.exceptionStep ? undefined : unexpected),
  })
}
