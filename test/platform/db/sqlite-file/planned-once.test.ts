/** A statement of the embedded database is planned once, and asks the same as it was written. */
import { readdirSync, readFileSync } from 'node:fs'
import SqliteFile from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { statementCache } from '../../../../src/platform/db/sqlite-file/connection.ts'

const file = new SqliteFile(':memory:')
file.exec('create table things (id text primary key, n integer, note text, state text) strict')
const statementOf = statementCache(file)
afterAll(() => file.close())

const migrations = new URL('../../../../migrations/', import.meta.url)
const indexes = readdirSync(migrations)
  .flatMap((name) => readFileSync(new URL(name, migrations), 'utf8').split(';'))
  .flatMap((statement) => /create (?:unique )?index[^;]* where ([^;]*)$/i.exec(statement)?.[1] ?? [])
const compared = new Set(
  indexes.flatMap((condition) =>
    [...condition.matchAll(/(\w+)(?:, \d+, \d+\))? (?:=|<>|in|not in|like|not like) [('\d]/g)].map(
      ([, name]) => name ?? '',
    ),
  ),
)

test('the planner looks at no value that a key is to equal', () => {
  expect(statementOf('select things.id from things where things.id = ? and "note" = ? and n > ?').source).toBe(
    'select things.id from things where things.id = +? and "note" = +? and n > ?',
  )
})

test('it still sees each value that may decide whether a partial index is used', () => {
  expect([...compared].sort()).toContain('looked_at')
  for (const name of compared) {
    file.exec(`create table about_${name} (id text primary key, ${name} text)`)
    const sql = `select id from about_${name} where ${name} = ?`
    expect(statementOf(sql).source).toBe(sql)
  }
})

test.each([
  ['a text of digits', 'note', '007'],
  ['a number', 'n', 7],
  ['nothing', 'note', null],
])('%s is written and found as it is', (id, column, value) => {
  statementOf('insert into things (id) values (?)').run([id])
  statementOf(`update things set ${column} = ? where id = ?`).run([value, id])
  expect(statementOf(`select ${column} as it from things where id = ?`).all([id])).toEqual([{ it: value }])
  const found = statementOf(`select id from things where ${column} = ?`).all([value])
  expect(found).toEqual(value === null ? [] : [{ id }])
})
