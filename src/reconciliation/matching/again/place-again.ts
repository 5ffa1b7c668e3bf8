/** Lines that were matched before, where they stand by what is known since. */
import { limit } from '../../../../schema/constraints.ts'
import { type Plan, plan, stale, unexpected } from '../../../platform/db/perform.ts'
import type { Ports } from '../../../ports.ts'
import { stepsMatching } from '../../../rewards/ledger/provider-books.ts'
import { type LinePlaces, matchStepsOf } from '../place-lines.ts'
import { retractWrites } from '../retract-lines.ts'

/**
 * For `perform`: moves the lines that `place` finds to stand elsewhere, unless the account is matched on meanwhile.
 * @param place called anew with each try
 * @returns undefined where none moves
 */
export async function placeAgain(
  ports: Ports,
  accountId: string,
  place: () => Promise<LinePlaces>,
): Promise<Plan<void> | undefined> {
  const steps = await matchStepsOf(ports, accountId)
  const placed = await place()
  if (placed.moved.length === 0) return
  const { rows, books } = await retractWrites(ports, accountId, placed)
  return plan<void>({
    rows: [...rows, stepsMatching(accountId, steps), ...books],
    done: undefined,
    refused: (breach) => (breach.kind === 'unique' || breach.on === limit.matchSteps ? stale(breach) : unexpected),
  })
}
