import { describe, expect, it } from 'vitest'
import { amountRange, checkCarries, inEach, whyNotCarried } from '../../../src/platform/money/carries.ts'

const range = { leastMinor: 10, mostMinor: 500 }
const carries = inEach(['CNY', 'HKD'], range)

describe('what a provider pays at once', () => {
  it.each([
    ['CNY', 9, 'too_little'],
    ['CNY', 10, null],
    ['HKD', 500, null],
    ['HKD', 501, 'too_much'],
    ['USD', 100, 'currency'],
    ['toString', 100, 'currency'],
  ] as const)('%s %d: %j is why not', (currency, amountMinor, why) => {
    expect(whyNotCarried(carries, currency, amountMinor)).toBe(why)
  })

  it('is the same range of each currency that is named, and none of any other', () => {
    expect([amountRange(carries, 'CNY'), amountRange(carries, 'HKD'), amountRange(carries, 'constructor')]).toEqual([
      range,
      range,
      undefined,
    ])
  })

  it.each([
    ['XYZ', 1, 2, 'p: XYZ is no currency of ISO 4217 with a minor unit'],
    ['CNY', 0, 2, 'p: from 0 to 2 minor units of CNY is no range'],
    ['CNY', 3, 2, 'p: from 3 to 2 minor units of CNY is no range'],
    ['CNY', 1.5, 2, 'p: from 1.5 to 2 minor units of CNY is no range'],
    ['CNY', 1, 2.5, 'p: from 1 to 2.5 minor units of CNY is no range'],
  ])('%s from %d to %d is no row of its table', (code, leastMinor, mostMinor, message) => {
    expect(() => checkCarries('p', { JPY: range, [code]: { leastMinor, mostMinor } })).toThrow(new RangeError(message))
  })

  it('may be one amount alone, as little as one minor unit', () => {
    expect(() => checkCarries('p', inEach(['CNY'], { leastMinor: 1, mostMinor: 1 }))).not.toThrow()
  })
})
