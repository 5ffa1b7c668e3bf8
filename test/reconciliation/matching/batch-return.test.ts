/** One credit that gives back a whole batch, or several of its payouts: the books come to the same in every order. */
import { describe, expect, it } from 'vitest'
import { sweepStatements } from '../../../src/reconciliation/statements/work.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import { floatOf, open, uploadBytes } from '../../support/paid.ts'
import { close } from '../exceptions/two-people.ts'
import { expectPromisesKept } from '../statements/promises.ts'
import { type BankBatch, bankAccount, bankBatch, results, statement, thirdReturned } from './bank-batch.ts'
import { type Events, orders, walk } from './in-any-order.ts'

const opening = 100_000
const each = 2_000

const batchOf = ({ paymentId }: BankBatch, count: number) =>
  `<Btch><PmtInfId>${paymentId}</PmtInfId><NbOfTxs>${count}</NbOfTxs></Btch>`

const debit = (batch: BankBatch) =>
  uploadBytes(
    batch.world,
    statement('2026-11-22', '2026-11-23', opening, [
      { day: '2026-11-23', minor: -3 * each, ref: 'R1', details: batchOf(batch, 3) },
    ]),
  )

/** What the bank gives back of the batch, the day after. */
const back = (batch: BankBatch, count: number, code = 'PMNT/IRCT/RRTN') =>
  uploadBytes(
    batch.world,
    statement('2026-11-24', '2026-11-30', opening - 3 * each, [
      { day: '2026-11-24', minor: count * each, ref: 'R2', code, details: batchOf(batch, count) },
    ]),
  )

const returned = (count: number) => ({
  float: opening - (3 - count) * each,
  lines: [
    { kind: 'payment', direction: 'debit', count: 1, amountMinor: 3 * each },
    { kind: 'return', direction: 'credit', count: 1, amountMinor: count * each },
  ],
  provider: { openingMinor: opening, closingMinor: opening - (3 - count) * each },
  closing: opening - (3 - count) * each,
  faults: [],
  listed: [0, 0],
})

const allPaid: Events = {
  results: (batch) =>
    results(batch, [
      [0, 'paid'],
      [1, 'paid'],
      [2, 'paid'],
    ]),
  debit,
  return: (batch) => back(batch, 3),
}

const twoFailed: Events = {
  results: (batch) =>
    results(batch, [
      [0, 'paid'],
      [1, 'failed'],
      [2, 'failed'],
    ]),
  debit,
  return: (batch) => back(batch, 2),
}

const allFailed: Events = {
  results: (batch) =>
    results(batch, [
      [0, 'failed'],
      [1, 'failed'],
      [2, 'failed'],
    ]),
  debit,
  return: (batch) => back(batch, 3),
}

describe('a credit for a whole batch', () => {
  it.each(orders(Object.keys(allPaid)))('that was paid: %s, %s, %s', async (...order) => {
    const { classes, ends } = await walk(allPaid, order)
    expect(classes).toEqual(['return_after_success'])
    expect(ends).toEqual({ ...returned(3), vouchers: ['issued', 'issued', 'issued'] })
  })

  it.each(orders(Object.keys(twoFailed)))('for those of it that failed: %s, %s, %s', async (...order) => {
    const { classes, ends } = await walk(twoFailed, order)
    const isLate = order.indexOf('debit') < order.indexOf('results')
    expect(classes).toEqual(isLate ? ['return_after_success'] : [])
    expect(ends).toEqual({ ...returned(2), vouchers: ['issued', 'issued', 'paid'] })
  })

  it.each(orders(Object.keys(allFailed)))('of which every payout failed: %s, %s, %s', async (...order) => {
    const { classes, ends } = await walk(allFailed, order)
    const isLate = order.indexOf('debit') < order.indexOf('results')
    expect(classes).toEqual(isLate ? ['return_after_success'] : [])
    expect(ends).toEqual({ ...returned(3), vouchers: ['issued', 'issued', 'issued'] })
  })

  it('is known in the file that books the debit as well, and by whatever code', async () => {
    const batch = await bankBatch(3)
    const { world } = batch
    await results(batch, [[2, 'failed']])
    await uploadBytes(
      world,
      statement('2026-11-22', '2026-11-30', 0, [
        { day: '2026-11-22', minor: opening, ref: 'R0' },
        { day: '2026-11-23', minor: -3 * each, ref: 'R1', details: batchOf(batch, 3) },
        { day: '2026-11-24', minor: each, ref: 'R2', code: 'PMNT/RCDT/ESCT', details: batchOf(batch, 1) },
      ]),
    )
    await sweepStatements(world.ports)
    expect(await open(world)).toEqual([])
    expect((await rowsOf(world, 'payouts')).map(({ state }) => state).sort()).toEqual(['failed', 'paid', 'paid'])
    expect(await floatOf(world, bankAccount)).toBe(opening - 2 * each)
    await expectPromisesKept(world)
  })

  it('that is no sum of its payouts is a difference, which two people book', async () => {
    const batch = await bankBatch(3)
    const { world } = batch
    await debit(batch)
    const [known] = (await open(world)).filter((one) => one.class === 'balance_break')
    if (known) await close(world, known, 'book')
    await uploadBytes(
      world,
      statement('2026-11-24', '2026-11-30', opening - 3 * each, [
        { day: '2026-11-24', minor: 4_500, ref: 'R2', details: batchOf(batch, 3) },
      ]),
    )
    const [exception, ...others] = await open(world)
    expect(others).toEqual([])
    expect(exception).toMatchObject({ class: 'batch_mismatch', amountMinor: 1_500 })
    if (exception) await close(world, exception, 'book')
    expect(await floatOf(world, bankAccount)).toBe(opening - 3 * each + 4_500)
    await expectPromisesKept(world)
  })
})

it('what two people settled as paid outside and comes back after all is looked at again', async () => {
  const batch = await bankBatch(3)
  const { world } = batch
  await results(batch, [[2, 'failed']])
  await debit(batch)
  for (const one of await open(world)) await close(world, one, one.class === 'state_conflict' ? 'settle' : 'book')
  await thirdReturned(batch)
  const [exception, ...others] = await open(world)
  expect(others).toEqual([])
  expect(exception?.class).toBe('return_after_success')
  if (exception) await close(world, exception, 'reopen')
  expect(await floatOf(world, bankAccount)).toBe(opening - 2 * each)
  expect((await rowsOf(world, 'vouchers')).map(({ state }) => state).sort()).toEqual(['issued', 'paid', 'paid'])
  await expectPromisesKept(world)
})

it('what was settled as paid outside comes back with the sum of the batch', async () => {
  const batch = await bankBatch(3)
  const { world } = batch
  await results(batch, [[2, 'failed']])
  await debit(batch)
  for (const one of await open(world)) await close(world, one, one.class === 'state_conflict' ? 'settle' : 'book')
  await back(batch, 3)
  const came = await open(world)
  expect(came.map((one) => [one.class, one.amountMinor]).sort()).toEqual([
    ['return_after_success', each],
    ['return_after_success', 2 * each],
  ])
  for (const one of came) await close(world, one, 'reopen')
  expect(await floatOf(world, bankAccount)).toBe(opening)
  expect((await rowsOf(world, 'vouchers')).map(({ state }) => state)).toEqual(['issued', 'issued', 'issued'])
  await expectPromisesKept(world)
})
