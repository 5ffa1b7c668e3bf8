/** A statement as it is kept, and what is remembered of it from one bounded step of work to the next. */
import type { StatementState } from '../../../schema/tables.ts'
import type { Wrapping } from '../formats/open-file.ts'
import type { Checkpoint, FileClaims } from '../formats/parser.ts'
import type { MovementKind, StatementFault, StatementFormat, Summary } from '../formats/statement.ts'

export interface Statement {
  id: string
  accountId: string
  provider: string
  currency: string
  format: StatementFormat
  fileHash: string | null
  bytes: number
  chunks: number
  rowsDone: number
  /** Steps of the import that were made; the next one has this number. */
  steps: number
  linesNew: number
  linesMatched: number
  periodFrom: string | null
  periodTo: string | null
  openingMinor: number | null
  closingMinor: number | null
  uploadedBy: string
  n: number
  state: StatementState
  madeAt: string
  matchedAt: string | null
  /** Steps of any kind that were made. */
  allSteps: number
  /** How often the step was tried that was tried last, which one, by how many were made before it, and when. */
  tries: number
  triedStep: number | null
  triedAt: string | null
  /** Once it is published: see `bankAccountOf`, and when its bank made it, an instant in UTC. */
  bankAccount: string | null
  givenAt: string | null
  /** JSON, each of them: `CsvMapping`, `UploadDetails`, `ImportProgress` (once it is published: keys of lines whose money counts with its own), `ImportOutcome`, `Problem`. */
  mapping: string | null
  told: string | null
  checkpoint: string | null
  summary: string | null
  problem: string | null
}

/** What a person said beside the file. */
export interface UploadDetails {
  claims: FileClaims
  /** SHA-1 of the unpacked file in hex, as WeChat gives it. */
  sha1: string | null
  /** What the provider's words mean, as people have said for this account. */
  kinds: { readonly [rawType: string]: MovementKind }
  /** When that was; absent in older ones. */
  saidAt?: string
  /** The file of the same ZIP and account that is to be read before it. */
  after?: string
}

/** One account and currency of the file. */
export interface PartOfFile {
  section: number
  account: string | null
  /** Absent in older ones. */
  givenAt?: string | null
  fromDay: string | null
  toDay: string | null
  openingMinor: number | null
  closingMinor: number | null
  /** Lines in the account's currency; others are left out. */
  ours: number
}

/** How far the reading has come. */
export interface ImportProgress {
  next: Checkpoint | null
  wrapping: Wrapping | null
  /** What was inside is kept in pieces of its own; absent in older ones. */
  isUnpacked?: boolean
  /** How many pieces of what was inside are kept, where it takes several steps. */
  kept?: number
  /** What stood inside, which the first bytes may not have shown; absent in older ones. */
  format?: StatementFormat
  /** Unpacked bytes, for saying how much is done. */
  size: number
  parts: PartOfFile[]
  /** Lines in other currencies. */
  leftOut: number
  isRead: boolean
  /** Lines of intraday reports of another kind that came again (`metOfReports`); absent in older ones. */
  reportsMet?: string
  /** The same as an earlier release kept it (`metBefore`). */
  ofReports?: string
  /** Bookings of statements that came again (`bookingsMet`); absent in older ones. */
  bookingsMet?: string
}

/** What the file came to: shown with the gates that it passed. */
export interface ImportOutcome extends Omit<Summary, 'neither' | 'firstDay' | 'lastDay'> {
  /** Rows that say that they are neither, and were left out; absent in older ones. */
  neither?: number
  unknownTypes: string[]
  proved: string[]
  /** Lines in other currencies: the same file is imported again for each of those accounts. */
  leftOut: number
  /** Bookings of an intraday report that wait for the statement of their day; absent in older ones. */
  waiting?: number
}

/** The detail of `several_files`, as JSON: the statements that they became, and how many are none. */
export interface Several {
  statements: string[]
  leftOut: number
}

/** Why a file is refused whole. */
export interface Problem {
  /** 0 for the file as a whole. */
  line: number
  why:
    | StatementFault
    | 'line_changed' // a line that was published says something else here
    | 'hole' // days between it and the ones before are missing
    | 'several_accounts'
    | 'other_format' // days that a file in another format, or read by other columns, tells of, with lines that are not known again
    | 'discarded' // by a person
    | 'several_files' // it was a ZIP of them, and each is a statement of its own
    | 'quarantined' // its reading was tried three times, and failed or ended the process
    | 'program' // the program is at fault, not the file
  /** Amounts, days and codes, never a name. */
  detail: string | null
}

export const noOutcome: ImportOutcome = {
  rows: 0,
  debitRows: 0,
  debitMinor: 0,
  creditRows: 0,
  creditMinor: 0,
  unknownTypes: [],
  proved: [],
  leftOut: 0,
}

/** Two parts of a file as one. */
export function addSummary(sum: ImportOutcome, part: Summary, proved: readonly string[]): ImportOutcome {
  return {
    ...sum,
    rows: sum.rows + part.rows,
    debitRows: sum.debitRows + part.debitRows,
    debitMinor: sum.debitMinor + part.debitMinor,
    creditRows: sum.creditRows + part.creditRows,
    creditMinor: sum.creditMinor + part.creditMinor,
    neither: (sum.neither ?? 0) + (part.neither ?? 0),
    unknownTypes: [...new Set([...sum.unknownTypes, ...part.unknownTypes])],
    proved: [...new Set([...sum.proved, ...proved])],
  }
}
