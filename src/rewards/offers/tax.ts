/** How a study's reward is taxed. Which way is right, and at what rate, is for the organiser to know: nothing is advised. */
import type * as z from 'zod'
import type { taxSchema } from './settings-schema.ts'

/**
 * - `none`: nothing is set aside
 * - `net`: the amount of an offer is before tax, which is taken from it
 * - `gross_up`: the amount of an offer reaches its holder whole, and the budget bears the tax on top
 *
 * `rateBasisPoints` is a flat rate of the gross, in hundredths of a percent.
 */
export type Tax = z.infer<typeof taxSchema>

/** What a promise is worth: what reaches its holder, and what is owed to the tax office with it, in minor units. */
export interface Worth {
  amountMinor: number
  taxMinor: number
}

/** What a budget bears for it, in minor units. */
export function grossOf({ amountMinor, taxMinor }: Worth): number {
  return amountMinor + taxMinor
}

/** An offer's amount, as it is written down, parted; half a minor unit is rounded up to the tax office. */
export function parted(amountMinor: number, tax: Tax): Worth {
  switch (tax.mode) {
    case 'none':
      return { amountMinor, taxMinor: 0 }
    case 'net': {
      const taxMinor = rounded(amountMinor, tax.rateBasisPoints, 10_000)
      return { amountMinor: amountMinor - taxMinor, taxMinor }
    }
    case 'gross_up':
      return { amountMinor, taxMinor: rounded(amountMinor, tax.rateBasisPoints, 10_000 - tax.rateBasisPoints) }
  }
}

/** Exact: what is taken of a large amount passes what a number holds on its way. */
function rounded(amountMinor: number, times: number, divisor: number): number {
  return Number((2n * BigInt(amountMinor) * BigInt(times) + BigInt(divisor)) / (2n * BigInt(divisor)))
}
