/**
 * `npm run bench:desk` fills a database with a million vouchers and says how long each page of finance takes on it, in
 * the process of the app itself, without a network; `-- --vouchers N` makes it so many.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createApp } from '../src/app/app.ts'
import { first } from '../src/platform/db/together.ts'
import type { Ports } from '../src/ports.ts'
import { sealPayee } from '../src/rewards/payees/sealed-payee.ts'
import { sweepReferences } from '../src/rewards/vouchers/references.ts'
import { voucherReference } from '../src/rewards/vouchers/voucher.ts'
import { fillDesk } from './desk-database.ts'
import { openMeasured, openSite } from './prepare.ts'
import { type App, open, signIn } from './sign-in.ts'

const { values } = parseArgs({ options: { vouchers: { type: 'string', default: '1000000' } } })
const vouchers = Number(values.vouchers)
const times = 15
const say = (text: string) => process.stderr.write(`${text}\n`)
const folder = mkdtempSync(join(tmpdir(), 'honorarium-desk-'))

/** Milliseconds of the first look and of the middle one of the others. */
async function timed(app: App, ports: Ports, cookie: string, path: string): Promise<{ first: number; middle: number }> {
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const began = performance.now()
    await open(app, ports, cookie, path)
    taken.push(performance.now() - began)
  }
  const [once = 0, ...others] = taken
  return { first: once, middle: others.sort((a, b) => a - b)[Math.floor(others.length / 2)] ?? once }
}

/** The reference of some voucher in this state, near the middle of the campaign, that can be found by it. */
async function referenceOf(ports: Ports, state: string): Promise<string> {
  const found = await first<{ id: string; codeKey: string }>(ports.db, {
    sql: 'select id as "id", code_key as "codeKey" from vouchers where state = ? and id > (select id from vouchers order by id limit 1 offset ?) order by id limit 1',
    values: [state, Math.floor(vouchers / 2)],
  })
  if (found === undefined) throw new Error(`no voucher is ${state}`)
  const payee = { channel: 'alipay', fields: { phone: '+8613800000001', name: '王小明' } } as const
  await ports.db.together(
    { sql: 'update vouchers set reference_hash = null where id = ?', values: [found.id] },
    {
      sql: 'update claims set payee = ?, payee_key = null where voucher_id = ?',
      values: [await sealPayee(ports.keys.payees.newest, payee, found.id), found.id],
    },
  )
  await sweepReferences(ports)
  return voucherReference(ports.keys, found)
}

try {
  const before = await openSite(folder)
  const study = await openMeasured(before.ports)
  // Whoever prepared the batches.
  await signIn(
    createApp(() => before.ports),
    before.ports,
    'Omar',
    'preparer',
  )
  const now = before.ports.clock.now()
  await before.close()
  say(`Filling in ${vouchers} vouchers`)
  fillDesk(folder, study, vouchers, now)

  const { ports, close } = await openSite(folder)
  const app = createApp(() => ports)
  const people = {
    preparer: await signIn(app, ports, 'Omar', 'preparer'),
    approver: await signIn(app, ports, 'Ada', 'approver'),
    auditor: await signIn(app, ports, 'Ivo', 'auditor'),
    admin: await signIn(app, ports, 'Mei', 'admin'),
  }
  const paid = await referenceOf(ports, 'paid')
  const day = ports.clock.now().slice(0, 10)
  const aDay = new Date(Date.parse(day) - 30 * 86_400_000).toISOString().slice(0, 10)
  const pages: [keyof typeof people, string, string][] = [
    ['preparer', 'the desk of a preparer', '/finance'],
    ['approver', 'the desk of an approver', '/finance'],
    ['auditor', 'the desk of an auditor', '/finance'],
    ['preparer', 'vouchers, the newest', '/finance/vouchers'],
    ['preparer', 'vouchers that are paid, from the middle on', `/finance/vouchers?state=paid&after=${paid}`],
    ['preparer', 'vouchers of an amount and a day', `/finance/vouchers?amount=20&currency=CNY&day=${aDay}`],
    ['preparer', 'vouchers of an amount that none has', '/finance/vouchers?amount=21&currency=CNY'],
    ['preparer', 'vouchers with a held claim', '/finance/vouchers?state=claim_held'],
    ['preparer', 'a voucher by its reference', `/finance/vouchers?q=${paid}`],
    ['preparer', 'a voucher’s life', `/finance/vouchers/${paid}`],
    ['preparer', 'what is in clearing', '/finance/clearing'],
    ['preparer', 'the days of vouchers', '/finance/days'],
    ['admin', 'reviews', '/admin/reviews'],
    ['auditor', 'the check of the books, which reads everything', '/finance/books?check=now'],
  ]
  const rows: string[] = []
  for (const [who, name, path] of pages) {
    const { first, middle } = await timed(app, ports, people[who], path)
    rows.push(`| ${name} | ${first.toFixed(1)} | ${middle.toFixed(1)} |`)
    say(`${name}: ${first.toFixed(1)} ms, then ${middle.toFixed(1)} ms`)
  }
  await close()
  const [cpu] = cpus()
  console.log(
    `${vouchers.toLocaleString('en')} vouchers, SQLite, ${cpus().length} cores (${cpu?.model ?? 'unknown'}), Node ${process.version}\n`,
  )
  console.log(['| page | first ms | then ms |', '| --- | --- | --- |', ...rows].join('\n'))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
