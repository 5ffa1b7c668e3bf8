/** What finance pays by hand, as every file of a batch is made from it. */
import type { Channel } from '../../../schema/tables.ts'
import { sha256 } from '../../platform/crypto/sha256.ts'
import type { Payee } from '../../ports.ts'

/** One payment of a file: who gets how much, and nothing of what anybody answered. */
export interface PaymentLine {
  /** Ours, of the attempt: letters and digits, at most 32. What came of it is reported under this. */
  reference: string
  /** What the voucher is called between its holder and finance. */
  voucherReference: string
  /** Minor units, above zero. */
  amountMinor: number
  /** ISO 4217. */
  currency: string
  channel: Channel
  /** The payee's fields, as the channel declares them. */
  payee: Payee['fields']
  /** What it is for, as the payee reads it. */
  title: string
}

/**
 * The lines in the order of a hash of their references: always the same, and not the one in which anybody answered,
 * claimed or was paid.
 */
export async function inFileOrder(lines: readonly PaymentLine[]): Promise<PaymentLine[]> {
  const hashed = lines.map((line) => ({ line, hash: sha256(line.reference) }))
  return hashed.sort((a, b) => (a.hash < b.hash ? -1 : 1)).map(({ line }) => line)
}

export interface Total {
  currency: string
  count: number
  amountMinor: bigint
}

/** How many lines there are of each currency, and their exact sum, in the order of the currencies' codes. */
export function totalsByCurrency(lines: readonly PaymentLine[]): Total[] {
  const totals = new Map<string, Total>()
  for (const { currency, amountMinor } of lines) {
    const total = totals.get(currency) ?? { currency, count: 0, amountMinor: 0n }
    totals.set(currency, { ...total, count: total.count + 1, amountMinor: total.amountMinor + BigInt(amountMinor) })
  }
  return [...totals.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1))
}
