/**
 * The words for all-or-nothing. D1 has no interactive transaction, so no part of the app asks for one: a query is a
 * described value, and `together(...)` makes a list of writes true, or says which constraint refused them.
 *
 * @example
 * const { sql } = queriesOf<RoomTables>()
 * const addNote = prepareQuery((p: { id: string; text: string }) => sql.insertInto('notes').values(p))
 * const outcome = await db.together(addNote({ id, text }), countNote({ id }))
 * if (!outcome.done && outcome.breach.on === 'notes.id') return alreadyDone()
 */
import { type Compilable, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Tables } from '../../../schema/tables.ts'
import { chunked, maxBoundValues } from './chunked.ts'

/** House types: text (NFC, no NUL, no lone surrogate), integers within 2^53-1, null. */
export type SqlValue = string | number | null

/** A query that has been described and not made: SQL with `?` for each value. `Row` is what it gives back. */
export interface Query<Row = unknown> {
  readonly sql: string
  readonly values: readonly SqlValue[]
  /** Never set: it only carries the type of a row. */
  readonly row?: Row
}

/** A query that changes something; made only by `together`. */
export type Write<Row = unknown> = Query<Row>

/**
 * The constraint that refused. `on` is `table.column, table.column` for a unique key, `table.column` for a required
 * column, the constraint's name for a check, and null for a reference, which SQLite does not name.
 *
 * The first write that is refused decides; within one write, required columns come before checks, checks before keys
 * and keys before references. A reference must stand when its own write ends. Migration 0001 says how a table is
 * written so that all databases choose the same among several checks or keys.
 */
export type Breach =
  | { kind: 'unique'; on: string }
  | { kind: 'check'; on: string }
  | { kind: 'required'; on: string }
  | { kind: 'reference'; on: null }

/** `rows[i]` is what write `i` returned (empty without a RETURNING clause). */
export type WriteOutcome = { done: true; rows: unknown[][] } | { done: false; breach: Breach }

/** The database port. Everything but a refused constraint throws. */
export interface Database {
  /** Makes one reading query. */
  read<Row>(query: Query<Row>): Promise<Row[]>
  /**
   * Makes all writes or none, in order. Answered only when the change is durable. When it throws, the change may have
   * been made all the same (the reply was lost, or what a write returned is no bindable value): send the same writes
   * again, and the breach on their first id says that it was.
   */
  together(...writes: Write[]): Promise<WriteOutcome>
  /** Applies a migration script: statements that each end with `;` at a line's end. All of them or none. */
  apply(script: string): Promise<void>
  /** How many statements one run may send it, all of its parts together; not there where nobody counts. */
  readonly mostStatements?: number
  /** How many calls wait for their turn at this moment; not there where nobody can know. */
  waiting?(): number
  /** Empties the log of what was written, so that nothing erased is left there; not there where a server keeps it. */
  emptyLog?(): Promise<void>
  close(): Promise<void>
}

/** Describes queries; it cannot make any. The dialect is the subset that all three databases read alike. */
const builder = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

type Some<Room> = { [Name in keyof Room]: Name extends keyof Tables ? Partial<Tables[Name]> : never }

/**
 * What one room describes its queries with: no other room's tables can be named in them. Each room's `tables.ts` makes
 * its own.
 */
export function queriesOf<Room extends Some<Room>>() {
  return {
    sql: builder as unknown as Kysely<Room>,
    insertMany: insertRows as <Name extends keyof Room & string>(table: Name, rows: readonly Room[Name][]) => Write[],
  }
}

/**
 * A query with named values, compiled once. `build` is called one time with placeholders, so it may not look at a
 * value or branch on one: it may only put each where a value belongs, and never a list of them. Kysely's compiling
 * would otherwise be the dearest part of a submission.
 * @throws TypeError the first time, when `build` looks into a placeholder
 */
export function prepareQuery<Values extends { [K in keyof Values]: SqlValue }, Row>(
  build: (values: Values) => Compilable<Row>,
): (values: Values) => Query<Row> {
  let compiled: { sql: string; slots: readonly Slot[] } | undefined
  return (values) => {
    compiled ??= compileOnce(build)
    const given = compiled.slots.map(({ name, constant }) => (name === null ? constant : values[name as keyof Values]))
    return { sql: compiled.sql, values: given }
  }
}

/** What D1 can take of one text, in bytes, and therefore what the others do. */
const mostBytes = 2_000_000

