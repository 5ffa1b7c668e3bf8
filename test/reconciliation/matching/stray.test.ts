/** A notification's booking that the statement of its day does not have, and another day's has: known once both are covered. */
import { expect, it } from 'vitest'
import { interpose, rowsOf } from '../../support/databases/fresh.ts'
import { uploadBytes } from '../../support/paid.ts'
import { bankBatch, notification, statement } from './bank-batch.ts'

const opening = 100_000
const entry = (day: string, ref: string, minor = -700) => ({ day, minor, ref })

/** Rows that are read at the end of the statement that makes it known, where the account has so many other bookings. */
async function readAtTheEnd(others: number) {
  const { world } = await bankBatch(1)
  await uploadBytes(world, notification([entry('2026-11-22', 'X')]))
  await uploadBytes(world, statement('2026-11-23', '2026-11-23', opening, [entry('2026-11-23', 'X')]))
  const elsewhere = Array.from({ length: others }, (_, n) => entry('2026-11-24', `O${n}`, -1))
  await uploadBytes(world, statement('2026-11-24', '2026-11-24', opening - 700, elsewhere))
  await uploadBytes(world, notification(elsewhere))
  const carriers = async () =>
    (await rowsOf<{ line_key: string; day: string; carried_by: string | null }>(world, 'statement_lines'))
      .filter(({ line_key }) => line_key.startsWith('X'))
      .map(({ day, carried_by }) => [day, carried_by === null ? null : carried_by.slice(0, 1)])
      .toSorted()
  const apart = await carriers()
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
  return { apart, rows, together: await carriers() }
}

it('counts once from then on, and how much is looked through for it does not hang on what else the account has', async () => {
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
