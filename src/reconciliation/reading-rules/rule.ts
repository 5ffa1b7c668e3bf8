/** What people have said of how an account's files are read, and what of it is in force: pure. */
import { sha256 } from '../../platform/crypto/sha256.ts'
import { type CsvMapping, csvMapping } from '../formats/csv/mapping.ts'
import type { MovementKind } from '../formats/statement.ts'

/** What a person has said of a word; `unknown` takes back what was said of it before. */
export interface WordRule {
  rawType: string
  kind: MovementKind
  /** A staff id. */
  actor: string
  at: string
}

/** What a person has said of plain CSVs with one row of names; without a mapping, that it is to be forgotten. */
export interface ColumnsRule {
  header: string
  mapping: string | null
  actor: string
  at: string
}

/** What a word of the provider means in an account. */
export interface Word {
  word: string
  kind: MovementKind
  actor: string
  at: string
}

/** How plain CSVs with one row of names are read. */
export interface RememberedColumns {
  /** Names it in its account: the hash of the row of names. */
  name: string
  header: readonly string[]
  mapping: CsvMapping
  /**
   * `in_use`: the next file with these columns is read so, as one was that counts. `to_confirm`: a person has changed it
   * since, and the next file is shown as it would be read before it is.
   */
  state: 'in_use' | 'to_confirm'
  actor: string
  at: string
}

/** A published plain CSV, and how it was read. */
export interface ReadFile {
  mapping: string
  uploadedBy: string
  /** When its columns were said. */
  saidAt: string
}

/** Whether a provider's type can be learned: no type at all says nothing of the next line that has none. */
export function isWord(rawType: string | undefined): rawType is string {
  return rawType !== undefined && rawType.trim() !== ''
}

/** The name of a rule of columns. */
export function columnsName(header: readonly string[]): string {
  return sha256(JSON.stringify(header))
}

/** @param rules oldest first: the last of a word holds */
export function wordsIn(rules: readonly WordRule[]): Word[] {
  const words = new Map<string, Word>()
  for (const { rawType: word, kind, actor, at } of rules) {
    if (kind === 'unknown' || !isWord(word)) words.delete(word)
    else words.set(word, { word, kind, actor, at })
  }
  return [...words.values()].sort((one, other) => (one.word < other.word ? -1 : 1))
}

/**
 * The rules of columns of an account. Of a file that counts and what a person has said beside it, the later one holds.
 * @param files newest first
 * @param rules oldest first
 */
export function columnsIn(files: readonly ReadFile[], rules: readonly ColumnsRule[]): RememberedColumns[] {
  const found = new Map<string, RememberedColumns>()
  for (const { mapping: text, uploadedBy: actor, saidAt: at } of files) {
    const mapping = csvMapping.parse(JSON.parse(text))
    const { header } = mapping
    const name = header === null ? null : columnsName(header)
    // Without its row of names it fits no file.
    if (header === null || name === null || found.has(name)) continue
    found.set(name, { name, header, mapping, state: 'in_use', actor, at })
  }
  for (const { header: name, mapping: text, actor, at } of rules) {
    if ((found.get(name)?.at ?? '') > at) continue
    const mapping = text === null ? null : csvMapping.parse(JSON.parse(text))
    if (mapping?.header == null) found.delete(name)
    else found.set(name, { name, header: mapping.header, mapping, state: 'to_confirm', actor, at })
  }
  return [...found.values()].sort((one, other) => (one.at < other.at ? 1 : -1))
}
