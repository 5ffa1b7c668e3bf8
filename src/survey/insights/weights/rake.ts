/**
 * Raking, or iterative proportional fitting (Deming and Stephan 1940; Deville, Särndal and Sautory 1993): weights with which a
 * sample has the shares of answers that are known of those it stands for. Pure.
 */

/** Those who gave the same answers to every question that is raked on: they have one weight. */
export interface RakingCell {
  people: number
  /** By margin: which of its targets; the place behind the last is that of everybody who gave none of these answers. */
  places: readonly number[]
}

/** What a share was before, what it was to become, and became; of those who gave one of the answers of its margin. */
export interface FittedShare {
  people: number
  before: number
  target: number
  after: number
}

/** What the weights do to whoever they are of. */
export interface WeightFigures {
  people: number
  least: number
  most: number
  /** (Σw)² / Σw²: as sure as so many people without weights (Kish 1965). */
  effective: number
  /** n Σw² / (Σw)², which is 1 and the squared coefficient of variation of the weights (Kish 1992). */
  designEffect: number
}

/**
 * - `nobody`: nobody gave any of a margin's answers
 * - `empty`: an answer with a target was given by nobody; `zero`: one whose target is nothing was given
 * - `rounds`: a share is further than 0.1 points from its target after 50 rounds
 * - `weights`: a weight is outside 0.2 to 5
 */
export type RakingRefusal =
  | { why: 'nobody'; margin: number }
  | { why: 'empty' | 'zero'; margin: number; place: number }
  | { why: 'rounds'; off: number }
  | { why: 'weights' }

export interface Raked {
  /** In whole ten-thousandths, in the order of the cells; none where there can be none. */
  units: readonly number[]
  /** How many rounds over all margins until each share was within 0.1 points of its target. */
  rounds: number
  /** Each target, margin by margin; before the first round where there can be no weights. */
  margins: readonly (readonly FittedShare[])[]
  figures: WeightFigures | null
  refused: RakingRefusal | null
}

/** Weights are whole numbers of this many to one, so that what they are summed to hangs on no order. */
export const unitsOfOne = 10_000
const mostRounds = 50
/** As a share: 0.1 points. */
const tolerance = 0.001
const [leastWeight, mostWeight] = [0.2, 5] as const
/** Where the shares hardly move any more, the order of margins has nothing left to say. */
const settled = 1e-10

/**
 * Rakes the cells to the targets. Whoever gave none of a margin's answers stays at their own share of everybody, and is
 * weighted by the other margins. Weights add up to the number of people; none is trimmed.
 * @param targets of each margin, shares that add up to 1
 */
export function rake(cells: readonly RakingCell[], targets: readonly (readonly number[])[]): Raked {
  const people = cells.reduce((sum, cell) => sum + cell.people, 0)
  const before = targets.map((of, margin) => sumsBy(cells, margin, of.length + 1, () => 1))
  const impossible = impossibility(targets, before)
  if (impossible !== null) {
    return { units: [], rounds: 0, margins: fitted(targets, before, before), figures: null, refused: impossible }
  }
  const wanted = targets.map((of, margin) => {
    const others = before[margin]?.[of.length] ?? 0
    return [...of.map((share) => share * (people - others)), others]
  })
  const weights = cells.map(() => 1)
  let rounds = mostRounds
  let off = 0
  for (let round = 0; round <= mostRounds; round += 1) {
    off = furthest(cells, weights, wanted, people)
    if (off <= tolerance) rounds = Math.min(rounds, round)
    if (off <= settled || round === mostRounds) break
    for (const [margin, of] of wanted.entries()) fit(cells, weights, margin, of)
  }
  const units = weights.map((weight) => Math.round(weight * unitsOfOne))
  const after = targets.map((of, margin) => sumsBy(cells, margin, of.length + 1, (cell) => units[cell] ?? 0))
  const figures = figuresOf(cells, units)
  const isWithin = figures.least >= leastWeight && figures.most <= mostWeight
  const refused: RakingRefusal | null = off > tolerance ? { why: 'rounds', off } : isWithin ? null : { why: 'weights' }
  return { units, rounds, margins: fitted(targets, before, after), figures, refused }
}

function impossibility(
  targets: readonly (readonly number[])[],
  before: readonly (readonly number[])[],
): RakingRefusal | null {
  for (const [margin, of] of targets.entries()) {
    const counts = before[margin] ?? []
    if (of.every((_, place) => (counts[place] ?? 0) === 0)) return { why: 'nobody', margin }
    for (const [place, share] of of.entries()) {
      const isEmpty = (counts[place] ?? 0) === 0
      if (isEmpty !== (share === 0)) return { why: isEmpty ? 'empty' : 'zero', margin, place }
    }
  }
  return null
}

function sumsBy(
  cells: readonly RakingCell[],
  margin: number,
  places: number,
  weightOf: (cell: number) => number,
): number[] {
  const sums = new Array<number>(places).fill(0)
  for (const [at, cell] of cells.entries()) {
    const place = cell.places[margin] ?? places - 1
    sums[place] = (sums[place] ?? 0) + cell.people * weightOf(at)
  }
  return sums
}

/** Scales the weights so that one margin has what is wanted. */
function fit(cells: readonly RakingCell[], weights: number[], margin: number, wanted: readonly number[]): void {
  const sums = sumsBy(cells, margin, wanted.length, (cell) => weights[cell] ?? 0)
  for (const [at, cell] of cells.entries()) {
    const place = cell.places[margin] ?? wanted.length - 1
    const sum = sums[place] ?? 0
    if (sum > 0) weights[at] = ((weights[at] ?? 0) * (wanted[place] ?? 0)) / sum
  }
}

/** How far the share is, that is furthest from what is wanted. */
function furthest(
  cells: readonly RakingCell[],
  weights: readonly number[],
  wanted: readonly (readonly number[])[],
  people: number,
): number {
  let most = 0
  for (const [margin, of] of wanted.entries()) {
    const sums = sumsBy(cells, margin, of.length, (cell) => weights[cell] ?? 0)
    const answered = people - (of.at(-1) ?? 0)
    for (const [place, want] of of.entries()) most = Math.max(most, Math.abs((sums[place] ?? 0) - want) / answered)
  }
  return most
}

function fitted(
  targets: readonly (readonly number[])[],
  before: readonly (readonly number[])[],
  after: readonly (readonly number[])[],
): FittedShare[][] {
  const shareIn = (sums: readonly number[], place: number, of: number) => {
    const all = sums.slice(0, of).reduce((sum, one) => sum + one, 0)
    return all === 0 ? 0 : (sums[place] ?? 0) / all
  }
  return targets.map((of, margin) =>
    of.map((target, place) => {
      const [was, is] = [before[margin] ?? [], after[margin] ?? []]
      return {
        people: was[place] ?? 0,
        before: shareIn(was, place, of.length),
        target,
        after: shareIn(is, place, of.length),
      }
    }),
  )
}

function figuresOf(cells: readonly RakingCell[], units: readonly number[]): WeightFigures {
  let [people, sum, squares] = [0, 0, 0]
  let [least, most] = [Number.POSITIVE_INFINITY, 0]
  for (const [at, cell] of cells.entries()) {
    const unit = units[at] ?? 0
    people += cell.people
    sum += cell.people * unit
    squares += cell.people * unit * unit
    least = Math.min(least, unit)
    most = Math.max(most, unit)
  }
  return {
    people,
    least: least / unitsOfOne,
    most: most / unitsOfOne,
    effective: sum ** 2 / squares,
    designEffect: (people * squares) / sum ** 2,
  }
}
