import { expect, it, onTestFinished, vi } from 'vitest'
import type { Database } from '../../../src/platform/db/together.ts'
import { byTurns } from '../../../src/platform/offload/by-turns.ts'

/** How many of twelve queries, each of which takes so long, are made before what else waits has its turn. */
async function madeBefore(ms: number): Promise<number> {
  let [now, made] = [0, 0]
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now)
  onTestFinished(() => clock.mockRestore())
  const query = async () => {
    now += ms
    made += 1
    return []
  }
  const db = byTurns({ read: query, together: async () => ({ done: await query() }) } as unknown as Database)
  let before = 0
  setTimeout(() => {
    before = made
  }, 0)
  for (let n = 0; n < 6; n += 1) {
    await db.read({ sql: '', values: [] })
    await db.together()
  }
  await new Promise((resolve) => setTimeout(resolve, 0))
  return before
}

it.each([
  ['that take no time', 0, 12],
  ['that take two milliseconds each', 2, 2],
  ['that take a second each', 1_000, 1],
])('queries %s keep nobody waiting for long', async (_, ms, before) => {
  expect(await madeBefore(ms)).toBe(before)
})
