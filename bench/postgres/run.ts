/**
 * `npm run bench:postgres`: final submissions on a Postgres that flushes every commit to the disk, by one, two and four
 * server processes, beside pgbench writing the same rows; and the rows that everybody meets, each by itself.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { progressOf } from '../../src/cli/progress.ts'
import { openNode } from '../../src/entry/node-ports.ts'
import { newKeySet } from '../../src/platform/adapters/key-set.ts'
import type { Write } from '../../src/platform/db/together.ts'
import type { Server } from '../../test/support/run/server.ts'
import { startPostgres } from '../../test/support/setup/postgres.ts'
import { drive } from '../drive.ts'
import { openSite, prepare, type Ready } from '../prepare.ts'
import { recordWrites } from '../raw.ts'
import { cpuSeconds, startMeasured, stop } from '../server.ts'
import { copyOf } from './copy.ts'
import { measureHotRows } from './hot-rows.ts'
import { alike, hasPgbench, runPgbench, scriptOf } from './pgbench.ts'
import { postgresSeconds } from './processes.ts'
import { leaveTrail, sealTrail } from './sealer.ts'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    /** Submissions of each measurement. */
    each: { type: 'string' },
    processes: { type: 'string', default: '1,2,4' },
  },
})
const each = Number(values.each ?? (values.quick ? 64 : 3_000))
const warming = Math.ceil(each / 10)
const processes = values.processes.split(',').map(Number)
const connections = 32

const say = (text: string) => process.stderr.write(`${text}\n`)
const folder = mkdtempSync(join(tmpdir(), 'honorarium-bench-'))
const server = await startPostgres(true)
const { url, pid } = server
const KEYS = JSON.stringify(await newKeySet())
const made = 'made'
/** Each measurement begins on a copy of its own of what was prepared. */
const copied = async () => ({ DATABASE_URL: await copyOf(url, made), KEYS })
const directory = (name: string) => {
  mkdirSync(join(folder, name), { recursive: true })
  return join(folder, name)
}
const row = (...cells: (string | number)[]) =>
  console.log(
    `| ${cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en', { maximumSignificantDigits: 3 }) : cell)).join(' | ')} |`,
  )
const head = (...cells: string[]) => {
  row('', ...cells)
  row('---', ...cells.map(() => '---'))
}
/** Milliseconds of Postgres' processor time for each of so many. */
const inPostgres = async <Answer>(count: number, act: () => Answer | Promise<Answer>): Promise<[Answer, number]> => {
  const before = postgresSeconds(pid) ?? Number.NaN
  const answer = await act()
  return [answer, (((postgresSeconds(pid) ?? Number.NaN) - before) * 1000) / count]
}

async function byServers(count: number, ready: Ready[]): Promise<void> {
  say(`${count} processes`)
  const env = await copied()
  const servers: Server[] = []
  for (let n = 0; n < count; n += 1) servers.push(await startMeasured(directory(`s${count}-${n}`), { env }))
  const ports = servers.map(({ port }) => port)
  const send = (some: Ready[]) =>
    drive({ kind: 'posts', port: 0, ports, connections, posts: some.map(({ post }) => post), expect: 303 })
  await send(ready.slice(0, warming))
  const spent = () => servers.reduce((all, one) => all + (cpuSeconds(one.pid) ?? Number.NaN), 0)
  const before = spent()
  const [{ perSecond, p50, p99 }, theirs] = await inPostgres(each, () => send(ready.slice(warming)))
  const own = ((spent() - before) * 1000) / each
  row(`${count} server process${count === 1 ? '' : 'es'}`, perSecond, p50, p99, own, theirs)
  for (const one of servers) await stop(one)
}

async function byPgbench(recorded: Write[][], pipelined: boolean): Promise<void> {
  say('pgbench')
  const { DATABASE_URL } = await copied()
  const script = await scriptOf(DATABASE_URL, 'bench_values', recorded, pipelined)
  const per = Math.floor(recorded.length / connections)
  const [ran, theirs] = await inPostgres(per * connections, () => runPgbench(DATABASE_URL, script, connections, per))
  const how = pipelined ? 'in one go' : 'statement by statement'
  row(`pgbench, ${recorded[0]?.length} statements ${how}`, ran.perSecond, ran.average, '–', '–', theirs)
}

/** What a busy minute leaves behind, in one run after the other. */
async function seal(): Promise<void> {
  say('sealing')
  const trail = values.quick ? 1_000 : 20_000
  const { ports, close } = await openSite(directory('seal'), await copied())
  await leaveTrail(ports.db, trail)
  const [{ perSecond, own }, theirs] = await inPostgres(trail, () => sealTrail(ports, trail))
  console.log('')
  head('entries a second', 'processor ms each, sealer', 'processor ms each, Postgres')
  row(`the audit trail's chain, one sealer, ${trail} entries`, perSecond, own, theirs)
  await close()
}

try {
  say(`${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}; load before: ${loadavg()[0]?.toFixed(1)}`)
  const env = { DATABASE_URL: await copyOf(url, null, made), KEYS }
  const set = { DATA_DIR: directory('prepare'), LOG: 'none', ...env }
  await (await openNode(set, { to: 'set-up', besideKeys: true })).close()
  const wanted = each + warming
  const ready = await prepare(directory('prepare'), wanted, progressOf('Preparing responses:', wanted), env)
  const recorded = alike(await recordWrites(directory('prepare'), ready, env))
  const times = [`a second at ${connections} connections`, 'p50 ms', 'p99 ms']
  head(...times, 'processor ms each, servers', 'processor ms each, Postgres')
  for (const count of processes) await byServers(count, ready)
  if (hasPgbench()) {
    for (const pipelined of [false, true]) await byPgbench(recorded, pipelined)
    console.log('')
    head('connections', 'changed and committed a second', 'ms on average')
    const { DATABASE_URL } = await copied()
    for (const { name, connections: n, perSecond, average } of await measureHotRows(DATABASE_URL, [1, 8, 32], each))
      row(name, n, perSecond, average)
  } else console.log('\nThere is no pgbench here (on Debian it comes with postgresql), so nothing to compare with.')
  await seal()
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
