import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SqlValue, Write } from '../../../src/platform/db/together.ts'
import { everyWay } from '../../support/databases/every-way.ts'
import { insertAll, insertRow, sampleRow } from '../../support/databases/sample-rows.ts'
import type { Opened } from '../../support/databases/test-database.ts'

const every = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))
const query = (text: string, ...values: SqlValue[]): Write => ({ sql: text, values })

describe.each(everyWay)('$name', ({ openBound }) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openBound()
    await opened.db.together(...insertAll())
  })
  afterAll(() => opened.close())

  test('of a hundred at once, ten have the last of a budget for ten, and the books balance', async () => {
    const balance = {
      total: 20_000,
      available: 20_000,
      reserved: 0,
      liability: 0,
      clearing: 0,
      paid: 0,
      tax: 0,
      outside: 0,
    }
    await opened.db.together(
      insertRow(sampleRow('offers'), { id: 'ten', position: 10 }),
      insertRow(sampleRow('offer_balances'), { offer_id: 'ten', ...balance }),
    )
    const take = (i: number) =>
      opened.db.together(
        insertRow(sampleRow('transfers'), {
          id: `ten ${i}`,
          offer_id: 'ten',
          debit: 'available',
          credit: 'liability',
          amount_minor: 2000,
        }),
        query(
          'update offer_balances set available = available - ?, liability = liability + ? where offer_id = ?',
          2000,
          2000,
          'ten',
        ),
      )
    const outcomes = await Promise.all(every(100, take))
    expect(outcomes.filter((outcome) => outcome.done)).toHaveLength(10)
    const breaches = new Set(outcomes.map((outcome) => (outcome.done ? 'done' : outcome.breach.on)))
    expect([...breaches].sort()).toEqual(['done', 'offer_balances_available'])
    expect(await opened.db.read(query("select * from offer_balances where offer_id = 'ten'"))).toEqual([
      { offer_id: 'ten', ...balance, available: 0, liability: 20_000 },
    ])
    const moved = query("select count(*) as n, sum(amount_minor) as sum from transfers where offer_id = 'ten'")
    expect(await opened.db.read(moved)).toEqual([{ n: 10, sum: 20_000 }])
  })

  test('of a hundred at once with one key, one is made and the others are told so', async () => {
    const add = (i: number) => opened.db.together(insertRow(sampleRow('staff'), { id: 'one of us', name: `name ${i}` }))
    const outcomes = await Promise.all(every(100, add))
    expect(outcomes.filter((outcome) => outcome.done)).toHaveLength(1)
    for (const outcome of outcomes) {
      if (!outcome.done) expect(outcome.breach).toEqual({ kind: 'unique', on: 'staff.id' })
    }
    const made = outcomes.findIndex((outcome) => outcome.done)
    expect(await opened.db.read(query("select name from staff where id = 'one of us'"))).toEqual([
      { name: `name ${made}` },
    ])
  })

  test('two writers that want two rows in opposite order both get there', async () => {
    const see = (network: string) =>
      query(
        'insert into networks (network, open_leases, cap, starts, starts_cap, seen_at) values (?, 0, 1000, 0, 9, ?)',
        network,
        't',
      )
    await opened.db.together(see('left'), see('right'))
    const touch = (network: string) =>
      query('update networks set open_leases = open_leases + 1 where network = ?', network)
    const outcomes = await Promise.all(
      every(8, (i) => {
        const [one, other] = i % 2 === 0 ? ['left', 'right'] : ['right', 'left']
        return opened.db.together(touch(one ?? ''), touch(other ?? ''))
      }),
    )
    expect(outcomes.every((outcome) => outcome.done)).toBe(true)
    const counts = query("select open_leases from networks where network in ('left', 'right')")
    expect(await opened.db.read(counts)).toEqual([{ open_leases: 8 }, { open_leases: 8 }])
  })
})
