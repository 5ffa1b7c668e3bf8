/** A kind of file that is made to break a reader: it may be as large as its maker likes. */
import type { StatementFault, StatementFormat } from '../../../../src/reconciliation/formats/statement.ts'

export interface HostileFile {
  what: string
  format: StatementFormat
  /** @param n how much of it there is: tags, cells, characters */
  make(n: number): string
  /** So much of it is refused, and why. */
  refusedFrom: number
  why: StatementFault
  /** So much of it is read in a time that grows no faster than it does. Absent where that says nothing. */
  readTo?: number
}

export const repeated = (n: number, text: string | ((i: number) => string)): string =>
  typeof text === 'string' ? text.repeat(n) : Array.from({ length: n }, (_, i) => text(i)).join('')
