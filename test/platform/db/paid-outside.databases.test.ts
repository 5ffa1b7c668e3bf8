/** What was settled before there was a state for it: the migration that brings one carries it. */
import { expect, it } from 'vitest'
import { migrationFiles } from '../../../src/platform/db/migration-files.ts'
import { migrate } from '../../../src/platform/db/migrations.ts'
import type { SqlValue, Write } from '../../../src/platform/db/together.ts'
import { databases } from '../../support/databases/databases.ts'
import { insertRow, sampleRows } from '../../support/databases/sample-rows.ts'

const now = '2026-03-01T08:00:00.000Z'
const at = '2026-02-20T08:00:00.000Z'
const all = migrationFiles()
const before = all.findIndex(({ name }) => name.endsWith('_paid_outside.sql'))

function insert(table: string, values: Record<string, SqlValue>): Write {
  return insertRow({ table, values })
}

/** A voucher of 2000 and 300 of tax that stands in a state, by way of having been issued. */
function voucher(id: string, state: string, reason: string | null): Write[] {
  const step = { voucher_id: id, at, actor: 'staff_1' }
  return [
    insert('respondents', { id: `r_${id}`, study_id: 'study1', invitation_id: null, resume_hash: id, started_at: at }),
    insert('responses', { ...response, respondent_id: `r_${id}`, export_ref: id }),
    insert('voucher_steps', { ...step, n: 1, state: 'issued', n_before: null, state_before: null, move: '>issued' }),
    insert('voucher_steps', {
      ...step,
      n: 2,
      state,
      n_before: 1,
      state_before: 'issued',
      move: `issued>${state}`,
      reason,
    }),
    insert('vouchers', {
      id,
      study_id: 'study1',
      offer_id: 'offer1',
      respondent_id: `r_${id}`,
      currency: 'CNY',
      amount_minor: 2_000,
      tax_minor: 300,
      code_key: 'key1',
      n: 2,
      state,
      made_at: at,
    }),
  ]
}

const response = sampleRows['0003']?.find(({ table }) => table === 'responses')?.values ?? {}

function transferred(id: string, debit: string, credit: string, amount: number, subject: string | null = null): Write {
  return insert('transfers', { id, offer_id: 'offer1', debit, credit, amount_minor: amount, at, subject })
}

/** Settled from what was owed, settled after it had expired, void for another reason; and some of the budget given back. */
const rows = (): Write[] => [
  ...(sampleRows['0001'] ?? []).map((row) => insertRow(row)),
  ...(sampleRows['0002'] ?? []).filter(({ table }) => table.startsWith('offers')).map((row) => insertRow(row)),
  insert('offer_balances', {
    ...{
      offer_id: 'offer1',
      total: 14_400,
      available: 14_400,
      reserved: 0,
      liability: 0,
      clearing: 0,
      paid: 0,
      tax: 0,
    },
  }),
  ...voucher('v_1', 'voided', 'paid_outside_the_books'),
  ...voucher('v_2', 'expired', 'not_claimed_in_time'),
  ...voucher('v_3', 'voided', 'organiser_decision'),
  transferred('t_1', 'funding', 'available', 20_000),
  transferred('t_2', 'available', 'liability', 2_300),
  transferred('t_3', 'liability', 'funding', 2_300, 'v_1'),
  transferred('t_4', 'available', 'funding', 2_300, 'v_2'),
  transferred('t_5', 'available', 'funding', 1_000),
]

it.each(databases)('on $name they are paid outside, and their money is of the budget again', async ({ openEmpty }) => {
  const { db, close } = await openEmpty()
  await migrate(db, all.slice(0, before), now)
  expect(await db.together(...rows())).toMatchObject({ done: true })
  await migrate(db, all, now)
  const read = (sql: string) => db.read({ sql, values: [] })
  expect(await read(`select id, n, state from vouchers order by id`)).toEqual([
    { id: 'v_1', n: 3, state: 'paid_outside' },
    { id: 'v_2', n: 3, state: 'paid_outside' },
    { id: 'v_3', n: 2, state: 'voided' },
  ])
  expect(
    await read(`select voucher_id as id, move, reason, at from voucher_steps where n = 3 order by voucher_id`),
  ).toEqual([
    { id: 'v_1', move: 'voided>paid_outside', reason: 'paid_outside_the_books', at },
    { id: 'v_2', move: 'expired>paid_outside', reason: 'paid_outside_the_books', at },
  ])
  expect(await read('select total, available, tax, outside from offer_balances')).toEqual([
    { total: 19_000, available: 14_400, tax: 600, outside: 4_000 },
  ])
  expect(await read('select id, debit, credit, amount_minor as amount from transfers order by id')).toEqual([
    { id: 't_1', debit: 'funding', credit: 'available', amount: 20_000 },
    { id: 't_2', debit: 'available', credit: 'liability', amount: 2_300 },
    { id: 't_3', debit: 'liability', credit: 'outside', amount: 2_000 },
    { id: 't_3_tax', debit: 'liability', credit: 'tax', amount: 300 },
    { id: 't_4', debit: 'available', credit: 'outside', amount: 2_000 },
    { id: 't_4_tax', debit: 'available', credit: 'tax', amount: 300 },
    { id: 't_5', debit: 'available', credit: 'funding', amount: 1_000 },
  ])
  await close()
})
