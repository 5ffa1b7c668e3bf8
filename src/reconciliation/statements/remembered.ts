/** What people have said about an account's files, remembered for the next one. */
import * as z from 'zod'
import { type Database, first, type Write } from '../../platform/db/together.ts'
import { csvMapping } from '../formats/csv/mapping.ts'
import { kinds } from '../formats/statement.ts'
import * as store from './store.ts'

const remembered = z.object({
  /** How its plain CSV is read; null for nothing said. */
  csv: csvMapping.nullable().default(null),
  /** What the provider's words mean, beyond what our own tables know. */
  kinds: z.record(z.string(), z.enum(kinds)).default({}),
})

export type Remembered = z.output<typeof remembered>

export async function readRemembered(db: Database, accountId: string): Promise<Remembered> {
  const row = await first(db, store.rememberedOf({ accountId }))
  return remembered.parse(row === undefined ? {} : JSON.parse(row.mapping))
}

export function rememberedWrite(accountId: string, what: Remembered, actor: string, at: string): Write {
  return store.remember({ accountId, mapping: JSON.stringify(what), actor, at })
}
