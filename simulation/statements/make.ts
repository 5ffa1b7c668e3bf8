/** Files of any format out of true movements, with what a faultless reading of each has to give. */
import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { ParseOptions } from '../../src/reconciliation/formats/parser.ts'
import {
  isBankFormat,
  type MovementKind,
  movementKinds,
  type StatementFormat,
  type StatementLine,
  tellsBookings,
} from '../../src/reconciliation/formats/statement.ts'
import { signedAmount } from '../../src/reconciliation/formats/tally.ts'
import { type Book, type BookOptions, bookOf, type StatementRow } from './book.ts'
import { gbkBytes } from './gbk.ts'
import type { Movement } from './movement.ts'
import { gzipped, joined, zipped } from './pack.ts'
import { alipaySummaryText, alipayText } from './write-alipay.ts'
import { camtText, entriesOf } from './write-camt.ts'
import { csvText, writtenMapping } from './write-csv.ts'
import { swiftText } from './write-swift.ts'
import { tremendousText, tremendousWord } from './write-tremendous.ts'
import { wechatText } from './write-wechat.ts'

type Bytes = Uint8Array<ArrayBuffer>

export type ExpectedStatement = Pick<
  StatementLine,
  'key' | 'day' | 'direction' | 'amountMinor' | 'currency' | 'providerId' | 'reference' | 'kind' | 'bookedAt'
>

export interface MakeOptions extends BookOptions {
  /** As it is downloaded: WeChat's with gzip, Alipay's in a ZIP. Otherwise the bytes that a parser reads. */
  packed?: boolean
}

export interface MadeFile {
  format: StatementFormat
  bytes: Bytes
  /** Of the unpacked bytes, as WeChat announces it. */
  sha1: string
  /** In the order of the file. */
  lines: ExpectedStatement[]
  openingMinor: number
  closingMinor: number
  fromDay: string
  toDay: string
  /** What a person has to say to have it read: of a CSV its mapping, and what it does not say of itself. */
  read: Pick<ParseOptions, 'mapping' | 'claims' | 'kinds'>
}

/** @param movements in order of time; of one currency, but for camt */
export async function makeFile(
  format: StatementFormat,
  movements: readonly Movement[],
  options: MakeOptions = {},
): Promise<MadeFile> {
  const book = bookOf(movements, options)
  const plain = plainBytes(format, book)
  return {
    format,
    bytes: options.packed ? await packed(format, plain, book) : plain,
    sha1: bytesToHex(sha1(plain)),
    lines: expectedOf(format, book),
    openingMinor: book.openingMinor,
    closingMinor: book.closingMinor,
    fromDay: book.fromDay,
    toDay: book.toDay,
    read: {
      ...(format === 'csv' ? { mapping: writtenMapping, kinds: csvKinds } : {}),
      ...(format === 'csv' || options.as === 'csv' ? { claims: { rows: book.rows.length } } : {}),
    },
  }
}

/** The CSV has our own words for its kinds. */
const csvKinds = Object.fromEntries(movementKinds.map((kind) => [kind, kind]))

const encoder = new TextEncoder()

function plainBytes(format: StatementFormat, book: Book): Bytes {
  const { mark = false } = book.options
  const marked = (text: string) => encoder.encode(mark ? `\ufeff${text}` : text)
  switch (format) {
    case 'wechat_fund_bill':
      return marked(wechatText(book))
    case 'alipay_bill':
      return gbkBytes(alipayText(book))
    case 'camt053':
      return marked(camtText(book, '053'))
    case 'camt054':
      return marked(camtText(book, '054'))
    case 'camt052':
      return marked(camtText(book, '052'))
    case 'mt940':
      return marked(swiftText(book, '940'))
    case 'mt942':
      return marked(swiftText(book, '942'))
    case 'tremendous':
      return marked(tremendousText(book))
    case 'csv':
      return marked(csvText(book))
  }
}

/** The order of Alipay's two files and how sizes are written follow the seed. */
async function packed(format: StatementFormat, plain: Bytes, book: Book): Promise<Bytes> {
  if (format !== 'alipay_bill') return gzipped(plain)
  const stem = `20881021750000000156_${book.fromDay.replaceAll('-', '')}_账务明细`
  const files = [
    { name: gbkBytes(`${stem}(汇总).csv`), content: gbkBytes(alipaySummaryText(book)) },
    { name: gbkBytes(`${stem}.csv`), content: plain },
  ]
  return zipped(book.random() < 0.5 ? files : files.toReversed(), book.random() < 0.5)
}

function expectedOf(format: StatementFormat, { rows, options }: Book): ExpectedStatement[] {
  const isBank = isBankFormat(format)
  const isDayOnly = tellsBookings(format) || format === 'csv'
  const isSwift = tellsBookings(format) && !isBank
  const entries = isBank ? entriesOf(rows, options.version) : rows.map((row) => [row])
  const expected = entries.flatMap((entry) =>
    entry.map((row) => ({
      key: keyOf(format, row, entry),
      day: row.day,
      bookedAt: isDayOnly ? null : row.at,
      direction: row.direction,
      amountMinor: row.amountMinor,
      currency: row.currency,
      // SWIFT's field has room for one number of the bank.
      providerId: isSwift ? row.id : row.providerId,
      reference: row.reference,
      kind: kindIn(format, row),
    })),
  )
  return format === 'tremendous' ? expected.reverse() : expected
}

function keyOf(format: StatementFormat, row: StatementRow, entry: readonly StatementRow[]): string {
  if (format === 'tremendous') return [row.at, row.providerId, tremendousWord(row), String(signedAmount(row))].join('|')
  if (!tellsBookings(format)) return row.id
  const sum = entry.reduce((total, part) => total + signedAmount(part), 0)
  const bits = `${sum < 0 ? 'd' : 'c'}${Math.abs(sum)}`
  if (entry.length === 1) return `${row.id}|${bits}`
  return `B${row.batch}-${row.day}|${bits}#${row.providerId}:${signedAmount(row)}`
}

/** Kinds for which a format has no word are unknown there. */
function kindIn(format: StatementFormat, { kind, rawType }: StatementRow): MovementKind {
  if (rawType !== undefined) return 'unknown'
  if (format === 'tremendous') return kind === 'tax' || kind === 'other' ? 'unknown' : kind
  if (format.startsWith('mt') && kind === 'topup') return 'unknown'
  return kind === 'other' && tellsBookings(format) ? 'unknown' : kind
}

/** Two halves of a file with one of them broken off, and the like: what breaks the bytes themselves. */
export type ByteFault = 'truncated' | 'garbage' | 'flipped'

/**
 * A file's bytes, broken.
 * - `truncated`: cut somewhere in its middle third
 * - `garbage`: bytes that no encoding has
 * - `flipped`: one digit is another one, which only a hash or the totals show
 */
export function withBrokenBytes(bytes: Bytes, fault: ByteFault, random: () => number): Bytes {
  const at = Math.floor(bytes.length * (1 / 3 + random() / 3))
  if (fault === 'truncated') return bytes.slice(0, at)
  if (fault === 'garbage') return joined([bytes.slice(0, at), Uint8Array.of(0xff, 0xff, 0xfe), bytes.slice(at)])
  const digit = bytes.findIndex((byte, i) => i >= at && byte >= 0x30 && byte <= 0x39)
  return bytes.with(digit, bytes[digit] === 0x39 ? 0x30 : (bytes[digit] ?? 0x30) + 1) as Bytes
}
