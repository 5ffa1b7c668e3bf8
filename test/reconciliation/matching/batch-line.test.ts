/** One debit for a whole batch: what the line, results and returns come to does not depend on their order. */
import { describe, expect, it } from 'vitest'
import { csvMapping } from '../../../src/reconciliation/formats/csv/mapping.ts'
import { sweepStatements } from '../../../src/reconciliation/statements/work.ts'
import { proposeUndo } from '../../../src/reconciliation/undo/undo.ts'
import { staffAs } from '../../support/claimed.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import { floatOf, open, uploadBytes } from '../../support/paid.ts'
import { confirm } from '../exceptions/two-people.ts'
import { expectPromisesKept } from '../statements/promises.ts'
import { bankAccount, bankBatch, part, results, statement, thirdReturned } from './bank-batch.ts'
import { type Events, orders, thirdCameBack, walk } from './in-any-order.ts'

const opening = 100_000
const each = 2_000

/** What may happen, in any order. The third payout fails; the bank takes all three, and gives one back the day after. */
const wholeAndBack: Events = {
  results: (batch) =>
    results(batch, [
      [0, 'paid'],
      [1, 'paid'],
      [2, 'failed'],
    ]),
  debit: ({ world, paymentId }) =>
    uploadBytes(
      world,
      statement('2026-11-22', '2026-11-23', opening, [
        {
          day: '2026-11-23',
          minor: -3 * each,
          ref: 'R1',
          details: `<Btch><PmtInfId>${paymentId}</PmtInfId><NbOfTxs>3</NbOfTxs></Btch>`,
        },
      ]),
    ),
  return: thirdReturned,
}

/** The bank leaves out what failed. */
const lessTheFailed: Events = {
  ...wholeAndBack,
  debit: ({ world, paymentId }) =>
    uploadBytes(
      world,
      statement('2026-11-22', '2026-11-30', opening, [
        {
          day: '2026-11-23',
          minor: -2 * each,
          ref: 'R1',
          details: `<TxDtls><Refs><PmtInfId>${paymentId}</PmtInfId></Refs></TxDtls>`,
        },
      ]),
    ),
}
delete lessTheFailed.return

describe('a debit for a whole batch of which one payout failed', () => {
  it.each(orders(Object.keys(wholeAndBack)))('and came back: %s, %s, %s', async (...order) => {
    const came = await walk(wholeAndBack, order)
    // What was known too late is left for people to do, and nothing else.
    const isLate = order.indexOf('debit') < order.indexOf('results')
    expect(came.classes).toEqual(isLate ? ['return_after_success'] : [])
    expect(came.ends).toEqual(thirdCameBack)
  })

  it.each(orders(Object.keys(lessTheFailed)))('and was left out of it: %s, %s', async (...order) => {
    const came = await walk(lessTheFailed, order)
    expect(came.classes).toEqual([])
    expect(came.ends).toEqual({
      vouchers: ['issued', 'paid', 'paid'],
      float: opening - 2 * each,
      lines: [{ kind: 'payment', direction: 'debit', count: 1, amountMinor: 2 * each }],
      provider: { openingMinor: opening, closingMinor: opening - 2 * each },
      closing: opening - 2 * each,
      faults: [],
      listed: [0, 0],
    })
  })
})

/** The whole story in one file. */
const backAtOnce: Events = {
  results: wholeAndBack.results as Events[string],
  file: ({ world, paymentId, attempts }) =>
    uploadBytes(
      world,
      statement('2026-11-22', '2026-11-30', opening, [
        { day: '2026-11-23', minor: -3 * each, ref: 'R1', details: `<Btch><PmtInfId>${paymentId}</PmtInfId></Btch>` },
        {
          day: '2026-11-23',
          minor: each,
          ref: 'R2',
          code: 'PMNT/IRCT/RRTN',
          details: part(each, `<EndToEndId>${attempts[2]?.reference}</EndToEndId>`, '<RtrInf/>'),
        },
      ]),
    ),
}

it.each(orders(Object.keys(backAtOnce)))(
  'a debit with what failed, which came back in the same file: %s, %s',
  async (...order) => {
    const { classes, ends } = await walk(backAtOnce, order)
    expect(classes).toEqual(order[0] === 'file' ? ['return_after_success'] : [])
    expect(ends).toMatchObject({
      vouchers: ['issued', 'paid', 'paid'],
      float: opening - 2 * each,
      closing: opening - 2 * each,
      faults: [],
    })
  },
)

