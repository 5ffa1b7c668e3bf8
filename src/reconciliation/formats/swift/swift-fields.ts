/** Reading single fields of MT940 and MT942 (SWIFT, Standards MT, category 9). */

import { parseBankMinorUnits } from '../../../platform/money/money.ts'
import { isDay } from '../../../platform/time/day.ts'
import { batchIdsIn, referencesIn } from '../../../rewards/payment-files/message-id.ts'
import { realId } from '../camt/camt-fields.ts'
import { BrokenFile } from '../statement.ts'

/** Field 60 or 62: a balance with its day. */
export interface SwiftBalance {
  day: string
  currency: string
  minor: number
}

/** Field 61: the statement line. */
export interface SwiftMovement {
  line: number
  day: string
  /** The mark as it stands: `C`, `D`, a reversal `RC` or `RD`, an expected `EC` or `ED`. */
  mark: string
  /** Minor units, in the currency of the section. */
  amountMinor: number
  /** `NTRF`; empty where there is none. */
  code: string
  customerRef: string | null
  bankRef: string | null
  /** What may name a payment: the references, and what stands behind them. */
  rows: string[]
}

/** `C261123HKD1234,56`. @throws BrokenFile with what cannot be read */
export function swiftBalance(text: string, line: number): SwiftBalance {
  const [, mark, date = '', currency = '', amount = ''] = /^([CD])(\d{6})([A-Z]{3})([\d.,]{1,20})\s*$/.exec(text) ?? []
  if (mark === undefined) throw new BrokenFile('balance', line)
  const minor = swiftAmount(amount, currency, line)
  return { day: dayIn(date, line), currency, minor: mark === 'D' && minor !== 0 ? -minor : minor }
}

/** An amount with a decimal comma, which may end with it and begin with zeros. */
export function swiftAmount(text: string, currency: string, line: number): number {
  const minor = parseBankMinorUnits(
    text
      .replace('.', ',')
      .replace(/,$/, '')
      .replace(/^0+(?=\d)/, ''),
    currency,
    ',',
  )
  if (minor === null) throw new BrokenFile('amount', line)
  return minor
}

/** `261123`; no statement is older than this century. */
function dayIn(date: string, line: number): string {
  const day = `20${date.slice(0, 2)}-${date.slice(2, 4)}-${date.slice(4, 6)}`
  if (!isDay(day)) throw new BrokenFile('day', line)
  return day
}

const movement =
  /^(\d{6})(\d{4}| {4})?(RC|RD|EC|ED|C|D)([A-Z])?(\d{1,15}(?:[.,]\d{0,4})?)([A-Z][A-Z0-9 ]{3})?(.{0,300})/

/** What goes on as a number behind what was taken for an amount: it is another one, as `1 000,00`, `1.000.000,00` or `1e5` are. */
const goesOn = /^(?:[^A-Za-z/]{0,2}\d|[ex][+-]?\d)/i

/**
 * @param near the day of the opening balance, where there is one
 * @throws BrokenFile with what cannot be read
 */
export function movementIn(text: string, currency: string, line: number, near: string | null): SwiftMovement {
  // Some banks write their own reference on a line of its own.
  const [first = '', ...more] = text.replace(/\n(?=\/\/)/, '').split('\n')
  const found = movement.exec(first)
  if (found === null) throw new BrokenFile(/^\d{6}/.test(text) ? 'amount' : 'day', line)
  const [, date = '', entry = '', mark = '', , amount = '', code = '', rest = ''] = found
  if (goesOn.test(code + rest)) throw new BrokenFile('amount', line)
  const at = rest.indexOf('//')
  // Without the bank's own reference, a name may stand behind the sixteen characters of ours.
  const customerRef = at < 0 ? rest.slice(0, 16) : rest.slice(0, at)
  const bankRef = at < 0 ? '' : rest.slice(at + 2)
  return {
    line,
    // Banks that count thirty days in every month write a day of value that no calendar has.
    day: bookingDay(dayIn(entry === '' ? date : date.replace(/(29|3[01])$/, '28'), line), entry.trim(), line, near),
    mark,
    amountMinor: swiftAmount(amount, currency, line),
    code: code.trim(),
    // An account of the other side may stand there, or that it stands in field 86; neither is anybody's reference.
    customerRef: /^([A-Z]{2}\d\d[A-Z0-9]{8}|[A-Z]{4}\+\s*$)/.test(customerRef)
      ? null
      : realId(customerRef.trim() || null),
    bankRef: realId(bankRef.trim() || null),
    rows: [rest, ...more],
  }
}

/** The day of the entry, `MMDD`, has no year: it is that which is nearest to the day of value or to the opening balance. */
function bookingDay(valueDay: string, entry: string, line: number, opened: string | null): string {
  if (entry === '') return valueDay
  const year = Number(valueDay.slice(0, 4))
  const away = (one: string) => Math.min(apart(one, valueDay), apart(one, opened ?? valueDay))
  const [near] = [year - 1, year, year + 1]
    .map((one) => `${one}-${entry.slice(0, 2)}-${entry.slice(2)}`)
    .filter(isDay)
    .toSorted((one, other) => away(one) - away(other))
  if (near === undefined) throw new BrokenFile('day', line)
  return near
}

const apart = (one: string, other: string) => Math.abs(Date.parse(one) - Date.parse(other))

/** What the texts of a movement name: whose payment it is, and of which batches. Nothing else of them is kept. */
export function namedIn(rows: readonly string[]): { reference: string | null; batches: string[] } {
  const text = rows.map(unfolded).join('')
  const whole = rows.join('').replace(/\?\d\d/g, '')
  const ours = new Set([text, whole, whole.replace(/EREF[/+:]\s{0,3}(.{22})/g, ' $1 ')].flatMap(referencesIn))
  const endToEndId = /EREF[/+:]\s{0,3}([^\s/+?]{1,35})/.exec(text)?.[1]
  // Of several, only what the bank itself calls the reference says whose it is.
  const [only] = ours.size === 1 ? ours : []
  return { reference: only ?? realId(endToEndId ?? null), batches: [...new Set([text, whole].flatMap(batchIdsIn))] }
}

/** A row is cut at 65 characters and a numbered subfield at 27, wherever that is; what is shorter has ended. */
function unfolded(row: string): string {
  const parts = row.split(/\?\d\d/)
  return parts
    .map((part, at) =>
      part.length >= (at < parts.length - 1 ? 27 : 61) || (at > 0 && part.length === 27) ? part : `${part} `,
    )
    .join('')
}
