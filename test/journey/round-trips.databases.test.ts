/** What each request of a student's asks of the database: on Postgres each is a way there and back; `test/edge` counts D1's. */
import { describe, expect, it } from 'vitest'
import type { Database } from '../../src/platform/db/together.ts'
import { forEachDatabase } from '../support/databases/databases.ts'
import { fresh } from '../support/databases/fresh.ts'
import { sendEveryRequest } from '../support/every-request.ts'
import { manualPayer } from '../support/payer.ts'
import type { World } from '../support/world.ts'

/** Reads, batches of writes, and the statements in those. */
type Asked = readonly [reads: number, batches: number, writes: number]

/** At most, where what hardly ever changes is known: whoever lowers one lowers it here too. */
const most: Record<string, Asked> = {
  'GET /': [1, 0, 0],
  'GET /privacy': [1, 0, 0],
  'GET /trust': [1, 0, 0],
  'GET /findings': [1, 0, 0],
  'GET /resume': [0, 0, 0],
  'POST /opened': [0, 1, 2],
  'GET /go': [1, 0, 0],
  'POST /p/start': [2, 1, 8],
  'GET /p/:page': [1, 0, 0],
  'POST /p/:page': [1, 1, 6],
  'POST /p/:page draft': [1, 1, 3],
  'POST /p/:page refused': [1, 0, 0],
  'GET /p/~review': [1, 0, 0],
  'POST /p/~review': [1, 1, 14],
  'GET /voucher': [2, 0, 0],
  'GET /go when complete': [1, 0, 0],
  'GET /p/:page when complete': [1, 0, 0],
  'GET /voucher/claim': [2, 0, 0],
  'GET /devices': [1, 0, 0],
  'GET /status': [6, 0, 0],
  'GET /status/answers.json': [6, 0, 0],
  'POST /voucher/claim to look over': [2, 0, 0],
  'POST /voucher/claim': [5, 2, 10],
  'GET /voucher when claimed': [2, 0, 0],
  'POST /status/paradata': [1, 0, 0],
  'GET /status/take-back/withdraw': [3, 0, 0],
  'POST /status/take-back/withdraw': [3, 1, 3],
  'GET /status/take-back/erase': [3, 0, 0],
  'POST /status/take-back/erase': [3, 1, 14],
  'GET /status when erased': [7, 0, 0],
}

/** A process that remembers nothing asks for the study and for its offers besides. */
const ofTheStudy = 2
/** And these for more than that: keys of texts and of payees, the calendar, what the checks go by. */
const moreWhenCold: Record<string, number> = {
  'GET /': 1,
  'GET /findings': -1,
  'POST /p/:page': 2,
  'GET /p/:page': 1,
  'GET /p/~review': 1,
  'POST /p/~review': 5,
  'GET /voucher': 3,
  'GET /voucher/claim': 3,
  'POST /voucher/claim to look over': 3,
  'POST /voucher/claim': 4,
  'GET /voucher when claimed': 4,
  'GET /status': 1,
  'GET /status/answers.json': 1,
}

/** Pages of questions ask for the same things. */
const kindOf = (request: string) => (most[request] ? request : request.replace(/\/p\/[a-z]+/, '/p/:page'))

/** Sends every request of a student, and tells what each has asked for. */
async function askedBy(world: World, seed: number, through: () => Database): Promise<Map<string, Asked>> {
  const all = new Map<string, Asked>()
  const real = world.ports.db
  await sendEveryRequest(world, seed, async (request, send) => {
    let [reads, batches, writes] = [0, 0, 0]
    world.ports.db = through()
    const { db } = world.ports
    const { read, together } = db
    db.read = (query) => {
      reads += 1
      return read(query)
    }
    db.together = (...made) => {
      batches += 1
      writes += made.length
      return together(...made)
    }
    const answer = await send()
    Object.assign(db, { read, together })
    world.ports.db = real
    const kind = kindOf(request)
    const [r, b, w] = all.get(kind) ?? [0, 0, 0]
    all.set(kind, [Math.max(r, reads), Math.max(b, batches), Math.max(w, writes)])
    return answer
  })
  return all
}

const lineOf = ([request, asked]: [string, Asked]) => `${request}: ${asked.join(', ')}`

/** What is above what may be asked for. */
function tooMuch(asked: ReadonlyMap<string, Asked>, more: (request: string) => number): string[] {
  const isOver = ([request, [reads, batches, writes]]: [string, Asked]) => {
    const [mostReads, mostBatches, mostWrites] = most[request] ?? [0, 0, 0]
    return reads > mostReads + more(request) || batches > mostBatches || writes > mostWrites
  }
  return [...asked].filter(isOver).map(lineOf)
}

forEachDatabase((_, open, once) => {
  describe('a student', () => {
    const openWorld = async () => {
      const world = await fresh({ open })
      world.ports.payers = [...world.ports.payers, manualPayer()]
      return world
    }

    it('asks for no more with each request than is written here', async () => {
      const world = await openWorld()
      // What is remembered is remembered of a database.
      const known = { ...world.ports.db }
      await askedBy(world, 1, () => known)
      const asked = await askedBy(world, 2, () => known)
      expect(tooMuch(asked, () => 0)).toEqual([])
      expect([...asked.keys()].sort()).toEqual(Object.keys(most).sort())
    })

    once('asks for a little more where nothing is remembered', async () => {
      const world = await openWorld()
      const { db } = world.ports
      await askedBy(world, 1, () => db)
      const asked = await askedBy(world, 2, () => ({ ...db }))
      expect(tooMuch(asked, (request) => ofTheStudy + (moreWhenCold[request] ?? 0))).toEqual([])
    })
  })
})
