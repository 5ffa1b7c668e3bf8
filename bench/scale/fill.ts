/**
 * Fills a database with as many responses as wanted: the template's, over and over, each with ids, moments, hashes and
 * sealed texts of its own. Tables have no keys and no indexes while rows are added at their ends; those are made at last.
 */
import { rmSync } from 'node:fs'
import SqliteFile from 'better-sqlite3'
import { progressOf } from '../../src/cli/progress.ts'
import { contentHash } from '../../src/rewards/batches/hash.ts'
import { addBalances } from './balances.ts'
import { bareTables, countTableIndexes, makeTableIndexes, restoreTables } from './bare-tables.ts'
import { type Copier, type Copy, copierOf, laterId } from './copied-values.ts'
import { type Drawn, drawnFrom } from './drawn.ts'
import { type SiteKeys, siteKeys } from './sealed.ts'
import { addSeals } from './seals.ts'
import { addSegments } from './segments.ts'
import { fileOf } from './template.ts'
import { type BatchRows, copied, droppedByRetention, type Person, readBatches, readPeople } from './template-rows.ts'
import { addWaiting, timesEach, waitingSteps } from './waiting.ts'
import { writerTo } from './writer.ts'

type File = InstanceType<typeof SqliteFile>
const dayMs = 86_400_000
/** The copies of one person come no further apart. */
const mostStepMs = 20_000

/** Everything that is filled, in the order in which its indexes are made: the trail's first, because its chain is made along them. */
const filledTables = ['audit_entries', ...copied.filter((table) => table !== 'audit_entries')]
/** What is made of the other rows, once all are there. */
const derivedTables = ['answer_places', 'audit_seals']

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

/** Opens the file and what is kept beside it until it is full: which part is done, and whose place comes after whose. */
function openFilling(folder: string): File {
  const file = new SqliteFile(fileOf(folder))
  for (const pragma of ['foreign_keys = OFF', 'legacy_alter_table = ON', 'synchronous = OFF', 'cache_size = -800000']) {
    file.pragma(pragma)
  }
  // A process that is ended leaves a journal, by which the next one finds what was there before the last day.
  file.pragma('journal_mode = DELETE')
  file.exec(`attach '${fillingOf(folder)}' as filling`)
  file.pragma('filling.journal_mode = DELETE')
  return file
}

const fillingOf = (folder: string) => `${fileOf(folder)}.filling`

/** @returns does a part in one transaction, unless it was done before the process was ended */
function partsOf(file: File) {
  file.exec('create table if not exists filling.done (part text primary key)')
  const found = file.prepare('select 1 from filling.done where part = ?')
  const add = file.prepare('insert into filling.done values (?)')
  return (part: string, act: () => void): void => {
    if (found.get(part) !== undefined) return
    file.transaction(() => {
      act()
      add.run(part)
    })()
  }
}

interface Day {
  /** So many days after the template's. */
  laterDays: number
  /** Of the template, so many. */
  copies: number
}

/** Copies the whole template as often as wanted. @param onCopied takes each new respondent's id, and whose copy it is */
function copyDay(source: Source, { laterDays, copies }: Day, onCopied: (id: string, person: number) => void): void {
  // Between two people of the template there is room for one of each copy.
  const stepMs = Math.min(mostStepMs, Math.floor((0.9 * dayMs) / source.people.length / copies))
  const made = Array.from({ length: copies }, (_, j) => newBatches(source, laterDays * dayMs + j * stepMs))
  for (const [nth, one] of source.people.entries()) {
    for (const of of made) onCopied(copyPerson(source, one, of, laterDays), nth)
  }
  for (const of of made) copyBatches(source, of, laterDays)
}

/**
 * Goes on where an earlier process was ended.
 * @param folder of a site that is a copy of the template's and is not open
 * @param templateFolder of the template's site
 * @param count how many responses there shall be in all, a multiple of the template's
 * @param days the days on which they came, the template's first
 * @param mostMs once it has taken so long, the day that is being filled is the last
 * @param isLean whether what retention drops is left out
 * @returns how many there are
 */
export async function fill(
  folder: string,
  templateFolder: string,
  count: number,
  days: readonly string[],
  mostMs: number,
  isLean: boolean,
): Promise<number> {
  const endsAt = performance.now() + mostMs
  const file = openFilling(folder)
  const part = partsOf(file)
  const keys = await siteKeys(folder, file.prepare('select id, study_id, purpose, wrapped from study_keys').all())
  part('bare', () => {
    file.exec('create table filling.places (respondent_id text, person integer, later_days integer)')
    if (isLean) for (const table of droppedByRetention) file.exec(`delete from ${table}`)
    bareTables(file, [...filledTables, ...derivedTables])
  })
  const template = new SqliteFile(fileOf(templateFolder), { readonly: true })
  const batches = readBatches(template)
  const people = readPeople(template, isLean ? droppedByRetention : []).map((person) => {
    const ids = new Set([...person.ids, ...(person.batchId === null ? [] : [person.batchId])])
    return { person, copiers: person.tables.map((of) => copierOf(of, keys, ids)) }
  })
  template.close()
  const { write, flushAll } = writerTo(file)
  const addPlace = file.prepare('insert into filling.places values (?, ?, ?)')
  const times = Math.max(1, Math.floor(count / people.length / (isLean ? timesEach : 1)))
  const progress = progressOf('Filling in responses:', times * people.length)
  for (const [nth, day] of days.entries()) {
    const laterDays = Math.round((Date.parse(day) - Date.parse(days[0] ?? '')) / dayMs)
    // The first copy of the first day is the template itself.
    const from = Math.max(1, Math.floor((times * nth) / days.length))
    const copies = Math.floor((times * (nth + 1)) / days.length) - from
    if (copies < 1) continue
    if (performance.now() > endsAt) break
    part(`day ${nth}`, () => {
      const source: Source = { people, batches, keys, drawn: drawnFrom(20_261_129 + nth), write }
      copyDay(source, { laterDays, copies }, (id, person) => addPlace.run(id, person, laterDays))
      flushAll()
    })
    progress.at((from + copies) * people.length)
  }
  progress.end()
  if (isLean) {
    const waiting = progressOf('Adding those who wait, table by table:', waitingSteps)
    addWaiting(
      file,
      people.map(({ person }) => person),
      part,
      (done) => waiting.at(done),
    )
    waiting.end()
  }
  const total = countTableIndexes(file)
  let made = 0
  const indexing = progressOf('Making indexes:', total)
  const onMade = () => indexing.at(++made)
  makeTableIndexes(file, filledTables, onMade)
  part('places', () =>
    addSegments(
      file,
      keys,
      people.map(({ person }) => person),
    ),
  )
  part('seals', () => addSeals(file))
  makeTableIndexes(file, derivedTables, onMade)
  indexing.end()
  part('balances', () => addBalances(file))
  restoreTables(file)
  const filled = file.prepare('select count(*) from answer_places').pluck().get() as number
  file.close()
  rmSync(fillingOf(folder))
  return filled
}
