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

const code = `
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
let kept
export default {
  fetch(request, env, context) {
    kept ??= { ...env, DB: counting(env.DB) }
    if (new URL(request.url).pathname !== '${countedAt}') return worker.fetch(request, kept, context)
    const told = Response.json(counted)
    counted = { queries: 0, trips: 0 }
    return told
  },
  scheduled: (event, env) => worker.scheduled(event, env),
}`

export function countingWorker(built: BuiltWorker): BuiltWorker {
  const { modules } = built.manifest
  const counting = { type: 'esm' as const, contents: code }
  return { ...built, manifest: { mainModule: 'counting.js', modules: { ...modules, 'counting.js': counting } } }
}
