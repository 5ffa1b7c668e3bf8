/** Where lines stand that tell of one booking, case by case. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BookingReport, placeReports } from '../../../src/reconciliation/matching/bookings.ts'

const telling = (key: string, given: Partial<BookingReport> = {}): BookingReport => ({
  key,
  booking: 'R|d300',
  day: '2026-11-23',
  isPart: false,
  isFee: false,
  isNotice: false,
  signedMinor: -300,
  names: null,
  isOfBatch: false,
  carriedBy: null,
  ...given,
})
const sum = telling('sum')
const part = (key: string, signedMinor: number, given: Partial<BookingReport> = {}) =>
  telling(key, { isPart: true, signedMinor, ...given })
const parts = [part('p1', -100, { names: 'a_1' }), part('p2', -200, { names: 'a_2' })]
const notice = { isNotice: true }
const noticed = parts.map((one) => ({ ...one, ...notice }))
const fee = (key: string, given: Partial<BookingReport> = {}) => part(key, -5, { isFee: true, ...given })

/** Each line as `key`, with a `!` where it speaks and `>carrier` where its money counts elsewhere. */
function placed(some: readonly BookingReport[], covered: readonly string[] = []): string {
  const places = placeReports(some, (day) => covered.includes(day))
  return some
    .map(({ key }) => {
      const { carriedBy = null, speaks = false } = places.get(key) ?? {}
      return `${key}${speaks ? '!' : ''}${carriedBy === null ? '' : `>${carriedBy}`}`
    })
    .join(' ')
}

describe('one booking', () => {
  it.each<[what: string, BookingReport[], came: string, covered?: string[]]>([
    ['of a sum alone is the sum', [sum], 'sum!'],
    ['of parts alone is its parts', parts, 'p1! p2!'],
    [
      'of a sum and a notification’s parts counts with the sum, and the parts say what for',
      [sum, ...noticed],
      'sum p1!>sum p2!>sum',
    ],
    ['of a sum and another statement’s parts counts with the sum as well', [sum, ...parts], 'sum p1!>sum p2!>sum'],
    [
      'of which no part names anything of ours is what the sum says',
      [{ ...sum, names: 'batch_1' }, ...noticed.map((one) => ({ ...one, names: null }))],
      'sum! p1>sum p2>sum',
    ],
    ['of which the notification says the same counts with the statement', [sum, telling('n', notice)], 'sum! n>sum'],
    [
      'of which only the notification names ours is matched by it',
      [sum, telling('n', { ...notice, names: 'a_1' })],
      'sum n!>sum',
    ],
    [
      'of which both have parts is matched by the statement’s',
      [...parts, ...noticed.map((one) => ({ ...one, key: `${one.key}n` }))],
      'p1! p2! p1n>p1 p2n>p2',
    ],
    ['with a charge beside the sum has the charge by itself', [sum, fee('f')], 'sum! f!'],
    [
      'whose sum holds the charge, and whose parts show it, counts it once',
      [{ ...sum, signedMinor: -305 }, ...noticed, fee('f', notice)],
      'sum p1!>sum p2!>sum f!>sum',
    ],
    [
      'with a charge in both files counts it once',
      [sum, fee('f'), ...noticed, fee('fn', notice)],
      'sum f! p1!>sum p2!>sum fn>f',
    ],
    [
      'of a notification on a day without it, which statements cover, was booked on the other day',
      [sum, telling('n', { ...notice, day: '2026-11-21', names: 'a_1' })],
      'sum n!>sum',
      ['2026-11-21'],
    ],
    [
      'of a notification on a day that no statement covers waits for that',
      [sum, telling('n', { ...notice, day: '2026-11-24' })],
      'sum! n!',
    ],
    [
      'of a notification that names the same payout is the same booking',
      [{ ...sum, names: 'a_1' }, telling('n', { ...notice, day: '2026-11-24', names: 'a_1' })],
      'sum! n>sum',
    ],
    [
      'of a notification that is weeks away is another',
      [sum, telling('n', { ...notice, day: '2026-10-21' })],
      'sum! n!',
      ['2026-10-21'],
    ],
    [
      'that a notification of the same day tells of is not taken by another day’s',
      [sum, telling('n', notice), telling('m', { ...notice, day: '2026-11-22' })],
      'sum! n>sum m!',
      ['2026-11-22'],
    ],
    [
      'that a notification was found to be stays so',
      [sum, telling('nearer', { day: '2026-11-22' }), telling('n', { ...notice, day: '2026-11-21', carriedBy: 'sum' })],
      'sum! nearer! n>sum',
      ['2026-11-21'],
    ],
    ['of another day of one statement is another booking', [sum, telling('s2', { day: '2026-11-24' })], 'sum! s2!'],
  ])('%s', (_, some, came, covered) => {
    expect(placed(some, covered)).toBe(came)
  })
})

it('the money that counts is the same whichever files are known, and in whatever order they are read', () => {
  const files = [[sum], noticed, parts.map((one) => ({ ...one, key: `${one.key}s` }))]
  fc.assert(
    fc.property(fc.shuffledSubarray(files, { minLength: 1 }), (some) => {
      const bookings = some.flat()
      const places = placeReports(bookings, () => true)
      const moneyOf = (is: (key: string) => boolean) =>
        bookings.filter(({ key }) => is(key)).reduce((all, { signedMinor }) => all + signedMinor, 0)
      expect(moneyOf((key) => places.get(key)?.carriedBy === null)).toBe(-300)
      expect(moneyOf((key) => places.get(key)?.speaks === true)).toBe(-300)
    }),
  )
})
