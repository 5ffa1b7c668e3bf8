/** What a line says, as one hash: a line that comes again must say the same. */
import { sha256 } from '../../platform/crypto/sha256.ts'
import { type StatementFormat, type StatementLine, tellsBookings } from '../formats/statement.ts'

/** Hex digits that are kept of the hash, 128 bits: there are as many as lines. */
const digestDigits = 32

/**
 * The money of a line, and whose it is. A notification (camt.054) may know less of a movement than the statement
 * (camt.053, MT940) that repeats it, so that of a bank's lines only the money counts.
 */
export function digestOf(
  format: StatementFormat,
  { day, direction, amountMinor, currency, providerId, reference }: StatementLine,
): string {
  const whose = tellsBookings(format) ? [] : [providerId, reference]
  const content = JSON.stringify([day, direction, amountMinor, currency, ...whose])
  return sha256(content).slice(0, digestDigits)
}
