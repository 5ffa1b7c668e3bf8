/** Writing rows by the thousand. */
import type SqliteFile from 'better-sqlite3'
import type { Copier } from './copied-values.ts'

/** So many values one statement takes. */
const mostValues = 4_000

/** Writes rows table by table: those of one table are held back until there are many, which are written in one statement. */
export function writerTo(file: InstanceType<typeof SqliteFile>) {
  const statements = new Map<string, SqliteFile.Statement>()
  const held = new Map<string, { columns: readonly string[]; values: unknown[] }>()
  const insert = (table: string, columns: readonly string[], values: unknown[]) => {
    const rows = values.length / columns.length
    const name = `${table} ${rows}`
    let statement = statements.get(name)
    if (statement === undefined) {
      const row = `(${columns.map(() => '?').join(', ')})`
      statement = file.prepare(
        `insert into "${table}" (${columns.join(', ')}) values ${Array.from({ length: rows }, () => row).join(', ')}`,
      )
      statements.set(name, statement)
    }
    statement.run(values)
  }
  const flush = (table: string, all: boolean) => {
    const of = held.get(table)
    if (of === undefined) return
    const rows = Math.floor(mostValues / of.columns.length)
    const size = rows * of.columns.length
    let at = 0
    for (; of.values.length - at >= size; at += size) insert(table, of.columns, of.values.slice(at, at + size))
    for (; all && at < of.values.length; at += of.columns.length) {
      insert(table, of.columns, of.values.slice(at, at + of.columns.length))
    }
    of.values = of.values.slice(at)
  }
  return {
    write({ table, columns }: Copier, values: unknown[]) {
      const of = held.get(table) ?? { columns, values: [] }
      held.set(table, of)
      for (const value of values) of.values.push(value)
      if (of.values.length > mostValues * 2) flush(table, false)
    },
    flushAll() {
      for (const table of held.keys()) flush(table, true)
    },
  }
}
