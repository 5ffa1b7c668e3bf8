/** What a statement has the last word on is looked for in as many rows as there are lines. */
import { readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import type { Query } from '../../../src/platform/db/together.ts'
import type { Ports } from '../../../src/ports.ts'
import { takeLastWord } from '../../../src/reconciliation/matching/again/last-word.ts'
import type { Statement } from '../../../src/reconciliation/statements/statement.ts'

const schema = readFileSync(new URL('../../../schema/schema.sql', import.meta.url), 'utf8')
const day = '2026-11-23'
const file = { id: 'S', accountId: 'manual:CNY', format: 'camt053', periodFrom: day, periodTo: day, checkpoint: null }

type Direction = 'debit' | 'credit'

/** The query of one step. */
async function asked(): Promise<Query> {
  const queries: Query[] = []
  const read = async (query: Query) => {
    queries.push(query)
    return []
  }
  expect(await takeLastWord({ db: { read } } as unknown as Ports, file as unknown as Statement)).toBe(false)
  expect(queries).toHaveLength(1)
  return queries[0] as Query
}

/**
 * How many rows of lines the query looks at, where a statement and a notification have so many of one day.
 * @param last of the statement's last line
 */
function rowsRead({ sql, values }: Query, count: number, told: Direction, last: Direction) {
  const db = new Sqlite(':memory:')
  let rows = 0
  db.function('seen', (_value: unknown) => {
    rows += 1
    return 1
  })
  db.pragma('foreign_keys = off')
  db.exec(schema)
  const statement =
    db.prepare(`insert into statements (id, account_id, format, bytes, chunks, rows_done, lines_new, lines_matched, uploaded_by, n, state, made_at, period_from, period_to)
values (?, 'manual:CNY', ?, 1, 1, 0, 0, 0, 'P', 1, 'published', '', '${day}', '${day}')`)
  statement.run('S', 'camt053')
  statement.run('N', 'camt054')
  const line =
    db.prepare(`insert into statement_lines (account_id, line_key, statement_id, row, day, direction, amount_minor, kind, raw_type, digest, booking, outcome)
values ('manual:CNY', ?, ?, ?, '${day}', ?, 100, 'other', '', '', ?, 'booked')`)
  for (let n = 0; n < count; n += 1) {
    line.run(`S${n}`, 'S', n, n === count - 1 ? last : 'debit', `S${n}`)
    line.run(`N${n}`, 'N', n, told, `N${n}`)
  }
  const counted = sql.replaceAll(/(b\.direction|k\.booking|l\.carried_by) (=|is)/g, 'seen($1) = 1 and $1 $2')
  expect(counted.split('seen(')).toHaveLength(4)
  const found = db.prepare(counted).all(...(values as unknown[])).length
  db.close()
  return { rows, found }
}

it.each<[what: string, told: Direction, last: Direction, found: number]>([
  ['of one direction', 'debit', 'debit', 100],
  ['of the other direction, of which the statement has one line', 'credit', 'credit', 100],
  ['of the other direction, of which the statement has none', 'credit', 'debit', 0],
])('lines of a notification %s', async (_what, told, last, found) => {
  const query = await asked()
  const [one, two, four] = [200, 400, 800].map((count) => rowsRead(query, count, told, last))
  expect([one?.found, two?.found, four?.found]).toEqual([found, found, found])
  expect(one?.rows).toBeGreaterThan(found)
  expect(two?.rows).toBeLessThanOrEqual(2.2 * (one?.rows ?? 0))
  expect(four?.rows).toBeLessThanOrEqual(4.4 * (one?.rows ?? 0))
})
