/** What the columns of a plain CSV seem to be: what its form begins with where nothing was said. */

import type { DecimalMark } from '../../platform/money/money.ts'
import { booksZone } from '../../platform/time/zone.ts'
import { referencesIn } from '../../rewards/payment-files/message-id.ts'
import type { Sniffed } from '../formats/csv/sniff-csv.ts'
import { type DateFormat, dateFormats } from '../formats/dates.ts'
import type { PostedFields } from '../statements/form.ts'
import { balanceName, feeIn, guessBalance, partName } from './balance-guess.ts'
import { shapeFields } from './columns-fields.ts'
import { statusIn } from './status-guess.ts'

/** What columns are called that hold what went, what came, either of them, and which of the two it was. */
const namesOf = {
  debit:
    /debit|withdraw|paid out|money out|^soll$|belastung|支出|借方|提取|提款|付出|转出|轉出|d[ée]bito|levantamento/i,
  credit:
    /credit|deposit|paid in|money in|^haben$|gutschrift|收入|贷方|貸方|存入|存款|转入|轉入|cr[ée]dito|dep[óo]sito/i,
  amount: /amount|金[额額]|发生额|發生額|montant|importo|valor$|\bgross\b|brutto|lordo|avant commission|betrag|bedrag/i,
  direction:
    /\b(d\W?c|c\W?d|dr|cr|s\W?h|indicator|sign)\b|direction|debit|credit|soll|haben|kennz|[借贷貸收支付]|方向|标[志识]|標[誌識]/i,
  /** Beside what was paid in the currency of a shop there may be what was booked in that of the account. */
  booked: /记账|記賬|記帳|入账|入賬|入帳|\bbook|\bbill/i,
  /** Days on which money is there, and not on which it was booked. */
  later: /payout|effective|available|\bvalue?\b|valut|起息|到[账賬帳]/i,
  /** Of a shop, or of the fee: not what the account is in. */
  foreign: /\borig|\bfee\b|gebühr|\bforeign\b|原[币幣]/i,
}

/** What a form begins with where nothing was said: what the file seems to be. */
export function guessedFields(sniffed: Sniffed): PostedFields {
  const { names, days, amounts, currencies } = sniffed
  const dated = names.filter((name) => (days[name] ?? []).length > 0)
  const day = dated.find((name) => !namesOf.later.test(name)) ?? dated[0]
  const formats: readonly DateFormat[] = days[day ?? ''] ?? dateFormats
  const fees = feeIn(sniffed)
  const isBeside = (name: string) => name === day || name === fees.fee || name === fees.fee2 || name === fees.net
  const all = names.filter((name) => !isBeside(name) && (amounts[name] ?? []).length > 0)
  const moved = all.filter((name) => !balanceName.test(name))
  const wholes = moved.filter((name) => !partName.test(name) && isMoved(sniffed, name))
  const flows = wholes.length > 0 ? wholes : moved
  const called = flows.filter((name) => namesOf.amount.test(name))
  const possible = [flows, called].find((some) => some.length === 1) ?? all
  const amount = possible.length === 1 ? possible[0] : undefined
  const both = bothOf(names, flows)
  const decimal = decimalIn(sniffed, amount ?? both?.debit) ?? decimalIn(sniffed, both?.credit) ?? '.'
  const guessed = { day, dayFormat: formats[0], decimal, amount, by: 'sign', below: 'debit', chains: 'no' }
  const word = both === null && amount !== undefined && !hasSigns(sniffed, amount) ? directionIn(sniffed) : null
  const way = {
    ...guessed,
    ...(both === null ? {} : { by: 'columns', ...both }),
    ...(word === null ? {} : { by: 'word', ...word }),
  }
  return {
    ...way,
    ...guessBalance(sniffed, way, fees, amount === undefined || hasSigns(sniffed, amount)),
    ...referenceIn(sniffed),
    ...statusIn(sniffed),
    currency: currencyAmong(currencies) ?? '',
    lastRowEnds: 'yes',
    zone: booksZone,
    ...shapeFields(sniffed),
  }
}

/** Whether any of the first rows has more than zero there. */
function isMoved({ names, samples }: Sniffed, name: string): boolean {
  return samples.some((row) => /[1-9]/.test((row[names.indexOf(name)] ?? '').normalize('NFKC')))
}

/** That of the account, where a table has that of a shop or of a fee beside it. */
function currencyAmong(currencies: readonly string[]): string | undefined {
  const own = currencies.filter((name) => !namesOf.foreign.test(name))
  const booked = own.find((name) => namesOf.booked.test(name) || /\b(payment|account|settle)/i.test(name))
  return booked ?? own[0] ?? currencies[0]
}

/** The column that has our payments' references, whatever it is called and whatever stands beside them. */
function referenceIn({ names, samples }: Sniffed): PostedFields {
  const counts = names.map((_, at) => samples.filter((row) => referencesIn(row[at] ?? '').length === 1).length)
  const most = Math.max(...counts)
  return most > 0 ? { reference: names[counts.indexOf(most)] } : {}
}

/** The mark of a column's decimals. Where both could be, `1.500` is a thousand and more: no bank writes three decimals of a cent. */
function decimalIn({ names, samples, amounts }: Sniffed, name = ''): DecimalMark | undefined {
  const [first, other] = amounts[name] ?? []
  const at = names.indexOf(name)
  const isGrouped = samples.some((row) => /^\D*\d{1,3}\.\d{3}\D*$/.test(row[at] ?? ''))
  return first === '.' && isGrouped ? (other ?? first) : first
}

