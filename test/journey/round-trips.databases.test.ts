/** What each request of a student's asks of the database: on Postgres each is a way there and back; `test/edge` counts D1's. */
import { describe, expect, it } from 'vitest'
import type { Database } from '../../src/platform/db/together.ts'
import { forEachDatabase } from '../support/databases/databases.ts'
import { fresh } from '../support/databases/fresh.ts'
import { sendEveryRequest } from '../support/every-request.ts'
import type { World } from '../support/world.ts'

/** Reads, batches of writes, and the statements in those. */
type Asked = [reads: number, batches: number, writes: number]

/** Sends every request of a student, and tells what each has asked for. `isCold`: as if nothing were remembered. */
async function askedBy(world: World, isCold: boolean): Promise<Map<string, Asked>> {
  const all = new Map<string, Asked>()
  const real = world.ports.db
  let asked: Asked = [0, 0, 0]
  // What is remembered is remembered of a database.
  const counted = (): Database => ({
    ...real,
    read(query) {
      asked[0] += 1
      return real.read(query)
    },
    together(...writes) {
      asked[1] += 1
      asked[2] += writes.length
      return real.together(...writes)
    },
  })
  const warm = counted()
  await sendEveryRequest(world, 1, async (request, send) => {
    asked = [0, 0, 0]
    world.ports.db = isCold ? counted() : warm
    const answer = await send()
    world.ports.db = real
    all.set(request, asked)
    return answer
  })
  return all
}

forEachDatabase((_, open) => {
  describe('a student', () => {
    it('asks for no more than this', async () => {
      const world = await fresh({ open })
      await askedBy(world, false)
      console.log(JSON.stringify([...(await askedBy(world, false))]).replaceAll(']],', ']],\n'))
      console.log('COLD', JSON.stringify([...(await askedBy(world, true))]).replaceAll(']],', ']],\n'))
      expect(1).toBe(1)
    })
  })
})
