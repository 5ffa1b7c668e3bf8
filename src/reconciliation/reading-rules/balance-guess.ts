/** What the balances and fees of a table's first rows show: how its amounts are to be taken. */

import { booksZone } from '../../platform/time/zone.ts'
import { amountAt } from '../formats/cells.ts'
import { isTotal } from '../formats/csv/shapes.ts'
import type { Sniffed } from '../formats/csv/sniff-csv.ts'
import { writtenAmount } from '../formats/csv/written-amount.ts'
import { dateFormats, writtenMoment } from '../formats/dates.ts'
import type { PostedFields } from '../statements/form.ts'

/** What columns of balances are called. */
export const balanceName = /balance|\bsald[oi]\b|\bsolde\b|kontostand|[余餘][额額]|[结結][余餘]/i

/** What parts of a price are called, which are no movement and no fee of their own. */
export const partName =
  /shipping|handling|insurance|\btax\b|\btip\b|discount|exp[ée]dition|livraison|spedizione|versand|assurance|assicuraz|versicherung|\b(tva|iva|mwst)\b|[运運][费費]|[优優]惠|[红紅]包|代金券/i

const namesOf = {
  fee: /\bfees?\b|\bcharges?\b|commission|手[续續][费費]|服[务務][费費]|佣金|comiss|[收扣][费費]|[费費]用|encargo|despesas|\bfrais\b|gebühr|entgelt|\bcost[oi]\b/i,
  /** An amount before the fee, or behind it. */
  beside: /\bavant\b|\bbefore\b|\bexcl|\bvor\b|\bnach\b|\bafter\b/i,
  net: /\bnet\b|[净淨][额額]|[实實]收|[实實]付/i,
}

const isFee = (name: string) => namesOf.fee.test(name) && !namesOf.beside.test(name) && !partName.test(name)

/** A column of fees, and one of what is left of the amounts when they are taken. */
export interface FeeColumns {
  fee?: string
  /** Another one of fees, of which a row may have both. */
  fee2?: string
  net?: string
}

/** The columns that are called so and have amounts; fees only where there are two of that name at most. */
export function feeIn({ names, amounts, samples }: Sniffed): FeeColumns {
  const isAmount = (name: string) => (amounts[name] ?? []).length > 0
  const isEmpty = (name: string) => samples.every((row) => amountAt(row, names.indexOf(name)) === null)
  const fees = names.filter((name) => isFee(name) && (isAmount(name) || isEmpty(name)))
  const [fee, fee2] = fees
  if (fee === undefined || fees.length > 2) return {}
  const rest = names.filter((name) => !fees.includes(name) && isAmount(name) && !balanceName.test(name))
  const net = rest.filter((name) => namesOf.net.test(name))
  // Where it stands alone, it is the amount.
  const isBeside = net.length === 1 && rest.length > 1
  return { fee, ...(fee2 === undefined ? {} : { fee2 }), ...(isBeside && net[0] !== undefined ? { net: net[0] } : {}) }
}

/** What a row says, in minor units. */
interface Figures {
  /** With its sign, where the table has one. */
  amount: number
  /** What it cost. */
  fee: number
  net: number | null
  balance: number | null
}

/**
 * The fields of the form for balances, fees and rows without a day. A column of balances that follow from one another
 * shows where amounts without a sign went, and whether they have the fee in them; nothing else does, and then it is asked.
 * @param way the form's fields so far
 * @param isSigned whether the amounts say where the money went
 */
export function guessBalance(sniffed: Sniffed, way: PostedFields, fees: FeeColumns, isSigned: boolean): PostedFields {
  const { names, amounts } = sniffed
  const above = blanksIn(sniffed, way) ? { above: 'yes' } : {}
  const lines = linesIn(sniffed, way)
  const rowsWith = (columns: FeeColumns & { balance?: string }) =>
    lines.flatMap((row) => figuresOf(row, names, way, columns))
  const ways = feeWays(fees)
  for (const balance of names) {
    if (!balanceName.test(balance) || (amounts[balance] ?? []).length === 0) continue
    const candidate = { ...above, balance, chains: 'yes' }
    const unsigned = rowsWith({ balance })
    const orders = [unsigned, unsigned.toReversed()].map(isStepwise)
    if (way.by === 'sign' && !isSigned && orders.includes(true)) {
      // Where amounts are all alike, both orders could be, and days say which.
      return { ...candidate, by: orders[1] && (!orders[0] || isNewestFirst(sniffed, way)) ? 'newest' : 'balance' }
    }
    for (const some of ways) {
      const rows = rowsWith({ ...some, balance })
      const hasFees = rows.some((row) => row.fee !== 0)
      const [isInside, isBeside] = [follow(rows, (row) => row.amount), follow(rows, (row) => row.amount - row.fee)]
      if (!isInside && !isBeside) continue
      if (!hasFees) return candidate
      return { ...candidate, ...feeFields(some), feeInside: isInside && isBeside ? '' : isInside ? 'yes' : 'no' }
    }
  }
  if (fees.fee === undefined) return above
  const isNetOf = (rows: readonly Figures[]) =>
    rows.length > 0 && rows.every((row) => row.net !== null && row.amount - row.fee === row.net)
  const net = ways.find((some) => isNetOf(rowsWith({ ...fees, ...some })))
  return { ...above, ...feeFields(net ?? fees), feeInside: net === undefined ? '' : 'no' }
}

