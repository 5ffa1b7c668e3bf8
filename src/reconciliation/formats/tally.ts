/** Counting lines while they pass: what the gates look at. */
import type { DraftLine } from './parser.ts'
import type { Summary } from './statement.ts'

/** At most this many balances may be without their neighbour at a time; a whole file keeps one or two. */
const mostLoose = 20_000

/**
 * Balances that follow from one another: each line leads from a balance (before it) to another (after it). In order of
 * time, or in the reverse, each begins where its neighbour ends. Real bills have the rows of one second in any order;
 * then, after each moment, all lines so far still have to form one way, of which only the two ends are loose.
 */
export interface Chain {
  /** By balance: how often it was led to, less how often it was led from; zeros are left out. */
  loose: { [balance: string]: number }
  count: number
  first: { before: number; after: number } | null
  last: { before: number; after: number } | null
  /** The first line that does not follow from the line before: where to look when the chain is broken. */
  brokenAt: number | null
  isBrokenBackwards: boolean
  /** The time of the lines that are being read, and the ends of the way before them. */
  moment: string
  ends: number[]
  /** Whether one of them begins or ends there. */
  isTouching: boolean
  isTorn: boolean
}

const noChain: Chain = {
  loose: {},
  count: 0,
  first: null,
  last: null,
  brokenAt: null,
  isBrokenBackwards: false,
  moment: '',
  ends: [],
  isTouching: true,
  isTorn: false,
}

export interface StatementTally extends Summary {
  chain: Chain | null
}

/** @param chains whether the balances of the file follow from one another */
export function newTally(chains: boolean): StatementTally {
  return {
    rows: 0,
    debitRows: 0,
    debitMinor: 0,
    creditRows: 0,
    creditMinor: 0,
    firstDay: null,
    lastDay: null,
    unknownTypes: [],
    chain: chains ? structuredClone(noChain) : null,
  }
}

type Counted = Pick<
  DraftLine,
  'line' | 'day' | 'bookedAt' | 'direction' | 'amountMinor' | 'kind' | 'rawType' | 'balanceMinor'
>

/** Counts a line in. A line without a balance ends the chaining. */
export function tallyLine(tally: StatementTally, line: Counted): void {
  if (line.direction === 'debit') {
    tally.debitRows += 1
    tally.debitMinor += line.amountMinor
  } else {
    tally.creditRows += 1
    tally.creditMinor += line.amountMinor
  }
  if (line.kind === 'unknown' && tally.unknownTypes.length < 20 && !tally.unknownTypes.includes(line.rawType)) {
    tally.unknownTypes.push(line.rawType)
  }
  countRow(tally, line)
}

/** Counts a row in that says that it moved no money. Where balances follow from one another, its own has to say so, too. */
export function countNeither(tally: StatementTally, line: Counted): void {
  tally.neither = (tally.neither ?? 0) + 1
  countRow(tally, { ...line, amountMinor: 0 })
}

function countRow(tally: StatementTally, line: Counted): void {
  tally.rows += 1
  if (tally.firstDay === null || line.day < tally.firstDay) tally.firstDay = line.day
  if (tally.lastDay === null || line.day > tally.lastDay) tally.lastDay = line.day
  if (tally.chain === null) return
  if (line.balanceMinor === null) tally.chain = null
  else link(tally.chain, line, line.balanceMinor)
}

function link(chain: Chain, line: Counted, after: number): void {
  const before = after - signedAmount(line)
  const { last } = chain
  const moment = line.bookedAt ?? line.day
  if (last !== null && moment !== chain.moment && !chain.isTorn) {
    chain.isTorn = isTornNow(chain)
    chain.ends = chain.count === 0 ? [last.after] : Object.keys(chain.loose).slice(0, 2).map(Number)
    chain.isTouching = false
    // What is torn stays so, whatever is loose: nobody looks at it again.
    if (chain.isTorn) Object.assign(chain, { loose: {}, count: 0, ends: [] })
  }
  chain.moment = moment
  chain.isTouching ||= chain.ends.includes(before) || chain.ends.includes(after)
  chain.first ??= { before, after }
  if (last !== null && last.after !== before) chain.brokenAt ??= line.line
  if (last !== null && last.before !== after) chain.isBrokenBackwards = true
  chain.last = { before, after }
  if (chain.isTorn || chain.count > mostLoose) return
  loosen(chain, after, 1)
  loosen(chain, before, -1)
}

function isTornNow({ count, isTouching }: Chain): boolean {
  return count > 2 || !isTouching
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
export function signedAmount({ direction, amountMinor }: Pick<DraftLine, 'direction' | 'amountMinor'>): number {
  return direction === 'debit' ? -amountMinor : amountMinor
}

/** The two ends of the way that the balances form; null when they form none. */
export function endsOf(chain: Chain): { openingMinor: number; closingMinor: number } | null {
  const { first, last, loose, brokenAt, isBrokenBackwards, isTorn } = chain
  if (first === null || last === null) return null
  if (brokenAt === null) return { openingMinor: first.before, closingMinor: last.after }
  if (!isBrokenBackwards) return { openingMinor: last.before, closingMinor: first.after }
  if (isTorn || isTornNow(chain)) return null
  const opening = Object.keys(loose).find((balance) => (loose[balance] ?? 0) < 0) ?? first.before
  const closing = Object.keys(loose).find((balance) => (loose[balance] ?? 0) > 0) ?? first.before
  return { openingMinor: Number(opening), closingMinor: Number(closing) }
}

/** What was counted, without how. */
export function summaryOf({ chain: _, ...summary }: StatementTally): Summary {
  return summary
}