/** Each payout by itself, and all of them under one reference of the bank. */
const twins: Events = {
  results: (batch) =>
    // Of the others the statement itself is the evidence.
    results(batch, [[0, 'paid']]),
  debits: ({ world, attempts }) =>
    uploadBytes(
      world,
      statement(
        '2026-11-22',
        '2026-11-30',
        opening,
        attempts.map(({ reference }) => ({
          day: '2026-11-23',
          minor: -each,
          ref: 'R1',
          details: part(-each, `<EndToEndId>${reference}</EndToEndId>`),
        })),
      ),
    ),
}

it.each(orders(Object.keys(twins)))(
  'debits under one reference of the bank pay a payout each: %s, %s',
  async (...order) => {
    const { classes, ends } = await walk(twins, order)
    expect(classes).toEqual([])
    expect(ends).toMatchObject({
      vouchers: ['paid', 'paid', 'paid'],
      float: opening - 3 * each,
      closing: opening - 3 * each,
      faults: [],
      listed: [0, 0],
    })
  },
)

it('a payout that was called paid by mistake is undone and reported as failed, and the rest adds up by itself', async () => {
  const batch = await bankBatch(3)
  const { world, attempts } = batch
  await results(batch, [
    [0, 'paid'],
    [1, 'paid'],
    [2, 'paid'],
  ])
  await lessTheFailed.debit?.(batch)
  expect((await open(world)).map((one) => one.class).sort()).toEqual(['balance_break', 'batch_mismatch'])
  const proposed = await proposeUndo(
    world.ports,
    await staffAs(world, 'preparer'),
    attempts[2]?.payout_id ?? '',
    'the bank says so, ticket 8',
  )
  if ('refused' in proposed) throw new Error(proposed.refused)
  expect(await confirm(world, 'payment_undone', proposed.proposed)).not.toHaveProperty('refused')
  await results(batch, [[2, 'failed']])
  await sweepStatements(world.ports)
  expect((await open(world)).map((one) => one.class)).toEqual(['balance_break'])
  expect(await floatOf(world, bankAccount)).toBe(-2 * each)
  await expectPromisesKept(world)
})

it.each([2, 12])(
  'of %d debits that each are the whole batch, once a payout of it has failed, one pays it and the others differ',
  async (count) => {
    const batch = await bankBatch(3)
    const { world, attempts, paymentId } = batch
    await results(batch, [
      [0, 'paid'],
      [1, 'paid'],
      [2, 'paid'],
    ])
    const details = `<Btch><PmtInfId>${paymentId}</PmtInfId></Btch>`
    const debits = Array.from({ length: count }, (_, n) => ({
      day: '2026-11-23',
      minor: -2 * each,
      ref: `B${n}`,
      details,
    }))
    await uploadBytes(world, statement('2026-11-23', '2026-11-24', opening, debits))
    const differing = async () => (await open(world)).filter((one) => one.class === 'batch_mismatch').length
    expect(await differing()).toBe(count)
    const preparer = await staffAs(world, 'preparer')
    const proposed = await proposeUndo(
      world.ports,
      preparer,
      attempts[2]?.payout_id ?? '',
      'the bank says so, ticket 8',
    )
    if ('refused' in proposed) throw new Error(proposed.refused)
    await confirm(world, 'payment_undone', proposed.proposed)
    await results(batch, [[2, 'failed']])
    await sweepStatements(world.ports)
    expect(await differing()).toBe(count - 1)
    expect(await rowsOf(world, 'matches')).toHaveLength(2)
    await expectPromisesKept(world)
  },
)

it('a plain CSV whose reference is the batch pays its payouts', async () => {
  const { world, paymentId } = await bankBatch(3)
  const mapping = csvMapping.parse({
    delimiter: ',',
    day: { column: 'Date', format: 'YYYY-MM-DD' },
    amount: { by: 'sign', column: 'Amount', below: 'debit' },
    currency: { code: 'CNY' },
    reference: 'Reference',
  })
  const bytes = new TextEncoder().encode(`Date,Reference,Amount\n2026-11-23,Bulk ${paymentId},-60.00\n`)
  await uploadBytes(world, bytes, { accountId: bankAccount, mapping, claims: { rows: 1 } })
  expect((await rowsOf(world, 'payouts')).map(({ state }) => state)).toEqual(['paid', 'paid', 'paid'])
  expect(await open(world)).toEqual([])
})
