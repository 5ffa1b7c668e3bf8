/** Which bank account a file is of. Of one currency there may be several, and what one of them says is not about another. */
import { sha256 } from '../platform/crypto/sha256.ts'
import type { StatementFormat } from './formats/statement.ts'

/** Hex digits that are kept of a number, 64 bits. */
const digestDigits = 16

/**
 * The account that a file names, as a digest behind what it is a number of. A bank may write one account in several ways:
 * only IBANs, and numbers in files of one format, can be told apart. One export may name the bank before it, the currency
 * behind it, or fill it up with zeros, and another may not.
 * @returns null where it names none
 */
export function bankAccountOf(format: StatementFormat, [part]: readonly { account: string | null }[]): string | null {
  const written = (part?.account ?? '').trim().toUpperCase()
  const withoutCurrency = written.replace(/[^A-Z0-9]?[A-Z]{3}$/, '')
  const whole = bare(written)
  if (whole === '') return null
  const iban = [whole, bare(withoutCurrency)].find(isIban)
  if (iban !== undefined) return `iban:${digestOf(iban)}`
  const number = bare(withoutCurrency.slice(withoutCurrency.lastIndexOf('/') + 1)).replace(/^0+/, '')
  return `${format}:${digestOf(number === '' ? whole : number)}`
}

const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
const digestOf = (number: string) => sha256(number).slice(0, digestDigits)

/** By its check digits (ISO 13616). */
function isIban(number: string): boolean {
  if (!/^[A-Z]{2}\d\d[A-Z0-9]{11,30}$/.test(number)) return false
  const digits = `${number.slice(4)}${number.slice(0, 4)}`.replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  )
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1
}

/** Whether two files are surely of two bank accounts. */
export function areApart(one: string | null | undefined, other: string | null | undefined): boolean {
  return one != null && other != null && one !== other && kindOf(one) === kindOf(other)
}

const kindOf = (account: string) => account.slice(0, account.indexOf(':'))
