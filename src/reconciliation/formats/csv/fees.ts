/** What a table has in a column of its own for the fee of each row, as a movement beside the row's own. */
import type { DraftLine } from '../parser.ts'
import { signedAmount } from '../tally.ts'

/** What a row comes to: its movement and its fee as lines, and both together, as the account's balance has moved. */
export interface WithFee {
  lines: DraftLine[]
  moved: DraftLine
}

/**
 * @param line the row as its column of amounts has it
 * @param feeMinor what it cost; above 0, or 0 for nothing
 * @param inside whether the amount has the fee in it; otherwise the fee was taken beside it
 */
export function withFee(line: DraftLine, feeMinor: number, inside: boolean): WithFee {
  if (feeMinor === 0) return { lines: line.amountMinor > 0 ? [line] : [], moved: line }
  const ownMinor = signedAmount(line) + (inside ? feeMinor : 0)
  const key = `${line.key}|fee`
  const fee = {
    ...moving(line, -feeMinor),
    key,
    booking: `csv|${key}`,
    providerId: null,
    reference: null,
    account: null,
  }
  const lines: DraftLine[] = [
    // The balance behind the row is that behind the fee.
    { ...moving(line, ownMinor), balanceMinor: null },
    { ...fee, kind: 'fee', rawType: 'fee' },
  ]
  return { lines: lines.filter(({ amountMinor }) => amountMinor > 0), moved: moving(line, ownMinor - feeMinor) }
}

function moving(line: DraftLine, minor: number): DraftLine {
  return { ...line, direction: minor < 0 ? 'debit' : 'credit', amountMinor: Math.abs(minor) }
}
