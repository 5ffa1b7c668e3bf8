/** MT940 and MT942, a message for each currency. The bank's word is the code of field 61, or one of its own. */
import { formatMinorUnits } from '../../src/platform/money/money.ts'
import { dayBefore } from '../../src/platform/time/zone.ts'
import { signedAmount } from '../../src/reconciliation/formats/tally.ts'
import { type Book, type StatementRow, words } from './book.ts'

export type SwiftMessage = '940' | '942'

export function swiftText(book: Book, message: SwiftMessage): string {
  const { rows, random } = book
  const isEnveloped = random() < 0.5
  const end = random() < 0.5 ? '\r\n' : '\n'
  const currencies = [...new Set(rows.map(({ currency }) => currency))]
  const messages = (currencies.length === 0 ? ['CNY'] : currencies).map((currency, i) => {
    const ours = rows.filter((row) => row.currency === currency)
    const fields = fieldsOf(book, ours, currency, i, message)
    const head = `{1:F01BANKHKHHAXXX0000000000}{2:O${message}0000261123BANKHKHHAXXX00000000002611230000N}{4:`
    return [...(isEnveloped ? [head] : []), ...fields, isEnveloped ? '-}' : '-', ''].join(end)
  })
  return messages.join('')
}

function fieldsOf(
  book: Book,
  rows: readonly StatementRow[],
  currency: string,
  at: number,
  message: SwiftMessage,
): string[] {
  const { fault } = book.options
  const money = (minor: number) => amountText(minor, currency)
  const openingMinor = at === 0 ? book.openingMinor : 0
  const closingMinor =
    openingMinor + rows.reduce((sum, row) => sum + signedAmount(row), 0) + (fault === 'balance' ? 1 : 0)
  const balance = (tag: string, minor: number, day: string) =>
    `:${tag}:${minor < 0 ? 'D' : 'C'}${dayText(day)}${currency}${money(minor)}`
  const [debits, credits] = [rows.filter((row) => signedAmount(row) < 0), rows.filter((row) => signedAmount(row) > 0)]
  const sums = (tag: string, some: readonly StatementRow[], off = 0) =>
    `:${tag}:${some.length}${currency}${money(some.reduce((sum, { amountMinor }) => sum + amountMinor, off))}`
  const isReport = message === '942'
  return [
    ':20:HH1',
    ':25:622200000000001',
    `:28C:${String(at + 1).padStart(5, '0')}/00001`,
    ...(isReport
      ? [`:34F:${currency}0,`, ':13D:2611231800+0800']
      : [balance('60F', openingMinor, dayBefore(book.fromDay))]),
    ...rows.flatMap((row) => movementText(row, fault === 'missing_column')),
    ...(isReport
      ? [sums('90D', debits, fault === 'totals' ? 1 : 0), sums('90C', credits)]
      : [balance('62F', closingMinor, book.toDay), balance('64', closingMinor, book.toDay)]),
  ]
}

/** Field 61 with the bank's reference, and field 86 with ours, cut at 65 characters wherever that is. */
function movementText(row: StatementRow, isBare: boolean): string[] {
  const { day, direction, currency, amountMinor, reference, id, kind, rawType } = row
  const code = rawType === undefined ? words.swift[kind] : 'ZZZ'
  const amount = isBare ? '' : amountText(amountMinor, currency)
  const own = reference === null ? 'NONREF' : reference.slice(0, 16)
  const narrative = `酬金 RMB TRANSFER OUT/BREF/${id.slice(0, 10)}/EREF/${reference ?? 'NOTPROVIDED'}/REMI/${'STUDY ABROAD '.repeat(3)}`
  return [
    `:61:${dayText(day)}${day.slice(5, 7)}${day.slice(8)}${direction === 'debit' ? 'D' : 'C'}${amount}N${code}${own}//${id}`,
    `:86:${narrative.slice(0, 61)}`,
    ...(narrative.length > 61 ? [narrative.slice(61)] : []),
  ]
}

function dayText(day: string): string {
  return day.slice(2).replaceAll('-', '')
}

/** With a decimal comma, which always stands. */
function amountText(minor: number, currency: string): string {
  const [whole = '', part = ''] = formatMinorUnits(Math.abs(minor), currency).split('.')
  return `${whole},${part}`
}
