/** What people have said about an account's files, remembered for the next one. */
import * as z from 'zod'
import { type Database, first } from '../../platform/db/together.ts'
import type { CsvMapping } from '../formats/csv/mapping.ts'
import { type MovementKind, movementKinds } from '../formats/statement.ts'
import type { UploadDetails } from '../statements/statement.ts'
import { columnsIn, type RememberedColumns, type Word, wordsIn } from './rule.ts'
import * as store from './store.ts'

/** Rows of earlier versions hold words, and also a mapping, which may never have read a file. */
const earlier = z.object({ kinds: z.record(z.string(), z.enum(movementKinds)).default({}) })

/** So many files back a mapping of columns is looked for: banks change their tables, and do not alternate between many. */
const filesBack = 100

export interface RememberedRules {
  /** How plain CSVs were read that count, one for each row of names. What was refused is not remembered. */
  csv: readonly CsvMapping[]
  /** What the provider's words mean, beyond what our own tables know. */
  kinds: { readonly [rawType: string]: MovementKind }
}

/** How files of an account are read by what was confirmed before: columns, and the kinds of its words. */
export async function readRemembered(db: Database, accountId: string): Promise<RememberedRules> {
  const columns = await rememberedColumns(db, accountId)
  const words = await rememberedWords(db, accountId)
  return {
    csv: columns.filter(({ state }) => state === 'in_use').map(({ mapping }) => mapping),
    kinds: Object.fromEntries(words.map(({ word, kind }) => [word, kind])),
  }
}

/** How plain CSVs of an account are read, the newest first. */
export async function rememberedColumns(db: Database, accountId: string): Promise<RememberedColumns[]> {
  const files = await db.read(store.publishedMappings({ accountId, limit: filesBack }))
  const read = files.flatMap(({ mapping, told, uploadedBy, madeAt }) => {
    const { saidAt } = JSON.parse(told ?? '{}') as Partial<UploadDetails>
    return mapping === null ? [] : [{ mapping, uploadedBy, saidAt: saidAt ?? madeAt }]
  })
  return columnsIn(read, await db.read(store.columnRulesOf({ accountId })))
}

/** What the words of an account's provider mean. */
export async function rememberedWords(db: Database, accountId: string): Promise<Word[]> {
  const row = await first(db, store.wordsBefore({ accountId }))
  const taughtKinds = row === undefined ? {} : earlier.parse(JSON.parse(row.mapping)).kinds
  const { actor, at } = row ?? { actor: '', at: '' }
  const before = Object.entries(taughtKinds).map(([rawType, kind]) => ({ rawType, kind, actor, at }))
  const rules = (await db.read(store.typeRulesOf({ accountId }))).map((rule) => ({
    ...rule,
    kind: z.enum(movementKinds).parse(rule.kind),
  }))
  return wordsIn([...before, ...rules])
}
