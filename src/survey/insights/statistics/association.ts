/** Whether two questions are associated. Each test supposes a random sample, which an open link is not. */
import { costOfTable, tablesWithMargins } from './fixed-margins.ts'
import { chiSquareTail } from './gamma.ts'
import { likelihoodOf } from './hypergeometric.ts'
import { randomFrom } from './random.ts'

/** Counts by row and column, all rows of one length. */
export type CountTable = readonly (readonly number[])[]

export interface Association {
  /** Pearson's chi-square, without a continuity correction. */
  chiSquare: number
  df: number
  p: number
  /**
   * How many tables with the same margins p was found from, because too few were expected in some cells; `all` where it was
   * added up over each of them; null where the distribution of chi-square says it.
   */
  drawn: number | 'all' | null
  /** Cramér's V, corrected for bias (Bergsma 2013): 0 to 1. */
  v: number
  base: number
}

/** How many tables are drawn: p is then told to two or three digits. Of tables that cost much, fewer, but so many. */
const [mostDraws, leastDraws] = [2_000, 199]
/** How many steps all of them may take: about a tenth of a second. */
const budget = 8_000_000

export interface AboutTest {
  /** Which tables are drawn: the same ones for the same number. */
  seed?: number
  /** How many tests share the time for drawing. */
  tests?: number
  /** p of two by two by adding up, where it would be drawn: several tests need it more exactly than it can be drawn. */
  isExact?: boolean
}

/**
 * Chi-square and Cramér's V of a table of counts; null where there is nothing to compare: fewer than two rows or columns
 * with anybody in them. Where less than 1 is expected in a cell, or less than 5 in more than a fifth of them, p is drawn
 * from tables with the same margins (R: `chisq.test(t, simulate.p.value = TRUE)`), always the same ones for a seed.
 */
export function associationOf(given: CountTable, about: AboutTest = {}): Association | null {
  const table = withoutEmpty(given)
  const [rows, columns] = [table.length, table[0]?.length ?? 0]
  if (rows < 2 || columns < 2) return null
  const margins = marginsOf(table)
  const { base } = margins
  const chiSquare = chiSquareOf(table, margins)
  const df = (rows - 1) * (columns - 1)
  const v = cramersV(chiSquare, base, rows, columns)
  if (isTrusted(margins)) return { chiSquare, df, p: chiSquareTail(chiSquare, df), drawn: null, v, base }
  const isAdded = about.isExact === true && rows === 2 && columns === 2
  const found = isAdded ? addedP(margins, table[0]?.[0] ?? 0) : simulatedP(margins, chiSquare, about)
  return { chiSquare, df, ...found, v, base }
}

export interface Margins {
  rows: number[]
  columns: number[]
  base: number
}

function withoutEmpty(table: CountTable): number[][] {
  const filled = table.filter((row) => row.some((count) => count > 0))
  const isFilled = (filled[0] ?? []).map((_, column) => filled.some((row) => (row[column] ?? 0) > 0))
  return filled.map((row) => row.filter((_, column) => isFilled[column]))
}

/** Sums of a table's rows and columns, and of all. */
export function marginsOf(table: CountTable): Margins {
  const rows = table.map(sum)
  const columns = (table[0] ?? []).map((_, column) => sum(table.map((row) => row[column] ?? 0)))
  return { rows, columns, base: sum(rows) }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function chiSquareOf(table: CountTable, { rows, columns, base }: Margins): number {
  let total = 0
  table.forEach((row, r) => {
    row.forEach((count, c) => {
      const expected = ((rows[r] ?? 0) * (columns[c] ?? 0)) / base
      total += (count - expected) ** 2 / expected
    })
  })
  return total
}

/** Whether χ² can be trusted, by Cochran's rule (1954): no expected count under 1, at most a fifth of them under 5. */
export function isTrusted({ rows, columns, base }: Margins): boolean {
  const expected = rows.flatMap((row) => columns.map((column) => (row * column) / base))
  const few = expected.filter((count) => count < 5).length
  return expected.every((count) => count >= 1) && few <= expected.length / 5
}

/** Cramér's V from 0 to 1, corrected for its bias as by Bergsma (2013). */
export function cramersV(chiSquare: number, base: number, rows: number, columns: number): number {
  const phi2 = Math.max(0, chiSquare / base - ((rows - 1) * (columns - 1)) / (base - 1))
  const [r, c] = [rows - (rows - 1) ** 2 / (base - 1), columns - (columns - 1) ** 2 / (base - 1)]
  const most = Math.min(r - 1, c - 1)
  return most <= 0 ? 0 : Math.sqrt(phi2 / most)
}

/** The share of random tables that are at least as far from the expected counts as the observed one. */
function simulatedP(margins: Margins, observed: number, { seed = 1, tests = 1 }: AboutTest) {
  const { base } = margins
  const isWide = margins.rows.length <= margins.columns.length
  const [short, long] = isWide ? [margins.rows, margins.columns] : [margins.columns, margins.rows]
  const weights = Float64Array.from(long.flatMap((column) => short.map((row) => base / (row * column))))
  const draw = tablesWithMargins(short, long, randomFrom(seed))
  const drawn = Math.max(leastDraws, Math.min(mostDraws, Math.floor(budget / tests / costOfTable(short, long))))
  // Sums of the same numbers in another order differ in their last digits.
  const limit = (observed + base) * (1 - 1e-12)
  let asExtreme = 0
  for (let n = 0; n < drawn; n++) {
    const table = draw()
    let total = 0
    for (let at = 0; at < weights.length; at++) total += (table[at] ?? 0) ** 2 * (weights[at] ?? 0)
    if (total >= limit) asExtreme += 1
  }
  return { p: (asExtreme + 1) / (drawn + 1), drawn }
}

/** The same of two by two, over every table with these margins: chi-square grows with the distance of the first cell. */
function addedP({ rows, columns, base }: Margins, first: number): { p: number; drawn: 'all' } {
  const [row = 0, column = 0] = [rows[0], columns[0]]
  const expected = (row * column) / base
  const distance = Math.abs(first - expected) * (1 - 1e-12)
  let p = 0
  for (let count = Math.max(0, row + column - base); count <= Math.min(row, column); count++) {
    if (Math.abs(count - expected) >= distance) p += likelihoodOf(count, row, base - row, column)
  }
  return { p: Math.min(1, p), drawn: 'all' }
}
