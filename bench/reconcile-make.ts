/**
 * Makes a database with so many paid payouts, the provider's file about them with mistakes of each class in it, and the
 * truth about those. Rows are written past the app, since a campaign of this size would take an hour: what matching reads
 * is there, the vouchers behind it are not.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { makeFile } from '../simulation/statements/make.ts'
import { mistakeClasses, withMistakes } from '../simulation/statements/mistakes.ts'
import { dayOfMovement, paymentsFrom } from '../simulation/statements/movement.ts'
import { findOrAddStaff } from '../src/staff/accounts/actions.ts'
import { openMeasured, openSite } from './prepare.ts'

const [directory = '', rows = '0', each = '0'] = process.argv.slice(2)
const openingMinor = 2_000_000_000

const { ports, close } = await openSite(directory)
const study = await openMeasured(ports)
const staff = await findOrAddStaff(ports, { name: 'Omar', role: 'preparer' })
if ('refused' in staff) throw new Error(staff.refused)
await close()

const movements = paymentsFrom(1, Number(rows), { firstDay: '2026-03-02', days: 1 })
const counts = Object.fromEntries(mistakeClasses.map((name) => [name, name === 'balance_break' ? 1 : Number(each)]))
const { movements: mistaken, shiftMinor, truth } = withMistakes(movements, 7, counts)
const failed = new Set(truth.flatMap((one) => (one.class === 'state_conflict' ? [one.reference] : [])))

const file = new SqliteFile(join(directory, 'honorarium.db'))
file.pragma('foreign_keys = off')
const offer = study.offers[0]?.id
const step = (table: string, whose: string) =>
  file.prepare(
    `insert into ${table}_steps (${whose}, n, state, n_before, state_before, move, actor, at) values (?, ?, ?, ?, ?, ?, 'bench', ?)`,
  )
const attemptStep = step('attempt', 'attempt_id')
const payout = file.prepare(
  `insert into payouts (id, batch_id, claim_id, voucher_id, study_id, offer_id, provider, channel, currency, amount_minor, line_hash, n, state, made_at)
values (?, 'b', 'c', ?, '${study.id}', '${offer}', 'wechat', 'wechat', 'CNY', ?, 'h', 3, ?, ?)`,
)
const attempt = file.prepare(
  `insert into attempts (id, payout_id, nth, offer_id, provider, reference, currency, amount_minor, calendar_id, day, day_n, settles_day, settles_day_n, is_open_day, calls, n, provider_id, state, made_at)
values (?, ?, 1, '${offer}', 'wechat', ?, 'CNY', ?, 'cn', ?, 1, ?, 1, 1, 1, 2, ?, ?, ?)`,
)
const paidOn = new Map<string, number>()
file.transaction(() => {
  for (const [i, movement] of movements.entries()) {
    if (movement.reference === null) continue
    const id = `a_${String(i).padStart(21, '0')}`
    const isPaid = !failed.has(movement.reference)
    const end = isPaid ? 'succeeded' : 'failed'
    const day = dayOfMovement(movement)
    payout.run(`p${id}`, `v${id}`, movement.amountMinor, isPaid ? 'paid' : 'failed', movement.at)
    attempt.run(id, `p${id}`, movement.reference, movement.amountMinor, day, day, movement.providerId, end, movement.at)
    attemptStep.run(id, 1, 'stored', null, null, '>stored', movement.at)
    attemptStep.run(id, 2, end, 1, 'stored', `stored>${end}`, movement.at)
    if (isPaid) paidOn.set(day, (paidOn.get(day) ?? 0) + movement.amountMinor)
  }
  // What the account held before, as two people have booked it.
  file.exec(`insert into provider_accounts (id, provider, currency, instructed, stops, instructed_at_stop) values ('wechat:CNY', 'wechat', 'CNY', ${movements.length}, 0, 0);
insert into provider_days (account_id, day, funded, paid, fees, returned, other) values ('wechat:CNY', '2026-03-01', 0, 0, 0, 0, ${openingMinor});
insert into provider_entries (id, account_id, day, kind, amount_minor, cause, actor, at) values ('e', 'wechat:CNY', '2026-03-01', 'other', ${openingMinor}, 'opening:bench', 'bench', '2026-03-01T00:00:00.000Z');`)
  for (const [day, minor] of paidOn) {
    file
      .prepare(
        `insert into provider_days (account_id, day, funded, paid, fees, returned, other) values ('wechat:CNY', ?, 0, ?, 0, 0, 0)`,
      )
      .run(day, minor)
  }
})()
file.pragma('wal_checkpoint(TRUNCATE)')
file.close()

const made = await makeFile('wechat_fund_bill', mistaken, { openingMinor: openingMinor + shiftMinor, seed: 3 })
writeFileSync(join(directory, 'bill.csv'), made.bytes)
writeFileSync(
  join(directory, 'truth.json'),
  JSON.stringify({ truth, shiftMinor, staff: staff.id, rows: made.lines.length }),
)
