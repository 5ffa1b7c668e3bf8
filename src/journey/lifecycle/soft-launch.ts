/**
 * A soft launch: at so many completes a study pauses itself, until somebody has looked at them and signed. The sweep pauses
 * it, so that no submission has a row in common with all others; whoever has begun by then still finishes.
 */

import type { Database } from '../../platform/db/together.ts'
import { prepareQuery } from '../../platform/db/together.ts'
import type { StudyStatus } from '../../survey/studies/state-store.ts'
import { sql } from '../tables.ts'

const completes = prepareQuery((p: { studyId: string }) =>
  sql
    .selectFrom('responses')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'bigint').as('count'))
    .where('study_id', '=', p.studyId)
    .where('state', '=', 'complete'),
)

/** How many complete responses a study has. */
export async function completesOf(db: Database, studyId: string): Promise<number> {
  const [row] = await db.read(completes({ studyId }))
  return row?.count ?? 0
}

/** Whether a soft launch has as many completes as it was for, and nobody has signed them. Signing takes the limit away. */
export async function isSoftLaunchOver(db: Database, { id, softLimit }: StudyStatus): Promise<boolean> {
  return softLimit !== null && (await completesOf(db, id)) >= softLimit
}
