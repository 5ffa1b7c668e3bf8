/**
 * What a section has to pass before its lines count, as pure functions over what was counted. Each gives the code of
 * what is wrong, or null.
 */
import type { FileClaims } from './parser.ts'
import type { Heading, OwnTotals, Proof, Summary, Totals } from './statement.ts'
import { BrokenFile } from './statement.ts'
import { endsOf, type StatementTally, summaryOf } from './tally.ts'

export interface FileFault {
  why: 'totals' | 'no_totals' | 'balance' | 'period' | 'claims' | 'amount' | 'unproved'
  /** Which figure: what the file says, and what its lines come to. */
  detail: string | null
  line?: number
}

export const noTotals: OwnTotals = {
  rows: null,
  debitRows: null,
  debitMinor: null,
  creditRows: null,
  creditMinor: null,
}
const figures = ['rows', 'debitRows', 'debitMinor', 'creditRows', 'creditMinor'] as const

/** Whether counts and sums are what the file says they are, as far as it says. */
export function totalsFault(
  own: Partial<OwnTotals>,
  counted: Summary,
  why: 'totals' | 'claims' = 'totals',
): FileFault | null {
  for (const figure of figures) {
    const stated = own[figure] ?? null
    if (stated !== null && stated !== counted[figure])
      return { why, detail: `${figure}: ${stated}, counted ${counted[figure]}` }
  }
  return null
}

/** Whether opening plus movements is closing. */
export function balanceFault(openingMinor: number, counted: Summary, closingMinor: number): FileFault | null {
  const reached = openingMinor - counted.debitMinor + counted.creditMinor
  return reached === closingMinor ? null : { why: 'balance', detail: `closing: ${closingMinor}, reached ${reached}` }
}

/** Whether every line is of a day that the file says it covers. */
export function periodFault(
  fromDay: string | null,
  toDay: string | null,
  { firstDay, lastDay }: Summary,
): FileFault | null {
  if (fromDay !== null && firstDay !== null && firstDay < fromDay) return { why: 'period', detail: firstDay }
  if (toDay !== null && lastDay !== null && lastDay > toDay) return { why: 'period', detail: lastDay }
  return null
}

export interface StatementSection {
  heading: Pick<Heading, 'section' | 'fromDay' | 'toDay' | 'openingMinor' | 'closingMinor'>
  own: OwnTotals
  tally: StatementTally
  /** What the file's own totals are of, where they are not of the lines. */
  counted?: Summary
  claims: FileClaims | undefined
  /** The format itself shows where it ends. */
  isClosed: boolean
  /** A day outside the period only widens it, where the file's own balances follow. */
  isPeriodLoose?: boolean
}

/**
 * Lets a section through all gates and makes its totals.
 * @param line where it ends, for what is wrong with the whole
 * @throws BrokenFile with the first thing that is wrong
 */
export function checkedTotals(
  { heading, own, tally, counted = tally, claims, isClosed, isPeriodLoose = false }: StatementSection,
  line: number,
): Totals {
  const ends = tally.chain === null ? null : endsOf(tally.chain)
  const openingMinor = heading.openingMinor ?? ends?.openingMinor ?? null
  const closingMinor = heading.closingMinor ?? ends?.closingMinor ?? null
  const hasBalances = openingMinor !== null && closingMinor !== null
  const hasClaims = claims !== undefined && isSaid(claims)
  const proved: Proof[] = [
    ...(isClosed ? ['structure' as const] : []),
    ...(figures.some((figure) => own[figure] !== null) ? ['totals' as const] : []),
    ...(hasBalances ? ['balances' as const] : []),
    ...(hasClaims ? ['claims' as const] : []),
  ]
  const fault =
    (Number.isSafeInteger(tally.debitMinor + tally.creditMinor) ? null : { why: 'amount' as const, detail: 'sum' }) ??
    totalsFault(own, counted) ??
    chainFault(tally) ??
    (hasBalances ? balanceFault(openingMinor, tally, closingMinor) : null) ??
    (hasBalances && isPeriodLoose ? null : periodFault(heading.fromDay, heading.toDay, tally)) ??
    claimsFault(claims, tally, openingMinor, closingMinor) ??
    // A chain of balances alone would not show that rows at its end are gone.
    (isClosed || hasClaims || proved.includes('totals') ? null : { why: 'unproved' as const, detail: null })
  if (fault !== null) throw new BrokenFile(fault.why, ('line' in fault ? fault.line : undefined) ?? line, fault.detail)
  return { is: 'totals', section: heading.section, own, summary: summaryOf(tally), openingMinor, closingMinor, proved }
}

function chainFault({ chain, rows }: StatementTally): FileFault | null {
  if (chain === null || rows === 0 || endsOf(chain) !== null) return null
  return { why: 'balance', detail: 'chain', ...(chain.brokenAt === null ? {} : { line: chain.brokenAt }) }
}

function claimsFault(
  claims: FileClaims | undefined,
  tally: StatementTally,
  openingMinor: number | null,
  closingMinor: number | null,
): FileFault | null {
  if (claims === undefined) return null
  const opening = claims.openingMinor ?? openingMinor
  const closing = claims.closingMinor ?? closingMinor
  if (opening !== null && openingMinor !== null && opening !== openingMinor) {
    return { why: 'claims', detail: `opening: ${opening}, file ${openingMinor}` }
  }
  if (closing !== null && closingMinor !== null && closing !== closingMinor) {
    return { why: 'claims', detail: `closing: ${closing}, file ${closingMinor}` }
  }
  const isSpan = opening !== null && closing !== null && tally.chain === null
  const balance = isSpan ? balanceFault(opening, tally, closing) : null
  if (balance !== null) return { ...balance, why: 'claims' }
  return totalsFault(claims, tally, 'claims') ?? periodFault(claims.fromDay ?? null, claims.toDay ?? null, tally)
}

/** Whether the claims say enough to notice a missing line. */
function isSaid(claims: FileClaims): boolean {
  const { rows, debitMinor, creditMinor, openingMinor, closingMinor } = claims
  const areSums = (debitMinor ?? null) !== null && (creditMinor ?? null) !== null
  const areEnds = (openingMinor ?? null) !== null && (closingMinor ?? null) !== null
  return (rows ?? null) !== null || areSums || areEnds
}
