/** Amounts of every currency of ISO 4217, and codes that are none, for tests of what carries money. */
import * as fc from 'fast-check'
import { mostInFigures } from '../../../src/platform/money/carries.ts'
import { currencyCodes } from '../../../src/platform/money/currencies.ts'

/** Codes of ISO 4217 without a minor unit, and codes that are no currency any more or never were. */
export const notCurrencies = [
  ...['XAG', 'XAU', 'XBA', 'XBB', 'XBC', 'XBD', 'XDR', 'XPD', 'XPT', 'XSU', 'XTS', 'XUA', 'X'.repeat(3)],
  ...['DEM', 'FRF', 'HRK', 'ZWL', 'SLL', 'VEF', 'CUC', 'TRL', 'ZZZ', 'cny', '', 'RMB', 'CNH'],
]

/** Of each currency the smallest amount, one that no float has exactly, the largest of a file, and one at random. */
export const some = currencyCodes.flatMap((currency, i) =>
  [
    1,
    29,
    mostInFigures,
    ...fc.sample(fc.integer({ min: 1, max: mostInFigures }), { numRuns: 1, seed: 20_261_129 + i }),
  ].map((amountMinor) => ({ currency, amountMinor })),
)

/** The amounts of one currency. */
export const amountsOf = (currency: string) =>
  some.filter((one) => one.currency === currency).map((one) => one.amountMinor)
