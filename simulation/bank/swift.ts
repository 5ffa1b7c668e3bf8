/** What the bank tells in the older messages of SWIFT: statements (MT940), and reports of a day that is not over (MT942). */
import { formatMinorUnits } from '../../src/platform/money/money.ts'
import { dayBefore } from '../../src/platform/time/zone.ts'
import type { Booking } from './bank.ts'
import type { StatementOf } from './camt.ts'

type Bytes = Uint8Array<ArrayBuffer>

const dayText = (day: string) => day.slice(2).replaceAll('-', '')

/** With a decimal comma, which always stands. */
function amountText(minor: number, currency: string): string {
  const [whole = '', part = ''] = formatMinorUnits(Math.abs(minor), currency).split('.')
  return `${whole},${part}`
}

/** Field 61, whose own reference is cut at sixteen characters, and field 86 with all of it, or with our batch. */
function movementRows({ day, ref, minor, payments, isReturn, named }: Booking, currency: string): string[] {
  const [one, other] = payments
  const reference = other === undefined ? one?.reference : undefined
  const own = reference?.slice(0, 16) ?? 'NONREF'
  const mark = minor < 0 ? 'D' : 'C'
  const details = reference === undefined ? (named?.paymentId ?? 'COLLECTIVE ORDER') : `EREF+${reference}`
  return [
    `:61:${dayText(day)}${dayText(day).slice(2)}${mark}${amountText(minor, currency)}N${isReturn ? 'RTI' : 'TRF'}${own}//${ref}`,
    `:86:166?00${isReturn ? 'RETURN' : 'PAYMENT'}?20${details}`,
  ]
}

const messageBytes = (rows: readonly string[]): Bytes => new TextEncoder().encode([...rows, '-', ''].join('\r\n'))

/** A statement of whole days, with its balances; it has no parts of a sum. */
export function swiftStatementBytes(
  id: string,
  { accountId, from, to, openingMinor, closingMinor, told }: StatementOf,
): Bytes {
  const currency = accountId.slice(-3)
  const balance = (tag: string, minor: number, day: string) =>
    `:${tag}:${minor < 0 ? 'D' : 'C'}${dayText(day)}${currency}${amountText(minor, currency)}`
  return messageBytes([
    `:20:${id}`,
    ':25:622200',
    ':28C:1/1',
    balance('60F', openingMinor, dayBefore(from)),
    ...told.flatMap(({ booking }) => movementRows(booking, currency)),
    balance('62F', closingMinor, to),
  ])
}

/** What was booked so far today. */
export function swiftReportBytes(id: string, accountId: string, bookings: readonly Booking[]): Bytes {
  const currency = accountId.slice(-3)
  return messageBytes([
    `:20:${id}`,
    ':25:622200',
    ':28C:1/1',
    `:34F:${currency}0,`,
    ...bookings.flatMap((booking) => movementRows(booking, currency)),
  ])
}
