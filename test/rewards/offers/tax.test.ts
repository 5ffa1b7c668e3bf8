import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grossOf, parted } from '../../../src/rewards/offers/tax.ts'

const amounts = fc.integer({ min: 1, max: 1_000_000_000 })
const rates = fc.integer({ min: 1, max: 9_999 })

describe('tax', () => {
  it('none: the amount reaches its holder, and nothing is set aside', () => {
    expect(parted(2_000, { mode: 'none' })).toEqual({ amountMinor: 2_000, taxMinor: 0 })
  })

  it('net: what is taken from the amount, and what is left, make the amount', () => {
    fc.assert(
      fc.property(amounts, rates, (amount, rateBasisPoints) => {
        const worth = parted(amount, { mode: 'net', rateBasisPoints })
        expect(grossOf(worth)).toBe(amount)
        expect(Math.abs(worth.taxMinor - (amount * rateBasisPoints) / 10_000)).toBeLessThanOrEqual(0.5)
      }),
    )
  })

  it('gross-up: the amount reaches its holder whole, and the tax is the rate of the gross', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), rates, (amount, rateBasisPoints) => {
        const worth = parted(amount, { mode: 'gross_up', rateBasisPoints })
        expect(worth.amountMinor).toBe(amount)
        const share = rateBasisPoints / 10_000
        expect(Math.abs(worth.taxMinor - grossOf(worth) * share)).toBeLessThanOrEqual(0.5)
      }),
    )
  })
})
