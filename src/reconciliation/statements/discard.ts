/** Throwing a file away of which nothing counts yet: nothing of it is left but that it was here. */
import { taken } from '../../../schema/constraints.ts'
import { perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { transition } from '../../platform/db/state-machine.ts'
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { deleteFile, deleteFirstPieces } from './kept-file.ts'
import { statementMachine } from './machine.ts'
import type { Problem, Statement } from './statement.ts'
import * as store from './store.ts'

/** Throws away what has arrived of a file that is not being read. Whoever was faster decides. */
export async function discard(ports: Ports, actor: string, statement: Statement): Promise<void> {
  const isOver = await perform<boolean>(ports.db, 'Discarding a statement', async () =>
    plan<boolean>({
      ...discarding(ports, actor, statement),
      done: true,
      refused: ({ on }) => (on === taken.statementStep ? false : unexpected),
    }),
  )
  if (isOver) await deleteFile(ports.db, statement.id)
}

const byPerson: Problem = { line: 0, why: 'discarded', detail: null }

/**
 * A person takes a file back, at any time before it counts. Of one that was set aside nothing is read again. One that is being read is stopped where it stands, and its
 * lines go step by step; one that is being refused already keeps its reason.
 */
export async function takeBackByHand(
  ports: Ports,
  staff: { id: string },
  id: string,
): Promise<{ discarded: true } | { refused: 'not_found' | 'counts' | 'over' }> {
  const { db } = ports
  const done = await perform<{ discarded: true } | { refused: 'not_found' | 'counts' | 'over' }>(
    db,
    'Taking back',
    async () => {
      const statement = await first(db, store.statementById({ id }))
      if (statement === undefined) return { refused: 'not_found' }
      if (statement.state === 'published') return { refused: 'counts' }
      if (!['receiving', 'staging', 'quarantined'].includes(statement.state)) return { refused: 'over' }
      // One that is being set aside is taken back instead; any other problem takes its own way out.
      const { why } = JSON.parse(statement.problem ?? '{}') as Partial<Problem>
      if (statement.state === 'staging' && why !== undefined && why !== 'quarantined') return { discarded: true }
      const writes =
        statement.state !== 'staging'
          ? discarding(ports, staff.id, statement)
          : { rows: [store.addImportStep(statement), store.setProblem({ id, problem: JSON.stringify(byPerson) })] }
      return plan<{ discarded: true }>({
        ...writes,
        done: { discarded: true },
        refused: (breach) =>
          breach.on === taken.statementStep || breach.on === taken.statementProgress ? stale(breach) : unexpected,
      })
    },
  )
  const now = await first(db, store.statementById({ id }))
  if (now?.state === 'discarded') await deleteFile(db, id)
  return done
}

/** What throwing it away writes; `deleteFile` comes after it. */
export function discarding({ clock, ids }: Ports, actor: string, statement: Statement) {
  const { id } = statement
  const at = clock.now()
  return {
    rows: [...transition(statementMachine, statement, { state: 'discarded', actor, at }), deleteFirstPieces(id)],
    audit: addAudit({ id: ids.next('audit'), actor, action: 'statement.discarded', subject: id, at }),
  }
}
