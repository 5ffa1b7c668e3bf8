/** How a file follows what was published of its account, as pure functions. Days are local and inclusive. */
import { dayAfter, dayBefore } from '../../platform/time/zone.ts'
import type { FileClaims } from '../formats/parser.ts'
import type { PartOfFile, Problem } from '../statements/statement.ts'

export interface CoveredPeriod {
  from: string
  to: string
  openingMinor: number | null
  closingMinor: number | null
  /** Said by the file or by a person; otherwise they are the days of its first and last line. */
  isSaid: boolean
}

type Wrong = { problem: Problem }

/** The period of a whole file, from its parts in the account's currency. */
export function periodOfFile(given: readonly PartOfFile[], claims: FileClaims): CoveredPeriod | Wrong {
  const parts = inOrder(given)
  const [head, ...others] = parts
  const last = parts.at(-1)
  if (head === undefined || last === undefined) return wrong('currency')
  if (others.some(({ account }) => account !== head.account)) return wrong('several_accounts')
  const torn = tornAt(parts)
  if (torn > 0) {
    return wrong('balance', `opening: ${parts[torn]?.openingMinor}, closing before: ${parts[torn - 1]?.closingMinor}`)
  }
  const days = parts.flatMap(({ fromDay, toDay }) => [fromDay, toDay]).filter((day) => day !== null)
  const from = claims.fromDay ?? days.toSorted()[0]
  const to = claims.toDay ?? days.toSorted().at(-1)
  if (from === undefined || to === undefined || from > to) return wrong('period')
  return {
    from,
    to,
    openingMinor: head.openingMinor ?? claims.openingMinor ?? null,
    closingMinor: last.closingMinor ?? claims.closingMinor ?? null,
    isSaid: (claims.fromDay ?? null) !== null && (claims.toDay ?? null) !== null,
  }
}

/** The parts as they stand in the file; where they do not follow from one another, by their days or from the last, if all balances show it. */
function inOrder(given: readonly PartOfFile[]): readonly PartOfFile[] {
  const byDay = given.toSorted(({ fromDay: one }, { fromDay: other }) =>
    (one ?? '') < (other ?? '') ? -1 : one === other ? 0 : 1,
  )
  return tornAt(given) < 0 ? given : ([byDay, given.toReversed()].find(isChained) ?? given)
}

function isChained(parts: readonly PartOfFile[]): boolean {
  return parts.slice(1).every(({ openingMinor }, n) => openingMinor !== null && openingMinor === parts[n]?.closingMinor)
}

/** The first part that does not begin with what the one before it ends with; -1 where there is none. */
function tornAt(parts: readonly PartOfFile[]): number {
  return parts.findIndex(({ openingMinor }, n) => {
    const before = parts[n - 1]?.closingMinor ?? null
    return before !== null && openingMinor !== null && before !== openingMinor
  })
}

/** What is published of an account: the days that it covers, and its balances at both ends as far as they are known. */
export interface Covered {
  from: string
  to: string
  /** Of the statements that begin on the first day. */
  openings: readonly (number | null)[]
  /** Of the statements that end on the last day. */
  closings: readonly (number | null)[]
}

/**
 * The period with which a file joins what is covered, or what is wrong. A file that says nothing of its days may leave
 * quiet ones out: balances that follow from one another show that nothing happened on them. Days that overlap are no
 * fault, as lines have keys.
 */
export function joinPeriod(covered: Covered | null, period: CoveredPeriod): CoveredPeriod | Wrong {
  if (covered === null) return period
  const { from, to, openingMinor, closingMinor } = period
  const isBehind = from > covered.to
  const isBefore = to < covered.from
  if (!isBehind && !isBefore) return period
  const [mine, theirs] = isBehind ? [openingMinor, covered.closings] : [closingMinor, covered.openings]
  const known = theirs.filter((balance) => balance !== null)
  const isProved = mine !== null && known.includes(mine)
  if (mine !== null && known.length > 0 && !isProved) {
    return wrong('balance', `${isBehind ? 'opening' : 'closing'}: ${mine}, known ${known.join(' ')}`)
  }
  const isHole = isBehind ? from > dayAfter(covered.to) : to < dayBefore(covered.from)
  if (!isHole) return period
  if (!isProved || period.isSaid) return wrong('hole', isBehind ? dayAfter(covered.to) : dayBefore(covered.from))
  return isBehind ? { ...period, from: dayAfter(covered.to) } : { ...period, to: dayBefore(covered.from) }
}

function wrong(why: Problem['why'], detail: string | null = null): Wrong {
  return { problem: { line: 0, why, detail } }
}
