/** Placing lines looks at each of them a few times, however many tell of one booking, day, money or payout. */
import { expect, it } from 'vitest'
import { dayLater } from '../../../src/platform/time/zone.ts'
import { placeReports } from '../../../src/reconciliation/matching/bookings.ts'
import type { Linkable } from '../../../src/reconciliation/matching/placing/linkable.ts'
import { linkReports } from '../../../src/reconciliation/matching/placing/links.ts'

const day = '2026-11-23'
const line = (key: string, given: Partial<Linkable> = {}): Linkable => ({
  key,
  booking: key,
  day,
  isPart: false,
  isFee: false,
  isNotice: false,
  signedMinor: -2_000,
  names: null,
  isOfBatch: false,
  carriedBy: null,
  bankId: null,
  payouts: [],
  isUnknown: true,
  ...given,
})
const notice = (key: string, given: Partial<Linkable> = {}) => line(key, { isNotice: true, ...given })

/** So many of each of these. */
const each = (count: number, ...of: ((n: number) => Linkable)[]) =>
  of.flatMap((make) => Array.from({ length: count }, (_, n) => make(n)))

const kinds: [what: string, lines: (count: number) => Linkable[], left?: string][] = [
  ['one booking in every entry', (n) => each(n, (i) => notice(`n${i}`, { booking: 'B', names: `a${i}` }))],
  [
    'one booking in every entry, as told before and after',
    (n) =>
      each(
        n,
        (i) => line(`s${i}`, { booking: 'B', names: `a${i}` }),
        (i) => notice(`n${i}`, { booking: 'B', names: `a${i}` }),
      ),
  ],
  [
    'one booking on as many days, each told of on another',
    (n) =>
      each(
        n,
        (i) => line(`s${i}`, { booking: 'B', day: dayLater(day, 40 * i) }),
        (i) => notice(`n${i}`, { booking: 'B', day: dayLater(day, 40 * i + 3) }),
      ),
  ],
  [
    'parts of one money that name a payout each',
    (n) =>
      each(
        n,
        (i) => line(`s${i}`, { booking: 'B', isPart: true, names: `a${n - i}` }),
        (i) => notice(`n${i}`, { names: `a${i}` }),
      ),
  ],
  [
    'parts of one money and one bank’s id',
    (n) =>
      each(
        n,
        (i) => line(`s${i}`, { booking: 'B', isPart: true, bankId: 'X' }),
        (i) => notice(`n${i}`, { bankId: 'X' }),
      ),
  ],
  [
    'bookings that name one payout',
    (n) =>
      each(
        n,
        (i) => line(`s${i}`, { names: 'a' }),
        (i) => notice(`n${i}`, { names: 'a' }),
      ),
  ],
  [
    'sums that name nothing beside entries of the day',
    (n) =>
      each(
        n,
        (i) => line(`s${i}`, { signedMinor: -3 - i }),
        (i) => notice(`n${i}`),
      ),
  ],
  [
    'sums that name a batch beside entries that name its payouts',
    (n) =>
      each(
        n,
        (i) => line(`s${i}`, { names: `batch${i}`, isOfBatch: true, payouts: [`a${i}`], fits: () => false }),
        (i) => notice(`n${i}`, { names: `a${i}` }),
      ),
  ],
  [
    'what is left of one money',
    (n) =>
      each(
        n,
        (i) => line(`s${i}`),
        (i) => notice(`left${i}`),
      ),
    'left',
  ],
  [
    'what a corrected statement does not have any more',
    (n) =>
      each(
        n,
        (i) => line(`s${i}`, { names: 'a' }),
        (i) => notice(`left${i}`, { names: i % 2 === 0 ? 'a' : null, isGone: true }),
      ),
    'left',
  ],
]

/** How often anything that is known of a line is looked at. */
function looks(lines: readonly Linkable[], isLeft = 'none'): number {
  let count = 0
  const watched = lines.map(
    (one) =>
      new Proxy(one, {
        get(of, name) {
          count += 1
          return Reflect.get(of, name)
        },
      }),
  )
  const left = new Set(lines.flatMap(({ key }) => (key.startsWith(isLeft) ? [key] : [])))
  placeReports(linkReports(watched, left), () => true)
  return count
}

it.each(kinds)('%s', (_, lines, isLeft) => {
  const [one, two, four] = [100, 200, 400].map((count) => looks(lines(count), isLeft)) as [number, number, number]
  expect(four - two).toBeLessThanOrEqual(2.2 * (two - one))
})
