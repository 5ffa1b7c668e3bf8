/** One response as a row of an export. */
import type { Answer, Answers, Circumstances } from '../../../schema/answers.ts'
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { isOffered } from './ask.ts'
import type { Column } from './column.ts'
import { indexOf } from './indexed.ts'
import { attentionOf } from './route/attention.ts'
import { numberOfAnswer } from './types/typed-number.ts'

export type Cell = number | string | null

/**
 * The value of each column: null where the question was not shown, the option was not offered, or there is no column; -1
 * where the question was seen and left blank (also a place of a rank that was not used), or the column's own code of a blank;
 * 0 for an option that was offered
 * and not picked.
 */
export function cells(
  questionnaire: Questionnaire,
  columns: readonly (Column | null)[],
  answers: Answers,
  circumstances: Circumstances,
): Cell[] {
  let drawn: ReturnType<typeof attentionOf> | undefined
  let offered: { question: string; has: (option: number) => boolean } | undefined
  return columns.map((column) => {
    if (column === null) return null
    if (column.kind === 'agrees') return plain(answers[`${column.question}.agrees`])
    const answer = answers[column.question]
    if (answer === undefined) return null
    if (column.kind === 'attention_target') {
      drawn ??= attentionOf(questionnaire, circumstances.seed)
      return drawn[column.question]?.target ?? null
    }
    const value = cell(column, answer, answers)
    if (value !== 0 || column.kind !== 'option') return value
    if (offered?.question !== column.question) {
      const { question } = column
      offered = { question, has: isOffered(indexOf(questionnaire), question, answers, circumstances) }
    }
    return offered.has(column.option ?? Number.NaN) ? 0 : null
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
    case 'answer':
      if (answer === -1) return column.blank ?? -1
      return typeof answer === 'string' ? answer : numberOfAnswer(answer)
    default:
      return plain(answer)
  }
}

function plain(answer: Answer | undefined): Cell {
  return typeof answer === 'number' || typeof answer === 'string' ? answer : null
}
