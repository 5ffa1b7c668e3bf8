/**
 * The parts of a question's shape that the engine goes by, whatever its type is called: options, rows, what it carries
 * from an earlier question. A type that has a part behaves as every other that has it.
 */
import type { MatrixRow, Options, Question } from '../../../schema/questionnaire.ts'

/** A question that people answer; what is only read has no variable name. */
export type AnsweredQuestion = Extract<Question, { name: string }>

/** Whether people answer it. What they only read has no field, no column, and completes no page. */
export function isAnswered(question: Question): question is AnsweredQuestion {
  return 'name' in question
}

/** Where the options stand: as `options`, or as the `scale` that rows share. Null for a question without options. */
export function givenOptions(question: Question): { key: 'options' | 'scale'; given: Options } | null {
  if ('options' in question) return { key: 'options', given: question.options }
  return 'scale' in question ? { key: 'scale', given: question.scale } : null
}

/** The rows in place; none for a question without rows. */
export function rowsOf(question: Question): readonly MatrixRow[] {
  return 'rows' in question ? question.rows : []
}

/** Whether picks that are carried here become rows; otherwise they become options. */
export function carriesRows(question: Question): boolean {
  return 'rows' in question
}

/** The question whose picks are carried to this one, if any. */
export function carriedFrom(question: Question): string | undefined {
  return 'carry' in question ? question.carry?.from : undefined
}

/** Which option the answer of which question takes away, if any. */
export function withoutOf(question: Question) {
  return 'without' in question ? question.without : undefined
}

/** The row that checks attention, if any. */
export function attentionRow(question: Question) {
  return 'attention' in question ? question.attention : undefined
}

/** Whether the order of its rows, or of its options where it has no rows, is drawn from the seed. */
export function isShuffled(question: Question): boolean {
  return 'shuffle' in question && question.shuffle === true
}
