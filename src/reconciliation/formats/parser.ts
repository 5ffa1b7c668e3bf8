/**
 * What all parsers are made of. A source cuts the bytes into records; a machine of the format takes one after the other
 * and says what it comes to. All that a machine remembers is JSON, so that an import can stop after any record and go
 * on elsewhere.
 */
import type { CsvMapping } from './csv/mapping.ts'
import type { MovementKind, OwnTotals, StatementFormat, StatementItem, StatementLine } from './statement.ts'

/** A place between two records. */
export interface FilePosition {
  /** Rows before it. */
  line: number
  /** Bytes before it. */
  offset: number
}

/** One record of a file: a row, an element, a transaction. */
export interface ParsedRecord<Value> {
  value: Value
  line: number
  /** The file ends in the middle of it, as far as its line end tells. */
  isOpen?: boolean
}

/** Records of one piece of the file. */
export interface ParsedBatch<Value> {
  parts: readonly ParsedRecord<Value>[]
  /** Behind the last of them. */
  place: FilePosition
  /** What the source has to know to go on from there; JSON. */
  memory: unknown
}

/** How a format's bytes are cut into records. */
export interface Source<Value> {
  /** What the source has to know at the beginning; `head` is the first piece of the file. */
  begin(head: Uint8Array, options: ParseOptions): unknown
  batches(stream: ReadableStream<Uint8Array>, place: FilePosition, memory: unknown): AsyncGenerator<ParsedBatch<Value>>
}

/** What a person or the provider said about the file beside it. Sums are above 0. */
export interface FileClaims extends Partial<OwnTotals> {
  openingMinor?: number | null
  closingMinor?: number | null
  fromDay?: string | null
  toDay?: string | null
}

export interface ParseOptions {
  /** Where to go on; the stream then begins at its `offset`. */
  from?: Checkpoint | null
  claims?: FileClaims
  /** SHA-1 of the unpacked file, in hex, as WeChat gives it; only for a file read from its beginning to its end. */
  sha1?: string
  /** What people have said about the provider's words; comes before our own tables. */
  kinds?: Readonly<{ [rawType: string]: MovementKind }>
  /** ISO 4217; for files that do not name it. CNY unless told. */
  currency?: string
  /** IANA time zone of days, for files that leave it open. */
  zone?: string
  /** For `csv`. */
  mapping?: CsvMapping
  /**
   * A key that comes twice is noticed by whoever keeps the lines. Otherwise the keys of one reading are kept here, which
   * takes some 100 bytes each and sees no further than from one checkpoint to the next.
   */
  keysElsewhere?: boolean
  /** A keyed digest of an account of the other side. Without it, accounts are dropped. */
  counterparty?: (account: string) => string | Promise<string>
}

/** Where a parser stopped; JSON through and through. */
export interface Checkpoint {
  format: StatementFormat
  place: FilePosition
  /** Lines given out so far. */
  lines: number
  /** What the machine and the source remember. */
  state: unknown
}

/** A line before it has its number, with the other side's account in the clear. Never leaves the parser. */
export type DraftLine = Omit<StatementLine, 'n' | 'counterparty'> & { account: string | null }

/** What few files say of a line. */
type Rare = 'section' | 'entry' | 'parts' | 'balanceMinor' | 'account'

/** A line of the file's only section, a booking of its own, with neither a balance nor an account beside it, unless it says so. */
export function lineDraft(fields: Omit<DraftLine, 'is' | Rare> & Partial<Pick<DraftLine, Rare>>): DraftLine {
  return { is: 'line', section: 1, entry: null, parts: null, balanceMinor: null, account: null, ...fields }
}

export type ParsedItem = Exclude<StatementItem, StatementLine> | DraftLine

/** A format: `take` and `end` change the state, give what came of it, and throw `BrokenFile`. */
export interface Parser<State, Value> {
  begin(options: ParseOptions): State
  take(state: State, record: ParsedRecord<Value>, options: ParseOptions): readonly ParsedItem[]
  /** The bytes have ended, after `place`. */
  end(state: State, place: FilePosition, options: ParseOptions): readonly ParsedItem[]
}

/** Most records come to nothing or to one line. */
export const nothing: readonly ParsedItem[] = []
