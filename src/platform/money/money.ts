/**
 * Minor units as text and back, exactly: the one place for pages, files and providers. An amount is a whole number of
 * minor units within 2^53-1, and no float ever holds one.
 */
import { currencyExponent, isCurrency } from './currencies.ts'

/**
 * Minor units as a plain decimal in major units: 2005 CNY is `20.05`, 2005 KWD is `2.005`. Without code or grouping, as
 * files and providers take it.
 * @throws RangeError for an unknown currency, and for a number that is not whole or beyond 2^53-1
 */
export function formatMinorUnits(amountMinor: number | bigint, currency: string): string {
  if (typeof amountMinor === 'number' && !Number.isSafeInteger(amountMinor)) {
    throw new RangeError(`${amountMinor} is no amount in minor units`)
  }
  return formatScaled(BigInt(amountMinor), currencyExponent(currency))
}

/** The same in groups of three for people to read: `1,234.50`. */
export function formatGroupedMinorUnits(amountMinor: number | bigint, currency: string): string {
  const [whole = '', ...part] = formatMinorUnits(amountMinor, currency).split('.')
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...part].join('.')
}

/**
 * The amount to send to a provider.
 * @throws RangeError as `formatMinorUnits`, and below zero: nothing that is paid is
 */
export function formatPayableMinorUnits(amountMinor: number, currency: string): string {
  if (amountMinor < 0) throw new RangeError(`${amountMinor} is no amount to pay`)
  return formatMinorUnits(amountMinor, currency)
}

/** A sum of minor units of several currencies "irrespective of currencies", as control sums of ISO 20022 have it. */
export function formatMixedSum(sums: readonly { currency: string; amountMinor: bigint }[]): string {
  const scale = Math.max(0, ...sums.map(({ currency }) => currencyExponent(currency)))
  const sum = sums.reduce(
    (all, { currency, amountMinor }) => all + amountMinor * 10n ** BigInt(scale - currencyExponent(currency)),
    0n,
  )
  return formatScaled(sum, scale)
}

function formatScaled(whole: bigint, scale: number): string {
  const isBelow = whole < 0n
  const figures = String(isBelow ? -whole : whole).padStart(scale + 1, '0')
  const part = scale === 0 ? '' : `.${figures.slice(-scale)}`
  return `${isBelow ? '-' : ''}${figures.slice(0, figures.length - scale)}${part}`
}

const plain = /^([+-]?)(\d{1,16})(?:\.(\d{1,10}))?$/

/**
 * `12.5` as minor units: 1250 for a currency of two decimals. Zeros beyond them are fine, other digits are not.
 * @returns null for anything but a plain decimal that is not below zero and within 2^53-1, and for an unknown currency
 */
export function parseMinorUnits(text: string, currency: string): number | null {
  return /^\d/.test(text) ? parseSignedMinorUnits(text, currency) : null
}

/** The same with a sign before it: `-12.5` and `+12.5`. */
export function parseSignedMinorUnits(text: string, currency: string): number | null {
  const found = plain.exec(text)
  if (found === null || !isCurrency(currency)) return null
  const [, sign, whole = '', part = ''] = found
  const exponent = currencyExponent(currency)
  if (/[^0]/.test(part.slice(exponent))) return null
  const minor = Number(whole + part.slice(0, exponent).padEnd(exponent, '0'))
  if (!Number.isSafeInteger(minor)) return null
  return sign === '-' && minor !== 0 ? -minor : minor
}

/** `1,234.5` as people type it: plain, or in whole groups of three. */
export function parseTypedMinorUnits(text: string, currency: string): number | null {
  if (text.length > longestAmount) return null
  const isGrouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)
  return parseMinorUnits(isGrouped ? text.replaceAll(',', '') : text, currency)
}

/** What divides the whole from its decimals. */
export type DecimalMark = '.' | ','

/** Characters of an amount as a bank writes it. */
const longestAmount = 100

/** A nought alone is no group: where a comma divides decimals `0.500` is no amount, and above all not five hundred. */
const grouped: Record<DecimalMark, RegExp> = {
  '.': /^([+-]?)((?!0\D)\d{1,3}(?:([, '\u00a0\u202f\u2019])\d{3}(?:\3\d{3})*)?|\d+)(\.\d+)?$/,
  ',': /^([+-]?)((?!0\D)\d{1,3}(?:([. '\u00a0\u202f\u2019])\d{3}(?:\3\d{3})*)?|\d+)(,\d+)?$/,
}

/** Groups of two above the thousands, as India writes lakhs: `1,00,000.00`. It can be read in no other way. */
const lakhs = /^([+-]?)([1-9]\d?(?:,\d{2})+,\d{3}())(\.\d+)?$/

/**
 * An amount as banks write it: `1,234.50`, `1.234,50`, `1,00,000.00`; `(12.00)` and `12.00-` are below zero.
 * @returns null where it is none, or could be read in two ways, and for an unknown currency
 */
export function parseBankMinorUnits(text: string, currency: string, mark: DecimalMark): number | null {
  if (text.length > longestAmount) return null
  const bare = text.trim().replace('\u2212', '-')
  const inBrackets = /^\((.+)\)$/.exec(bare)
  const trailing = /^([\d.,' \u00a0\u202f\u2019]+)-$/.exec(bare)
  const written = inBrackets?.[1] ?? trailing?.[1] ?? bare
  const found = grouped[mark].exec(written) ?? (mark === '.' ? lakhs.exec(written) : null)
  if (found === null) return null
  const isBelow = inBrackets !== null || trailing !== null
  if (isBelow && found[1] !== '') return null
  const decimal = `${(found[2] ?? '').replace(/\D/g, '')}${(found[4] ?? '').replace(',', '.')}`
  return parseSignedMinorUnits(`${isBelow ? '-' : found[1]}${decimal}`, currency)
}
