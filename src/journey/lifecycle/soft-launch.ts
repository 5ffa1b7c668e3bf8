/**
 * A soft launch: at so many completes a study pauses itself, until somebody has looked at them and signed. The sweep pauses
 * it, so that no submission has a row in common with all others; whoever has begun by then still finishes.
 */
import { sql as raw } from 'kysely'
import { type Database, prepareQuery } from '../../platform/db/together.ts'
import type { StudyStatus } from '../../survey/studies/state-store.ts'
import { sql } from '../tables.ts'

/** Of what is kept, which has an index by study: of one that runs that is all, and a large study beside it is not read. */
const completes = (studyId: string) =>
  sql
    .selectFrom('responses')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'bigint').as('count'))
    .where('study_id', '=', studyId)
    .where('seed', '<>', raw.lit(''))
    .where('state', '=', 'complete')

const allCompletes = prepareQuery((p: { studyId: string }) => completes(p.studyId))
const shownCompletes = prepareQuery((p: { studyId: string }) => completes(p.studyId).where('shown_to', 'is not', null))

/** How many complete responses whoever reads answers sees: at its own moment one would tell which voucher is whose. */
export async function countShown(db: Database, studyId: string): Promise<number> {
  return (await db.read(shownCompletes({ studyId })))[0]?.count ?? 0
}

/** Whether a soft launch has as many completes as it was for, and nobody has signed them. Signing takes the limit away. */
export async function isSoftLaunchOver(
  db: Database,
  { id, softLimit }: Pick<StudyStatus, 'id' | 'softLimit'>,
): Promise<boolean> {
  if (softLimit === null) return false
  return ((await db.read(allCompletes({ studyId: id })))[0]?.count ?? 0) >= softLimit
}
