import { expect, it } from 'vitest'
import { seedPayments } from '../../demo/seed-payments.ts'
import { pickerOf } from '../../demo/seeded.ts'
import { expectBooksToBalance } from '../support/books.ts'
import { issued } from '../support/claimed.ts'
import { fresh, rowsOf } from '../support/databases/fresh.ts'
import { manualPayer, scriptedPayer } from '../support/payer.ts'
import type { World } from '../support/world.ts'

async function answered(now: string, count: number): Promise<World> {
  const world = await fresh({ now })
  for (let n = 1; n <= count; n++) await issued(world, n)
  world.wait(10 * 60)
  return world
}

const statesIn = async (world: World, table: 'claims' | 'payouts' | 'attempts') =>
  new Set((await rowsOf<{ state: string }>(world, table)).map(({ state }) => state))

it('a seeded study has claims in every state, and a payment whose outcome is unknown', async () => {
  const world = await answered('2026-03-10T01:00:00.000Z', 40)
  const seeded = await seedPayments(world.ports, world.study, pickerOf('1 payments'))
  expect(seeded).toMatch(/^Claims: \d+ frozen, 1 held, \d+ paid, \d+ ready\.$/)
  // People do not all come in one hour: these had four until finance began.
  const claimedAt = (await rowsOf<{ made_at: string }>(world, 'claims')).map((row) => row.made_at.slice(0, 13)).sort()
  expect(claimedAt[0]).toBe('2026-03-10T01')
  expect(new Set(claimedAt).size).toBeGreaterThan(2)
  expect(await statesIn(world, 'payouts')).toEqual(new Set(['queued', 'open', 'paid']))
  const [unknown, ...more] = (await rowsOf<{ state: string; next_at: string }>(world, 'attempts')).filter(
    ({ state }) => state === 'unknown',
  )
  expect(more).toEqual([])
  expect((unknown?.next_at ?? '') > world.ports.clock.now()).toBe(true)
  expect(await rowsOf(world, 'proposals')).toMatchObject([{ kind: 'payout_failed', decided: 0 }])
  await expectBooksToBalance(world)
  expect(await seedPayments(world.ports, world.study, pickerOf('2 payments'))).toBe('The claims stay as they were.')
})

it('nothing is paid on a closed day, and nothing claimed beside a real provider', async () => {
  const world = await answered('2026-02-18T01:00:00.000Z', 3)
  world.ports.payers = [manualPayer(), scriptedPayer()]
  expect(await seedPayments(world.ports, world.study, pickerOf('1'))).toContain('real provider')
  expect(await rowsOf(world, 'claims')).toEqual([])
  world.ports.payers = []
  expect(await seedPayments(world.ports, world.study, pickerOf('1'))).toContain('none may go out today')
  expect(await rowsOf(world, 'payouts')).toEqual([])
})
