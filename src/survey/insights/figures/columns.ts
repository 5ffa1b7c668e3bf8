/** Which columns viewers see, and by which their figures are told apart. Pure. */
import { languages, type Questionnaire } from '../../../../schema/questionnaire.ts'
import { columns } from '../../questionnaire/columns.ts'
import { indexOf } from '../../questionnaire/indexed.ts'
import { isNonAnswer } from '../../variables/words.ts'
import { slotsOf } from '../segments/slots.ts'
import type { TallyColumn } from './tally.ts'

/** Columns with more values than this, such as a country or a year, are for analysts. */
const mostSlots = 24
/** Figures are told apart by the language and by so many questions, each with few options: with each of them a viewer sees the same people once more. */
const mostQuestions = 3
const mostOptions = 8

/** Where the language of a response stands. */
export const languageColumn = '_language'

const kinds = new Set(['answer', 'option', 'rank', 'row'])

/**
 * Whether a slot of a column has an answer: what is none (blank, not applicable, do not know, prefer not to say) is in no base.
 */
export function answersIn(questionnaire: Questionnaire): (column: string, slot: number) => boolean {
  const questions = indexOf(questionnaire).questions
  const known = new Map(columns(questionnaire).map((column) => [column.name, column]))
  return (name, slot) => {
    const column = known.get(name)
    if (column === undefined || slot < 2) return false
    const hasOptions = column.kind !== 'option' && (questions.get(column.question)?.options.length ?? 0) > 0
    return !(hasOptions && isNonAnswer(slotsOf(questionnaire, column).valueOf(slot)))
  }
}

/** Every column with few values that is not withheld; of what was typed nothing is counted. */
export function countedColumns(questionnaire: Questionnaire, withheld: ReadonlySet<string>): TallyColumn[] {
  return columns(questionnaire)
    .filter(({ name, kind, isTyped }) => kinds.has(kind) && isTyped !== true && !withheld.has(name))
    .map((column) => ({ column: column.name, slots: slotsOf(questionnaire, column).most + 1 }))
    .filter(({ slots }) => slots > 3 && slots <= mostSlots)
}

/** The language, and the first questions with one choice of a few. */
export function apartBy(questionnaire: Questionnaire, withheld: ReadonlySet<string>): TallyColumn[] {
  const questions = indexOf(questionnaire).questions
  const single = countedColumns(questionnaire, withheld).filter(({ column }) => {
    const known = questions.get(column)
    return known?.question.type === 'single' && known.options.length <= mostOptions
  })
  return [{ column: languageColumn, slots: languages.length + 1 }, ...single.slice(0, mostQuestions)]
}
