/**
 * Which migrations a database still needs, and making them. The table `migrations` has the shape that wrangler makes
 * on D1 and the names are those of the files, so either tool goes on where the other stopped.
 */
import type { Database, Query } from './together.ts'

/** `name` is the file's name, `0001_studies.sql`; its number says the order. */
export interface Migration {
  name: string
  script: string
}

/** To see where a database stands, the names are enough. */
type Named = Pick<Migration, 'name'>

export type Pending<M extends Named = Migration> =
  | { possible: true; migrations: M[] }
  | { possible: false; why: string }

/** Says why a database cannot be brought to this version, in one line for whoever starts the program. */
class MigrationRefused extends Error {
  override name = 'MigrationRefused'
}

/**
 * The migrations that `applied` lacks of `known`, both in order; or why that cannot be said: the database is newer
 * than the program, or its history has a gap.
 */
export function pending<M extends Named>(known: readonly M[], applied: readonly string[]): Pending<M> {
  const names = known.map((migration) => migration.name)
  const unknown = applied.find((name) => !names.includes(name))
  if (unknown !== undefined) {
    const why = `The database is newer than this program: it has the migration ${unknown}, which is not known here. Update the program.`
    return { possible: false, why }
  }
  const missing = names.slice(0, applied.length).find((name, i) => applied[i] !== name)
  if (missing !== undefined) {
    const why = `The database's history has a gap: the migration ${missing} is missing before ${applied.at(-1)}. Restore a backup.`
    return { possible: false, why }
  }
  return { possible: true, migrations: known.slice(applied.length) }
}

/** Written so that all three databases read it and wrangler's own insert, which names no id, works on it too. */
const makeTable = `create table if not exists migrations (
  id integer primary key,
  name text unique,
  applied_at text default current_timestamp not null
);
`

const listApplied: Query<{ name: string }> = { sql: 'select "name" from "migrations" order by "id"', values: [] }

/**
 * Brings the database to the last of `migrations`, each with its row in one step, and gives back the names of those
 * that this call made. Two processes may migrate at once: the row's key lets one of them make each migration.
 * `now` is ISO 8601 in UTC.
 * @throws MigrationRefused when the database is newer or has a gap, and whatever a script fails with
 */
export async function migrate(db: Database, migrations: readonly Migration[], now: string): Promise<string[]> {
  const made: string[] = []
  await db.apply(makeTable)
  for (;;) {
    const applied = await appliedNames(db)
    const plan = pending(migrations, applied)
    if (!plan.possible) throw new MigrationRefused(plan.why)
    const [next] = plan.migrations
    if (next === undefined) return made
    try {
      await db.apply(withRow(next, applied.length + 1, now))
      made.push(next.name)
    } catch (error) {
      // Another process may have made it meanwhile; then there is nothing to complain about.
      if ((await appliedNames(db)).length > applied.length) continue
      throw new Error(`The migration ${next.name} failed and changed nothing: ${messageOf(error)}`, { cause: error })
    }
  }
}

/** Whether a database stands at the last of `migrations`; the reason when it does not. */
export async function whyNotCurrent(db: Database, migrations: readonly Named[]): Promise<string | undefined> {
  const plan = pending(migrations, await appliedNames(db))
  if (!plan.possible) return plan.why
  const [next] = plan.migrations
  return next === undefined ? undefined : `The database lacks the migration ${next.name}.`
}

/**
 * What is in a database before it is migrated: nothing at all; tables without the rows that say how they came to be, as
 * when the schema alone was restored; or some version of this service.
 */
export async function foundIn(db: Database): Promise<'nothing' | 'a schema without rows' | 'a version'> {
  if ((await readUnlessMissing(db, listApplied)).length > 0) return 'a version'
  const tables = await readUnlessMissing(
    db,
    { sql: 'select 1 as "found" from door_policies limit 1', values: [] },
    true,
  )
  return tables.length > 0 ? 'a schema without rows' : 'nothing'
}

/** Reads what may be of a later version than the database: no rows for a table that is not there; for one that is there and empty, one row when `evenEmpty`. */
export async function readUnlessMissing(db: Database, query: Query, evenEmpty = false): Promise<unknown[]> {
  try {
    const rows = await db.read(query)
    return evenEmpty && rows.length === 0 ? [null] : rows
  } catch (error) {
    if (/no such table|relation "\w+" does not exist/.test(messageOf(error))) return []
    throw error
  }
}

async function appliedNames(db: Database): Promise<string[]> {
  return (await db.read(listApplied)).map((row) => row.name)
}

/** One script that takes an empty database all the way, for whoever makes many of them. */
export function migrationScript(migrations: readonly Migration[], now: string): string {
  return [makeTable, ...migrations.map((migration, i) => withRow(migration, i + 1, now))].join('\n')
}

/** The row comes first, so that of two processes the later one is refused before it touches a table. */
function withRow(migration: Migration, id: number, now: string): string {
  const row = `insert into migrations (id, name, applied_at) values (${id}, ${quoted(migration.name)}, ${quoted(now)});`
  return `${row}\n${migration.script}`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
