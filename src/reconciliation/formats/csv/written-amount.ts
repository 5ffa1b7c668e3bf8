/** An amount as a bank's table has it: with its currency, or with a word for where the money went. */
import { isCurrency } from '../../../platform/money/currencies.ts'
import { type DecimalMark, parseBankMinorUnits } from '../../../platform/money/money.ts'
import { bareCell } from '../cells.ts'
import type { Direction } from '../statement.ts'

export interface WrittenAmount {
  /** Minor units, with the sign that is written. */
  minor: number
  /** By a word beside it, which speaks of the account. */
  direction: Direction | null
}

/** Names and signs of currencies, apart from the codes of ISO 4217. */
const words: { readonly [word: string]: string } = {
  RMB: 'CNY',
  人民币: 'CNY',
  人民幣: 'CNY',
  元: 'CNY',
  港币: 'HKD',
  港幣: 'HKD',
  港元: 'HKD',
  HK$: 'HKD',
  澳门元: 'MOP',
  澳門元: 'MOP',
  澳门币: 'MOP',
  澳門幣: 'MOP',
  MOP$: 'MOP',
  美元: 'USD',
  US$: 'USD',
  欧元: 'EUR',
  歐元: 'EUR',
  '€': 'EUR',
  日元: 'JPY',
  日圓: 'JPY',
  英镑: 'GBP',
  英鎊: 'GBP',
  '£': 'GBP',
  新台币: 'TWD',
  新臺幣: 'TWD',
}
/** Signs that several currencies share; the account's is meant. */
const shared = ['$', '¥']

/** The currency that a cell names, by its code or by a word; null for none that is known. */
export function currencyIn(cell: string): string | null {
  if (cell.length > longestAmount) return null
  const word = cell.normalize('NFKC').trim()
  if (Object.hasOwn(words, word)) return words[word] ?? null
  const code = word.toUpperCase()
  return isCurrency(code) ? code : null
}

const before = /^([+-]?)\s*([A-Za-z\p{Script=Han}]{0,3}[$¥€£]?)\s*([+-]?[(\d.,].*)$/u
const behind = /^(.*[\d)])\s*([A-Za-z\p{Script=Han}]{1,4}\.?)$/u
const directions: { readonly [word: string]: Direction } = {
  DR: 'debit',
  CR: 'credit',
  D: 'debit',
  C: 'credit',
  借: 'debit',
  贷: 'credit',
  貸: 'credit',
}

/** Characters of an amount with its currency and its word. */
const longestAmount = 100

/**
 * @param currency of the account; null: whichever
 * @returns null where it is no amount, or one of another currency
 */
export function writtenAmount(cell: string, currency: string | null, mark: DecimalMark): WrittenAmount | null {
  if (cell.length > longestAmount) return null
  let text = bareCell(cell)
    .normalize('NFKC')
    .replace(/^[\u2212\u2012\u2013]/, '-')
    .replace(/^(.*\d)\+$/, '$1')
    .trim()
  const inBrackets = /^\(\s*([^()]*)\)$/.exec(text)?.[1] ?? null
  if (inBrackets !== null) text = inBrackets.trim()
  let direction: Direction | null = null
  const found = new Set<string>()
  const take = (word: string): boolean => {
    const side = directions[word.toUpperCase().replace(/\.$/, '')]
    // `HKD$22.00` says the same twice.
    const named = shared.includes(word) ? null : (currencyIn(word) ?? currencyIn(word.replace(/[$¥]$/, '')))
    if (side !== undefined) direction = side
    else if (named !== null) found.add(named)
    else return word === '' || shared.includes(word)
    return true
  }
  for (let tries = 0; tries < 2; tries += 1) {
    const [, rest = text, word = ''] = behind.exec(text) ?? []
    if (!take(word)) return null
    text = rest.trim()
  }
  const [, sign = '', word = '', rest = text] = before.exec(text) ?? []
  if (!take(word)) return null
  if (found.size > 1 || (currency !== null && [...found].some((one) => one !== currency))) return null
  const figures = `${sign}${rest}`.replace(/^([+-]?)(?=[.,]\d)/, '$10')
  const written = inBrackets === null ? figures : `(${figures})`
  const minor = parseBankMinorUnits(written, currency ?? [...found][0] ?? 'CNY', mark)
  return minor === null || (direction !== null && minor < 0) ? null : { minor, direction }
}
