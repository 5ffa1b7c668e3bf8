/** What every writer is given: movements with their balances, and what is to be odd or wrong about the file. */

import { dayBefore } from '../../src/platform/time/zone.ts'
import type { MovementKind } from '../../src/reconciliation/formats/statement.ts'
import { signedAmount } from '../../src/reconciliation/formats/tally.ts'
import { dayOfMovement, type Movement, randomFrom } from './movement.ts'

/** What is wrong with the file itself; the rest of them break its bytes (`broken.ts`). */
export type BookFault =
  | 'totals' // its totals are a cent off
  | 'balance' // one balance does not follow
  | 'duplicate_key' // one line comes twice, and the totals count it
  | 'missing_column'
  | 'period' // it says that it is of the day before

export interface BookOptions {
  openingMinor?: number
  /** What differs from file to file without meaning anything: order of columns, brackets, line ends. */
  seed?: number
  fault?: BookFault | null
  /** WeChat and CSV: a byte order mark. */
  mark?: boolean
  /** camt: `08` for .001.08. */
  version?: string
  /** camt: a prefix for the namespace. */
  prefix?: string
  /** Tremendous. */
  as?: 'json' | 'csv'
}

export interface StatementRow extends Movement {
  day: string
  /** After it. */
  balanceMinor: number
}

export interface Book {
  rows: StatementRow[]
  openingMinor: number
  closingMinor: number
  /** Inclusive. */
  fromDay: string
  toDay: string
  debitRows: number
  debitMinor: number
  creditRows: number
  creditMinor: number
  options: BookOptions
  random: () => number
}

/** @param movements in order of time */
export function bookOf(movements: readonly Movement[], options: BookOptions): Book {
  const random = randomFrom(options.seed ?? 0)
  const { fault = null, openingMinor = 50_000_000 } = options
  const odd = Math.floor(random() * movements.length)
  const all = fault === 'duplicate_key' ? movements.toSpliced(odd, 0, ...movements.slice(odd, odd + 1)) : movements
  let balanceMinor = openingMinor
  const rows = all.map((movement) => {
    balanceMinor += signedAmount(movement)
    return { ...movement, day: dayOfMovement(movement), balanceMinor }
  })
  const days = rows.map(({ day }) => day).sort()
  const debits = rows.filter(({ direction }) => direction === 'debit')
  const credits = rows.filter(({ direction }) => direction === 'credit')
  const sum = (some: readonly StatementRow[]) => some.reduce((total, { amountMinor }) => total + amountMinor, 0)
  const wrong = rows[odd]
  if (fault === 'balance' && wrong !== undefined) wrong.balanceMinor += 1
  const first = days[0] ?? '2026-02-24'
  const last = days.at(-1) ?? first
  return {
    rows,
    openingMinor,
    closingMinor: balanceMinor,
    fromDay: fault === 'period' ? dayBefore(first) : first,
    toDay: fault === 'period' ? dayBefore(first) : last,
    debitRows: debits.length,
    debitMinor: sum(debits) + (fault === 'totals' ? 1 : 0),
    creditRows: credits.length,
    creditMinor: sum(credits),
    options,
    random,
  }
}

/** The same things in an order that the book's seed decides. */
export function shuffled<Thing>(things: readonly Thing[], random: () => number): Thing[] {
  const rest = [...things]
  return things.map(() => rest.splice(Math.floor(random() * rest.length), 1)[0] as Thing)
}

/** Columns as a table: names, and one text for each row. */
export type Column = [name: string, text: (row: StatementRow) => string]

export const words: {
  [format in 'wechat' | 'alipay' | 'tremendous' | 'bank' | 'swift']: { [kind in MovementKind]: string }
} = {
  wechat: {
    payment: '商家转账',
    fee: '扣除交易手续费',
    return: '商家转账退回',
    topup: '充值',
    tax: '扣税',
    other: '提现',
    unknown: '未知业务',
  },
  alipay: {
    payment: '转账',
    fee: '收费',
    return: '转账退回',
    topup: '充值',
    tax: '税费',
    other: '提现',
    unknown: '未知业务',
  },
  tremendous: {
    payment: 'order',
    fee: 'fee',
    return: 'refund',
    topup: 'deposit',
    tax: 'tax',
    other: 'other',
    unknown: 'adjustment',
  },
  bank: {
    payment: 'PMNT/ICDT/ESCT',
    fee: 'PMNT/MCOP/CHRG',
    return: 'PMNT/RCDT/RRTN',
    topup: 'PMNT/RCDT/ESCT',
    tax: 'PMNT/MDOP/TAXE',
    other: 'PMNT/CNTR/CWDL',
    unknown: 'PMNT/OTHR/OTHR',
  },
  swift: {
    payment: 'TRF',
    fee: 'CHG',
    return: 'RTI',
    topup: 'COL',
    tax: 'TAX',
    other: 'CSH',
    unknown: 'ZZY',
  },
}
