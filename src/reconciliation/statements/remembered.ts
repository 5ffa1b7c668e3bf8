/** What people have said about an account's files, remembered for the next one. */
import * as z from 'zod'
import { type Database, first, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { type CsvMapping, csvMapping } from '../formats/csv/mapping.ts'
import { type Kind, kinds } from '../formats/statement.ts'
import * as store from './store.ts'

/** Rows of earlier versions hold words, and also a mapping, which may never have read a file. */
const earlier = z.object({ kinds: z.record(z.string(), z.enum(kinds)).default({}) })

export interface Remembered {
  /** How the newest plain CSV that counts was read; null for none. What was refused is not remembered. */
  csv: CsvMapping | null
  /** What the provider's words mean, beyond what our own tables know. */
  kinds: { [rawType: string]: Kind }
}

interface NewRule {
  accountId: string
  rawType: string
  kind: Kind
  actor: string
}

export async function readRemembered(db: Database, accountId: string): Promise<Remembered> {
  const published = await first(db, store.publishedMapping({ accountId }))
  const row = await first(db, store.rememberedOf({ accountId }))
  const before = earlier.parse(row === undefined ? {} : JSON.parse(row.mapping))
  const rules = await db.read(store.typeRulesOf({ accountId }))
  const said = rules.map(({ rawType, kind }) => [rawType, z.enum(kinds).parse(kind)] as const)
  const all = [...Object.entries(before.kinds), ...said]
  return {
    csv: published?.mapping ? csvMapping.parse(JSON.parse(published.mapping)) : null,
    kinds: Object.fromEntries(all.filter(([rawType]) => isWord(rawType))),
  }
}

/** Whether a provider's type can be learned: no type at all says nothing of the next line that has none. */
export function isWord(rawType: string | undefined): rawType is string {
  return rawType !== undefined && rawType.trim() !== ''
}

/** Says what a word of an account's provider means from now on, beside whatever is said of other words meanwhile. */
export function rememberKind({ clock, ids }: Pick<Ports, 'clock' | 'ids'>, rule: NewRule): Write {
  return store.addTypeRule({ id: ids.next('rule'), ...rule, at: clock.now() })
}
