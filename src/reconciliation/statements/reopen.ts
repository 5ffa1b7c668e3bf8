/** A plain CSV that was refused is read again in another way: its file is kept for a day, and moves to a new statement. */
import { taken } from '../../../schema/constraints.ts'
import { perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { startState } from '../../platform/db/state-machine.ts'
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { hasPieces, movePieces } from './kept-file.ts'
import { statementMachine } from './machine.ts'
import type { Statement } from './statement.ts'
import * as store from './store.ts'

/** Whether the file of one that was refused is kept, so that its columns can be said anew. */
export function keepsItsFile({ state, format }: Pick<Statement, 'state' | 'format'>): boolean {
  return state === 'refused' && format === 'csv'
}

export type ReopenRefusal = { refused: 'not_found' | 'gone' }

/**
 * Makes a statement of a refused one's file, with what was chosen for it, whose columns wait to be said. The refused one
 * stays as it is. `gone`: its file is kept no longer, or somebody was faster.
 */
export async function reopenStatement(
  { db, clock, ids }: Ports,
  staff: { id: string },
  id: string,
): Promise<{ statementId: string } | ReopenRefusal> {
  return perform<{ statementId: string } | ReopenRefusal>(db, 'Opening a statement again', async () => {
    const statement = await first(db, store.statementById({ id }))
    if (statement === undefined) return { refused: 'not_found' }
    const isThere = (await first(db, hasPieces({ statementId: id }))) !== undefined
    if (!keepsItsFile(statement) || !isThere) return { refused: 'gone' }
    const { accountId, format, bytes, chunks, mapping } = statement
    const at = clock.now()
    const actor = staff.id
    const statementId = ids.next('statement')
    return plan<{ statementId: string } | ReopenRefusal>({
      rows: [
        // Of two at one moment, the file goes to one.
        store.addImportStep(statement),
        startState(statementMachine, statementId, { state: 'receiving', actor, at }),
        store.addStatement({ id: statementId, accountId, format, bytes, chunks, mapping, uploadedBy: actor, at }),
        movePieces({ from: id, to: statementId }),
      ],
      audit: addAudit({ id: ids.next('audit'), actor, action: 'statement.reopened', subject: statementId, at }),
      done: { statementId },
      refused: (breach) => (breach.on === taken.statementProgress ? stale(breach) : unexpected),
    })
  })
}
