/** Rows that a database of this version has from its first day. One that lacks them is a schema and no database. */
import { neededRows } from '../../../schema/needed-rows.ts'
import type { Database } from '../../platform/db/together.ts'

const counts = `select ${Object.keys(neededRows)
  .map((table) => `(select count(*) from ${table}) as "${table}"`)
  .join(',\n  ')}`

const halves = [
  `select 'the offer ' || offers.id as "what", 'its balances' as "lacks" from offers
left join offer_balances on offer_balances.offer_id = offers.id where offer_balances.offer_id is null limit 20`,
  `select 'the study ' || studies.slug as "what", 'an offer' as "lacks" from studies
left join offers on offers.study_id = studies.id where offers.id is null and studies.test_of is null limit 20`,
]

/** One line for each table with fewer rows than a fresh database has, and for each study or offer without its other half. */
export async function missingRows(db: Database): Promise<string[]> {
  const [found = {}] = await db.read<Record<string, number>>({ sql: counts, values: [] })
  const short = Object.entries(neededRows).flatMap(([table, least]) =>
    (found[table] ?? 0) < least ? [`${table} has ${found[table] ?? 0} rows, and a fresh database has ${least}`] : [],
  )
  for (const sql of halves) {
    const rows = await db.read<{ what: string; lacks: string }>({ sql, values: [] })
    short.push(...rows.map(({ what, lacks }) => `${what} lacks ${lacks}`))
  }
  return short
}
