/** One batch that a bank books as several debits: together they prove its payouts, in whatever order anything comes. */
import { describe, expect, it } from 'vitest'
import { alipay, claimedFor, issued } from '../../support/claimed.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import { open, uploadBytes } from '../../support/paid.ts'
import { type BankBatch, bankBatch, instructed, notification, part, results, statement } from './bank-batch.ts'
import { type Events, orders, walk } from './in-any-order.ts'

const opening = 100_000
const each = 2_000

/** A statement in which a debit of so many payouts is booked, and what stood on the account before. */
const debit = (ref: string, days: [from: string, to: string], before: number, count: number, parts?: number) => {
  const number = parts === undefined ? '' : `<NbOfTxs>${parts}</NbOfTxs>`
  return ({ world, paymentId }: BankBatch) =>
    uploadBytes(
      world,
      statement(...days, opening - before * each, [
        { day: days[0], minor: -count * each, ref, details: `<Btch><PmtInfId>${paymentId}</PmtInfId>${number}</Btch>` },
      ]),
    )
}
const first: [string, string] = ['2026-11-22', '2026-11-22']
const second: [string, string] = ['2026-11-23', '2026-11-30']
const came = (vouchers: string[], counts: number[]) => ({
  classes: [],
  ends: {
    vouchers,
    float: opening - sum(counts) * each,
    lines: [{ kind: 'payment', direction: 'debit', count: counts.length, amountMinor: sum(counts) * each }],
    provider: { openingMinor: opening, closingMinor: opening - sum(counts) * each },
    closing: opening - sum(counts) * each,
    faults: [],
    listed: [0, 0],
  },
})
const sum = (some: readonly number[]) => some.reduce((all, one) => all + one, 0)
const allPaid = ['paid', 'paid', 'paid']

const splits: [what: string, Events, ReturnType<typeof came>][] = [
  [
    'each with its number of payments, of which one is reported as paid',
    {
      one: debit('R1', first, 0, 1, 1),
      two: debit('R2', second, 1, 2, 2),
      results: (batch) => results(batch, [[0, 'paid']]),
    },
    came(allPaid, [1, 2]),
  ],
  [
    'with the number of the whole, of which one failed and was left out',
    {
      one: debit('R1', first, 0, 1, 3),
      two: debit('R2', second, 1, 1, 3),
      results: (batch) => results(batch, [[2, 'failed']]),
    },
    came(['issued', 'paid', 'paid'], [1, 1]),
  ],
]

describe('debits of one batch', () => {
  it.each(
    splits.flatMap(([what, events, ends]) =>
      orders(Object.keys(events)).map((order) => ({ what, order, events, ends })),
    ),
  )('$what: $order', async ({ order, events, ends }) => {
    expect(await walk(events, order)).toEqual(ends)
  })
})

/** What the bank says in a notification of which payouts a debit was. */
const parts = (ref: string, day: string, which: readonly number[]) => (batch: BankBatch) =>
  uploadBytes(
    batch.world,
    notification([
      {
        day,
        minor: -which.length * each,
        ref,
        details: which.map((n) => part(-each, `<EndToEndId>${batch.attempts[n]?.reference}</EndToEndId>`)).join(''),
      },
    ]),
  )

/** The first debit was the last payout, as nothing else could tell. */
const withParts: Events = {
  one: debit('R1', first, 0, 1),
  two: debit('R2', second, 1, 2),
  partsOfOne: parts('R1', first[0], [2]),
  partsOfTwo: parts('R2', second[0], [0, 1]),
}

it.each([
  { order: ['one', 'two', 'partsOfOne', 'partsOfTwo'] },
  { order: ['two', 'one', 'partsOfTwo', 'partsOfOne'] },
  { order: ['one', 'two', 'partsOfOne'] },
  { order: ['two', 'one', 'partsOfTwo'] },
  { order: ['one', 'partsOfOne', 'two', 'partsOfTwo'] },
  { order: ['partsOfTwo', 'one', 'two'] },
])('debits whose parts a notification tells are what it says: $order', async ({ order }) => {
  expect(await walk(withParts, order)).toEqual(came(allPaid, [1, 2]))
})

it.each([
  ['Q', 'R'],
  ['R', 'Q'],
])('debits of two batches whose parts one notification tells are each of its own batch: %s, %s', async (...names) => {
  const one = await bankBatch(3)
  const { world } = one
  for (const n of [11, 12, 13]) await claimedFor(world, await issued(world, n), alipay(n))
  const all = [one, await instructed(world)]
  const booked = all.flatMap(({ paymentId }, n) => {
    const details = `<Btch><PmtInfId>${paymentId}</PmtInfId></Btch>`
    return [1, 2].map((count) => ({ day: first[0], minor: -count * each, ref: `${names[n]}${count}`, details }))
  })
  const funded = { day: '2026-11-21', minor: opening, ref: 'F' }
  await uploadBytes(world, statement('2026-11-21', first[1], 0, [funded, ...booked]))
  const debits = all.map(({ attempts }, n) => {
    const details = part(-each, `<EndToEndId>${attempts[2]?.reference}</EndToEndId>`)
    return { day: first[0], minor: -each, ref: `${names[n]}1`, details }
  })
  await uploadBytes(world, notification(debits))
  expect(await open(world)).toEqual([])
  const matched = await rowsOf<{ attempt_id: string; line_key: string }>(world, 'matches')
  const ofBatches = all.map(({ attempts }, n) => [
    names[n],
    matched
      .filter(({ line_key }) => line_key.startsWith(names[n] ?? ''))
      .map(({ attempt_id }) => attempt_id)
      .sort(),
    attempts.map(({ id }) => id).sort(),
  ])
  expect(ofBatches.map(([name, found]) => [name, found])).toEqual(ofBatches.map(([name, , own]) => [name, own]))
})
