/**
 * `npm run bench:reconcile` imports a provider's file of 100,000 rows with mistakes of every class in it, matches it
 * with as many payouts, and says how fast, in how much memory, and whether it found every mistake and nothing else. The
 * same file in a ZIP is to take as long, within a tenth. `-- --quick` only shows that it works.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Mistake } from '../simulation/statements/mistakes.ts'
import { zipped } from '../simulation/statements/pack.ts'
import type { Reconciled } from './reconcile-run.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
const rows = values.quick ? 2_000 : 100_000
const each = values.quick ? 3 : 25
const folder = mkdtempSync(join(tmpdir(), 'honorarium-reconcile-'))
const inZip = mkdtempSync(join(tmpdir(), 'honorarium-reconcile-'))

function run(script: string, ...args: string[]): string {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const node = script.endsWith('run.ts') ? heap : []
  return execFileSync(process.execPath, [...node, ...process.execArgv, path, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
}

/** A heap so small that nothing of the size of the file fits: it works all the same, so memory is flat. */
const heap = ['--max-old-space-size=64', '--max-semi-space-size=4']

/** What a mistake is known again by. */
function nameOf(one: { class: string; reference: string | null; line: string | null; amountMinor: number }): string {
  const who = one.class === 'missing_in_ledger' ? null : one.reference
  return [one.class, who, one.line, one.amountMinor].join(' ')
}

function expected({ truth, shiftMinor }: { truth: Mistake[]; shiftMinor: number }): string[] {
  return truth.map((one) =>
    nameOf({
      class: one.class,
      reference: one.reference,
      line: one.id,
      amountMinor:
        one.class === 'balance_break' ? shiftMinor : one.class === 'amount_mismatch' ? one.deltaMinor : one.amountMinor,
    }),
  )
}

try {
  run('reconcile-make.ts', folder, String(rows), String(each))
  cpSync(folder, inZip, { recursive: true })
  const bill = new Uint8Array(readFileSync(join(folder, 'bill.csv')))
  writeFileSync(
    join(inZip, 'bill.csv'),
    await zipped([{ name: new TextEncoder().encode('bill.csv'), content: bill }], true),
  )
  const done = JSON.parse(run('reconcile-run.ts', folder)) as Reconciled
  const packed = JSON.parse(run('reconcile-run.ts', inZip)) as Reconciled
  const wanted = expected(JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')))
  const found = done.found.map(nameOf)
  const lost = wanted.filter((name) => !found.includes(name))
  const invented = found.filter((name) => !wanted.includes(name))
  const total = done.receive + done.stage + done.match + done.missing
  const line = (name: string, figure: string) => console.log(name.padEnd(34) + figure.padStart(14))
  line('rows', done.rows.toLocaleString('en'))
  line('file, MiB', (done.bytes / 1_048_576).toFixed(1))
  line('received and hashed, s', done.receive.toFixed(2))
  line('read, staged and published, s', done.stage.toFixed(2))
  line('matched, s', done.match.toFixed(2))
  line('looked for what is missing, s', done.missing.toFixed(2))
  line('in all, s', total.toFixed(2))
  line('processor time, s', done.cpu.toFixed(2))
  line('rows/s', Math.round(done.rows / total).toLocaleString('en'))
  line('RSS, MiB', done.residentMiB.toFixed(0))
  line('grown while working, MiB', done.grownMiB.toFixed(0))
  line('the same in a ZIP, MiB', (packed.bytes / 1_048_576).toFixed(1))
  line('read, staged and published, s', packed.stage.toFixed(2))
  line('processor time, s', packed.cpu.toFixed(2))
  line('times that of the plain file', (packed.cpu / done.cpu).toFixed(2))
  line('grown while working, MiB', packed.grownMiB.toFixed(0))
  line('mistakes made', String(wanted.length))
  line('found', String(wanted.length - lost.length))
  line('found that none made', String(invented.length))
  for (const name of lost.slice(0, 10)) console.log(`not found: ${name}`)
  for (const name of invented.slice(0, 10)) console.log(`invented: ${name}`)
  const isSame = packed.found.map(nameOf).sort().join() === found.sort().join()
  if (!isSame) console.log('in a ZIP, other mistakes are found')
  if (lost.length + invented.length > 0 || !isSame) process.exitCode = 1
} finally {
  for (const one of [folder, inZip]) rmSync(one, { recursive: true, force: true })
}
