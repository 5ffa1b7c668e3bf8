/** A notification numbers each payment as an entry of its own, a statement books them as one: the money counts once. */
import { describe, expect, it } from 'vitest'
import { uploadBytes } from '../../support/paid.ts'
import { inTurn } from '../../support/run/whole.ts'
import { type BankBatch, type Booked, notification, part, results, statement, thirdReturned } from './bank-batch.ts'
import { type Events, orders, thirdCameBack, walk } from './in-any-order.ts'

const opening = 100_000
const each = 2_000
const day = '2026-11-23'

const named = ({ paymentId }: BankBatch) => `<Btch><PmtInfId>${paymentId}</PmtInfId><NbOfTxs>3</NbOfTxs></Btch>`
const entryOf = ({ attempts }: BankBatch, n: number, on = day): Booked => ({
  day: on,
  minor: -each,
  ref: `N${n}`,
  details: part(-each, `<EndToEndId>${attempts[n]?.reference}</EndToEndId>`),
})
const entries = (batch: BankBatch, some: readonly number[], on = day) =>
  uploadBytes(batch.world, notification(some.map((n) => entryOf(batch, n, on))))
const booked = ({ world }: BankBatch, some: readonly Booked[], to = '2026-11-30') =>
  uploadBytes(world, statement('2026-11-22', to, opening, some))
const sum = (batch: BankBatch, details?: string) =>
  booked(batch, [{ day, minor: -3 * each, ref: 'R1', ...(details === undefined ? {} : { details }) }])

const all = (batch: BankBatch) => entries(batch, [0, 1, 2])
const kinds: [what: string, Events][] = [
  ['a sum that names our batch', { sum: (batch) => sum(batch, named(batch)), entries: all }],
  ['a sum that names nothing of ours', { sum: (batch) => sum(batch), entries: all }],
  [
    'a sum that names our batch, of another day',
    { sum: (batch) => sum(batch, named(batch)), entries: (batch) => entries(batch, [0, 1, 2], '2026-11-25') },
  ],
  [
    'a sum whose parts have the numbers of the entries',
    {
      sum: (batch) =>
        sum(batch, batch.attempts.map((_, n) => part(-each, `<AcctSvcrRef>N${n}</AcctSvcrRef>`)).join('')),
      entries: all,
    },
  ],
  [
    'a sum whose parts have other numbers',
    {
      sum: (batch) =>
        sum(
          batch,
          batch.attempts
            .map(({ reference }, n) =>
              part(-each, `<AcctSvcrRef>P${n}</AcctSvcrRef><EndToEndId>${reference}</EndToEndId>`),
            )
            .join(''),
        ),
      entries: all,
    },
  ],
  [
    'bookings of each payment under other numbers',
    {
      sum: (batch) =>
        booked(
          batch,
          [0, 1, 2].map((n) => ({ ...entryOf(batch, n), ref: `S${n}` })),
        ),
      entries: all,
    },
  ],
  [
    'a sum of which one file has two, and another the third',
    {
      sum: (batch) => sum(batch, named(batch)),
      two: (batch) => entries(batch, [0, 1]),
      third: (batch) => entries(batch, [2]),
    },
  ],
  [
    'a sum without a name of which one file has two, and another the third',
    {
      sum: (batch) => sum(batch),
      two: (batch) => entries(batch, [0, 1]),
      third: (batch) => entries(batch, [2]),
    },
  ],
  [
    'a sum that both number, each in its own way',
    {
      sum: (batch) => sum(batch, named(batch)),
      entries: (batch) =>
        uploadBytes(batch.world, notification([{ day, minor: -3 * each, ref: 'N1', details: named(batch) }])),
    },
  ],
  [
    'bookings of each payment, of which the notification has the sum',
    {
      booked: (batch) =>
        booked(
          batch,
          [0, 1, 2].map((n) => entryOf(batch, n)),
        ),
      sum: (batch) =>
        uploadBytes(batch.world, notification([{ day, minor: -3 * each, ref: 'R1', details: named(batch) }])),
    },
  ],
  [
    'a sum with its parts, which the notification numbers otherwise',
    {
      booked: (batch) =>
        sum(
          batch,
          batch.attempts.map(({ reference }) => part(-each, `<EndToEndId>${reference}</EndToEndId>`)).join(''),
        ),
      sum: (batch) =>
        uploadBytes(batch.world, notification([{ day, minor: -3 * each, ref: 'N1', details: named(batch) }])),
    },
  ],
  [
    'a sum of two, and the third by itself',
    {
      sum: (batch) =>
        booked(batch, [
          { day, minor: -2 * each, ref: 'R1' },
          { ...entryOf(batch, 2), ref: 'N2' },
        ]),
      entries: all,
    },
  ],
]

describe('entries of a notification and', () => {
  it.each(kinds.flatMap(([what, events]) => orders(Object.keys(events)).map((order) => ({ what, order, events }))))(
    '$what: $order',
    async ({ what, order, events }) => {
      const { classes, ends } = await walk(events, order)
      const count = /bookings|parts/.test(what) ? 3 : what.includes('by itself') ? 2 : 1
      expect(classes).toEqual([])
      expect(ends).toEqual({
        vouchers: ['paid', 'paid', 'paid'],
        float: opening - 3 * each,
        lines: [{ kind: 'payment', direction: 'debit', count, amountMinor: 3 * each }],
        provider: { openingMinor: opening, closingMinor: opening - 3 * each },
        closing: opening - 3 * each,
        faults: [],
        listed: [0, 0],
      })
    },
  )
})

const everything: Events = {
  sum: (batch) => booked(batch, [{ day, minor: -3 * each, ref: 'R1', details: named(batch) }], day),
  entries: all,
  results: (batch) =>
    results(batch, [
      [0, 'paid'],
      [2, 'failed'],
    ]),
  return: thirdReturned,
}

describe('a batch of which one payout failed and came back', () => {
  // In the check every third of all 24 orders.
  it.each(inTurn(orders(Object.keys(everything)), 0, 3))('comes to the same: %s, %s, %s, %s', async (...order) => {
    const { ends } = await walk(everything, order)
    expect(ends).toEqual(thirdCameBack)
  })
})

it('a second payment of one payout is no other number of the first', async () => {
  const twice: Events = {
    entries: (batch) => entries(batch, [0]),
    booked: (batch) =>
      booked(batch, [
        { ...entryOf(batch, 0), ref: 'N0' },
        { ...entryOf(batch, 0), ref: 'S0' },
        { ...entryOf(batch, 1), ref: 'N1' },
        { ...entryOf(batch, 2), ref: 'N2' },
      ]),
  }
  for (const order of orders(Object.keys(twice))) {
    const { classes, ends } = await walk(twice, order)
    expect(classes).toEqual(['duplicate'])
    expect(ends.lines).toEqual([{ kind: 'payment', direction: 'debit', count: 4, amountMinor: 4 * each }])
  }
})

it('what comes to another sum stays by itself', async () => {
  const other: Events = {
    entries: (batch) => entries(batch, [0, 1]),
    booked: (batch) => booked(batch, [{ day, minor: -3 * each, ref: 'R1' }]),
  }
  for (const order of orders(Object.keys(other))) {
    const { classes } = await walk(other, order)
    expect(classes).toContain('missing_in_ledger')
  }
})
