/**
 * `npm run prove:files [-- --files 10000 --seed 1 --rate 5 --minutes 600]`: hostile files through the real pages of a server that was
 * built, while students submit. It prints how long submissions took without files and with them, in the same run, and
 * what became of the files; it ends with 1 where a request failed, the log tells of a failure, a file is stuck or the audit has
 * anything to say.
 *
 * With `--folder PATH` it is done in as many parts as one likes: each goes on where the one before stopped, on the same site,
 * stops after `--minutes`, and prints the figures of all of them; the last one asks the audit.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import SqliteFile from 'better-sqlite3'
import { buildService } from '../../scripts/build-service.ts'
import { makeSignInLink } from '../../src/staff/accounts/actions.ts'
import { drive } from '../drive.ts'
import { openSite, prepare } from '../prepare.ts'
import { cpuSeconds, startMeasured, stop } from '../server.ts'
import { type Summary, summaryOf } from '../summary.ts'
import { Desk } from './desk.ts'
import { provesQuarantine } from './killed.ts'
import { hostileUpload } from './make.ts'
import { keep, note, openProgress, type Phase, phases } from './progress.ts'

const option = (value: string) => ({ type: 'string', default: value }) as const
const { values } = parseArgs({
  options: {
    files: option('10000'),
    seed: option('1'),
    rate: option('5'),
    quiet: option('150'),
    atOnce: option('3'),
    minutes: option('600'),
    folder: option(''),
  },
})
const [files, seed, rate, quiet, atOnce, minutes] = (
  ['files', 'seed', 'rate', 'quiet', 'atOnce', 'minutes'] as const
).map((name) => Number(values[name])) as [number, number, number, number, number, number]

const say = (text: string) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`)
const isKept = values.folder !== '' || process.env.KEEP !== undefined
const folder = values.folder === '' ? mkdtempSync(join(tmpdir(), 'honorarium-files-')) : values.folder
mkdirSync(folder, { recursive: true })
const soFar = openProgress(join(folder, 'so-far.json'))
const [site, built, loopFile] = [join(folder, 'site'), join(folder, 'built'), join(folder, 'loop')]
const accounts = ['', '', 'manual:CNY', 'manual:HKD', 'wechat:CNY', 'alipay:CNY']

async function install(): Promise<void> {
  for (const [path, contents] of (await buildService()).files) {
    mkdirSync(dirname(join(built, path)), { recursive: true })
    writeFileSync(join(built, path), contents)
  }
  const packages = join(built, 'node_modules')
  if (!existsSync(packages)) symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), packages)
}

/**
 * Uploads files one after the other until all have been, the time is up or nobody submits any more, and lets each be read
 * as far as it goes.
 */
async function uploadAll(desks: readonly Desk[], isWatched: () => boolean): Promise<void> {
  const until = performance.now() + minutes * 60_000
  const uploader = async (desk: Desk) => {
    while (soFar.next < files && performance.now() < until && isWatched()) {
      const number = soFar.next
      soFar.next += 1
      const { what, bytes } = await hostileUpload(seed, number)
      const began = performance.now()
      const done = await desk.upload(bytes, accounts[number % accounts.length] ?? '').catch((error: unknown) => {
        throw new Error(`File ${number} (${what}, ${bytes.length} bytes): ${error}`)
      })
      if ('not' in done) soFar.notTaken[done.not] = (soFar.notTaken[done.not] ?? 0) + 1
      // Every fifth is left to the sweep.
      else if (number % 5 !== 0) await desk.goOn(done.id)
      const seconds = (performance.now() - began) / 1000
      if (seconds > 20) say(`${what}, ${bytes.length} bytes: ${seconds.toFixed(1)} s`)
      if ((number + 1) % 500 === 0) say(`${number + 1} of ${files} files`)
    }
  }
  await Promise.all(desks.map(uploader))
}

function rows<Row>(sql: string): Row[] {
  const file = new SqliteFile(join(site, 'honorarium.db'), { readonly: true })
  try {
    return file.prepare(sql).all() as Row[]
  } finally {
    file.close()
  }
}

const atWork = () =>
  rows<{ id: string }>(
    `select id from statements where state = 'staging' or (state = 'receiving' and told is not null)
or (state = 'published' and matched_at is null)`,
  ).length

/** Waits until the sweep is through, or for five minutes in which it takes nothing away. */
async function waitForTheSweep(): Promise<void> {
  let [least, waited] = [atWork(), 0]
  while (least > 0 && waited < 60) {
    await setTimeout(5_000)
    const left = atWork()
    waited = left < least ? 0 : waited + 1
    least = Math.min(left, least)
    if (waited === 0) say(`${left} files wait for the sweep`)
  }
}

const longestDelay = (from: number, to: number) =>
  Math.max(
    0,
    ...readFileSync(loopFile, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' ').map(Number) as [number, number])
      .filter(([at]) => at >= from && at <= to)
      .map(([, ms]) => ms),
  )

function peakOf(pid: number): string {
  const file = `/proc/${pid}/status`
  return (existsSync(file) && /VmHWM:\s*(\d+)/.exec(readFileSync(file, 'utf8'))?.[1]) || '0'
}

/** Responses are prepared for so many seconds of each file, which is more than one takes on two cores that are idle. */
const secondsOfAFile = 0.15
/** Submissions before those that are timed: they find a server that has just started. */
const warming = 50

