import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Breach, SqlValue, Write } from '../../../src/platform/db/together.ts'
import { everyWay } from '../../support/databases/every-way.ts'
import { insertAll } from '../../support/databases/sample-rows.ts'
import type { Opened } from '../../support/databases/test-database.ts'

interface Life {
  table: 'voucher_steps' | 'lease_steps'
  /** The column that says whose life it is. */
  whose: 'voucher_id' | 'respondent_id'
  besides: Record<string, SqlValue>
  begin: string
  /** A legal state after `begin`, and another. */
  next: string
  otherNext: string
  /** A known state that may not follow `begin`. */
  illegal: string
}

const lives: Life[] = [
  {
    table: 'voucher_steps',
    whose: 'voucher_id',
    besides: {},
    begin: 'held',
    next: 'issued',
    otherNext: 'rejected',
    illegal: 'paid',
  },
  {
    table: 'lease_steps',
    whose: 'respondent_id',
    besides: { offer_id: 'offer1' },
    begin: 'open',
    next: 'used',
    otherNext: 'returned',
    illegal: 'open',
  },
]

interface Step {
  n: number
  state: string
  before?: { n: number; state: string }
  /** What the step calls itself, when that is not what it is. */
  move?: string
}

describe.each(everyWay)('$name', ({ openBound }) => {
  let opened: Opened
  let count = 0
  beforeAll(async () => {
    opened = await openBound()
    await opened.db.together(...insertAll())
  })
  afterAll(() => opened.close())

  describe.each(lives)('$table', ({ table, whose, besides, begin, next, otherNext, illegal }) => {
    const duplicate: Breach = { kind: 'unique', on: `${table}.${whose}, ${table}.n` }
    const unreferenced: Breach = { kind: 'reference', on: null }
    const unordered: Breach = { kind: 'check', on: `${table}_follow` }
    const misnamed: Breach = { kind: 'check', on: `${table}_move_named` }

    /** A life of its own: whose it is, once that is there to refer to. */
    async function newLife(): Promise<string> {
      count += 1
      const id = `life ${count}`
      if (table === 'lease_steps') {
        await opened.db.together({
          sql: "insert into respondents (id, study_id, resume_hash, started_at) values (?, 'study1', ?, 't')",
          values: [id, id],
        })
      }
      return id
    }

    function step(id: string, { n, state, before, move }: Step): Write {
      const row: Record<string, SqlValue> = {
        [whose]: id,
        n,
        state,
        n_before: before?.n ?? null,
        state_before: before?.state ?? null,
        move: move ?? `${before?.state ?? ''}>${state}`,
        at: 't',
        ...besides,
      }
      const marks = Object.keys(row).map(() => '?')
      return {
        sql: `insert into ${table} (${Object.keys(row).join(', ')}) values (${marks.join(', ')})`,
        values: Object.values(row),
      }
    }

    async function refused(...writes: Write[]): Promise<Breach | 'done'> {
      const outcome = await opened.db.together(...writes)
      return outcome.done ? 'done' : outcome.breach
    }

    const first: Step = { n: 1, state: begin }
    const second: Step = { n: 2, state: next, before: { n: 1, state: begin } }

    test('a life begins and takes a legal step, one after the other or together', async () => {
      const [one, other] = [await newLife(), await newLife()]
      expect(await refused(step(one, first))).toBe('done')
      expect(await refused(step(one, second))).toBe('done')
      expect(await refused(step(other, first), step(other, second))).toBe('done')
    })

    test('a life begins once', async () => {
      const id = await newLife()
      await refused(step(id, first))
      expect(await refused(step(id, first))).toEqual(duplicate)
    })

    test('a life does not begin in the middle', async () => {
      const id = await newLife()
      expect(await refused(step(id, second))).toEqual(unreferenced)
      expect(await refused(step(id, { n: 2, state: begin }))).toEqual(unordered)
      expect(await refused(step(id, { n: 1, state: next, before: { n: 0, state: begin } }))).toEqual(unordered)
    })

    test('a step cannot be skipped', async () => {
      const id = await newLife()
      await refused(step(id, first))
      expect(await refused(step(id, { ...second, n: 3 }))).toEqual(unordered)
      expect(await refused(step(id, { n: 3, state: next, before: { n: 2, state: begin } }))).toEqual(unreferenced)
    })

    test('half a before is none', async () => {
      const id = await newLife()
      await refused(step(id, first))
      const { sql, values } = step(id, second)
      const without = (value: SqlValue): Write => ({
        sql,
        values: values.map((each) => (each === value ? null : each)),
      })
      expect(await refused(without(1))).toEqual(unordered)
      expect(await refused(without(begin))).toEqual(unordered)
    })

    test('a move that is not on the list is refused', async () => {
      const id = await newLife()
      await refused(step(id, first))
      expect(await refused(step(id, { n: 2, state: illegal, before: { n: 1, state: begin } }))).toEqual(unreferenced)
      expect(await refused(step(await newLife(), { n: 1, state: 'superseded' }))).toEqual(unreferenced)
    })

    test('a move cannot pass under the name of another', async () => {
      const id = await newLife()
      await refused(step(id, first))
      const disguised: Step = { n: 2, state: illegal, before: { n: 1, state: begin }, move: `${begin}>${next}` }
      expect(await refused(step(id, disguised))).toEqual(misnamed)
    })

    test('a step cannot claim a state before that was not', async () => {
      const id = await newLife()
      await refused(step(id, first))
      const invented: Step = { n: 2, state: next, before: { n: 1, state: otherNext } }
      expect(await refused(step(id, { ...invented, move: `${begin}>${next}` }))).toEqual(misnamed)
      expect(await refused(step(id, invented))).toEqual(unreferenced)
    })

    test("a step cannot follow another's life", async () => {
      const [one, other] = [await newLife(), await newLife()]
      await refused(step(one, first))
      expect(await refused(step(other, second))).toEqual(unreferenced)
    })

    test('a step cannot be taken twice, nor two ways', async () => {
      const id = await newLife()
      await refused(step(id, first), step(id, second))
      expect(await refused(step(id, second))).toEqual(duplicate)
      expect(await refused(step(id, { ...second, state: otherNext }))).toEqual(duplicate)
    })

    test('of a hundred that take the same step at once, one does', async () => {
      const id = await newLife()
      await refused(step(id, first))
      const ways = Array.from({ length: 100 }, (_, i) => ({ ...second, state: i % 2 === 0 ? next : otherNext }))
      const outcomes = await Promise.all(ways.map((way) => refused(step(id, way))))
      expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
      for (const outcome of outcomes) if (outcome !== 'done') expect(outcome).toEqual(duplicate)
    })

    test('a step that others stand on cannot be taken back or changed', async () => {
      const id = await newLife()
      await refused(step(id, first), step(id, second))
      const back = { sql: `delete from ${table} where ${whose} = ? and n = 1`, values: [id] }
      expect(await refused(back)).toEqual(unreferenced)
      const changed = {
        sql: `update ${table} set state = ?, move = ? where ${whose} = ? and n = 1`,
        values: [next, `>${next}`, id],
      }
      expect(await refused(changed)).toEqual(unreferenced)
    })
  })

  test('where a voucher or a lease stands is always its own step', async () => {
    const stands = (table: string, state: string, n: number): Write => ({
      sql: `update ${table} set state = ?, n = ?`,
      values: [state, n],
    })
    expect(await opened.db.together(stands('vouchers', 'held', 1))).toEqual({
      done: false,
      breach: { kind: 'reference', on: null },
    })
    expect(await opened.db.together(stands('leases', 'used', 3))).toEqual({
      done: false,
      breach: { kind: 'reference', on: null },
    })
    expect(await opened.db.together(stands('leases', 'used', 2))).toMatchObject({ done: true })
  })
})
