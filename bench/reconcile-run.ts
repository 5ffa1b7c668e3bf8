/** Imports and matches the file that was made, on the database that was made, and prints what it took and what it found. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { first } from '../src/platform/db/together.ts'
import type { Ports } from '../src/ports.ts'
import { findMissing } from '../src/reconciliation/exceptions/missing.ts'
import { openExceptions } from '../src/reconciliation/exceptions/store.ts'
import { receiveStatement } from '../src/reconciliation/statements/receive.ts'
import { statementById } from '../src/reconciliation/statements/store.ts'
import { stepStatement } from '../src/reconciliation/statements/work.ts'
import { openSite } from './prepare.ts'

export interface Reconciled {
  rows: number
  bytes: number
  receive: number
  stage: number
  match: number
  missing: number
  /** Processor time of all of it, which other work on the machine does not lengthen. */
  cpu: number
  residentMiB: number
  grownMiB: number
  found: { class: string; reference: string | null; line: string | null; amountMinor: number }[]
}

const [directory = '', rowsOfAStep = '2000'] = process.argv.slice(2)
const { staff, rows } = JSON.parse(readFileSync(join(directory, 'truth.json'), 'utf8'))
const { ports: site, close } = await openSite(directory)
const ports: Ports = { ...site, clock: { now: () => '2026-03-06T02:00:00.000Z' } }
const bytes = readFileSync(join(directory, 'bill.csv'))

const seconds = { receiving: 0, staging: 0, published: 0, missing: 0 }
const cpuBefore = process.cpuUsage()
let before = 0
let resident = 0
const timed = async <Result>(what: keyof typeof seconds, act: () => Promise<Result>): Promise<Result> => {
  const began = performance.now()
  const result = await act()
  seconds[what] += (performance.now() - began) / 1000
  resident = Math.max(resident, process.memoryUsage.rss())
  return result
}

const received = await timed('receiving', () => receiveStatement(ports, { id: staff }, { accountId: null, bytes }))
if (!('staged' in received)) throw new Error(received.refused)
before = process.memoryUsage.rss()
for (let more = true; more; ) {
  const state = (await first(ports.db, statementById({ id: received.statementId })))?.state
  const phase = state === 'published' ? 'published' : 'staging'
  more = await timed(phase, () => stepStatement(ports, received.statementId, Number(rowsOfAStep)))
}
for (let more = true; more; ) more = await timed('missing', () => findMissing(ports, 'wechat:CNY', 2_000))
const { user, system } = process.cpuUsage(cpuBefore)
const statement = await first(ports.db, statementById({ id: received.statementId }))
if (statement?.state !== 'published') throw new Error(`refused: ${statement?.problem}`)
const open = await ports.db.read(openExceptions({ ofClass: '', fromAt: '', fromId: '', limit: 10_000 }))
await close()
const result: Reconciled = {
  rows,
  bytes: bytes.length,
  receive: seconds.receiving,
  stage: seconds.staging,
  match: seconds.published,
  missing: seconds.missing,
  cpu: (user + system) / 1_000_000,
  residentMiB: resident / 1_048_576,
  grownMiB: (resident - before) / 1_048_576,
  found: open.map((one) => {
    const { reference = null, line = null } = JSON.parse(one.detail)
    return { class: one.class, reference, line, amountMinor: one.amountMinor }
  }),
}
console.log(JSON.stringify(result))