/** Where the money went, in words that banks here have for it: what left, what came. */
const directionWords: readonly (readonly [debit: string, credit: string])[] = [
  ['D', 'C'],
  ['DR', 'CR'],
  ['DBIT', 'CRDT'],
  ['Debit', 'Credit'],
  ['Withdrawal', 'Deposit'],
  ['Out', 'In'],
  ['借', '贷'],
  ['借', '貸'],
  ['借方', '贷方'],
  ['借方', '貸方'],
  ['支出', '收入'],
  ['支', '收'],
  ['付', '收'],
  ['付出', '收入'],
  ['出账', '入账'],
  ['出賬', '入賬'],
  ['转出', '转入'],
  ['轉出', '轉入'],
  ['支取', '存入'],
  ['提取', '存入'],
  ['付款', '收款'],
  ['Débito', 'Crédito'],
  ['Soll', 'Haben'],
  ['S', 'H'],
  ['Af', 'Bij'],
]

/** Neither: money that moved between pockets. */
const neitherWord = /^(\/|不计收支|不計收支|中性交易|其他|)$/

type DirectionFields = Record<'direction' | 'debitWords' | 'creditWords' | 'neitherWords', string>

/**
 * The column that says by a word where the money went. Read by its sign, such a table would have all money come.
 * @returns null where there is none; without its words where two say different things, so that a person has to choose
 */
function directionIn({ names, samples }: Sniffed): DirectionFields | null {
  const found = names.flatMap((name, at) => {
    const cells = samples.map((row) => row[at] ?? '')
    const values = [...new Set(cells)].filter((value) => !neitherWord.test(value))
    const pairs = values.map((value) => pairOf(value))
    if (values.length === 0 || pairs.some((pair) => pair === null)) return []
    const [debits = [], credits = []] = [0, 1].map((side) => [...new Set(pairs.map((pair) => pair?.[side] ?? ''))])
    // `C`, `D` and `S` are what tables write for a state, as well.
    const hasBoth = [debits, credits].every((words) => words.some((word) => values.includes(word)))
    if (!hasBoth && values.some((value) => /^[a-z]$/i.test(value)) && !namesOf.direction.test(name)) return []
    const neither = [...new Set(cells)].filter((value) => neitherWord.test(value)).map((value) => value || '-')
    const fields = {
      direction: name,
      debitWords: debits.join('\n'),
      creditWords: credits.join('\n'),
      neitherWords: neither.join('\n'),
    }
    return [
      { fields, sides: cells.map((cell) => (debits.includes(cell) ? -1 : credits.includes(cell) ? 1 : 0)).join() },
    ]
  })
  const [one, ...others] = found
  if (one === undefined) return null
  const isClear = others.every(({ sides }) => sides === one.sides)
  return isClear ? one.fields : { direction: '', debitWords: '', creditWords: '', neitherWords: '' }
}

/** The words of a column of which one is this, written in the same manner: `dr` and `cr`, `借 Dr` and `贷 Cr`. */
function pairOf(value: string): readonly [string, string] | null {
  // A word, or one behind the other in two languages; what stands between is the same in both.
  const parts = value
    .split(/([\s/()（）`']+)/)
    .map((part, at) => (at % 2 === 1 || part === '' ? [part, part] : wordsOf(part)))
  const words = parts.filter((part) => part !== null)
  if (words.length < parts.length) return null
  const [debit, credit] = [0, 1].map((side) => words.map((word) => word[side]).join(''))
  // All of them say the same of the two.
  return debit === credit || (value !== debit && value !== credit) ? null : [debit ?? '', credit ?? '']
}

function wordsOf(word: string): readonly [string, string] | null {
  const pair = directionWords.find((words) => words.some((one) => one.toLowerCase() === word.toLowerCase()))
  if (pair === undefined) return null
  const as =
    word === word.toLowerCase()
      ? (one: string) => one.toLowerCase()
      : word === word.toUpperCase()
        ? (one: string) => one.toUpperCase()
        : (one: string) => `${one.slice(0, 1).toUpperCase()}${one.slice(1).toLowerCase()}`
  return [as(pair[0]), as(pair[1])]
}

/** Whether an amount among the first rows has a sign: then that says where the money went. */
function hasSigns({ names, samples }: Sniffed, amount: string): boolean {
  const at = names.indexOf(amount)
  return samples.some((row) => /[-+(\u2212\u2013\uff0d\uff0b]\s*[^\d\s]{0,4}\s*[\d.]|[-+]\s*$/.test(row[at] ?? ''))
}

/** The columns for what went and what came, where there is one of each; one of them may have had nothing yet. */
function bothOf(names: readonly string[], flows: readonly string[]): { debit: string; credit: string } | null {
  const called = (words: RegExp) => names.filter((name) => words.test(name) && !balanceName.test(name))
  const [debits, credits] = [called(namesOf.debit), called(namesOf.credit)]
  const pairs = debits.length === 1 && credits.length === 1 ? [[debits[0], credits[0]]] : pairsOf(debits, credits)
  const filled = pairs.filter((pair) => pair.some((name) => name !== undefined && flows.includes(name)))
  const booked = filled.filter((pair) => pair.every((name) => namesOf.booked.test(name ?? '')))
  const [pair] = [filled, booked].find((some) => some.length === 1) ?? []
  const [debit, credit] = pair ?? []
  return debit === undefined || credit === undefined || debit === credit ? null : { debit, credit }
}

/** Columns whose names differ in nothing but the word for where the money went. */
function pairsOf(debits: readonly string[], credits: readonly string[]): string[][] {
  const bare = (name: string, word: RegExp) => name.replace(word, '')
  return debits.flatMap((debit) =>
    credits
      .filter((credit) => bare(debit, namesOf.debit) === bare(credit, namesOf.credit))
      .map((credit) => [debit, credit]),
  )
}
