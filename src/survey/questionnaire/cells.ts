/** One response as a row of an export. */
import type { Answer, Answers } from '../../../schema/answers.ts'
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import type { Column } from './column.ts'
import { attentionOf } from './route/attention.ts'

export type Cell = number | string | null

/**
 * The value of each column: null where the question was not shown, -1 where it was seen and left blank (also a
 * place of a rank that was not used), 0 for an option that was not picked.
 */
export function cells(
  questionnaire: Questionnaire,
  columns: readonly Column[],
  answers: Answers,
  seed: string,
): Cell[] {
  let drawn: ReturnType<typeof attentionOf> | undefined
  return columns.map((column) => {
    if (column.kind === 'agrees') return plain(answers[`${column.question}.agrees`])
    const answer = answers[column.question]
    if (answer === undefined) return null
    if (column.kind === 'attention_target') {
      drawn ??= attentionOf(questionnaire, seed)
      return drawn[column.question]?.target ?? null
    }
    return cell(column, answer, answers)
  })
}

function cell(column: Column, answer: Answer, answers: Answers): Cell {
  switch (column.kind) {
    case 'option':
      if (!Array.isArray(answer)) return plain(answer)
      return answer.includes(column.option ?? Number.NaN) ? 1 : 0
    case 'detail': {
      const picked = Array.isArray(answer) ? answer.includes(column.option ?? Number.NaN) : answer === column.option
      return picked ? plain(answers[`${column.question}.text`] ?? answers[`${column.from}.text`]) : null
    }
    case 'rank':
      return Array.isArray(answer) ? (answer[column.place ?? 0] ?? -1) : plain(answer)
    case 'row':
    case 'attention':
      if (typeof answer !== 'object' || Array.isArray(answer)) return plain(answer)
      return answer[column.row ?? ''] ?? null
    default:
      return plain(answer)
  }
}

function plain(answer: Answer | undefined): Cell {
  return typeof answer === 'number' || typeof answer === 'string' ? answer : null
}
