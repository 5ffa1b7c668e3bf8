/** Amounts are exact, however odd, in every currency. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currencyExponent, isCurrency } from '../../../src/platform/money/currencies.ts'
import {
  formatGroupedMinorUnits,
  formatMinorUnits,
  formatMixedSum,
  formatPayableMinorUnits,
  parseBankMinorUnits,
  parseMinorUnits,
  parseSignedMinorUnits,
  parseTypedMinorUnits,
} from '../../../src/platform/money/money.ts'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
/** Every currency that has a minor unit. */
const currencyCodes = letters
  .flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)))
  .filter((code) => isCurrency(code))

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
    expect(formatPayableMinorUnits(minor, currency)).toBe(text)
  })

  test.each([-1, 0.5, Number.NaN, 2 ** 53])('%d is no amount', (minor) => {
    expect(() => formatPayableMinorUnits(minor, 'CNY')).toThrow(RangeError)
    expect(() => formatPayableMinorUnits(minor, 'CNY')).toThrow(`${minor} is no amount`)
  })

  test.each([
    [99_999, 'CNY', '999.99'],
    [123_450, 'CNY', '1,234.50'],
    [-123_450, 'CNY', '-1,234.50'],
    [1_234_567, 'JPY', '1,234,567'],
    [123_456_789_012, 'KWD', '123,456,789.012'],
  ])('%d of %s is %s for people', (minor, currency, text) => {
    expect(formatGroupedMinorUnits(minor, currency)).toBe(text)
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
    expect(parseMinorUnits(text, 'CNY')).toBe(minor)
  })

  test.each(['', '1.005', '-1', '+1', '1e2', '1,000', '.5', '5.', ' 1', '90071992547409.92', '0x10'])(
    '“%s” is no amount',
    (text) => {
      expect(parseMinorUnits(text, 'CNY')).toBe(null)
    },
  )

  test('a yen has no parts', () => {
    expect(parseMinorUnits('7', 'JPY')).toBe(7)
    expect(parseMinorUnits('7.5', 'JPY')).toBe(null)
  })

  test('whatever was written is read as it was', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom('CNY', 'HKD', 'MOP', 'JPY'), (minor, currency) => {
        expect(parseMinorUnits(formatPayableMinorUnits(minor, currency), currency)).toBe(minor)
      }),
    )
  })
})

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
    expect(parseSignedMinorUnits(text, currency)).toBe(minor)
  })

  test.each(['', '.5', '5.', '1e2', '1,000.00', '0.001', '90071992547409.92', 'NaN', '１２', ' 1', '--1'])(
    '%j is none',
    (text) => {
      expect(parseSignedMinorUnits(text, 'CNY')).toBeNull()
    },
  )

  test('of any size comes back exactly, where a float would not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
        fc.constantFrom('CNY', 'JPY', 'KWD'),
        (minor, currency) => {
          expect(parseSignedMinorUnits(formatMinorUnits(minor, currency), currency)).toBe(minor === 0 ? 0 : minor)
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
    [' 12.00 ', '.', 1200],
    ['0.500', '.', 50],
    ['0,5', ',', 50],
    ['000,123.00', '.', 12300],
    ['1,00,000.00', '.', 10_000_000],
    ['-12,34,56,789.5', '.', -12_345_678_950],
  ] as const)('%s with the mark %s is %d', (text, mark, minor) => {
    expect(parseBankMinorUnits(text, 'CNY', mark)).toBe(minor)
  })

  test.each([
    ['1,234.50', ','],
    ['1.234,50', '.'],
    ['1,23.50', '.'],
    ['1,00,00.00', '.'],
    ['123,45,678.00', '.'],
    ['0,12,345.00', '.'],
    ['1,00,000.00', ','],
    ['12,50', '.'],
    ['0.500', ','],
    ['-0,500', '.'],
    ['(-12.00)', '.'],
    ['1,234 567.00', '.'],
    ['CR(12.00)', '.'],
    ['(12.00)CR', '.'],
    ['CR12.00-', '.'],
    ['12.00-CR', '.'],
  ] as const)('%s is none with the mark %s', (text, mark) => {
    expect(parseBankMinorUnits(text, 'CNY', mark)).toBeNull()
  })
})

const unknown = ['', 'cny', 'XAU', 'XDR', 'XTS', 'ABC', 'CNYX', 'toString']

