/**
 * Fills a database with as many responses as wanted: the template's, over and over, each with ids, moments, hashes and
 * sealed texts of its own. Rows are written in the order of their keys, and what stands only in an index comes last.
 */
import SqliteFile from 'better-sqlite3'
import type { ProgressLine } from '../../src/cli/progress.ts'
import { contentHash } from '../../src/rewards/batches/hash.ts'
import { addBalances } from './balances.ts'
import { type Copier, type Copy, copierOf, laterId } from './copied-values.ts'
import { type Drawn, drawnFrom } from './drawn.ts'
import { type SiteKeys, siteKeys } from './sealed.ts'
import { addSeals } from './seals.ts'
import { addSegments, type Place } from './segments.ts'
import { fileOf } from './template.ts'
import { type BatchRows, copied, type Person, readBatches, readPeople } from './template-rows.ts'
import { writerTo } from './writer.ts'

type File = InstanceType<typeof SqliteFile>
const dayMs = 86_400_000
/** The copies of one person come no further apart. */
const mostStepMs = 20_000

/** Takes the indexes away that are not part of a table, and gives what makes them again. */
function dropIndexes(file: File): string[] {
  const found = file
    .prepare(
      `select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in (${copied.map(() => '?')})`,
    )
    .all(...copied) as { name: string; sql: string }[]
  for (const { name } of found) file.exec(`drop index "${name}"`)
  return found.map(({ sql }) => sql)
}

/** What every day is copied from. */
interface Source {
  people: readonly { person: Person; copiers: readonly Copier[] }[]
  batches: readonly BatchRows[]
  keys: SiteKeys
  drawn: Drawn
  write: ReturnType<typeof writerTo>['write']
}

/** Once over all batches of the template: how much later they are, their ids, and the hashes of their lines. */
interface Batches {
  laterMs: number
  ids: Map<string, string>
  lines: Map<string, string[]>
}

function newBatches({ batches, drawn }: Source, laterMs: number): Batches {
  const audited = batches.flatMap(({ tables }) => tables.filter(({ table }) => table === 'audit_entries'))
  const old = [...batches.map(({ id }) => id), ...audited.flatMap(({ rows }) => rows.map(({ id }) => String(id)))]
  return { laterMs, ids: new Map(old.map((id) => [id, laterId(id, laterMs, drawn)])), lines: new Map() }
}

/** Copies one person. @returns the new respondent's id */
function copyPerson(
  { drawn, write }: Source,
  { person, copiers }: Source['people'][number],
  { laterMs, ids: batchIds, lines }: Batches,
  laterDays: number,
): string {
  const { batchId } = person
  const ids = new Map(person.ids.map((id) => [id, laterId(id, laterMs, drawn)]))
  if (batchId !== null) ids.set(batchId, batchIds.get(batchId) ?? '')
  const copy: Copy = { laterMs, laterDays, ids, drawn, payee: '', payeeHash: drawn.text(51) }
  for (const copier of copiers) {
    const values = copier.values(copy)
    write(copier, values)
    if (copier.table !== 'payouts' || batchId === null) continue
    const line = String(values[copier.columns.indexOf('line_hash')])
    lines.set(batchId, [...(lines.get(batchId) ?? []), line])
  }
  return ids.get(person.respondentId) ?? ''
}

function copyBatches({ batches, keys, drawn, write }: Source, of: Batches, laterDays: number): void {
  const known = new Set(of.ids.keys())
  const copy: Copy = { laterMs: of.laterMs, laterDays, ids: of.ids, drawn, payee: '', payeeHash: '' }
  for (const { id, tables } of batches) {
    const hash = contentHash(of.lines.get(id) ?? [])
    for (const { table, rows } of tables) {
      const hashed = rows.map((row) => ('content_hash' in row ? { ...row, content_hash: hash } : row))
      const copier = copierOf({ table, rows: hashed }, keys, known)
      write(copier, copier.values(copy))
    }
  }
}

/**
 * @param folder of a site that holds the template and is not open
 * @param count how many responses there shall be in all, a multiple of the template's
 * @param days the days on which they came, the template's first
 * @param mostMs once it has taken so long, the day that is being filled is the last
 * @returns how many there are
 */
export async function fill(
  folder: string,
  count: number,
  days: readonly string[],
  progress: ProgressLine,
  mostMs: number,
): Promise<number> {
  const endsAt = performance.now() + mostMs
  const file = new SqliteFile(fileOf(folder))
  for (const pragma of ['foreign_keys = OFF', 'synchronous = OFF', 'journal_mode = DELETE', 'cache_size = -800000']) {
    file.pragma(pragma)
  }
  const keys = await siteKeys(folder, file.prepare('select id, study_id, purpose, wrapped from study_keys').all())
  const people = readPeople(file).map((person) => {
    const ids = new Set([...person.ids, ...(person.batchId === null ? [] : [person.batchId])])
    return { person, copiers: person.tables.map((of) => copierOf(of, keys, ids)) }
  })
  const batches = readBatches(file)
  const indexes = dropIndexes(file)
  const { write, flushAll } = writerTo(file)
  const source: Source = { people, batches, keys, drawn: drawnFrom(20_261_129), write }
  const places: Place[] = people.map(({ person }) => ({ ...person, laterDays: 0 }))
  const times = Math.floor(count / people.length)
  for (const [nth, day] of days.entries()) {
    const laterDays = Math.round((Date.parse(day) - Date.parse(days[0] ?? '')) / dayMs)
    // The first copy of the first day is the template itself.
    const from = Math.max(1, Math.floor((times * nth) / days.length))
    const copies = Math.floor((times * (nth + 1)) / days.length) - from
    if (copies < 1) continue
    if (performance.now() > endsAt) break
    // Between two people of the template there is room for one of each copy.
    const stepMs = Math.min(mostStepMs, Math.floor((0.9 * dayMs) / people.length / copies))
    const made = Array.from({ length: copies }, (_, j) => newBatches(source, laterDays * dayMs + j * stepMs))
    file.exec('begin')
    for (const one of people) {
      for (const of of made) {
        const respondentId = copyPerson(source, one, of, laterDays)
        places.push({ respondentId, characters: one.person.characters, laterDays })
      }
      progress.at(places.length)
    }
    for (const of of made) copyBatches(source, of, laterDays)
    flushAll()
    file.exec('commit')
  }
  progress.end()
  file.exec('begin')
  addSegments(file, keys, people.length, places)
  addSeals(file)
  addBalances(file)
  file.exec('commit')
  for (const sql of indexes) file.exec(sql)
  file.close()
  return places.length
}