/** Both columns of fees, and each alone: one may be the other's sum. */
function feeWays({ fee, fee2 }: FeeColumns): Pick<FeeColumns, 'fee' | 'fee2'>[] {
  if (fee === undefined || fee2 === undefined) return [fee === undefined ? {} : { fee }]
  return [{ fee, fee2 }, { fee }, { fee: fee2 }]
}

function feeFields({ fee, fee2 }: FeeColumns): PostedFields {
  return { fee, ...(fee2 === undefined ? {} : { fee2 }) }
}

function isNewestFirst(sniffed: Sniffed, { day, dayFormat }: PostedFields): boolean {
  const at = sniffed.names.indexOf(day ?? '')
  const format = dateFormats.find((one) => one === dayFormat)
  const dayOf = (row: string[]) =>
    (format === undefined ? null : writtenMoment(row[at] ?? '', format, booksZone))?.day ?? null
  const days = sniffed.samples.map(dayOf).filter((one) => one !== null)
  return (days[0] ?? '') > (days.at(-1) ?? '')
}

function linesIn({ names, samples }: Sniffed, way: PostedFields): readonly string[][] {
  const amounts = (way.by === 'columns' ? [way.debit, way.credit] : [way.amount]).map((name) =>
    names.indexOf(name ?? ''),
  )
  return samples.filter((row) => !isTotal(row, names.indexOf(way.day ?? ''), amounts))
}

/** Whether a row has an amount and no day, and stands below one that has a day. */
function blanksIn(sniffed: Sniffed, way: PostedFields): boolean {
  const { names, samples } = sniffed
  const day = names.indexOf(way.day ?? '')
  const first = samples.findIndex((row) => (row[day] ?? '') !== '')
  const lines = new Set(linesIn(sniffed, way).filter((row) => figuresOf(row, names, way, {}).length > 0))
  const isText = (row: readonly string[]) => row.some((cell) => /\p{L}/u.test(cell))
  return first >= 0 && samples.slice(first).some((row) => lines.has(row) && (row[day] ?? '') === '' && isText(row))
}

function figuresOf(
  row: readonly string[],
  names: readonly string[],
  way: PostedFields,
  { fee, fee2, net, balance }: FeeColumns & { balance?: string },
): Figures[] {
  const at = (name: string | undefined) => {
    const text = name === undefined ? null : amountAt(row, names.indexOf(name))
    const found = text === null ? null : writtenAmount(text, null, way.decimal === ',' ? ',' : '.')
    return found === null ? null : found.direction === 'debit' ? -found.minor : found.minor
  }
  const lines = (name: string) => (way[name] ?? '').split('\n')
  const word = row[names.indexOf(way.direction ?? '')] ?? ''
  const sign = way.by === 'word' && lines('debitWords').includes(word) ? -1 : 1
  const own = at(way.amount)
  const [out, came] = [at(way.debit), at(way.credit)]
  const amount =
    way.by !== 'columns'
      ? own === null
        ? null
        : sign * own
      : out === null && came === null
        ? null
        : Math.abs(came ?? 0) - Math.abs(out ?? 0)
  return amount === null
    ? []
    : [{ amount, fee: Math.abs(at(fee) ?? 0) + Math.abs(at(fee2) ?? 0), net: at(net), balance: at(balance) }]
}

/** Whether each balance follows from its neighbour's, the oldest row first or the newest. */
function follow(rows: readonly Figures[], moved: (row: Figures) => number): boolean {
  const pairs = rows.slice(1).map((row, n) => ({ row, before: rows[n] as Figures }))
  const isStep = (from: Figures, to: Figures, by: Figures) =>
    from.balance !== null && to.balance !== null && to.balance - from.balance === moved(by)
  return (
    pairs.length > 0 &&
    (pairs.every(({ row, before }) => isStep(before, row, row)) ||
      pairs.every(({ row, before }) => isStep(row, before, before)))
  )
}

/** Whether each balance lies one amount above or below the one before it, the oldest row first. */
function isStepwise(rows: readonly Figures[]): boolean {
  const pairs = rows.slice(1).map((row, n) => ({ row, before: rows[n] as Figures }))
  return (
    pairs.length > 0 &&
    pairs.every(
      ({ row, before }) =>
        row.balance !== null &&
        before.balance !== null &&
        Math.abs(row.balance - before.balance) === Math.abs(row.amount),
    )
  )
}
