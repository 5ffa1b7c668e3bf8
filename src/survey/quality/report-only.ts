/** Flags that hold nobody any more in a study: they are shown, and count for nothing. */
import { remembering } from '../../platform/db/remembered.ts'
import { type Database, prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'
import { rulesOf } from './flag.ts'

const reportOnlyOf = prepareQuery((p: { studyId: string }) =>
  sql.selectFrom('report_only_flags').select(['name', 'rules']).where('study_id', '=', p.studyId).orderBy('name'),
)

/** Once it is so, it stays so for these checks. */
export const addReportOnly = prepareQuery(
  (p: { studyId: string; name: string; decided: number; released: number; at: string }) =>
    sql
      .insertInto('report_only_flags')
      .values({
        study_id: p.studyId,
        name: p.name,
        rules: rulesOf(p.name),
        decided: p.decided,
        released: p.released,
        since: p.at,
      })
      .onConflict((oc) => oc.columns(['study_id', 'name', 'rules']).doNothing()),
)

const known = remembering(async (db, studyId) => {
  const rows = await db.read(reportOnlyOf({ studyId }))
  return new Set(rows.filter(({ name, rules }) => rules === rulesOf(name)).map(({ name }) => name))
})

/** Their names, as they stood at most five seconds before `now` (ISO 8601 in UTC). */
export async function findReportOnly(db: Database, studyId: string, now: string): Promise<ReadonlySet<string>> {
  return (await known.find(db, studyId, now)) ?? new Set()
}

/** Called when one has become so, so that this process knows. */
export function forgetReportOnly(db: Database): void {
  known.forget(db)
}