describe('a currency', () => {
  test.each([
    [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
    [2, 'CNY HKD MOP USD EUR GBP TWD IDR HUF'],
    [3, 'BHD IQD JOD KWD LYD OMR TND'],
    [4, 'CLF UYW'],
  ])('of %d decimals has its minor unit of ISO 4217', (exponent, codes) => {
    for (const code of codes.split(' ')) expect([code, currencyExponent(code)]).toEqual([code, exponent])
  })

  test('is there once, and the runtime knows no other that is in use', () => {
    expect(new Set(currencyCodes).size).toBe(currencyCodes.length)
    // Withdrawn ones, and units of account that have no minor unit.
    const others = ['CUC', 'HRK', 'SLL', 'XDR', 'XSU', 'ZWL']
    expect(Intl.supportedValuesOf('currency').filter((code) => !isCurrency(code) && !others.includes(code))).toEqual([])
  })

  test.each(unknown)('“%s” is none, and no amount of it is written or read', (code) => {
    expect(isCurrency(code)).toBe(false)
    expect(() => currencyExponent(code)).toThrow(new RangeError(`${code} is no currency of ISO 4217 with a minor unit`))
    expect(() => formatMinorUnits(1, code)).toThrow(RangeError)
    expect(() => formatGroupedMinorUnits(1, code)).toThrow(RangeError)
    expect(() => formatPayableMinorUnits(1, code)).toThrow(RangeError)
    expect(() => formatMixedSum([{ currency: code, amountMinor: 1n }])).toThrow(RangeError)
    for (const parse of [parseMinorUnits, parseSignedMinorUnits, parseTypedMinorUnits]) {
      expect(parse('1', code)).toBeNull()
    }
    expect(parseBankMinorUnits('1', code, '.')).toBeNull()
  })
})

describe('in every currency', () => {
  test.each(currencyCodes)('whatever is written of %s is read as it was', (currency) => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (minor) => {
        const text = formatMinorUnits(minor, currency)
        expect(parseMinorUnits(text, currency)).toBe(minor)
        expect(formatPayableMinorUnits(minor, currency)).toBe(text)
        expect(parseSignedMinorUnits(formatMinorUnits(-minor, currency), currency)).toBe(minor === 0 ? 0 : -minor)
        const grouped = formatGroupedMinorUnits(minor, currency)
        expect(parseTypedMinorUnits(grouped, currency)).toBe(minor)
        expect(parseBankMinorUnits(grouped, currency, '.')).toBe(minor)
        const continental = grouped.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'))
        expect(parseBankMinorUnits(continental, currency, ',')).toBe(minor)
      }),
      { numRuns: 10 },
    )
  })

  test.each([
    [99, 100],
    [100, null],
  ])(
    'what a bank writes is read up to a hundred characters, spaces before it too: %d of them before a 1',
    (spaces, minor) => {
      expect(parseBankMinorUnits(`${' '.repeat(spaces)}1`, 'CNY', '.')).toBe(minor)
    },
  )

  test('nothing beyond 2^53-1 or between two minor units is read or written', () => {
    for (const currency of currencyCodes) {
      const beyond = formatMinorUnits(9_007_199_254_740_992n, currency)
      expect(parseSignedMinorUnits(beyond, currency)).toBeNull()
      expect(() => formatMinorUnits(2 ** 53, currency)).toThrow(RangeError)
      const between = `${formatMinorUnits(0, currency)}${currencyExponent(currency) === 0 ? '.' : ''}1`
      expect(parseMinorUnits(between, currency)).toBeNull()
    }
  })

  test('a sum of several takes as many decimals as the finest of them', () => {
    const sums = [
      { currency: 'JPY', amountMinor: 500n },
      { currency: 'CNY', amountMinor: 2005n },
      { currency: 'KWD', amountMinor: 1250n },
    ]
    expect(formatMixedSum(sums)).toBe('521.300')
    expect(formatMixedSum([])).toBe('0')
  })

  test('an amount that is typed is plain or in whole groups', () => {
    expect(parseTypedMinorUnits('1,234.50', 'CNY')).toBe(123_450)
    expect(parseTypedMinorUnits('1234.5', 'CNY')).toBe(123_450)
    expect(parseTypedMinorUnits('12,34.50', 'CNY')).toBeNull()
    expect(parseTypedMinorUnits('12345,678', 'CNY')).toBeNull()
    expect(parseTypedMinorUnits('1,234,5', 'CNY')).toBeNull()
    expect(parseTypedMinorUnits('-1', 'CNY')).toBeNull()
  })
})
