/** What is kept for a while is read once by all who ask at the same moment, and never kept where reading failed. */
import { expect, it } from 'vitest'
import { remembering } from '../../../src/platform/db/remembered.ts'
import type { Database } from '../../../src/platform/db/together.ts'

const database = (given: Partial<Database> = {}) => given as Database
const noon = '2026-11-23T12:00:00.000Z'
const later = '2026-11-23T12:00:06.000Z'

it('fifty who ask at once wait for one reading, and the next is made when that is old', async () => {
  let read = 0
  const things = remembering(async () => ++read)
  const db = database()
  expect(new Set(await Promise.all(Array.from({ length: 50 }, () => things.find(db, 'a', noon))))).toEqual(new Set([1]))
  expect(await things.find(db, 'a', noon)).toBe(1)
  expect(await things.find(db, 'a', later)).toBe(2)
  things.forget(db)
  expect(await things.find(db, 'a', later)).toBe(3)
})

it('what failed or was not there is read again by the next', async () => {
  const answers: (number | undefined | Error)[] = [new Error('The disk is gone.'), undefined, 7]
  const things = remembering(async () => {
    const answer = answers.shift()
    if (answer instanceof Error) throw answer
    return answer
  })
  const db = database()
  await expect(things.find(db, 'a', noon)).rejects.toThrow('The disk is gone.')
  expect(await things.find(db, 'a', noon)).toBeUndefined()
  expect(await things.find(db, 'a', noon)).toBe(7)
})

it('on Workers no request waits for what another one reads', async () => {
  let read = 0
  const things = remembering(async () => ++read)
  const db = database({ mostStatements: 1_000 })
  expect(await Promise.all([things.find(db, 'a', noon), things.find(db, 'a', noon)])).toEqual([1, 2])
})