/** Texts of inserts, by table, columns and number of rows: a text that is the same object need not be looked through again. */
const insertTexts = new Map<string, string>()

function insertText(table: string, columns: readonly string[], rows: number): string {
  const which = `${table} ${rows} ${columns.join(' ')}`
  const known = insertTexts.get(which)
  if (known !== undefined) return known
  const row = `(${columns.map(() => '?').join(', ')})`
  const names = columns.map((name) => `"${name}"`).join(', ')
  const text = `insert into "${table}" (${names}) values ${Array.from({ length: rows }, () => row).join(', ')}`
  insertTexts.set(which, text)
  return text
}

/** Many rows for one table, all with the same columns, in as few writes as the limit on values allows. */
function insertRows(table: string, rows: readonly unknown[]): Write[] {
  const [head] = rows as readonly object[]
  if (head === undefined) return []
  const columns = Object.keys(head)
  return chunked(rows as readonly Record<string, SqlValue>[], Math.floor(maxBoundValues / columns.length)).map(
    (some): Write => {
      const values: SqlValue[] = []
      for (const one of some) for (const name of columns) values.push(one[name] ?? null)
      return { sql: insertText(table, columns, some.length), values }
    },
  )
}

/** Where a named value stands, or one that is always the same. */
type Slot = { name: string | null; constant: SqlValue }

/** A constant such as a state, which needs no escaping. */
const word = /^[a-z_]+$/

/**
 * Words that never change are written into the SQL: a planner reads them once, where SQLite plans a statement anew each time
 * that a value is bound by which it has chosen a partial index.
 */
function withWords(sql: string, slots: readonly Slot[]): { sql: string; slots: Slot[] } {
  const left: Slot[] = []
  let at = 0
  const text = sql.replaceAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g, (found) => {
    if (found !== '?') return found
    const slot = slots[at] as Slot
    at += 1
    if (slot.name === null && typeof slot.constant === 'string' && word.test(slot.constant)) return `'${slot.constant}'`
    left.push(slot)
    return found
  })
  return { sql: text, slots: left }
}

function compileOnce<Values, Row>(build: (values: Values) => Compilable<Row>): { sql: string; slots: Slot[] } {
  const names = new Map<unknown, string>()
  const values = new Proxy({}, { get: (_, name) => placeholder(names, String(name)) })
  const query = build(values as Values).compile()
  const slots = query.parameters.map((parameter): Slot => {
    const name = names.get(parameter)
    return name === undefined ? { name: null, constant: parameter as SqlValue } : { name, constant: null }
  })
  return withWords(query.sql, slots)
}

/** Stands for a value while a query is built. Whoever asks it anything is told what is wrong. */
function placeholder(names: Map<unknown, string>, name: string): unknown {
  const made = new Proxy(Object.freeze({}), {
    get(_, asked) {
      throw new TypeError(
        `prepareQuery() builds once, so it cannot look at the value ${name} (asked for ${String(asked)})`,
      )
    },
  })
  names.set(made, name)
  return made
}

/** The first row, or undefined. */
export async function first<Row>(db: Pick<Database, 'read'>, query: Query<Row>): Promise<Row | undefined> {
  return (await db.read(query))[0]
}

/**
 * Refuses a value that the three drivers would treat differently, with the query at fault. Adapters call this before
 * anything is sent, so a mistake is the same mistake everywhere. A value must stand where a column gives it its type:
 * compared with one, added to one, or written into one, and of that column's type.
 * @throws TypeError
 */
export function assertBindable(query: Query): readonly SqlValue[] {
  if (query.values.length > maxBoundValues) throw new TypeError(`More than ${maxBoundValues} values in ${query.sql}`)
  for (const value of query.values as readonly unknown[]) {
    if (value === null) continue
    if (typeof value === 'number' && Number.isSafeInteger(value)) continue
    if (typeof value === 'string' && isNormalizedText(value)) continue
    const what =
      typeof value === 'string'
        ? 'a text with NUL, half a surrogate pair or over 2 MB'
        : `${typeof value} ${String(value)}`
    throw new TypeError(`Not a bindable value: ${what} in ${query.sql}`)
  }
  return query.values
}

function isNormalizedText(text: string): boolean {
  if (!text.isWellFormed() || text.includes('\0')) return false
  // No character of JavaScript takes more than three bytes of UTF-8, so short texts need no counting.
  return text.length * 3 <= mostBytes || new TextEncoder().encode(text).length <= mostBytes
}
