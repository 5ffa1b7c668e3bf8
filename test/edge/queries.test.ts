/**
 * What each request of a student asks of D1, inside workerd: a Worker of the free plan may ask for 50 statements a request,
 * and each way there and back is time that somebody waits.
 */
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { sendEveryRequest } from '../support/every-request.ts'
import { type Counted, countedAt, countingWorker } from '../support/setup/counting-worker.ts'
import { type Edge, openEdge, origin } from './edge.ts'

/**
 * At most: statements, and ways there and back, where the five seconds are over for which the study and what else hardly ever
 * changes is known: the clock is the real one. Whoever lowers one lowers it here too.
 */
const most: Record<string, readonly [number, number]> = {
  'the first of a start': [11, 11],
  'GET /': [4, 4],
  'GET /privacy': [3, 3],
  'GET /trust': [3, 3],
  'GET /findings': [2, 2],
  'GET /resume': [2, 2],
  'POST /opened': [4, 3],
  'GET /go': [3, 3],
  'GET /p/start': [2, 2],
  'POST /p/start': [12, 5],
  'GET /p/:page': [4, 4],
  'POST /p/:page': [12, 7],
  'POST /p/money draft': [6, 4],
  'POST /p/money refused': [3, 3],
  'GET /p/~review': [4, 4],
  'POST /p/~review': [22, 9],
  'GET /go when complete': [3, 3],
  'GET /p/:page when complete': [3, 3],
  'GET /voucher': [7, 7],
  'GET /voucher/claim': [7, 7],
  'POST /voucher/claim to look over': [7, 7],
  'POST /voucher/claim': [20, 12],
  'GET /voucher when claimed': [7, 7],
  'GET /devices': [3, 3],
  'GET /status': [9, 9],
  'GET /status/answers.json': [9, 9],
  'POST /status/paradata': [3, 3],
  'GET /status/take-back/withdraw': [5, 5],
  'POST /status/take-back/withdraw': [8, 6],
  'GET /status/take-back/erase': [5, 5],
  'POST /status/take-back/erase': [18, 6],
  'GET /status when erased': [9, 9],
}

/** Pages of questions ask for the same things, but those by which the way begins and ends. */
const kindOf = (request: string) => (most[request] ? request : request.replace(/\/p\/[a-z]+/, '/p/:page'))

let edge: Edge
beforeAll(async () => {
  edge = await openEdge({}, countingWorker(inject('worker')))
})
afterAll(() => edge?.close())

async function counted(): Promise<Counted> {
  return (await (await edge.app.request(origin + countedAt)).json()) as Counted
}

it('each request of a student stays within the free plan, and asks D1 no more than it did', async () => {
  const over: string[] = []
  const seen = new Set<string>()
  const walk = (seed: number) =>
    sendEveryRequest(edge, seed, async (request, send) => {
      await counted()
      const answer = await send()
      const { queries, trips } = await counted()
      const kind = seen.size === 0 ? 'the first of a start' : kindOf(request)
      seen.add(kind)
      const [mostQueries, mostTrips] = most[kind] ?? [0, 0]
      if (queries > mostQueries || trips > mostTrips) over.push(`${request}: ${queries} in ${trips}`)
      return answer
    })
  await walk(1)
  await walk(2)
  expect(over).toEqual([])
  expect([...seen].sort()).toEqual(Object.keys(most).sort())
  expect(Math.max(...Object.values(most).map(([queries]) => queries))).toBeLessThan(50)
})
