/** An operator lets more or fewer responses count in a cell. */
import { limit } from '../../../schema/constraints.ts'
import { perform, plan, unexpected } from '../../platform/db/perform.ts'
import { prepareQuery } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { sql } from '../tables.ts'
import { cellsOfStudy } from './store.ts'

const setCap = prepareQuery((p: { studyId: string; cell: string; cap: number }) =>
  sql.updateTable('quota_cells').set({ cap: p.cap }).where('study_id', '=', p.studyId).where('cell', '=', p.cell),
)

/** `counted`: more than that count already, and nobody who has a place loses it. */
export type LimitOutcome = { done: true } | { refused: 'not_found' | 'counted' }

/**
 * Sets how many responses may count in a cell from now on. Whoever has a place keeps it: a limit below what counts is
 * refused by the check.
 */
export function setLimit(ports: Ports, studyId: string, cell: string, cap: number): Promise<LimitOutcome> {
  const { db, ids, clock } = ports
  return perform<LimitOutcome>(db, 'Setting the limit of a cell', async () => {
    const cells = await db.read(cellsOfStudy({ studyId }))
    if (!cells.some((one) => one.cell === cell)) return { refused: 'not_found' }
    const at = clock.now()
    return plan<LimitOutcome>({
      rows: [setCap({ studyId, cell, cap })],
      audit: addAudit({ id: ids.next('audit'), actor: 'operator', action: 'quota.limited', subject: studyId, at }),
      done: { done: true },
      refused: ({ on }) => (on === limit.quota ? { refused: 'counted' } : unexpected),
    })
  })
}
