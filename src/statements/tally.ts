/** Counting lines while they pass: what the gates look at. */
import type { Draft } from './machine.ts'
import type { Summary } from './statement.ts'

/** At most this many balances may be without their neighbour at a time; a whole file keeps one or two. */
const mostLoose = 20_000

/**
 * Balances in any order: each line leads from a balance (before it) to another (after it). In a file that is whole they
 * form one way, so that after all lines only its two ends are left. Rows of one second may stand in any order, as they
 * do in real bills.
 */
export interface Chain {
  /** By balance: how often it was led to, less how often it was led from; zeros are left out. */
  loose: { [balance: string]: number }
  count: number
  firstBefore: number | null
  /** Of the line before. */
  last: number | null
  /** The first line whose balance does not follow from the line before: where to look when the chain is broken. */
  brokenAt: number | null
}

export interface Tally extends Summary {
  chain: Chain | null
}

/** @param chains whether the balances of the file follow from one another */
export function newTally(chains: boolean): Tally {
  return {
    rows: 0,
    debitRows: 0,
    debitMinor: 0,
    creditRows: 0,
    creditMinor: 0,
    firstDay: null,
    lastDay: null,
    unknownTypes: [],
    chain: chains ? { loose: {}, count: 0, firstBefore: null, last: null, brokenAt: null } : null,
  }
}

type Counted = Pick<Draft, 'line' | 'day' | 'direction' | 'amountMinor' | 'kind' | 'rawType' | 'balanceMinor'>

/** Counts a line in. A line without a balance ends the chaining. */
export function countIn(tally: Tally, line: Counted): void {
  tally.rows += 1
  if (line.direction === 'debit') {
    tally.debitRows += 1
    tally.debitMinor += line.amountMinor
  } else {
    tally.creditRows += 1
    tally.creditMinor += line.amountMinor
  }
  if (tally.firstDay === null || line.day < tally.firstDay) tally.firstDay = line.day
  if (tally.lastDay === null || line.day > tally.lastDay) tally.lastDay = line.day
  if (line.kind === 'unknown' && tally.unknownTypes.length < 20 && !tally.unknownTypes.includes(line.rawType)) {
    tally.unknownTypes.push(line.rawType)
  }
  if (tally.chain === null) return
  if (line.balanceMinor === null) tally.chain = null
  else link(tally.chain, line, line.balanceMinor)
}

function link(chain: Chain, line: Counted, after: number): void {
  const before = after - signed(line)
  if (chain.firstBefore === null) chain.firstBefore = before
  else if (chain.brokenAt === null && chain.last !== before) chain.brokenAt = line.line
  chain.last = after
  if (chain.count > mostLoose) return
  loosen(chain, after, 1)
  loosen(chain, before, -1)
}

function loosen(chain: Chain, balance: number, by: 1 | -1): void {
  const was = chain.loose[balance] ?? 0
  if (was === 0) chain.count += 1
  if (was + by === 0) {
    delete chain.loose[balance]
    chain.count -= 1
  } else chain.loose[balance] = was + by
}

/** A movement with its sign: what it does to the balance. */
export function signed({ direction, amountMinor }: Pick<Draft, 'direction' | 'amountMinor'>): number {
  return direction === 'debit' ? -amountMinor : amountMinor
}

/** The two ends of the way that the balances form; null when they form none. */
export function endsOf(chain: Chain): { openingMinor: number; closingMinor: number } | null {
  const loose = Object.entries(chain.loose)
  if (loose.length === 0 && chain.firstBefore !== null) {
    return { openingMinor: chain.firstBefore, closingMinor: chain.firstBefore }
  }
  const opening = loose.find(([, count]) => count === -1)
  const closing = loose.find(([, count]) => count === 1)
  if (loose.length !== 2 || opening === undefined || closing === undefined) return null
  return { openingMinor: Number(opening[0]), closingMinor: Number(closing[0]) }
}

/** What was counted, without how. */
export function summaryOf({ chain: _, ...summary }: Tally): Summary {
  return summary
}
