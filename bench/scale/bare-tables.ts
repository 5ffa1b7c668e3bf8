/**
 * Tables without keys while they are filled. A row put into a table with three keys goes to three places in trees that no
 * longer fit in memory; a tree that is made once all rows are there is made of sorted rows, one page behind the other.
 * SQLite keeps a table's keys as indexes like any other, so at the end they are made as indexes and then given to the
 * table by its schema, which is put back to the letter (https://www.sqlite.org/pragma.html#pragma_writable_schema).
 */
import type SqliteFile from 'better-sqlite3'

type File = InstanceType<typeof SqliteFile>

interface Entry {
  type: 'table' | 'index'
  name: string
  table: string
  /** Null for the index of a key, which the table's own text describes. */
  sql: string | null
}

const schemaOf = (file: File, table: string) =>
  file
    .prepare('select type, name, tbl_name as "table", sql from main.sqlite_master where tbl_name = ? order by rowid')
    .all(table) as Entry[]

/** Keys as indexes are named so until they are the table's. */
const nameOfKey = (name: string) => name.replace('sqlite_autoindex_', 'key_of_')

/** What makes this index anew, as long as its table knows nothing of it. */
function makesIndex(file: File, { name, table, sql }: Entry): string {
  if (sql !== null) return sql
  const columns = (file.pragma(`index_xinfo("${name}")`) as { name: string; key: number }[]).filter(
    ({ key }) => key === 1,
  )
  return `create unique index "${nameOfKey(name)}" on "${table}" (${columns.map((column) => `"${column.name}"`).join(', ')})`
}

/** Takes all keys, rules and indexes of these tables away; what they were is kept in the attached `filling`. */
export function bareTables(file: File, tables: readonly string[]): void {
  file.exec('create table filling.entries (type text, name text, "table" text, sql text, makes text)')
  const keep = file.prepare('insert into filling.entries values (?, ?, ?, ?, ?)')
  for (const table of tables) {
    const [own, ...indexes] = schemaOf(file, table)
    if (own?.type !== 'table') throw new Error(`There is no table ${table}`)
    keep.run('table', table, table, own.sql, null)
    for (const index of indexes) keep.run('index', index.name, table, index.sql, makesIndex(file, index))
    const columns = (file.pragma(`table_info("${table}")`) as { name: string; type: string }[])
      .map(({ name, type }) => `"${name}" ${type}`)
      .join(', ')
    file.exec(`create table bare_rows (${columns})`)
    file.exec(`insert into bare_rows select * from "${table}" order by rowid`)
    file.exec(`drop table "${table}"`)
    file.exec(`alter table bare_rows rename to "${table}"`)
  }
}

/** Makes those indexes of these tables, keys first, that are not there yet. */
export function makeTableIndexes(file: File, tables: readonly string[], onMade: () => void): void {
  const entries = file.prepare(
    `select name, sql, makes from filling.entries where type = 'index' and "table" = ? order by rowid`,
  )
  const isThere = file.prepare(`select 1 from main.sqlite_master where type = 'index' and name in (?, ?)`)
  for (const table of tables) {
    for (const { name, makes } of entries.all(table) as { name: string; makes: string }[]) {
      if (isThere.get(name, nameOfKey(name)) === undefined) file.exec(makes)
      onMade()
    }
  }
}

/** How many indexes are to be made. */
export const countTableIndexes = (file: File): number =>
  file.prepare(`select count(*) from filling.entries where type = 'index'`).pluck().get() as number

/** Gives the tables their text again, and with it the keys that were made. */
export function restoreTables(file: File): void {
  file.unsafeMode(true)
  file.pragma('writable_schema = ON')
  const put = file.prepare(`update main.sqlite_master set sql = ? where type = 'table' and name = ?`)
  const own = file.prepare(`update main.sqlite_master set name = ?, sql = null where type = 'index' and name = ?`)
  const entries = file.prepare('select * from filling.entries').all() as Entry[]
  file.transaction(() => {
    for (const { type, name, sql } of entries) {
      if (type === 'table') put.run(sql, name)
      else if (sql === null) own.run(name, nameOfKey(name))
    }
    file.pragma(`schema_version = ${(file.pragma('schema_version', { simple: true }) as number) + 1}`)
  })()
  file.pragma('writable_schema = RESET')
  file.unsafeMode(false)
}
