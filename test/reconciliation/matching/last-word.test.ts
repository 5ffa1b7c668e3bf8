/** What a statement has the last word on is looked for in as many rows as there are lines. */
import { readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import type { Query } from '../../../src/platform/db/together.ts'
import type { Ports } from '../../../src/ports.ts'
import { takeLastWord } from '../../../src/reconciliation/matching/again/last-word.ts'
import { linesGone } from '../../../src/reconciliation/matching/corrected.ts'
import type { Statement } from '../../../src/reconciliation/statements/statement.ts'

const schema = readFileSync(new URL('../../../schema/schema.sql', import.meta.url), 'utf8')
const day = '2026-11-23'
const file = {
  id: 'S',
  accountId: 'manual:CNY',
  format: 'camt053' as const,
  periodFrom: day,
  periodTo: day,
  checkpoint: null,
}

type Direction = 'debit' | 'credit'

/** The query of one step of a statement's end. */
async function askedAtTheEnd(format: 'camt053' | 'camt054' = 'camt053'): Promise<Query> {
  const queries: Query[] = []
  const read = async (query: Query) => {
    queries.push(query)
    return []
  }
  expect(await takeLastWord({ db: { read } } as unknown as Ports, { ...file, format } as unknown as Statement)).toBe(
    false,
  )
  expect(queries).toHaveLength(1)
  return queries[0] as Query
}

const before = { ...file, mapping: null, bankAccount: 'A', givenAt: '1', periodTo: day, closingMinor: 5 }

/** The query for what a statement that its bank gave before has, and the one that it gave anew has not. */
async function askedOfOneGivenAnew(): Promise<Query> {
  let found: Query | undefined
  const read = async (query: Query) => {
    if (query.sql.includes('"isNamed"')) found = query
    // The one before begins as this one does, and nothing has come back to its balance.
    return query.sql.includes('period_from = ? and opening_minor = ?') ? [before] : []
  }
  const period = { from: day, to: day, openingMinor: 1, closingMinor: 2 }
  expect(
    await linesGone({ db: { read } } as unknown as Ports, { ...before, givenAt: '2', id: 'S' }, period, ''),
  ).toEqual([])
  return found as Query
}

interface Counted {
  count: number
  told: Direction
  /** Of the statement's last line. */
  last?: Direction
  other?: 'camt054' | 'camt053'
  /** Each comparison that is made of a row that is looked at. */
  comparing: RegExp
  comparisons: number
}

/** How many rows of lines the query looks at, where a statement and another file have so many of one day. */
function rowsRead({ sql, values }: Query, counted: Counted) {
  const { count, told, last = 'debit', other = 'camt054', comparing, comparisons } = counted
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
  statement.run('N', other)
  const line =
    db.prepare(`insert into statement_lines (account_id, line_key, statement_id, row, day, direction, amount_minor, kind, raw_type, digest, booking, outcome)
values ('manual:CNY', ?, ?, ?, '${day}', ?, 100, 'other', '', '', ?, 'booked')`)
  for (let n = 0; n < count; n += 1) {
    line.run(`S${n}`, 'S', n, n === count - 1 ? last : 'debit', `S${n}`)
    line.run(`N${n}`, 'N', n, told, `N${n}`)
  }
  const counting = sql.replaceAll(comparing, 'seen($1) = 1 and $1 $2')
  expect(counting.split('seen(')).toHaveLength(comparisons + 1)
  const found = db.prepare(counting).all(...(values as unknown[])).length
  db.close()
  return { rows, found }
}

it.each<[what: string, told: Direction, last: Direction, found: number]>([
  ['of one direction', 'debit', 'debit', 100],
  ['of the other direction, of which the statement has one line', 'credit', 'credit', 100],
  ['of the other direction, of which the statement has none', 'credit', 'debit', 0],
])('lines of a notification %s', async (_what, told, last, found) => {
  const query = await askedAtTheEnd()
  const comparing = /(b\.direction|k\.booking|l\.carried_by) (=|is)/g
  const [one, two, four] = [200, 400, 800].map((count) =>
    rowsRead(query, { count, told, last, comparing, comparisons: 3 }),
  )
  expect([one?.found, two?.found, four?.found]).toEqual([found, found, found])
  expect(one?.rows).toBeGreaterThan(found)
  expect(two?.rows).toBeLessThanOrEqual(2.2 * (one?.rows ?? 0))
  expect(four?.rows).toBeLessThanOrEqual(4.4 * (one?.rows ?? 0))
})

it('lines of a statement that its bank gives anew under other numbers', async () => {
  const query = await askedOfOneGivenAnew()
  const comparing = /(m\.day|l\.carried_by) (=|is)/g
  const [one, two, four] = [200, 400, 800].map((count) =>
    rowsRead(query, { count, told: 'debit', other: 'camt053', comparing, comparisons: 2 }),
  )
  expect([one?.found, two?.found, four?.found]).toEqual([200, 400, 800])
  expect(two?.rows).toBeLessThanOrEqual(2.2 * (one?.rows ?? 0))
  expect(four?.rows).toBeLessThanOrEqual(4.4 * (one?.rows ?? 0))
})

it.each([
  ['a statement', 'camt053', 'statement_lines_by_day (account_id=? AND day>? AND day<?)'],
  ['a notification', 'camt054', 'statement_lines_in_order (statement_id=?)'],
] as const)(
  'the end of %s goes through lines of its own, and not of all that the account has',
  async (_, format, index) => {
    const { sql, values } = await askedAtTheEnd(format)
    const db = new Sqlite(':memory:')
    db.pragma('foreign_keys = off')
    db.exec(schema)
    const plan = db.prepare(`explain query plan ${sql}`).all(...(values as unknown[])) as { detail: string }[]
    db.close()
    expect(plan[0]?.detail).toBe(`SEARCH l USING INDEX ${index}`)
  },
)
