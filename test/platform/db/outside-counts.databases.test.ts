/** What was paid outside before it counted: the migration that counts it carries it. */
import { expect, it } from 'vitest'
import { migrationFiles } from '../../../src/platform/db/migration-files.ts'
import { migrate } from '../../../src/platform/db/migrations.ts'
import type { SqlValue, Write } from '../../../src/platform/db/together.ts'
import { databases } from '../../support/databases/databases.ts'
import { insertRow, sampleRows } from '../../support/databases/sample-rows.ts'

const now = '2026-11-01T08:00:00.000Z'
const at = '2026-10-20T08:00:00.000Z'
const all = migrationFiles()
const before = all.findIndex(({ name }) => name.endsWith('_outside_counts.sql'))
const versions = Object.entries(sampleRows).filter(([version]) => Number(version) <= before)

function step(table: string, whose: string, id: string, n: number, from: string, to: string): Write {
  const values: Record<string, SqlValue> = {
    [whose]: id,
    n,
    state: to,
    n_before: n - 1,
    state_before: from,
    actor: 'staff1',
    at,
  }
  return insertRow({ table, values: { ...values, move: `${from}>${to}`, reason: null } })
}
const set = (sql: string): Write => ({ sql, values: [] })

/** The one payout there is has failed, its claim has ended, and its voucher was settled; a threshold was set meanwhile. */
const settled: Write[] = [
  step('payout_steps', 'payout_id', 'payout1', 2, 'queued', 'failed'),
  set(`update payouts set n = 2, state = 'failed', payee_hash = 'hash1', payee_year = 2020 where id = 'payout1'`),
  step('claim_steps', 'claim_id', 'claim1', 2, 'ready', 'ended'),
  set(`update claims set n = 2, state = 'ended' where id = 'claim1'`),
  step('voucher_steps', 'voucher_id', 'voucher1', 2, 'issued', 'paid_outside'),
  set(`update vouchers set n = 2, state = 'paid_outside', tax_minor = 300 where id = 'voucher1'`),
  set(`update payee_years set total_minor = 0, limit_minor = 2200`),
]

it.each(databases)('on $name the year and the account know of it', async ({ openEmpty }) => {
  const { db, close } = await openEmpty()
  await migrate(db, all.slice(0, before), now)
  const rows = versions.flatMap(([, some]) => some.map((row) => insertRow(row)))
  expect(await db.together(...rows, ...settled)).toMatchObject({ done: true })
  await migrate(db, all, now)
  const read = (sql: string) => db.read({ sql, values: [] })
  expect(await read('select outside_minor as outside from payouts')).toEqual([{ outside: 2_300 }])
  expect(await read('select total_minor as total, raised_minor as raised from payee_years')).toEqual([
    { total: 2_300, raised: 100 },
  ])
  expect(await read('select id, n, state from claims order by id')).toEqual([
    { id: 'claim1', n: 3, state: 'paid' },
    { id: 'claim30', n: 2, state: 'ended' },
  ])
  expect(await read(`select claim_id as id, move, reason, at from claim_steps where n = 3`)).toEqual([
    { id: 'claim1', move: 'ended>paid', reason: 'paid_outside_the_books', at },
  ])
  await close()
})
