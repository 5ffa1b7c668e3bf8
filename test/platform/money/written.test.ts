import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalOf, minorOf, writtenMinorOf } from '../../../src/platform/money/written.ts'

describe('a decimal amount', () => {
  test.each([
    ['0.01', 'CNY', 1],
    ['20', 'CNY', 2000],
    ['20.5', 'CNY', 2050],
    ['-30.00', 'CNY', -3000],
    ['+30.00', 'CNY', 3000],
    ['10.00000', 'CNY', 1000],
    ['500', 'JPY', 500],
    ['1.250', 'KWD', 1250],
    ['90071992547409.91', 'CNY', 9007199254740991],
    ['-0.00', 'CNY', 0],
  ])('%s %s is %d minor units', (text, currency, minor) => {
    expect(minorOf(text, currency)).toBe(minor)
  })

  test.each(['', '.5', '5.', '1e2', '1,000.00', '0.001', '90071992547409.92', 'NaN', '１２', ' 1', '--1'])(
    '%j is none',
    (text) => {
      expect(minorOf(text, 'CNY')).toBeNull()
    },
  )

  test('of any size comes back exactly, where a float would not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
        fc.constantFrom('CNY', 'JPY', 'KWD'),
        (minor, currency) => {
          expect(minorOf(decimalOf(minor, currency), currency)).toBe(minor === 0 ? 0 : minor)
        },
      ),
    )
  })
})

describe('an amount as banks write it', () => {
  test.each([
    ['1,234.50', '.', 123450],
    ['1.234,50', ',', 123450],
    ["1'234.50", '.', 123450],
    ['1 234,50', ',', 123450],
    ['(12.00)', '.', -1200],
    ['12.00-', '.', -1200],
    ['\u221212.00', '.', -1200],
    ['1234,5', ',', 123450],
  ] as const)('%s with the mark %s is %d', (text, mark, minor) => {
    expect(writtenMinorOf(text, 'CNY', mark)).toBe(minor)
  })

  test.each([
    ['1,234.50', ','],
    ['1.234,50', '.'],
    ['1,23.50', '.'],
    ['12,50', '.'],
    ['(-12.00)', '.'],
    ['1,234 567.00', '.'],
  ] as const)('%s is none with the mark %s', (text, mark) => {
    expect(writtenMinorOf(text, 'CNY', mark)).toBeNull()
  })
})
