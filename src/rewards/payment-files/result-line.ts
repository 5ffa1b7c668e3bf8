/** One line of what came of payments, and why a file of them is refused. */

export type PaymentOutcome = 'paid' | 'failed' | 'pending'

export interface ResultLine {
  reference: string
  outcome: PaymentOutcome
  /** Minor units; null when the file does not say. */
  amountMinor: number | null
  /** The bank's own id of the payment. */
  providerId: string | null
  /** The bank's code of why not; never its words, which may hold a name. */
  code: string | null
  /** The day of payment, `2026-02-26`; null when the file does not say. */
  day: string | null
}

/**
 * - `empty`, `too_large`, `too_many`, `encoding`, `old_excel`, `container`, `xml`, `unknown_format`: the file is nothing
 *   that is read: no bytes, too many of them, too many lines, no known encoding, no XLSX of 2007 or later, a damaged
 *   workbook or packed file, broken XML, another message
 * - `limits`: its elements are deeper, longer or more than those of any report
 * - `columns`: no row names the columns of reference and result; `column_twice`: two columns have the same meaning
 * - `quote`: a quoted cell is never closed
 * - `no_lines`, `group_only`: it reports no payment, or that a part of them is accepted and not which
 * - `other_batch`: it is about all payments of another batch, or does not say of which; `contradiction`: it rejects all
 *   of them and says that one is made
 * - `reference`, `result`, `amount`, `day`: it is missing or unreadable
 * - `rounded`: a spreadsheet has cut the end off a long number
 * - `differs`: the same reference with another result, amount, id, code or day
 */
export type ResultFault =
  | 'empty'
  | 'too_large'
  | 'too_many'
  | 'encoding'
  | 'old_excel'
  | 'container'
  | 'xml'
  | 'limits'
  | 'unknown_format'
  | 'columns'
  | 'column_twice'
  | 'quote'
  | 'no_lines'
  | 'group_only'
  | 'other_batch'
  | 'contradiction'
  | 'reference'
  | 'result'
  | 'amount'
  | 'day'
  | 'rounded'
  | 'differs'

export interface ResultsRefused {
  /** Line of a text, or row of a sheet, from 1; null when it is about the whole file. At most `mostFaults` of them. */
  refused: { line: number | null; why: ResultFault }[]
}

export const maxLines = 10_000
const mostFaults = 50

/** A file of results that is refused for one reason; `line` is null where it is the file's. */
export function refuseResults(line: number | null, why: ResultFault): ResultsRefused {
  return { refused: [{ line, why }] }
}

/** A line of the file: what it says, or what is wrong with it. */
export type ResultFileLine = { line: number } & ({ result: ResultLine } | { why: ResultFault })

/** All lines, each reference once, or everything that is wrong with them. */
export function gathered(read: Iterable<ResultFileLine>): { lines: ResultLine[] } | ResultsRefused {
  const byReference = new Map<string, ResultLine>()
  const refused: ResultsRefused['refused'] = []
  for (const it of read) {
    if ('why' in it) {
      refused.push({ line: it.line, why: it.why })
    } else {
      const before = byReference.get(it.result.reference)
      if (before === undefined) byReference.set(it.result.reference, it.result)
      else if (!isSame(before, it.result)) refused.push({ line: it.line, why: 'differs' })
    }
    if (refused.length === mostFaults) break
  }
  if (refused.length > 0) return { refused }
  if (byReference.size === 0) return refuseResults(null, 'no_lines')
  return { lines: [...byReference.values()] }
}

function isSame(one: ResultLine, other: ResultLine): boolean {
  return (Object.keys(one) as (keyof ResultLine)[]).every((key) => one[key] === other[key])
}

/** Our reference as it was given out, whatever a spreadsheet or a person did to its case and its ends. */
export function readReference(text: string): string | null {
  const reference = text.trim().replace(/^'/, '').toUpperCase()
  return /^(?=.*[A-Z])[0-9A-Z]{1,35}$/.test(reference) && !/^\d+E\d+$/.test(reference) ? reference : null
}

/** A code as banks have them (`AC01`, `E-1042`); words are none, and are left out. */
export function readCode(text: string): string | null {
  const code = text.trim().replace(/^'/, '')
  const isCode = /^[A-Za-z0-9][\w.:/-]{0,34}$/.test(code) && (/\d/.test(code) || !/[a-z]/.test(code))
  return isCode ? code : null
}
