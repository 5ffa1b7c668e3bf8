/** The rows that a step writes, as a database keeps them. */
import SqliteFile from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startState, transition } from '../../../src/platform/db/state-machine.ts'
import type { Write } from '../../../src/platform/db/together.ts'

const machine = { steps: 'voucher_steps', whose: 'voucher_id', rows: 'vouchers' } as const
const at = '2026-03-02T04:00:00.000Z'

let file: SqliteFile.Database
beforeEach(() => {
  file = new SqliteFile(':memory:')
  file.exec(
    `create table voucher_steps (voucher_id, n, state, n_before, state_before, move, actor, reason, at);
     create table vouchers (id, n, state); insert into vouchers values ('v_1', 1, 'held'), ('v_2', 1, 'held')`,
  )
})
afterEach(() => {
  file.close()
})

const make = (...writes: Write[]) => {
  for (const { sql, values } of writes) file.prepare(sql).run(...values)
}
const steps = () => file.prepare('select * from voucher_steps').all()
const rows = () => file.prepare('select * from vouchers order by id').raw().all()

it('the first step has none before it, and leaves the row to whoever adds it', () => {
  make(startState(machine, 'v_1', { state: 'held', actor: 'holder', at }))
  expect(steps()).toEqual([
    {
      ...{ voucher_id: 'v_1', n: 1, state: 'held', n_before: null, state_before: null, move: '>held' },
      ...{ actor: 'holder', reason: null, at },
    },
  ])
  expect(rows()).toEqual([
    ['v_1', 1, 'held'],
    ['v_2', 1, 'held'],
  ])
})

it('each later step names the one before it and why, and its row follows', () => {
  const from = { id: 'v_1', n: 4, state: 'issued' }
  make(...transition(machine, from, { state: 'voided', actor: 's_1', reason: 'wrong_person', at }))
  expect(steps()).toEqual([
    {
      ...{ voucher_id: 'v_1', n: 5, state: 'voided', n_before: 4, state_before: 'issued', move: 'issued>voided' },
      ...{ actor: 's_1', reason: 'wrong_person', at },
    },
  ])
  expect(rows()).toEqual([
    ['v_1', 5, 'voided'],
    ['v_2', 1, 'held'],
  ])
})
