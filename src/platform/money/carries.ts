/** Which currencies a provider pays, and how much of each at once: a table that lies with each provider. */
import type { AmountRange, Payer } from '../../ports.ts'
import { isCurrency } from './currencies.ts'

/** By currency (ISO 4217); one that is missing is not paid. */
export type Carries = Payer['carries']

/**
 * The most that goes through a file or a JSON number: a spreadsheet and a float keep fifteen figures, and a whole batch
 * has to add up within them.
 */
export const mostInFigures = 10 ** 12

/** The same range of each of these currencies. */
export function inEach(codes: readonly string[], range: AmountRange): Carries {
  return Object.fromEntries(codes.map((code) => [code, range]))
}

export type NotCarried = 'currency' | 'too_little' | 'too_much'

/** Why so much of a currency cannot go through a provider, or null when it can. */
export function whyNotCarried(carries: Carries, currency: string, amountMinor: number): NotCarried | null {
  const range = amountRange(carries, currency)
  if (range === undefined) return 'currency'
  if (amountMinor < range.leastMinor) return 'too_little'
  return amountMinor > range.mostMinor ? 'too_much' : null
}

/** How much of a currency a provider pays at once; undefined when it pays none. */
export function amountRange(carries: Carries, currency: string): AmountRange | undefined {
  return Object.hasOwn(carries, currency) ? carries[currency] : undefined
}

/** @throws RangeError where a table names what is no currency, or a range that holds no exact amount */
export function checkCarries(provider: string, carries: Carries): void {
  for (const [code, { leastMinor, mostMinor }] of Object.entries(carries)) {
    if (!isCurrency(code)) throw new RangeError(`${provider}: ${code} is no currency of ISO 4217 with a minor unit`)
    const isRange = Number.isSafeInteger(leastMinor) && Number.isSafeInteger(mostMinor)
    if (!isRange || leastMinor < 1 || mostMinor < leastMinor) {
      throw new RangeError(`${provider}: from ${leastMinor} to ${mostMinor} minor units of ${code} is no range`)
    }
  }
}
