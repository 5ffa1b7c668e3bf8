/** A sum in one file and its parts in another: whichever comes first, the money counts once, and the parts say what for. */
import { describe, expect, it } from 'vitest'
import { uploadBytes } from '../../support/paid.ts'
import { inTurn } from '../../support/run/whole.ts'
import { type BankBatch, notification, part, results, statement, thirdReturned } from './bank-batch.ts'
import { type Events, orders, thirdCameBack, walk } from './in-any-order.ts'

const opening = 100_000
const each = 2_000
const booked = { day: '2026-11-23', minor: -3 * each, ref: 'R1' }

const detailsOf = ({ attempts }: BankBatch) =>
  attempts.map(({ reference }) => part(-each, `<EndToEndId>${reference}</EndToEndId>`)).join('')
const named = ({ paymentId }: BankBatch) => `<Btch><PmtInfId>${paymentId}</PmtInfId><NbOfTxs>3</NbOfTxs></Btch>`
/** A statement of eight days, in which the sum is booked. */
const sumIn = ({ world }: BankBatch, details?: string, day = booked.day) =>
  uploadBytes(
    world,
    statement('2026-11-22', '2026-11-30', opening, [{ ...booked, day, ...(details === undefined ? {} : { details }) }]),
  )
const partsIn = (batch: BankBatch, day = booked.day) =>
  uploadBytes(batch.world, notification([{ ...booked, day, details: detailsOf(batch) }]))

const allPaid = {
  vouchers: ['paid', 'paid', 'paid'],
  float: opening - 3 * each,
  lines: [{ kind: 'payment', direction: 'debit', count: 1, amountMinor: 3 * each }],
  provider: { openingMinor: opening, closingMinor: opening - 3 * each },
  closing: opening - 3 * each,
  faults: [],
  listed: [0, 0],
}

const pairs: [what: string, Events][] = [
  ['that names our batch', { sum: (batch) => sumIn(batch, named(batch)), parts: (batch) => partsIn(batch) }],
  ['that names nothing of ours', { sum: (batch) => sumIn(batch), parts: (batch) => partsIn(batch) }],
  ['of another day', { sum: (batch) => sumIn(batch, undefined, '2026-11-24'), parts: (batch) => partsIn(batch) }],
  [
    'whose parts another statement has',
    {
      sum: (batch) => sumIn(batch),
      parts: (batch) => sumIn(batch, detailsOf(batch)),
    },
  ],
]

describe('a sum', () => {
  it.each(pairs.flatMap(([what, events]) => orders(Object.keys(events)).map((order) => ({ what, order, events }))))(
    '$what: $order',
    async ({ order, events }) => {
      const { classes, ends } = await walk(events, order)
      expect(classes).toEqual([])
      expect(ends).toEqual(allPaid)
    },
  )
})

/** Statements of the same days that book each payment, first by its number alone and then with whose it is. */
const alone = ({ world, attempts }: BankBatch, isNamed: boolean) =>
  uploadBytes(
    world,
    statement(
      '2026-11-22',
      '2026-11-30',
      opening,
      attempts.map(({ reference }, i) => ({
        day: booked.day,
        minor: -each,
        ref: `S${i}`,
        ...(isNamed ? { details: part(-each, `<EndToEndId>${reference}</EndToEndId>`) } : {}),
      })),
    ),
  )
const twice: Events = { bare: (batch) => alone(batch, false), named: (batch) => alone(batch, true) }

describe('a booking of one payment that a second statement says more of', () => {
  it.each([
    ...orders(Object.keys(twice)).map((order) => ({ order })),
    { order: ['bare', 'named', 'bare'] },
    { order: ['bare', 'named', 'named'] },
  ])('$order', async ({ order }) => {
    const { classes, ends } = await walk(twice, order)
    expect(classes).toEqual([])
    expect(ends).toEqual({ ...allPaid, lines: [{ ...allPaid.lines[0], count: 3 }] })
  })
})

const everything: Events = {
  sum: (batch) =>
    uploadBytes(batch.world, statement('2026-11-22', '2026-11-23', opening, [{ ...booked, details: named(batch) }])),
  parts: (batch) => partsIn(batch),
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

const unnamed = (ref: string, count: number) => ({ day: '2026-11-22', minor: -count * each, ref })
/** A statement of some days, in which nothing says what left was for. */
const unnamedIn =
  (to: string, ...booked: { day: string; minor: number; ref: string }[]) =>
  ({ world }: BankBatch) =>
    uploadBytes(world, statement('2026-11-22', to, opening, booked))
const ownOf = ({ attempts }: BankBatch, ref: string, day: string) =>
  attempts.map(({ reference }, i) => ({
    day,
    minor: -each,
    ref: `${ref}${i}`,
    details: part(-each, `<EndToEndId>${reference}</EndToEndId>`),
  }))
const entriesIn = (batch: BankBatch) => uploadBytes(batch.world, notification(ownOf(batch, 'N', '2026-11-22')))
/** The payments are booked by themselves after all, the day after. */
const laterIn = (batch: BankBatch) =>
  uploadBytes(batch.world, statement('2026-11-23', '2026-11-30', opening - 3 * each, ownOf(batch, 'D', '2026-11-23')))

describe('entries that come to a sum of their day which names nothing', () => {
  const left = (times: number) => ({
    float: opening - times * 3 * each,
    closing: opening - times * 3 * each,
    faults: [],
  })
  const stray: Events = { sum: unnamedIn('2026-11-22', unnamed('S', 3)), entries: entriesIn, later: laterIn }
  const twins: Events = { sums: unnamedIn('2026-11-30', unnamed('S', 3), unnamed('T', 3)), entries: entriesIn }
  const split: Events = { sums: unnamedIn('2026-11-30', unnamed('S', 1), unnamed('T', 2)), entries: entriesIn }
  it.each([
    {
      what: 'are asked about when they are booked by themselves',
      events: stray,
      order: ['sum', 'entries', 'later'],
      asked: 1,
      times: 2,
    },
    {
      what: 'are asked about when they are booked by themselves',
      events: stray,
      order: ['entries', 'sum', 'later'],
      asked: 1,
      times: 2,
    },
    {
      what: 'are asked about when they are booked by themselves',
      events: stray,
      order: ['later', 'sum', 'entries'],
      asked: 1,
      times: 2,
    },
    {
      what: 'are one of two such sums, and the other is asked about',
      events: twins,
      order: ['sums', 'entries'],
      asked: 1,
      times: 2,
    },
    {
      what: 'are one of two such sums, and the other is asked about',
      events: twins,
      order: ['entries', 'sums'],
      asked: 1,
      times: 2,
    },
    { what: 'or to several of them are all of those', events: split, order: ['sums', 'entries'], asked: 0, times: 1 },
    { what: 'or to several of them are all of those', events: split, order: ['entries', 'sums'], asked: 0, times: 1 },
  ])('$what: $order', async ({ events, order, asked, times }) => {
    const { classes, ends } = await walk(events, order)
    expect(classes).toEqual(Array.from({ length: asked }, () => 'missing_in_ledger'))
    expect(ends).toMatchObject({ vouchers: ['paid', 'paid', 'paid'], ...left(times) })
  })
})
