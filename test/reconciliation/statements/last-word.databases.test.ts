/** A statement has the last word on its days, in however many steps it is said. */
import { expect, it } from 'vitest'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { floatOf, open as openExceptions, uploadBytes } from '../../support/paid.ts'
import { type Booked, bankAccount, notification, statement } from '../matching/bank-batch.ts'
import { expectAuditClean } from './promises.ts'

const day = '2026-11-23'
const opening = 100_000

forEachDatabase((_, open) => {
  it('more entries of a notification than a step places count with the one top-up of their day, which stays booked', async () => {
    const world = await fresh({ open })
    const bookings = Array.from(
      { length: 60 },
      (_, n): Booked => ({ day, minor: 100, ref: `N${n}`, code: 'XTND/NTAV/NTAV' }),
    )
    await uploadBytes(world, notification(bookings))
    const { statement: read } = await uploadBytes(
      world,
      statement(day, day, opening, [{ day, minor: 588_689, ref: 'T' }]),
    )
    expect(read?.matchedAt).not.toBeNull()
    const days = await rowsOf<{ credit_minor: number }>(world, 'statement_days')
    expect(days.map(({ credit_minor }) => credit_minor)).toEqual([588_689])
    expect(await floatOf(world, bankAccount)).toBe(588_689)
    expect((await openExceptions(world)).filter((one) => one.class !== 'balance_break')).toEqual([])
    await expectAuditClean(world)
  })
})
