/** Amounts on the wire are exact, however odd. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { majorText, minorOf } from '../../../src/platform/money/wire-decimal.ts'

describe('writing', () => {
  test.each([
    [1, 'CNY', '0.01'],
    [10, 'CNY', '0.10'],
    [29, 'HKD', '0.29'],
    [100, 'MOP', '1.00'],
    [1_005, 'CNY', '10.05'],
    [1_999, 'CNY', '19.99'],
    [107_374_182_425, 'CNY', '1073741824.25'],
    [9_007_199_254_740_991, 'CNY', '90071992547409.91'],
    [0, 'CNY', '0.00'],
    [7, 'JPY', '7'],
    [1_005, 'JPY', '1005'],
  ])('%d of %s is %s', (minor, currency, text) => {
    expect(majorText(minor, currency)).toBe(text)
  })

  test.each([-1, 0.5, Number.NaN, 2 ** 53])('%d is no amount', (minor) => {
    expect(() => majorText(minor, 'CNY')).toThrow(RangeError)
  })
})

describe('reading', () => {
  test.each([
    ['0.29', 29],
    ['20', 2_000],
    ['20.5', 2_050],
    ['20.500', 2_050],
    ['90071992547409.91', 9_007_199_254_740_991],
  ])('%s is %d', (text, minor) => {
    expect(minorOf(text, 'CNY')).toBe(minor)
  })

  test.each(['', '1.005', '-1', '+1', '1e2', '1,000', '.5', '5.', ' 1', '90071992547409.92', '0x10'])(
    '“%s” is no amount',
    (text) => {
      expect(minorOf(text, 'CNY')).toBe(null)
    },
  )

  test('a yen has no parts', () => {
    expect(minorOf('7', 'JPY')).toBe(7)
    expect(minorOf('7.5', 'JPY')).toBe(null)
  })

  test('whatever was written is read as it was', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom('CNY', 'HKD', 'MOP', 'JPY'), (minor, currency) => {
        expect(minorOf(majorText(minor, currency), currency)).toBe(minor)
      }),
    )
  })
})
