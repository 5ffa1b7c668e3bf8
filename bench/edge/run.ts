/**
 * `npm run bench:edge`: the processor time that each request of a student takes in workerd, warm and as the first of a
 * start, and what it asks of D1, beside the 10 ms and 50 statements that a Worker of Cloudflare's free plan has. That no
 * request asks more than it did is held by test/edge/queries.test.ts.
 */
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Miniflare } from 'miniflare'
import { readAssets } from '../../src/entry/node-ports.ts'
import { workerPorts } from '../../src/entry/worker-ports.ts'
import { openStudy } from '../../src/journey/setup/open-study.ts'
import { studyAbroadStudy } from '../../src/journey/setup/study-abroad.ts'
import { findStudyWithOffers } from '../../src/journey/study.ts'
import { newKeySet } from '../../src/platform/adapters/key-set.ts'
import { d1Database } from '../../src/platform/db/d1.ts'
import { migrationFiles } from '../../src/platform/db/migration-files.ts'
import { migrationScript } from '../../src/platform/db/migrations.ts'
import { door, doorBinding, doorWorker } from '../../test/support/databases/d1-door.ts'
import { sendEveryRequest } from '../../test/support/every-request.ts'
import type { Counted } from '../../test/support/setup/counting-worker.ts'
import { buildWorker } from '../../test/support/setup/worker.ts'
import type { World } from '../../test/support/world.ts'
import { type Running, runWorker } from './worker.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
const [warming, walks, colds] = values.quick ? [0, 1, 1] : [10, 20, 3]
const say = (text: string) => process.stderr.write(`${text}\n`)

/** Those that are measured as the first of a start as well. */
const first = [
  ...['GET /', 'GET /p/start', 'POST /p/start', 'GET /p/factors', 'POST /p/factors', 'POST /p/border', 'POST /p/last'],
  ...['GET /p/~review', 'POST /p/~review', 'GET /voucher', 'GET /voucher/claim', 'POST /voucher/claim', 'GET /status'],
  ...['POST /status/take-back/withdraw', 'POST /status/take-back/erase'],
]

const built = await buildWorker()
const origin = 'https://study.example.org'
const variables = { KEYS: JSON.stringify(await newKeySet()), ORIGIN: origin, MODE: 'production', LOG: 'none' }
const more = { REQUESTS_A_MINUTE: '1000000', STARTS_WITHOUT_WORK: '1000000' }
const store = new Miniflare({ telemetry: { enabled: false }, workers: [doorWorker({ DB: 'honorarium' })] })
await store.ready
const url = await store.unsafeGetDirectURL(door)
const start = () => runWorker(built, { ...variables, ...more }, url)

async function openWorld(): Promise<World> {
  const DB = doorBinding(url, 'DB')
  const began = '2020-01-01T00:00:00.000Z'
  await d1Database(DB).apply(migrationScript(migrationFiles(), began))
  const ports = await workerPorts({ ...variables, ...more, DB }, readAssets(), { to: 'set-up', besideKeys: true })
  await openStudy(ports, studyAbroadStudy(began))
  const study = await findStudyWithOffers(ports.db, 'study-abroad', ports.clock.now())
  if (study === undefined) throw new Error('The study is not there')
  const wait = () => undefined
  return { app: running.app, ports, study, logged: [], wait, close: async () => undefined }
}

/** What the process takes for one request; what it does just behind the answer is in it. */
async function measured<Answer>(worker: Running, send: () => Promise<Answer>): Promise<[Answer, number]> {
  const before = worker.processorMs() ?? Number.NaN
  const answer = await send()
  await setTimeout(3)
  return [answer, (worker.processorMs() ?? Number.NaN) - before]
}

/** What requests of one name took: milliseconds of each, and the most statements that one asked of D1, in how many ways there and back. */
interface Taken {
  ms: number[]
  queries: number
  trips: number
}

const mean = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) / some.length
const running = await start()
try {
  const world = await openWorld()
  const add = (to: Map<string, Taken>, request: string, ms: number, { queries, trips }: Counted) => {
    const so = to.get(request) ?? { ms: [], queries: 0, trips: 0 }
    to.set(request, { ms: [...so.ms, ms], queries: Math.max(so.queries, queries), trips: Math.max(so.trips, trips) })
  }
  const warm = new Map<string, Taken>()
  const cold = new Map<string, Taken>()
  const starts: number[] = []
  for (let walk = 0; walk < warming + walks; walk += 1) {
    if (walk % 10 === 0) say(`Whole way ${walk} of ${warming + walks}`)
    await sendEveryRequest(world, walk, async (request, send) => {
      await running.counted()
      const [answer, ms] = await measured(running, send)
      const counted = await running.counted()
      if (walk >= warming) add(warm, request, ms, counted)
      return answer
    })
  }
  for (let walk = 0; walk < colds; walk += 1) {
    say(`The first request of a start: ${walk + 1} of ${colds}`)
    await sendEveryRequest(world, 1_000 + walk, async (request, send) => {
      if (!first.includes(request)) return send()
      const fresh = await start()
      starts.push(fresh.processorMs() ?? Number.NaN)
      world.app = fresh.app
      const [answer, ms] = await measured(fresh, send)
      world.app = running.app
      add(cold, request, ms, await fresh.counted())
      await fresh.stop()
      return answer
    })
  }
  await setTimeout(500)
  const [, idle] = await measured(running, () => setTimeout(2_000))
  const bare = await runWorker(built, {}, null)
  const bareStart = bare.processorMs() ?? Number.NaN
  const nothing: number[] = []
  for (let n = 0; n < 300; n += 1) {
    const [, ms] = await measured(bare, async () => (await bare.app.request(`${origin}/`)).text())
    if (n >= 100) nothing.push(ms)
  }
  await bare.stop()
  const cells = (taken: Taken | undefined) =>
    taken === undefined ? ' | ' : `${mean(taken.ms).toFixed(1)} | ${taken.queries} in ${taken.trips}`
  console.log('| request | warm ms | statements, in trips | first of a start ms | statements, in trips |')
  console.log('| --- | --- | --- | --- | --- |')
  for (const [request, taken] of warm) console.log(`| ${request} | ${cells(taken)} | ${cells(cold.get(request))} |`)
  console.log(
    `A Worker that does nothing: ${mean(nothing).toFixed(2)} ms a request; idle ${(idle / 2).toFixed(2)} ms a second.`,
  )
  console.log(`Starting: ${(mean(starts) - bareStart).toFixed(0)} ms more than a Worker that does nothing.`)
} finally {
  await running.stop()
  await store.dispose()
}
