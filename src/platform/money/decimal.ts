/** Amounts as plain decimals, exactly: no float ever holds one. */
import { placesOf } from '../i18n/format.ts'

/** Minor units as a plain decimal in major units, for machines: `20.00`, without a code or commas. */
export function decimalAmount(amountMinor: number | bigint, currency: string): string {
  return decimalText(BigInt(amountMinor), placesOf(currency))
}

/** A whole number as a decimal with that many places: 2000 and 2 are `20.00`. */
export function decimalText(whole: bigint, places: number): string {
  const isBelow = whole < 0n
  const figures = String(isBelow ? -whole : whole).padStart(places + 1, '0')
  const part = places === 0 ? '' : `.${figures.slice(-places)}`
  return `${isBelow ? '-' : ''}${figures.slice(0, figures.length - places)}${part}`
}

const written = /^(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d{1,8}))?$/

/**
 * `1,234.5` as minor units: 123450 for a currency of two decimals. Zeros beyond them are fine, other digits are not.
 * @returns null for anything but a decimal that is not below zero and within 2^53-1
 */
export function minorAmount(text: string, currency: string): number | null {
  const found = written.exec(text)
  if (found === null) return null
  const [, whole = '', part = ''] = found
  const places = placesOf(currency)
  if (/[^0]/.test(part.slice(places))) return null
  const minor = Number(whole.replaceAll(',', '') + part.slice(0, places).padEnd(places, '0'))
  return Number.isSafeInteger(minor) ? minor : null
}
