/**
 * What every file of a provider or bank comes to, whatever its format: sections, each a heading, its lines and totals.
 * A file that is not to be believed ends in `broken` instead, and has no totals from there on.
 */
import { UnreadableFile } from '../../platform/files/unreadable-file.ts'

export const statementFormats = [
  'wechat_fund_bill',
  'alipay_bill',
  'camt053',
  'camt054',
  'camt052',
  'mt940',
  'mt942',
  'tremendous',
  'csv',
] as const
export type StatementFormat = (typeof statementFormats)[number]

const bankFormats = ['camt052', 'camt053', 'camt054'] as const
/** A bank's message of ISO 20022: an intraday report, a statement, a notification. */
export type BankFormat = (typeof bankFormats)[number]

/** Whether files of this format are a bank's, and not a provider's own. */
export function isBankFormat(format: StatementFormat): format is BankFormat {
  return (bankFormats as readonly StatementFormat[]).includes(format)
}

/** SWIFT's customer statement and its interim report, which banks still give more often than those of ISO 20022. */
export type SwiftFormat = 'mt940' | 'mt942'

/** Whether its lines are bookings of a bank, which one file may tell of in fewer words than the next. */
export function tellsBookings(format: StatementFormat): boolean {
  return isBankFormat(format) || format === 'mt940' || format === 'mt942'
}

/** Formats that book what a bank's notifications tell of. */
export const bookingFormats = [
  'camt052',
  'camt053',
  'mt940',
  'mt942',
  'csv',
] as const satisfies readonly StatementFormat[]

/**
 * Whether a reference may come again on another day for another movement: banks use theirs again, wallets count theirs.
 */
export function reusesReferences(format: StatementFormat): boolean {
  return tellsBookings(format) || format === 'csv'
}

/** Formats in which one account of a bank may be told of, a day at a time. */
export const dayFormats = ['camt053', 'mt940', 'csv'] as const satisfies readonly StatementFormat[]

/** Reports of a day that is not over. */
export const reportFormats = ['camt052', 'mt942'] as const satisfies readonly StatementFormat[]

/** Formats whose files cover no day: an intraday report ends before its day does, a notification tells of single bookings. */
export const coveringNoDay = ['camt052', 'camt054', 'mt942'] as const satisfies readonly StatementFormat[]

/** Formats as a condition of SQL lists them. */
export function listedInSql(some: readonly StatementFormat[]): string {
  return some.map((format) => `'${format}'`).join(', ')
}

/** Whether a file of this format says which days it covers. */
export function coversDays(format: StatementFormat): boolean {
  return !coveringNoDay.some((one) => one === format)
}

/** Whether a file only tells of movements, without the balances by which a statement answers for them. */
export function isNotification(format: StatementFormat): boolean {
  return format === 'camt054'
}

export type Direction = 'debit' | 'credit'

export const movementKinds = ['payment', 'fee', 'return', 'topup', 'tax', 'other', 'unknown'] as const
/** What a movement is; `unknown` waits for a person to say. */
export type MovementKind = (typeof movementKinds)[number]

/** The head of a section: what the file says of itself before its lines. Days are local and inclusive. */
export interface Heading {
  is: 'heading'
  /** 1 for the first section; camt files have one for each account and currency. */
  section: number
  format: StatementFormat
  /** Of the format, such as `camt.053.001.08`; null where there is none. */
  version: string | null
  statementId: string | null
  /** When the bank made it, ISO 8601 in UTC. */
  givenAt: string | null
  /** Our own account there, as the file names it. */
  account: string | null
  currency: string | null
  fromDay: string | null
  toDay: string | null
  openingMinor: number | null
  closingMinor: number | null
}

/** A head that says no more than what is given here; of a file's only section, where none is. */
export function newHeading(says: Pick<Heading, 'format'> & Partial<Omit<Heading, 'is'>>): Heading {
  return {
    is: 'heading',
    section: 1,
    version: null,
    statementId: null,
    givenAt: null,
    account: null,
    currency: null,
    fromDay: null,
    toDay: null,
    openingMinor: null,
    closingMinor: null,
    ...says,
  }
}

