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

/** Weights are whole numbers of this many to one, so that what they are summed to depends on no order. */
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
  const counts = Float64Array.from(cells, (cell) => cell.people)
  const people = counts.reduce((sum, count) => sum + count, 0)
  // There may be hundreds of thousands of cells: each round goes through plain arrays.
  const sides = targets.map(
    (of, margin): Side => ({
      places: Uint16Array.from(cells, ({ places }) => places[margin] ?? of.length),
      size: of.length + 1,
    }),
  )
  const sums = (weights: Float64Array) => sides.map((side) => sumsBy(side, counts, weights))
  const weights = new Float64Array(cells.length).fill(1)
  const before = sums(weights)
  const impossible = impossibility(targets, before)
  if (impossible !== null) {
    return { units: [], rounds: 0, margins: fitted(targets, before, before), figures: null, refused: impossible }
  }
  const wanted = targets.map((of, margin) => {
    const others = before[margin]?.[of.length] ?? 0
    return [...of.map((share) => share * (people - others)), others]
  })
  let rounds = mostRounds
  let off = 0
  for (let round = 0; round <= mostRounds; round += 1) {
    off = furthest(sums(weights), wanted, people)
    if (off <= tolerance) rounds = Math.min(rounds, round)
    if (off <= settled || round === mostRounds) break
    for (const [margin, side] of sides.entries()) fit(side, counts, weights, wanted[margin] ?? [])
  }
  const units = weights.map((weight) => Math.round(weight * unitsOfOne))
  const figures = figuresOf(counts, units)
  const isWithin = figures.least >= leastWeight && figures.most <= mostWeight
  const refused: RakingRefusal | null = off > tolerance ? { why: 'rounds', off } : isWithin ? null : { why: 'weights' }
  return { units: [...units], rounds, margins: fitted(targets, before, sums(units)), figures, refused }
}

/** A margin: which of its targets each cell has, and how many there are with whoever has none. */
interface Side {
  places: Uint16Array
  size: number
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

function sumsBy({ places, size }: Side, counts: Float64Array, weights: Float64Array): number[] {
  const sums = new Array<number>(size).fill(0)
  for (let at = 0; at < counts.length; at += 1) {
    ;(sums[places[at] as number] as number) += (counts[at] as number) * (weights[at] as number)
  }
  return sums
}

/** Scales the weights so that one margin has what is wanted. */
function fit(side: Side, counts: Float64Array, weights: Float64Array, wanted: readonly number[]): void {
  const scales = sumsBy(side, counts, weights).map((sum, place) => (sum > 0 ? (wanted[place] ?? 0) / sum : 1))
  for (let at = 0; at < weights.length; at += 1) {
    ;(weights[at] as number) *= scales[side.places[at] as number] as number
  }
}

/** How far the share is, that is furthest from what is wanted. */
function furthest(
  sums: readonly (readonly number[])[],
  wanted: readonly (readonly number[])[],
  people: number,
): number {
  let most = 0
  for (const [margin, of] of wanted.entries()) {
    const answered = people - (of.at(-1) ?? 0)
    for (const [place, want] of of.entries()) {
      most = Math.max(most, Math.abs((sums[margin]?.[place] ?? 0) - want) / answered)
    }
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

function figuresOf(counts: Float64Array, units: Float64Array): WeightFigures {
  let [people, sum, squares] = [0, 0, 0]
  let [least, most] = [Number.POSITIVE_INFINITY, 0]
  for (const [at, count] of counts.entries()) {
    const unit = units[at] ?? 0
    people += count
    sum += count * unit
    squares += count * unit * unit
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
