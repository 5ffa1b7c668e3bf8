import { expect, test } from 'vitest'
import { assertBindable, prepareQuery } from '../../../src/platform/db/together.ts'
import { sql } from '../../../src/reconciliation/tables.ts'

test('named values take the places that the builder gave them', () => {
  const addStaff = prepareQuery((p: { id: string; name: string; at: string }) =>
    sql.insertInto('staff').values({ created_at: p.at, id: p.id, name: p.name, role: 'preparer' }),
  )
  const query = addStaff({ id: 's1', name: 'Ann', at: '2026-03-01T08:00:00.000Z' })
  expect(query.sql).toBe(`insert into "staff" ("created_at", "id", "name", "role") values (?, ?, ?, 'preparer')`)
  expect(query.values).toEqual(['2026-03-01T08:00:00.000Z', 's1', 'Ann'])
})

test('each call has its own values and the same SQL', () => {
  const byName = prepareQuery((p: { name: string }) => sql.selectFrom('staff').select('id').where('name', '=', p.name))
  const [ann, bob] = [byName({ name: 'Ann' }), byName({ name: 'Bob' })]
  expect(ann.sql).toBe(bob.sql)
  expect([ann.values, bob.values]).toEqual([['Ann'], ['Bob']])
})

test('the builder is called once', () => {
  let calls = 0
  const anyone = prepareQuery((p: { id: string }) => {
    calls += 1
    return sql.selectFrom('staff').select('id').where('id', '=', p.id)
  })
  for (const id of ['a', 'b', 'c']) anyone({ id })
  expect(calls).toBe(1)
})

test('a value may stand in an expression of an update, and twice', () => {
  const move = prepareQuery((p: { id: string; amount: number }) =>
    sql
      .updateTable('offer_balances')
      .set((eb) => ({ available: eb('available', '-', p.amount), liability: eb('liability', '+', p.amount) }))
      .where('offer_id', '=', p.id),
  )
  const query = move({ id: 'o1', amount: 2000 })
  expect(query.sql).toBe(
    'update "offer_balances" set "available" = "available" - ?, "liability" = "liability" + ? where "offer_id" = ?',
  )
  expect(query.values).toEqual([2000, 2000, 'o1'])
})

test('a value may stand in what happens on a conflict', () => {
  const see = prepareQuery((p: { network: string; cap: number; at: string }) =>
    sql
      .insertInto('networks')
      .values({ network: p.network, open_leases: 1, cap: p.cap, starts: 0, starts_cap: 9, seen_at: p.at })
      .onConflict((it) =>
        it.column('network').doUpdateSet((eb) => ({ open_leases: eb('networks.open_leases', '+', 1), seen_at: p.at })),
      ),
  )
  const query = see({ network: 'n', cap: 3, at: 't' })
  expect(query.sql).toContain('on conflict ("network") do update set "open_leases" = "networks"."open_leases" + ?')
  expect(query.values).toEqual(['n', 1, 3, 0, 9, 't', 1, 't'])
})

test('words of the builder are written into the SQL, and its other constants stay as they are', () => {
  const end = prepareQuery((p: { id: string; slug: string }) =>
    sql
      .updateTable('studies')
      .set({ closes_at: null, open_link_policy: 'hold' })
      .where('id', '=', p.id)
      .where('slug', 'not in', ['x', "it's", '?', p.slug, 'Y', '', '7']),
  )
  const query = end({ id: '1', slug: 'hold' })
  expect(query.sql).toBe(
    `update "studies" set "closes_at" = ?, "open_link_policy" = 'hold' where "id" = ? and "slug" not in ('x', ?, ?, ?, ?, ?, ?)`,
  )
  expect(query.values).toEqual([null, '1', "it's", '?', 'hold', 'Y', '', '7'])
})

test('a value may be null and may be named like a method', () => {
  const odd = prepareQuery((p: { then: string; toString: string | null; constructor: string }) =>
    sql
      .selectFrom('staff')
      .select('id')
      .where('id', '=', p.then)
      .where('name', '=', p.toString)
      .where('created_at', '=', p.constructor),
  )
  // biome-ignore lint/suspicious/noThenProperty: such a name is what this test is about
  expect(odd({ then: 'a', toString: null, constructor: 'c' }).values).toEqual(['a', null, 'c'])
})

test('a builder that looks at a value is told so', () => {
  const long = prepareQuery((p: { name: string }) =>
    sql
      .selectFrom('staff')
      .select('id')
      .where('name', '=', p.name.length > 3 ? 'long' : 'short'),
  )
  expect(() => long({ name: 'Ann' })).toThrow('cannot look at the value name (asked for length)')
  const glued = prepareQuery((p: { name: string }) =>
    sql.selectFrom('staff').select('id').where('name', '=', `${p.name}!`),
  )
  expect(() => glued({ name: 'Ann' })).toThrow('cannot look at the value name')
  const larger = prepareQuery((p: { n: number }) =>
    sql
      .selectFrom('leases')
      .select('n')
      .where('n', '=', p.n + 1),
  )
  expect(() => larger({ n: 1 })).toThrow('cannot look at the value n')
})

test.each([
  ['undefined', undefined],
  ['true', true],
  ['a fraction', 0.5],
  ['2^53', 2 ** 53],
  ['NaN', Number.NaN],
  ['a bigint', 1n],
  ['a Date', new Date(0)],
  ['a text with NUL', 'a\0b'],
  ['half a surrogate pair', 'a\uD83D'],
  ['the other half', '\uDE00b'],
  ['a method of Object that nobody gave', Object.prototype.toString],
])('%s is not a house value', (_, value) => {
  expect(() => assertBindable({ sql: 'select ?', values: [value as string] })).toThrow('Not a bindable value')
})

test.each([[null], [0], [-1], [3_000_000_000], [2 ** 53 - 1], [''], ['留学'], ['😀'], ['\uFFFE']])(
  '%s is a house value',
  (value) => {
    expect(assertBindable({ sql: 'select ?', values: [value] })).toEqual([value])
  },
)
