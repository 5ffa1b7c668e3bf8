/**
 * What a study says of itself in public, so that whoever is asked to answer can see that people are paid. No figure may
 * lead to a person: a change that fewer than five people made is left out until more have come. Pure.
 */
import type { CountAndAmount } from '../reports/parts.ts'

/** A change is said when at least so many people made it. */
export const fewest = 5

export interface TrustLine {
  currency: string
  owed: CountAndAmount
  paid: CountAndAmount
}

/** What is signed of a day. */
export type TrustFigures = {
  study: string
  /** The day, in the zone of the books, on whose beginning it was counted. */
  day: string
  lines: TrustLine[]
  /** Working days from a claim to being paid, of half the payments looked at; null while fewer than five are known. */
  medianWorkingDays: number | null
  /** The last seal of the audit trail: its number, its hash, and the day on which it was made. */
  seals: number
  head: string | null
  sealedOn: string | null
}

const none: CountAndAmount = { count: 0, amountMinor: 0 }

/** Whether what changed from one figure to the next is nothing, or was made by enough people. */
function isSaid(before: CountAndAmount, now: CountAndAmount): boolean {
  if (before.count === now.count) return before.amountMinor === now.amountMinor
  return Math.abs(now.count - before.count) >= fewest
}

function plus(one: CountAndAmount, other: CountAndAmount): CountAndAmount {
  return { count: one.count + other.count, amountMinor: one.amountMinor + other.amountMinor }
}

/**
 * What may be said now, after what was said before. What was promised in all and what was paid are looked at, since
 * either could be worked out from the other two; one that changed by too few keeps the whole line as it was.
 */
export function fold(before: readonly TrustLine[], now: readonly TrustLine[]): TrustLine[] {
  return now.map((line) => {
    const previous = before.find(({ currency }) => currency === line.currency) ?? { ...line, owed: none, paid: none }
    const isEnough =
      isSaid(previous.paid, line.paid) && isSaid(plus(previous.owed, previous.paid), plus(line.owed, line.paid))
    return isEnough ? line : previous
  })
}

/** The figure in the middle, the lower of two; null of fewer than five. */
export function medianOf(days: readonly number[]): number | null {
  if (days.length < fewest) return null
  return [...days].sort((a, b) => a - b)[Math.floor((days.length - 1) / 2)] ?? null
}

/** Whether somebody was paid between two sets of figures: only then may the days that it takes be said anew. */
export function hasNewPayments(before: readonly TrustLine[], now: readonly TrustLine[]): boolean {
  return now.some(({ currency, paid }) => before.find((one) => one.currency === currency)?.paid.count !== paid.count)
}
