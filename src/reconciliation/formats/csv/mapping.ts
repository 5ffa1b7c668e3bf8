/** How a plain CSV is read: said once by a person for an account, and remembered as JSON. */

import * as z from 'zod'
import { quotedRows } from '../../../platform/files/csv-read.ts'
import { decodePrefix, encodings } from '../../../platform/files/encoding.ts'
import { isCurrency } from '../../../platform/money/currencies.ts'
import { booksZone } from '../../../platform/time/zone.ts'
import { csvCells } from '../cells.ts'
import { dateFormats } from '../dates.ts'
import { columnNames } from './names.ts'

/** No table has been seen with more rows of names. */
export const mostHeaderRows = 4
/** Line ends within names. */
const linesOfNames = 30

const column = z.string().min(1).max(100)

/** Columns are named as the file names them. */
export const csvMapping = z.object({
  /** Null: by the file's first bytes. */
  encoding: z.enum(encodings).nullable().default(null),
  delimiter: z.enum([',', ';', '\t', '|']),
  /** The row with the columns' names, counted from 1; what stands above is skipped. 0: the table has none. */
  headerRow: z.int().min(0).max(100).default(1),
  /** How many rows of names there are, which are joined. */
  headerRows: z.int().min(1).max(mostHeaderRows).default(1),
  /** A row whose first cell begins with this ends the lines: totals, signatures. */
  endsAt: z.string().min(1).max(40).nullable().default(null),
  /**
   * The file's last row has a line end, like any other: without it, the row may have been cut. False for a program that
   * never writes it.
   */
  lastRowEnds: z.boolean().default(true),
  /** The row of names of the file for which it was said; null: not known. */
  header: z.array(z.string()).nullable().default(null),
  day: z.object({
    column,
    format: z.enum(dateFormats as [(typeof dateFormats)[number], ...typeof dateFormats]),
    /** A row without a day is of the day above it, as statements on paper have it. */
    above: z.boolean().optional(),
  }),
  /** IANA; one that calendars here know. */
  zone: z.enum(['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Macau']).default(booksZone),
  decimal: z.enum(['.', ',']).default('.'),
  amount: z.discriminatedUnion('by', [
    /** One column with a sign. */
    z.object({ by: z.literal('sign'), column, below: z.enum(['debit', 'credit']) }),
    /** One column for what went, one for what came; a sign in them says nothing. */
    z.object({ by: z.literal('columns'), debit: column, credit: column }),
    /** One column without a sign, and a word for the direction in another. */
    z.object({
      by: z.literal('word'),
      column,
      direction: column,
      debit: z.array(z.string().min(1)).min(1),
      credit: z.array(z.string().min(1)).min(1),
      /** Rows with these move no money of the account and are left out; `-` for an empty cell. */
      neither: z.array(z.string().min(1)).default([]),
    }),
    /** One column without a sign: whether the balance rose or fell by it says where the money went. The oldest row stands first, or the newest. */
    z.object({ by: z.literal('balance'), column, newest: z.boolean().optional() }),
  ]),
  /** A column of fees, or two of which each row's are one movement of its own; whether the amount has it in it, or it was taken beside. */
  fee: z.object({ column, second: column.optional(), inside: z.boolean() }).nullable().default(null),
  /**
   * How a row stands, where the table has failed and pending ones as well: those that are not booked are left out, and a
   * word of neither list is asked about. `-` for an empty cell.
   */
  status: z
    .object({ column, booked: z.array(z.string().min(1)).min(1), unbooked: z.array(z.string().min(1)).default([]) })
    .nullable()
    .default(null),
  currency: z.union([z.object({ column }), z.object({ code: z.string().refine(isCurrency) })]),
  /** What names a line. Without it, a line's name is made of what it says. */
  key: column.nullable().default(null),
  providerId: column.nullable().default(null),
  reference: column.nullable().default(null),
  type: column.nullable().default(null),
  /** The balance after each line. `chains`: each follows from its neighbour's. */
  balance: z.object({ column, chains: z.boolean() }).nullable().default(null),
  account: column.nullable().default(null),
})

export type CsvMapping = z.output<typeof csvMapping>

/** The row of names where a mapping looks for it, in the first bytes of a file; null when there is none. */
export function mappedHeader(head: Uint8Array, { delimiter, headerRow, headerRows }: CsvMapping): string[] | null {
  if (headerRow === 0) return columnNames([])
  const rows = decodePrefix(head)
    .replace(/^\ufeff/, '')
    .split(/\r?\n/, headerRow - 1 + headerRows + linesOfNames)
  const named = quotedRows(rows.slice(headerRow - 1), delimiter).slice(0, headerRows)
  try {
    return named.length < headerRows ? null : columnNames(named.map((row) => csvCells(row, delimiter, headerRow)))
  } catch {
    return null
  }
}

/** Whether a file has the very columns for which a mapping was said. */
export function fitsHeader(head: Uint8Array, mapping: CsvMapping): boolean {
  return mapping.header !== null && JSON.stringify(mappedHeader(head, mapping)) === JSON.stringify(mapping.header)
}
