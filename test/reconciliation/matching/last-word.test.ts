/** What a statement has the last word on is looked for in as many rows as there are lines. */
import { readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import type { Database, Query } from '../../../src/platform/db/together.ts'
import type { Ports } from '../../../src/ports.ts'
import { takeLastWord } from '../../../src/reconciliation/matching/again/last-word.ts'
import { linesGone } from '../../../src/reconciliation/matching/corrected.ts'
import { linesBesideLeft } from '../../../src/reconciliation/matching/linked-lines.ts'
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

/** The queries of one step of the end of a statement, or of a notification: which notifications there are, and the lines of one. */
async function askedAtTheEnd(format: 'camt053' | 'camt054' = 'camt053'): Promise<Query[]> {
  const queries: Query[] = []
  const read = async (query: Query) => {
    queries.push(query)
    return query.sql.startsWith('select id as "id" from statements') ? [{ id: 'N' }] : []
  }
  expect(await takeLastWord({ db: { read } } as unknown as Ports, { ...file, format } as unknown as Statement)).toBe(
    false,
  )
  return queries
}

const before = { ...file, mapping: null, bankAccount: 'A', givenAt: '1', periodTo: day, closingMinor: 5 }

/** The query for what a statement that its bank gave before has, and the one that it gave anew has not. */
async function askedOfOneGivenAnew(): Promise<Query> {
  let found: Query | undefined
  const read = async (query: Query) => {
    if (query.sql.includes('"isNamed"')) found = query
    if (query.sql.startsWith('select s.id as "id"')) return [{ id: 'N', rows: 800 }]
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
  /** Its last values are the row that it goes on behind, and how many it reads. */
  isPaged?: boolean
}

/** A statement and another file with so many lines of one day each, and how often `seen` was asked in a query. */
function filled({ count, told, last, other }: Required<Pick<Counted, 'count' | 'told' | 'last' | 'other'>>) {
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
values ('manual:CNY', ?, ?, ?, '${day}', ?, ?, 'other', '', '', ?, 'booked')`)
  for (let n = 0; n < count; n += 1) {
    line.run(`S${n}`, 'S', n + 1, n === count - 1 ? last : 'debit', n, `S${n}`)
    line.run(`N${n}`, 'N', n + 1, told, n, `N${n}`)
  }
  return { db, rows: () => rows }
}

/** How many rows of lines the query looks at, page after page, where a statement and another file have so many of one day. */
function rowsRead({ sql, values }: Query, counted: Counted) {
  const { count, told, last = 'debit', other = 'camt054', comparing, comparisons, isPaged = false } = counted
  const { db, rows } = filled({ count, told, last, other })
  const counting = sql.replaceAll(comparing, 'seen($1) = 1 and $1 $2')
  expect(counting.split('seen(')).toHaveLength(comparisons + 1)
  const page = db.prepare(counting)
  const found: { row?: number; isTold?: 0 | 1 }[] = page.all(...values) as []
  for (let size = found.length; isPaged && size > 0; ) {
    const next = page.all(...values.slice(0, -2), found.at(-1)?.row, values.at(-1)) as []
    found.push(...next)
    size = next.length
  }
  db.close()
  return { rows: rows(), found: found.filter(({ isTold = 1 }) => isTold === 1).length }
}

it.each<[what: string, told: Direction, last: Direction, found: 0 | 1]>([
  ['of one direction', 'debit', 'debit', 1],
  ['of the other direction, of which the statement has one line', 'credit', 'credit', 1],
  ['of the other direction, of which the statement has none', 'credit', 'debit', 0],
])('lines of a notification %s', async (_what, notified, last, found) => {
  const [, query] = (await askedAtTheEnd()) as [Query, Query]
  const comparing = /(b\.direction|k\.booking|l\.carried_by) (=|is)/g
  const counts = [200, 400, 800]
  const [one, two, four] = counts.map((count) =>
    rowsRead(query, { count, told: notified, last, comparing, comparisons: 3, isPaged: true }),
  )
  expect([one?.found, two?.found, four?.found]).toEqual(counts.map((count) => found * count))
  expect(one?.rows).toBeGreaterThan(199)
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

it.each(['camt054', 'camt053'] as const)(
  'fifty lines of a %s are held against as many, however many the day has',
  async (other) => {
    const keys = Array.from({ length: 50 }, (_, n) => `N${3 * n}`)
    const looked = [200, 400, 800].map(async (count) => {
      const { db, rows } = filled({ count, told: 'debit', last: 'debit', other })
      const read = async ({ sql, values }: Query) =>
        db.prepare(sql.replaceAll('l.carried_by is null', 'seen(l.row) = 1 and l.carried_by is null')).all(...values)
      const found = await linesBesideLeft({ read } as unknown as Database, 'manual:CNY', keys, 'S')
      expect(found.map(({ line_key }) => line_key)).toEqual(expect.arrayContaining([...keys, 'S0', 'S147']))
      return rows()
    })
    const [one = 0, ...others] = await Promise.all(looked)
    expect(one).toBeGreaterThan(99)
    expect(others).toEqual([one, one])
  },
)

it.each([
  ['a statement', 'camt053', ['statements USING INDEX statements_by_period (account_id=? AND period_to>?)', 'l']],
  ['a notification', 'camt054', ['l']],
] as const)('the end of %s goes through pages of what tells of its days', async (_, format, searched) => {
  const db = new Sqlite(':memory:')
  db.pragma('foreign_keys = off')
  db.exec(schema)
  const plans = (await askedAtTheEnd(format)).map(({ sql, values }) => {
    const plan = db.prepare(`explain query plan ${sql}`).all(...values) as { detail: string }[]
    return plan[0]?.detail
  })
  db.close()
  const ofLines = 'l USING INDEX statement_lines_in_order (statement_id=? AND row>?)'
  expect(plans).toEqual(searched.map((one) => `SEARCH ${one === 'l' ? ofLines : one}`))
})
