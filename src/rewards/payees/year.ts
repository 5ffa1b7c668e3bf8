/** Who gets how much in a year, over all studies: by a keyed hash of the account that is another one each year. */
import type { Keys, Payee } from '../../ports.ts'
import { derivedHash } from './account.ts'

/**
 * The keyed hash of a payee's account for a year. Hashes of two years cannot be compared, and neither can those by which
 * a study knows its accounts.
 */
export function payeeHash(keys: Pick<Keys, 'accounts' | 'secrets'>, year: number, payee: Payee): Promise<string> {
  return derivedHash(keys, `payees of a year\n${year}`, payee)
}

/** What a payee has got in a year so far, in minor units; `limitMinor` null: no threshold is set. */
export interface PayeeYear {
  totalMinor: number
  limitMinor: number | null
  /** What two people have allowed beyond the threshold. */
  raisedMinor: number
}

/** Whether so much more, tax included, passes what this payee may get in the year without a person looking first. */
export function passesLimit(
  { totalMinor, raisedMinor }: Pick<PayeeYear, 'totalMinor' | 'raisedMinor'>,
  limitMinor: number | null,
  moreMinor: number,
): boolean {
  return limitMinor !== null && totalMinor + moreMinor > limitMinor + raisedMinor
}
