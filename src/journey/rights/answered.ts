/** Answers as their respondent reads them: each question in words, with what was answered. */
import type { Answers, Facts } from '../../../schema/answers.ts'
import type { Language, Questionnaire } from '../../../schema/questionnaire.ts'
import { type Cell, cells } from '../../survey/questionnaire/cells.ts'
import type { Column } from '../../survey/questionnaire/column.ts'
import { columns } from '../../survey/questionnaire/columns.ts'
import { valueLabel, variablesOf } from '../../survey/variables/words.ts'

export interface AnswerInWords {
  /** The column of the exports that it stands in. */
  name: string
  question: string
  /** The code or text that is kept. */
  value: Cell
  /** The same in words; null for an option that was picked, whose words are in the question. */
  label: Cell
  /** It stands in the words of whoever answered, in whatever language. */
  isTyped: boolean
}

/** What was answered, and what was drawn and known for whoever answered. */
interface Of {
  questionnaire: Questionnaire
  answers: Answers
  progress: { facts: Facts; seed: string }
}

/** What was answered, in the order of the questionnaire; without questions that were not shown, options not picked, and consents. */
export function answeredQuestions({ questionnaire, answers, progress }: Of, language: Language): AnswerInWords[] {
  const facts: Facts = progress.facts
  // What lives in the draft only is there until the response is complete, and is shown as it was typed.
  const shown = columns(questionnaire)
    .filter(({ kind }) => kind !== 'consent')
    .map((column): Column => {
      const { kind, question } = column
      const isDraft = kind === 'agrees' && answers[question] !== undefined
      return isDraft ? { name: question, question, kind: 'answer', isTyped: true } : column
    })
  const variables = variablesOf(questionnaire, shown, facts)
  return cells(questionnaire, shown, answers, { facts, seed: progress.seed }).flatMap((value, at) => {
    const [column, variable] = [shown[at], variables[at]]
    if (value === null || column === undefined || variable === undefined) return []
    const { name, kind } = column
    if (kind === 'option' && value === 0) return []
    const question = variable.label[language] || name
    const label = kind === 'option' && value === 1 ? null : valueLabel(variable, language)(value)
    return [{ name, question, value, label, isTyped: typeof value === 'string' && label === value }]
  })
}