/** One movement. Nothing in it names a person: the other side's account is a digest, or dropped. */
export interface StatementLine {
  is: 'line'
  section: number
  /** Counts the lines of the whole file from 1. */
  n: number
  /** Where it stands in the file: row of a CSV, line of an XML, transaction of a JSON. */
  line: number
  /** Names it within the account, whichever file it comes in; at a bank, within its day. */
  key: string
  /** The booking that it is one part of, where a file shows the parts. */
  entry: string | null
  /** Parts of a booking of which the file shows only the sum. */
  parts: number | null
  /** What a bank calls the booking that this line, or one part of it, tells of; the day goes with it. */
  booking?: string
  /** Ids of our batches that it names. */
  batches?: readonly string[]
  /** The booking day, local. */
  day: string
  /** ISO 8601 in UTC, where the file says more than the day. */
  bookedAt: string | null
  direction: Direction
  /** Above 0. */
  amountMinor: number
  currency: string
  /** The provider's id of the payment. */
  providerId: string | null
  /** Ours, where the file carries it. */
  reference: string | null
  kind: MovementKind
  /** The provider's own word for it. */
  rawType: string
  /** The account's balance after it, as the file says. */
  balanceMinor: number | null
  counterparty: string | null
}

/**
 * What a file says about its own lines; null where it is silent. Sums are above 0, both of them. Those of a camt file
 * are of its entries, of which a batch is one.
 */
export interface OwnTotals {
  rows: number | null
  debitRows: number | null
  debitMinor: number | null
  creditRows: number | null
  creditMinor: number | null
}

/** What was counted. */
export interface Summary {
  rows: number
  debitRows: number
  debitMinor: number
  creditRows: number
  creditMinor: number
  /** Rows that say that they are neither; absent where none does. */
  neither?: number
  /** The earliest and the latest booking day. */
  firstDay: string | null
  lastDay: string | null
  /** The provider's words that no mapping knows, the first twenty. A file with any is not clean. */
  unknownTypes: string[]
}

/** What shows that a section is whole: a closed document, its totals, its balances, or what a person claimed of it. */
export type Proof = 'structure' | 'totals' | 'balances' | 'claims'

/** The end of a section that passed every gate. */
export interface Totals {
  is: 'totals'
  section: number
  own: OwnTotals
  summary: Summary
  openingMinor: number | null
  closingMinor: number | null
  proved: Proof[]
  /** Bookings of an intraday report that the bank has not numbered: they wait for the statement of their day. */
  waiting?: number
  /** The last day that the section covers, where the file only says it behind the lines. */
  toDay?: string
}

/** Why a file is refused; codes are stable, words are for the pages. */
export type StatementFault =
  | 'empty'
  | 'unknown_format'
  | 'archive' // a TAR, 7z, RAR or the like
  | 'old_workbook' // of Excel before 2007
  | 'pdf'
  | 'other_statement' // OFX, QIF or BAI2
  | 'container' // the ZIP or gzip around it is damaged, encrypted, or of a kind that is not read
  | 'too_large'
  | 'too_packed' // more comes out of it than of any honest file
  | 'too_many_files'
  | 'nested' // packed more than once within a packed file
  | 'too_deep' // elements within elements, deeper than any message
  | 'too_many' // more of something than any file has: `detail` says of what, and the limit
  | 'no_detail' // a ZIP without a list of movements
  | 'several_details'
  | 'hash' // not the bytes that the provider announced
  | 'encoding'
  | 'line_too_long'
  | 'truncated' // it ends in the middle of something
  | 'header'
  | 'columns'
  | 'quote'
  | 'day'
  | 'no_day' // a line that names no day, in a file that names none
  | 'amount'
  | 'no_amount'
  | 'direction'
  | 'status' // a row that stands in a way of which nobody said whether it is booked
  | 'currency'
  | 'key' // a line without what names it
  | 'duplicate_key'
  | 'period' // a line outside of what the file says it covers
  | 'balance' // balances that do not follow from one another
  | 'totals' // the file's own totals are not what its lines come to
  | 'no_totals'
  | 'after_totals'
  | 'unproved' // nothing shows that it is whole
  | 'claims' // not what the person who uploaded it said
  | 'batch' // the parts of a booking are not its sum
  | 'order_total' // an order's parts are not what was charged
  | 'xml'
  | 'json'
  | 'doctype'
  | 'version'

/** The last of a file that is refused. `detail` holds amounts and codes, never a name. */
export interface Broken {
  is: 'broken'
  line: number
  why: StatementFault
  detail: string | null
}

export type StatementItem = Heading | StatementLine | Totals | Broken

/** How the parsers stop among themselves; whoever drives them turns it into a `Broken`. */
export class BrokenFile extends UnreadableFile<StatementFault> {}

/** The last of a file that could not be read on, whichever reader stopped at it. */
export function brokenItem({ line, why, detail }: UnreadableFile<StatementFault>): Broken {
  return { is: 'broken', line, why, detail }
}
