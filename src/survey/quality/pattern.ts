/** Checks 3 and 4: rows of a matrix answered without being read. */
import { type Flag, flag } from './flag.ts'

/** A matrix as it was answered. */
export interface AnsweredRows {
  question: string
  /** The codes in the order in which the rows were shown, without the row that checks attention. */
  picks: readonly number[]
  /** Active time of its page, in milliseconds; null where it says nothing. */
  pageMs: number | null
}

const fewestRows = 6
/** Not applicable, no answer and their like are no place on a scale. */
const lastOfScale = 89
const msARow = 1_000
/** So many rows must follow from those before them. */
const fewestSteps = 5

/** Flags of answers in one straight line or a drawing, over all matrices of a response. */
export function pattern(matrices: readonly AnsweredRows[]): Flag[] {
  const placed = matrices
    .map((matrix) => ({ ...matrix, picks: matrix.picks.filter((code) => code >= 0 && code <= lastOfScale) }))
    .filter(({ picks }) => picks.length >= fewestRows)
  const straight = placed.filter(({ picks }) => picks.every((code) => code === picks[0]))
  const isQuick = straight.some(({ picks, pageMs }) => pageMs !== null && pageMs < msARow * picks.length)
  const patterned = placed.filter(({ picks }) => isPatterned(picks))
  const questions = (all: readonly AnsweredRows[]) => ({ questions: all.map(({ question }) => question) })
  return [
    ...(straight.length >= 2 || isQuick ? [flag('straight_lines', questions(straight))] : []),
    ...(patterned.length > 0 ? [flag('patterned_rows', questions(patterned))] : []),
  ]
}

/** A diagonal, or the same two or three codes over and over. */
function isPatterned(picks: readonly number[]): boolean {
  if (new Set(picks).size < 2) return false
  const steps = picks.slice(1).map((code, at) => code - (picks[at] ?? 0))
  const [most, least] = [Math.max(...picks), Math.min(...picks)]
  // Down to the end of the scale and up again is a diagonal, too.
  const isDiagonal = steps.every((step, at) => {
    const goesOn = at === 0 || step === steps[at - 1] || picks[at] === most || picks[at] === least
    return Math.abs(step) === 1 && goesOn
  })
  if (isDiagonal && steps.length >= fewestSteps && most - least >= 2) return true
  return [2, 3].some((period) => {
    const follow = picks.length - period
    return (
      follow >= fewestSteps && follow >= period && picks.every((code, at) => at < period || code === picks[at - period])
    )
  })
}
