/**
 * What each request of a student asks of D1, inside workerd: a Worker of the free plan may ask for 50 statements a request,
 * and each way there and back is time that somebody waits.
 */
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { sendEveryRequest } from '../support/every-request.ts'
import { type Counted, countedAt, countingWorker } from '../support/setup/counting-worker.ts'
import { type Edge, openEdge, origin } from './edge.ts'

/** At most: statements, and ways there and back, while the study is remembered. Whoever lowers one lowers it here too. */
const most: Record<string, readonly [number, number]> = {
  'the first of a start': [11, 11],
  'GET /': [1, 1],
  'GET /privacy': [1, 1],
  'GET /trust': [1, 1],
  'GET /findings': [1, 1],
  'GET /resume': [0, 0],
  'POST /opened': [2, 1],
  'GET /go': [1, 1],
  'GET /p/start': [0, 0],
  'POST /p/start': [12, 3],
  'GET /p/:page': [2, 2],
  'POST /p/:page': [7, 5],
  'POST /p/money draft': [4, 2],
  'POST /p/money refused': [1, 1],
  'GET /p/~review': [1, 1],
  'POST /p/~review': [19, 6],
  'GET /go when complete': [1, 1],
  'GET /p/:page when complete': [1, 1],
  'GET /voucher': [5, 5],
  'GET /voucher/claim': [2, 2],
  'POST /voucher/claim to look over': [2, 2],
  // The first claim of a study makes its key for payees.
  'POST /voucher/claim': [15, 9],
  'GET /voucher when claimed': [3, 3],
  'GET /devices': [1, 1],
  'GET /status': [6, 6],
  'GET /status/answers.json': [6, 6],
  'POST /status/paradata': [1, 1],
  'GET /status/take-back/withdraw': [3, 3],
  'POST /status/take-back/withdraw': [6, 4],
  'GET /status/take-back/erase': [3, 3],
  'POST /status/take-back/erase': [17, 4],
  'GET /status when erased': [7, 7],
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
