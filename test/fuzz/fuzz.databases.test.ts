/**
 * Every route as everybody, asked for what no page of ours asks for. So many requests as take seconds, fewer in the check;
 * `npm run fuzz` goes on for minutes, here and in workerd.
 */
import { expect, it } from 'vitest'
import { forEachDatabase } from '../support/databases/databases.ts'
import { everywhere } from '../support/everywhere.ts'
import { closeAfterwards } from '../support/run/closing.ts'
import { isWhole } from '../support/run/whole.ts'
import { fuzz, targetsOf } from './fuzz.ts'
import { requestsOf } from './requests.ts'
import { expectUnharmed } from './unharmed.ts'

forEachDatabase((name, open) => {
  // On D1 a query takes a hundred times as long, and workerd has a fuzz run of its own in test/edge.
  const requests = requestsOf(
    isWhole ? { sqlite: 2_500, postgres: 700, d1: 30 }[name] : { sqlite: 900, postgres: 200, d1: 20 }[name],
  )

  it('no request, however odd, meets a 5xx, hangs or leaves memory behind', async () => {
    const { world, readers, addressOf } = await everywhere({ open })
    closeAfterwards(world)
    const given = { targets: targetsOf(world.app.routes, addressOf), readers, origin: world.ports.settings.origin }
    expect(given.targets.length).toBeGreaterThan(90)
    const fuzzed = await fuzz(given, requests, () => {
      const failed = world.logged.find(({ failure }) => failure !== undefined)
      world.logged.length = 0
      return failed && `${failed.failure}: ${failed.message}`
    })
    expectUnharmed(fuzzed)
    if (name !== 'sqlite') return
    // Not all are turned away at the door.
    const { statuses } = fuzzed
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 303, 401, 403, 404, 413, 422]))
  })
})
