/** Amounts as providers write them: decimals in major units, made and read without a float. */

/** Decimals of currencies that do not have two. */
const places: Readonly<Record<string, number>> = { JPY: 0, KRW: 0 }

/**
 * Whole minor units as a decimal in major units: 2005 CNY is `20.05`.
 * @throws RangeError for anything but a whole number from 0 to 2^53-1
 */
export function majorText(amountMinor: number, currency: string): string {
  if (!Number.isSafeInteger(amountMinor) || amountMinor < 0) throw new RangeError('not an amount in minor units')
  const decimals = places[currency] ?? 2
  const figures = String(amountMinor).padStart(decimals + 1, '0')
  const whole = figures.slice(0, figures.length - decimals)
  return decimals === 0 ? whole : `${whole}.${figures.slice(-decimals)}`
}

/** A plain decimal in major units as minor units; null when it is none, has more decimals, or is beyond 2^53-1. */
export function minorOf(text: string, currency: string): number | null {
  const [, whole = '', part = ''] = /^(\d{1,16})(?:\.(\d{1,8}))?$/.exec(text) ?? []
  const decimals = places[currency] ?? 2
  if (whole === '' || /[^0]/.test(part.slice(decimals))) return null
  const minor = Number(whole + part.slice(0, decimals).padEnd(decimals, '0'))
  return Number.isSafeInteger(minor) ? minor : null
}
