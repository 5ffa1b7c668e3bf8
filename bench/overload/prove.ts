/**
 * `npm run prove:overload` sends a server three times what it can carry for a minute, as arrivals that wait for nobody's
 * answer, and says what became of them: `-- --seconds N`, `--times N`. It fails where something acknowledged is not there.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { progressOf } from '../../src/cli/progress.ts'
import type { Post } from '../post.ts'
import { prepare } from '../prepare.ts'
import { startMeasured, stop } from '../server.ts'
import { verify } from '../verify.ts'
import { type DriverReport, type Job, type KindReport, kinds } from './driver-messages.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    times: { type: 'string', default: '3' },
    responses: { type: 'string', default: '24000' },
  },
})
const seconds = Number(values.seconds)
const folder = mkdtempSync(join(tmpdir(), 'honorarium-overload-'))
const driver = fileURLToPath(new URL('arrivals.ts', import.meta.url))
const say = (text: string) => process.stderr.write(`${text}\n`)

async function arrive(job: Job): Promise<DriverReport> {
  const file = join(folder, 'job.json')
  writeFileSync(file, JSON.stringify(job))
  const child = spawn(process.execPath, [...process.execArgv, driver, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  child.stdout.on('data', (text) => {
    out += text
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`The driver stopped with ${code}`)
  return JSON.parse(out) as DriverReport
}

const at = (sorted: number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
const ms = (some: number[], share: number) => {
  const value = at(
    [...some].sort((a, b) => a - b),
    share,
  )
  return value === undefined ? '–' : value.toFixed(0)
}
const countOf = (driven: DriverReport, of: 'accepted' | 'refused') =>
  kinds.reduce((sum, kind) => sum + driven.kinds[kind][of].length, 0)

function residentMb(pid: number): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1000
}

async function prove(): Promise<void> {
  const site = join(folder, 'site')
  const count = Number(values.responses)
  const ready = await prepare(site, count, progressOf('Preparing responses:', count))
  const server = await startMeasured(site, { env: { TRUSTED_PROXIES: '127.0.0.1' } })
  const { port, pid } = server
  let left: Post[] = ready.map(({ post }) => post)
  let acknowledged = 0
  /** Takes away what was acknowledged: nothing is sent twice that was answered. */
  const take = async (job: Omit<Job, 'port' | 'finals'>) => {
    const driven = await arrive({ ...job, port, finals: left })
    const done = new Set(driven.acknowledged)
    acknowledged += done.size
    left = left.filter((_, i) => !done.has(i))
    return driven
  }
  await take({ seconds: 3, perSecond: null })
  say('What it can carry, at 32 connections')
  const capacity = await take({ seconds: 10, perSecond: null })
  const carried = countOf(capacity, 'accepted') / capacity.seconds
  say(`${carried.toFixed(0)} a second; ${values.times} times that for ${seconds} s`)
  const resident: number[] = []
  const loads = new Set<string>()
  const look = setInterval(async () => {
    resident.push(residentMb(pid))
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
    const { checks } = ((await answer?.json().catch(() => null)) ?? {}) as { checks?: { load: string | null } }
    if (checks !== undefined) loads.add(checks.load === null ? 'well' : 'busy')
  }, 1000)
  const driven = await take({ seconds, perSecond: carried * Number(values.times) })
  clearInterval(look)
  const endedAt = performance.now()
  while ((await fetch(`http://127.0.0.1:${port}/s/study-abroad`)).status !== 200) {}
  const recovery = performance.now() - endedAt
  const after = await take({ seconds: 5, perSecond: carried / 2 })
  await stop(server)
  verify(site, acknowledged)
  print({ carried, told: driven, resident, loads, recovery, after, acknowledged })
}

interface Found {
  carried: number
  told: DriverReport
  resident: number[]
  loads: Set<string>
  recovery: number
  after: DriverReport
  acknowledged: number
}

function print({ carried, told, resident, loads, recovery, after, acknowledged }: Found): void {
  const row = (what: string, { accepted, refused }: KindReport) =>
    `| ${[what, rate(accepted), rate(refused), ms(accepted, 0.5), ms(accepted, 0.99), ms(refused, 0.5), ms(refused, 0.99)].join(' | ')} |`
  const rate = (some: number[]) => (some.length / told.seconds).toFixed(0)
  const all = (of: 'accepted' | 'refused') => kinds.flatMap((kind) => told.kinds[kind][of])
  const quarter = (n: number) => {
    const some = resident.slice(Math.floor((resident.length * (n - 1)) / 4), Math.floor((resident.length * n) / 4))
    return `${Math.max(0, ...some).toFixed(0)} MB`
  }
  console.log(`It carried ${carried.toFixed(0)} requests a second at 32 connections, and was sent ${values.times} times as many for ${told.seconds.toFixed(0)} s (server and driver on the same cores).

| | accepted a second | refused a second | accepted p50 ms | p99 ms | refused p50 ms | p99 ms |
| --- | --- | --- | --- | --- | --- | --- |
${kinds.map((kind) => row(kind, told.kinds[kind])).join('\n')}
${row('all', { accepted: all('accepted'), refused: all('refused') })}

Acknowledged in all: ${acknowledged}, every one found in the database with its voucher, document, transfer and audit entry. Other answers: ${JSON.stringify(told.strange)}. Connections at once: ${told.connections}. The driver itself was late by p50 ${ms(told.late, 0.5)}, p99 ${ms(told.late, 0.99)} ms.
Resident in the four quarters: ${[1, 2, 3, 4].map(quarter).join(', ')}. /readyz said: ${[...loads].join(', ')}.
A landing page was answered ${recovery.toFixed(0)} ms after the last arrival. Then, at half of what it carries: ${countOf(after, 'accepted')} accepted, ${countOf(after, 'refused')} refused, other answers ${JSON.stringify(after.strange)}.`)
}

try {
  await prove()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
