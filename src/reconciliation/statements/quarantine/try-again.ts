/** A person decides that a file which was set aside is tried again. */
import { taken } from '../../../../schema/constraints.ts'
import { perform, plan, stale, unexpected } from '../../../platform/db/perform.ts'
import { transition } from '../../../platform/db/state-machine.ts'
import { first } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import { addAudit } from '../../../staff/audit-trail/audit.ts'
import { statementMachine } from '../machine.ts'
import { statementById } from '../store.ts'
import { forgetTries, isStuck, startOver } from './tries.ts'

/**
 * Lets the sweep take a statement up again: from its beginning where it was set aside, from where it stands where it
 * counts already or is being taken back. Nothing is read here. `not_stuck`: nobody holds it up.
 */
export async function tryAgain(
  { db, clock, ids }: Ports,
  staff: { id: string },
  id: string,
): Promise<{ goesOn: true } | { refused: 'not_found' | 'not_stuck' }> {
  return perform<{ goesOn: true } | { refused: 'not_found' | 'not_stuck' }>(db, 'Trying again', async () => {
    const statement = await first(db, statementById({ id }))
    if (statement === undefined) return { refused: 'not_found' }
    const at = clock.now()
    const isSetAside = statement.state === 'quarantined'
    if (!isSetAside && !isStuck(statement, at)) return { refused: 'not_stuck' }
    const actor = staff.id
    return plan<{ goesOn: true }>({
      rows: isSetAside
        ? [...transition(statementMachine, statement, { state: 'receiving', actor, at }), startOver({ id })]
        : [forgetTries({ id })],
      audit: addAudit({ id: ids.next('audit'), actor, action: 'statement.tried_again', subject: id, at }),
      done: { goesOn: true },
      refused: (breach) => (breach.on === taken.statementStep ? stale(breach) : unexpected),
    })
  })
}
