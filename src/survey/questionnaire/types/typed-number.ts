/** Numbers that people type, as answers: -1 alone says that a question was left blank, so that the number is stored as `[-1]`. */
import type { Answer } from '../../../../schema/answers.ts'

/** A number that was typed, as it is stored. */
export const answerOfNumber = (number: number): number | number[] => (number === -1 ? [number] : number)

/**
 * The number that an answer is; null for any other answer. -1 alone is a number here, as it was stored of questions that
 * have to be answered: whoever may meet a blank asks for it before.
 */
export function numberOfAnswer(answer: Answer): number | null {
  if (typeof answer === 'number') return answer
  return Array.isArray(answer) && answer.length === 1 && answer[0] === -1 ? -1 : null
}

const mostDigits = 9

/**
 * What says in columns that a question was left blank whose range holds -1: -9, -99 and so on, the first that nobody can
 * type; undefined where -1 does.
 */
export function blankBeside({ min, max }: { min: number; max: number }): number | undefined {
  if (min > -1 || max < -1) return undefined
  for (let digits = 1; digits <= mostDigits; digits += 1) {
    const code = 1 - 10 ** digits
    if (code < min || code > max) return code
  }
  // Of ten digits, which nobody may type.
  return -1_000_000_000
}
