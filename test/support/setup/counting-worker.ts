/** The built Worker with a count of what it asks of D1, in the same runtime. */
import type { BuiltWorker } from './worker.ts'

/** Where the count is told and begins anew; the Worker itself never hears of such a request. */
export const countedAt = '/-/counted'

export interface Counted {
  /** Statements that D1 made, each of a batch by itself: what its limit for a request counts. */
  queries: number
  /** Ways there and back. */
  trips: number
}

/** Time stands still, as what is remembered for some seconds would be asked for again sooner or later. */
const clock = `
const wall = Date.now
let stopped = 0
Date.now = () => (stopped ||= wall())
Object.defineProperty(performance, 'now', { value: () => 0 })`

const code = `
import './clock.js'
import worker from './worker.js'
let counted = { queries: 0, trips: 0 }
const ask = (queries) => { counted.queries += queries; counted.trips += 1 }
const statement = (real) => ({
  real,
  bind: (...values) => statement(real.bind(...values)),
  all: () => (ask(1), real.all()),
})
const counting = (db) => ({
  prepare: (sql) => statement(db.prepare(sql)),
  batch: (all) => (ask(all.length), db.batch(all.map(({ real }) => real))),
})
let countedEnv
export default {
  fetch(request, env, context) {
    countedEnv ??= { ...env, DB: counting(env.DB) }
    if (new URL(request.url).pathname !== '${countedAt}') return worker.fetch(request, countedEnv, context)
    const response = Response.json(counted)
    counted = { queries: 0, trips: 0 }
    return response
  },
  scheduled: (event, env) => worker.scheduled(event, env),
}`

export function countingWorker(built: BuiltWorker): BuiltWorker {
  const { modules } = built.manifest
  const esm = (contents: string) => ({ type: 'esm' as const, contents })
  const more = { 'counting.js': esm(code), 'clock.js': esm(clock) }
  return { ...built, manifest: { mainModule: 'counting.js', modules: { ...modules, ...more } } }
}
