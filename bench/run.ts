/**
 * `npm run bench` prints the figures of docs/benchmarks.md and of the pages in docs/benchmarks, but for those of the desk and of what
 * is killed or overloaded, from one run; `-- --quick` only shows that it works, and `-- --before DIR` compares with another checkout (`--rounds N`, in turn). The
 * server is the real Node entry in a process of its own, the load driver another, on the same cores.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { progressOf } from '../src/cli/progress.ts'
import { compare } from './compare.ts'
import { drive } from './drive.ts'
import { countFlushes } from './flushes.ts'
import { prepare } from './prepare.ts'
import { makeRaw, recordWrites } from './raw.ts'
import { type Figures, report } from './report.ts'
import { cpuSeconds, startMeasured, stop } from './server.ts'
import { measureSizes } from './sizes.ts'
import { countChecked, verify } from './verify.ts'
import { measureWorker } from './worker.ts'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    before: { type: 'string' },
    rounds: { type: 'string', default: '1' },
  },
})
const share = values.quick ? 0.03 : 1
const some = (count: number) => Math.max(32, Math.round(count * share))
const counts = {
  warm: some(1_000),
  one: some(1_000),
  eight: some(2_000),
  most: some(6_000),
  empty: some(30_000),
  students: some(800),
  watched: some(640),
}

const say = (text: string) => process.stderr.write(`${text}\n`)
const folder = mkdtempSync(join(tmpdir(), 'honorarium-bench-'))

async function measure(): Promise<Figures> {
  const site = join(folder, 'site')
  const copy = join(folder, 'raw')
  const began = performance.now()
  const [loadBefore = 0] = loadavg()
  const submissions = counts.warm + counts.one + counts.eight + counts.most + 2 * counts.watched
  const ready = await prepare(site, submissions, progressOf('Preparing responses:', submissions))
  cpSync(site, copy, { recursive: true })
  let taken = 0
  const take = (count: number) => {
    taken += count
    return ready.slice(taken - count, taken).map(({ post }) => post)
  }

  say('Starting the server')
  const server = await startMeasured(site)
  const { port } = server
  const post = (connections: number, count: number) => {
    say(`Final submissions: ${count} at ${connections} connections`)
    return drive({ kind: 'posts', port, connections, posts: take(count), expect: 303 })
  }
  await post(32, counts.warm)
  const looks = [countChecked(site)]
  const one = await post(1, counts.one)
  looks.push(countChecked(site))
  const eight = await post(8, counts.eight)
  looks.push(countChecked(site))
  const before = cpuSeconds(server.pid)
  const most = await post(32, counts.most)
  const after = cpuSeconds(server.pid)
  looks.push(countChecked(site))
  say(`Empty POSTs: ${counts.empty} at 32 connections`)
  const posts = Array.from({ length: counts.empty }, () => ({ path: '/s/study-abroad/go', cookie: '', body: '' }))
  const empty = await drive({ kind: 'posts', port, connections: 32, posts, expect: 303 })
  verify(site, taken)
  say(`Whole paths: ${counts.students} students at 32 connections without scripts, and as many with them`)
  const paths = await drive({ kind: 'paths', port, connections: 32, students: counts.students })
  const scripted = await drive({ kind: 'paths', port, connections: 32, students: counts.students, hasScripts: true })
  say('Sizes')
  const sizes = await measureSizes(port)
  await stop(server)

  say('Flushes')
  const flushes = [
    await countFlushes(site, 1, take(counts.watched)),
    await countFlushes(site, 32, take(counts.watched)),
  ]
  say('Raw better-sqlite3')
  const recorded = await recordWrites(copy, ready.slice(0, counts.one + counts.most))
  const rawOne = makeRaw(copy, recorded.slice(0, counts.one), 1)
  const rawMany = makeRaw(copy, recorded.slice(counts.one), 32)
  say('The Worker')
  const worker = await measureWorker()
  return {
    one,
    eight,
    most,
    empty,
    paths,
    scripted,
    sizes,
    flushes,
    rawOne,
    rawMany,
    worker,
    looks: looks.slice(1).map((count, i) => count - (looks[i] ?? 0)),
    statements: recorded[0]?.length ?? 0,
    cpuMilliseconds: before === null || after === null ? null : ((after - before) * 1000) / counts.most,
    loadBefore,
    seconds: (performance.now() - began) / 1000,
  }
}

const filled = join(folder, 'exports')
/**
 * What prints its own figures, each in a process of its own: one of them has a heap that holds next to nothing. What `isLong` has
 * no short form.
 */
const others: { name: string; script: string; args: string[]; what: string; isLong?: boolean }[] = [
  { name: 'bench:reconcile', script: 'reconcile.ts', args: [], what: 'A statement' },
  { name: 'bench:insights', script: 'insights/run.ts', args: [], what: 'Counting answers' },
  // A million of them, and every format, take a quarter of an hour: that is asked for by itself.
  {
    name: 'bench:exports',
    script: 'exports.ts',
    args: ['--responses', '100000', '--keep', filled],
    what: 'Files of answers',
  },
  { name: 'build', script: '../scripts/build.ts', args: [], what: 'The service', isLong: true },
  {
    name: 'bench:exports',
    script: 'exports.ts',
    args: ['--served', '--keep', filled, '--seconds', '9', '--formats', 'csv,xlsx,sav,dta,jsonl,parquet,page'],
    what: 'What the service holds beside files of answers and pages of results, one after the other',
    isLong: true,
  },
]

function measureOthers(): void {
  mkdirSync(filled)
  for (const { name, script, args, what, isLong = false } of others) {
    if (isLong && values.quick) {
      say(`${what}: not with --quick`)
      continue
    }
    say(what)
    console.log(`\n${what} (${name})\n`)
    const path = fileURLToPath(new URL(script, import.meta.url))
    const more = values.quick ? ['--quick'] : args
    execFileSync(process.execPath, [...process.execArgv, path, ...more], { stdio: 'inherit' })
  }
}

try {
  if (values.before === undefined) {
    console.log(report(await measure()))
    measureOthers()
  } else {
    console.log(await compare(values.before, Number(values.rounds), values.quick))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
