/** A notification's booking that the statement of its day does not have, and another day's has: known once both are covered. */
import { expect, it } from 'vitest'
import { dayMs } from '../../../src/platform/time/zone.ts'
import { interpose, rowsOf } from '../../support/databases/fresh.ts'
import { uploadBytes } from '../../support/paid.ts'
import type { World } from '../../support/world.ts'
import { bankBatch, notification, statement } from './bank-batch.ts'

const opening = 100_000
const entry = (day: string, ref: string, minor = -700) => ({ day, minor, ref })

/** Of the lines of X: their day, and what their money is counted with. */
const carriersOf = async (world: World) =>
  (await rowsOf<{ line_key: string; day: string; carried_by: string | null }>(world, 'statement_lines'))
    .filter(({ line_key }) => line_key.startsWith('X'))
    .map(({ day, carried_by }) => [day, carried_by === null ? null : carried_by.slice(0, 1)])
    .toSorted()

/** Rows that are read at the end of the statement that makes it known, where the account has so many other bookings. */
async function readAtTheEnd(others: number) {
  const { world } = await bankBatch(1)
  await uploadBytes(world, notification([entry('2026-11-22', 'X')]))
  await uploadBytes(world, statement('2026-11-23', '2026-11-23', opening, [entry('2026-11-23', 'X')]))
  const elsewhere = Array.from({ length: others }, (_, n) => entry('2026-11-24', `O${n}`, -1))
  await uploadBytes(world, statement('2026-11-24', '2026-11-24', opening - 700, elsewhere))
  await uploadBytes(world, notification(elsewhere))
  const apart = await carriersOf(world)
  let rows = 0
  interpose(world, (db) => ({
    ...db,
    read: async (query) => {
      const found = await db.read(query)
      rows += found.length
      return found
    },
  }))
  await uploadBytes(world, statement('2026-11-21', '2026-11-22', opening + 10, [entry('2026-11-21', 'Y', -10)]))
  return { apart, rows, together: await carriersOf(world) }
}

it('counts once from then on, and how much is looked through for it does not depend on what else the account has', async () => {
  const [few, many] = [await readAtTheEnd(50), await readAtTheEnd(200)]
  expect(few.apart).toEqual([
    ['2026-11-22', null],
    ['2026-11-23', null],
  ])
  for (const { together } of [few, many]) {
    expect(together).toEqual([
      ['2026-11-22', 'X'],
      ['2026-11-23', null],
    ])
  }
  expect(many.rows).toBe(few.rows)
})

const files = {
  notification: notification([entry('2026-11-22', 'X')]),
  itsDay: statement('2026-11-22', '2026-11-22', opening + 10, [entry('2026-11-22', 'Y', -10)]),
  otherDay: statement('2026-11-23', '2026-11-23', opening, [entry('2026-11-23', 'X')]),
}

it.each<(keyof typeof files)[]>([
  ['notification', 'itsDay', 'otherDay'],
  ['notification', 'otherDay', 'itsDay'],
  ['itsDay', 'notification', 'otherDay'],
  ['itsDay', 'otherDay', 'notification'],
  ['otherDay', 'notification', 'itsDay'],
  ['otherDay', 'itsDay', 'notification'],
])('counts once where %s, %s and %s come two days apart', async (...order) => {
  const { world } = await bankBatch(1)
  const { clock } = world.ports
  let days = 0
  Object.assign(world.ports, {
    clock: { ...clock, now: () => new Date(Date.parse(clock.now()) + days * dayMs).toISOString() },
  })
  for (const name of order) {
    await uploadBytes(world, files[name])
    days += 2
  }
  expect(await carriersOf(world)).toEqual([
    ['2026-11-22', 'X'],
    ['2026-11-23', null],
  ])
})
