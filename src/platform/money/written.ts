/** Decimal amounts as files write them, exactly: no float ever holds one. */

// ISO 4217, "minor unit" of list one, where it is not 2.
const none = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
const three = 'BHD IQD JOD KWD LYD OMR TND'
const decimals = new Map([
  ...none.split(' ').map((code) => [code, 0] as const),
  ...three.split(' ').map((code) => [code, 3] as const),
])

/** How many decimals a currency (ISO 4217) has. */
export function decimalsOf(currency: string): number {
  return decimals.get(currency) ?? 2
}

const plain = /^([+-]?)(\d{1,16})(?:\.(\d{1,10}))?$/

/**
 * `12.5` as minor units: 1250 for a currency of two decimals. Zeros beyond them are fine, other digits are not.
 * @returns null for anything but a plain decimal number, and beyond 2^53-1
 */
export function minorOf(text: string, currency: string): number | null {
  const found = plain.exec(text)
  if (found === null) return null
  const [, sign, whole = '', part = ''] = found
  const places = decimalsOf(currency)
  if (part.length > places && /[^0]/.test(part.slice(places))) return null
  const minor = Number(whole + part.slice(0, places).padEnd(places, '0'))
  if (!Number.isSafeInteger(minor)) return null
  return sign === '-' && minor !== 0 ? -minor : minor
}

/** How a file groups and divides its figures. */
export type DecimalMark = '.' | ','

const grouped: Record<DecimalMark, RegExp> = {
  '.': /^([+-]?)(\d{1,3}(?:([, '\u00a0\u202f\u2019])\d{3}(?:\3\d{3})*)?|\d+)(\.\d+)?$/,
  ',': /^([+-]?)(\d{1,3}(?:([. '\u00a0\u202f\u2019])\d{3}(?:\3\d{3})*)?|\d+)(,\d+)?$/,
}

/**
 * An amount as people and banks write it: `1,234.50`, `1.234,50`, `(12.00)` and `12.00-` are below zero.
 * @returns null where it is none, or could be read in two ways
 */
export function writtenMinorOf(text: string, currency: string, mark: DecimalMark): number | null {
  const bare = text.trim().replace('\u2212', '-')
  const inBrackets = /^\((.+)\)$/.exec(bare)
  const trailing = /^([\d.,' \u00a0\u202f\u2019]+)-$/.exec(bare)
  const inner = inBrackets?.[1] ?? trailing?.[1] ?? bare
  const found = grouped[mark].exec(inner)
  if (found === null) return null
  const isBelow = inBrackets !== null || trailing !== null
  if (isBelow && found[1] !== '') return null
  const minor = minorOf(
    `${found[1]}${(found[2] ?? '').replace(/\D/g, '')}${(found[4] ?? '').replace(',', '.')}`,
    currency,
  )
  return minor === null ? null : isBelow && minor !== 0 ? -minor : minor
}

/** The reverse: minor units as a plain decimal number. */
export function decimalOf(amountMinor: number, currency: string): string {
  const places = decimalsOf(currency)
  const figures = String(Math.abs(amountMinor)).padStart(places + 1, '0')
  const whole = figures.slice(0, figures.length - places)
  return `${amountMinor < 0 ? '-' : ''}${whole}${places === 0 ? '' : `.${figures.slice(-places)}`}`
}
