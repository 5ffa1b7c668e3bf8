/**
 * A batch that a bank books as several debits, by execution day or because of a limit, as pure functions: each debit is a
 * whole number of payouts, and together they are the payouts that nothing else proves.
 */
import type { MatchableLine } from '../lines-store.ts'
import { provable, sumOfAttempts } from './batch-verdict.ts'
import { dealOut } from './deal-out.ts'
import type { FoundBatch, MatchedAttempt } from './found.ts'

type Debit = Pick<MatchableLine, 'line_key' | 'amount_minor' | 'parts' | 'day'>

/** Beyond so many debits of one batch, combinations of them are not tried. */
export const mostDebits = 10
/** So many stretches are tried. */
const mostRuns = 1_000

/**
 * The payouts of each debit. The fewest and earliest debits are taken that add up to payouts of their batch: to all that
 * nothing else proves, to those that have not failed, or to those reported as paid. Null where no debits do.
 */
export function proveTogether(
  debits: readonly Debit[],
  batch: FoundBatch,
): Map<string, readonly MatchedAttempt[]> | null {
  const inOrder = debits.toSorted((one, other) => compare([one.day, one.line_key], [other.day, other.line_key]))
  if (inOrder.length > mostDebits) return dealt(inOrder, batch)
  const some = Array.from({ length: 2 ** inOrder.length }, (_, n) => inOrder.filter((_one, i) => (n >> i) % 2 === 1))
  for (const few of some.toSorted((one, other) => one.length - other.length)) {
    const found = few.length === 0 ? null : dealt(few, batch)
    if (found !== null) return found
  }
  return null
}

function dealt(debits: readonly Debit[], batch: FoundBatch): Map<string, readonly MatchedAttempt[]> | null {
  const keys = new Set(debits.map(({ line_key }) => line_key))
  const sumMinor = debits.reduce((sum, { amount_minor }) => sum + amount_minor, 0)
  const { rest, ...candidates } = provable(batch, keys)
  // A bank counts what it was told to pay, or what it paid.
  const wholes = [rest.length, batch.attempts.length]
  const isCount = ({ parts }: Debit, own: number) => parts === null || parts === own || wholes.includes(parts)
  for (const payouts of [rest, candidates.standing, candidates.paid]) {
    if (payouts.length === 0 || sumOfAttempts(payouts) !== sumMinor) continue
    const inOrder = payouts.toSorted((one, other) => compare(orderOf(one), orderOf(other)))
    const found = runs(debits, inOrder, isCount) ?? anyWay(debits, inOrder, isCount)
    if (found !== null) return found
  }
  return null
}

type IsCount = (debit: Debit, own: number) => boolean

/** What was reported as paid in the order of its days, and then in that of the file. */
function orderOf({ attempt }: MatchedAttempt): string[] {
  return [attempt.state === 'succeeded' ? attempt.stoodAt.slice(0, 10) : '~', attempt.id]
}

function compare(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((text, i) => text !== other[i])
  if (at === -1) return 0
  return (one[at] ?? '') < (other[at] ?? '') ? -1 : 1
}

/** The payouts cut into stretches, one a debit, in whichever order the debits come, as far as that can be tried. */
function runs(
  debits: readonly Debit[],
  payouts: readonly MatchedAttempt[],
  isCount: IsCount,
  budget = { left: mostRuns },
): Map<string, MatchedAttempt[]> | null {
  if (debits.length === 0) return payouts.length === 0 ? new Map() : null
  for (const debit of debits) {
    budget.left -= 1
    if (budget.left < 0) return null
    let [sum, end] = [0, 0]
    while (end < payouts.length && sum < debit.amount_minor) {
      sum += payouts[end]?.attempt.amountMinor ?? 0
      end += 1
    }
    if (sum !== debit.amount_minor || !isCount(debit, end)) continue
    const others = debits.filter((one) => one !== debit)
    const found = runs(others, payouts.slice(end), isCount, budget)
    if (found !== null) return found.set(debit.line_key, payouts.slice(0, end))
  }
  return null
}

/** The payouts dealt out in any way, as far as that can be tried. */
function anyWay(
  debits: readonly Debit[],
  payouts: readonly MatchedAttempt[],
  isCount: IsCount,
): Map<string, MatchedAttempt[]> | null {
  const piles = dealOut(
    payouts.map(({ attempt }) => attempt.amountMinor),
    debits.map(({ amount_minor }) => amount_minor),
    (n, count) => {
      const debit = debits[n]
      return debit !== undefined && isCount(debit, count)
    },
  )
  const own = (n: number) => (piles?.[n] ?? []).flatMap((place) => payouts[place] ?? [])
  return piles === null ? null : new Map(debits.map(({ line_key }, n) => [line_key, own(n)]))
}