async function prove(): Promise<boolean> {
  // As many as the files may take time for; what is left over is not sent.
  const uploading = Math.ceil(Math.min((files - soFar.next) * secondsOfAFile + 5, minutes * 60) * rate)
  const students = warming + 2 * quiet + uploading
  say(`Building, and preparing ${students} responses`)
  await install()
  mkdirSync(site, { recursive: true })
  const ready = (await prepare(site, students)).map(({ post }) => post)
  const { ports, close } = await openSite(site)
  const links: string[] = []
  for (let n = 0; n <= atOnce; n += 1) {
    const made = await makeSignInLink(ports, { name: `Finance ${n}`, role: 'preparer', study: undefined })
    if ('refused' in made) throw new Error(made.refused)
    links.push(new URL(made.link).pathname)
  }
  await close()
  const flags = ['--import', fileURLToPath(new URL('loop-delay.mjs', import.meta.url))]
  const server = await startMeasured(site, { built, flags, env: { LOOP_DELAY_FILE: loopFile } })
  const { port, pid } = server
  const countBusy = () => {
    soFar.deskBusy += 1
  }
  const desks = links.slice(1).map(() => new Desk(port, countBusy))
  for (const [n, desk] of desks.entries()) await desk.signIn(links[n + 1] ?? '')

  const submit = (count: number, until?: string) =>
    drive({
      kind: 'posts',
      port,
      connections: 8,
      expect: 303,
      posts: ready.splice(0, count),
      perSecond: rate,
      each: true,
      ...(until && { until }),
    })
  const timed = async (name: Phase, work: () => Promise<Summary>) => {
    say(name)
    const from = Date.now()
    const { latencies = [], statuses } = await work()
    note(soFar, name, { latencies, loopDelayMs: longestDelay(from, Date.now()), busy: statuses[503] ?? 0 })
  }
  await submit(warming)
  await timed('without files, before', () => submit(quiet))
  const over = join(folder, 'over')
  rmSync(over, { force: true })
  const cpu = cpuSeconds(pid) ?? 0
  const began = performance.now()
  await timed('while files come', async () => {
    let isWatched = true
    const submitting = submit(uploading, over).finally(() => {
      isWatched = false
    })
    await uploadAll(desks, () => isWatched).finally(() => writeFileSync(over, ''))
    return submitting
  })
  soFar.seconds += (performance.now() - began) / 1000
  soFar.cpuSeconds += (cpuSeconds(pid) ?? 0) - cpu
  await timed('without files, after', () => submit(quiet))
  soFar.peakMb = Math.max(soFar.peakMb, Number(peakOf(pid)) / 1024)
  const isLast = soFar.next >= files
  if (isLast) {
    keep(soFar, join(folder, 'so-far.json'))
    say('Waiting for the sweep')
    await waitForTheSweep()
  }
  const stuck = atWork()
  await stop(server)
  const failures = server
    .printed()
    .split('\n')
    .filter((line) => line.includes('"failure":'))
  soFar.failures.push(...failures.map((line) => line.slice(0, 500)))
  keep(soFar, join(folder, 'so-far.json'))
  let audit = `Not all of ${files}: the same command again goes on.`
  if (isLast) {
    await provesQuarantine(site, built, links[0] ?? '', say)
    audit = execFileSync(process.execPath, ['audit.js'], {
      cwd: built,
      env: { ...process.env, DATA_DIR: site },
      encoding: 'utf8',
    })
  }
  print(stuck, audit)
  return soFar.failures.length === 0 && (!isLast || stuck === 0)
}

function print(stuck: number, audit: string): void {
  const [load = 0] = loadavg()
  const { next, seconds, cpuSeconds: used, peakMb, failures, notTaken } = soFar
  console.log(
    `${next} files, seed ${seed}, in ${seconds.toFixed(0)} s with ${used.toFixed(0)} s of the server's processor time; load of the machine ${load.toFixed(1)}.\n`,
  )
  console.log(
    '| submissions | count | p50 ms | p99 ms | longest ms | longest delay of the event loop, ms | told busy |\n| --- | --- | --- | --- | --- | --- | --- |',
  )
  for (const name of phases) {
    const { latencies, loopDelayMs, busy } = soFar.phases[name]
    const { count, p50, p99 } = summaryOf(latencies, 1, {})
    const longest = latencies.reduce((most, one) => Math.max(most, one), 0)
    console.log(
      `| ${name} | ${count} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${longest.toFixed(1)} | ${loopDelayMs} | ${busy} |`,
    )
  }
  console.log(
    `\nResident at most: ${peakMb.toFixed(0)} MB. Times that the desks were told the server is busy: ${soFar.deskBusy}. Failures in the log: ${failures.length}. Stuck: ${stuck}.\n\n| what became of a file | count |\n| --- | --- |`,
  )
  const became = rows<{ what: string; count: number }>(
    `select state || coalesce(': ' || json_extract(problem, '$.why'), '') as what, count(*) as count from statements group by 1 order by 2 desc`,
  )
  for (const { what, count } of became) console.log(`| ${what} | ${count} |`)
  for (const [what, count] of Object.entries(notTaken).sort(([, a], [, b]) => b - a))
    console.log(`| not taken: ${what} | ${count} |`)
  console.log(`\n${audit.trim().split('\n').slice(-1)}`)
  for (const line of failures.slice(0, 20)) say(line)
}

try {
  process.exitCode = (await prove()) ? 0 : 1
} finally {
  if (!isKept) rmSync(folder, { recursive: true, force: true })
}
