/** The latest time in the database. Nothing may be written with an earlier one. */
import type { Database } from '../platform/db/together.ts'
import { heartbeats } from '../platform/heartbeats/heartbeats.ts'
import { timeOfId } from '../platform/time/id-time.ts'

/** Of the audit trail, in which everything has its entry, and of the periodic work; null where there is neither. */
export async function newestTime(db: Database): Promise<string | null> {
  const [row] = await db.read<{ id: string | null }>({ sql: 'select max(id) as "id" from audit_entries', values: [] })
  const entry = timeOfId(row?.id ?? '')
  const times = [...(await heartbeats(db)).values(), ...(entry === undefined ? [] : [new Date(entry).toISOString()])]
  return times.sort().at(-1) ?? null
}
