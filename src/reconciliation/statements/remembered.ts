/** What people have said about an account's files, remembered for the next one. */
import * as z from 'zod'
import { type Database, first, type Write } from '../../platform/db/together.ts'
import { type CsvMapping, csvMapping } from '../formats/csv/mapping.ts'
import { type Kind, kinds } from '../formats/statement.ts'
import * as store from './store.ts'

/** Rows of earlier versions also hold a mapping, which may never have read a file. */
const learned = z.object({ kinds: z.record(z.string(), z.enum(kinds)).default({}) })

export interface Remembered {
  /** How the newest plain CSV that counts was read; null for none. What was refused is not remembered. */
  csv: CsvMapping | null
  /** What the provider's words mean, beyond what our own tables know. */
  kinds: { [rawType: string]: Kind }
}

export async function readRemembered(db: Database, accountId: string): Promise<Remembered> {
  const published = await first(db, store.publishedMapping({ accountId }))
  const row = await first(db, store.rememberedOf({ accountId }))
  const said = learned.parse(row === undefined ? {} : JSON.parse(row.mapping))
  return {
    csv: published?.mapping ? csvMapping.parse(JSON.parse(published.mapping)) : null,
    kinds: Object.fromEntries(Object.entries(said.kinds).filter(([rawType]) => isWord(rawType))),
  }
}

/** Whether a provider's type can be learned: no type at all says nothing of the next line that has none. */
export function isWord(rawType: string | undefined): rawType is string {
  return rawType !== undefined && rawType.trim() !== ''
}

export function rememberKinds(accountId: string, words: Remembered['kinds'], actor: string, at: string): Write {
  return store.remember({ accountId, mapping: JSON.stringify({ kinds: words }), actor, at })
}
