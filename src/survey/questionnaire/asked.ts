/** What is known of a question beforehand, and what one route makes of it. */
import type { MatrixRow, Option, Page, Question, Questionnaire, Text } from '../../../schema/questionnaire.ts'
import { isAnswered } from './parts.ts'
import type { DrawnAttention } from './route/attention.ts'

/** An option as one route offers it. */
export interface Offered {
  option: Option
  /** Its place in the questionnaire's list. */
  at: number
  hidden: boolean
  /** What was typed for it in the question it was carried from; then it is not asked again. */
  typed: Text | null
}

/** A row as one route shows it. */
export interface AskedRow {
  field: string
  code: string
  label: Text
  /** The label is what was typed, and is shown as it stands. */
  typed: boolean
  /** Its place in the questionnaire's list; -1 for the attention row. */
  at: number
}

/** A question as one route asks it. */
export interface Asked {
  code: string
  optional: boolean
  known: KnownQuestion
  /** In the questionnaire's order. */
  options: readonly Offered[]
  /** In the questionnaire's order; the attention row, if any, comes last. */
  rows: readonly AskedRow[]
  attention: DrawnAttention | null
}

export interface KnownQuestion {
  question: Question
  /** The key of its detail text, `Q06.text`. */
  textKey: string
  pageAt: number
  /** False for what people only read. */
  isAnswered: boolean
  /** The list in place or the named set; for a matrix, its scale. Empty for questions without options. */
  options: readonly Option[]
  optionsByCode: ReadonlyMap<number, Option>
  rows: readonly MatrixRow[]
  /** What is offered and shown when no condition and no earlier pick has a say; null when one does. */
  plainOptions: readonly Offered[] | null
  plainRows: readonly AskedRow[] | null
  /** The question as every route asks it that shows it; null when routes differ in more than that. */
  plain: Asked | null
}

export interface Index {
  questionnaire: Questionnaire
  /** `keys`: under which the answers of a page stand. */
  pages: readonly { page: Page; questions: readonly KnownQuestion[]; keys: ReadonlySet<string> }[]
  /** The keys of what lives in the draft only. */
  draftOnly: ReadonlySet<string>
  pageAt: ReadonlyMap<string, number>
  questions: ReadonlyMap<string, KnownQuestion>
  /** Every name that may stand in a form before the first dot: questions, consents and attention rows. */
  names: ReadonlySet<string>
  /** Labels of the long lists, by list and code. */
  lists: ReadonlyMap<string, ReadonlyMap<string, Text>>
}

/** The question with what one route offers and shows of it. */
export function askedOf(
  known: KnownQuestion,
  options: readonly Offered[],
  rows: readonly AskedRow[],
  attention: DrawnAttention | null = null,
): Asked {
  const { question } = known
  return {
    code: question.code,
    optional: isAnswered(question) && question.optional === true,
    known,
    options,
    rows,
    attention,
  }
}

/** A row of the questionnaire as a route shows it, under what was typed for it where something was. */
export function askedRow(row: MatrixRow, at: number, typed: Text | null): AskedRow {
  return { field: String(row.code), code: String(row.code), label: typed ?? row.label, typed: typed !== null, at }
}

/** Whether picking this asks for more here; what was typed in the question it was carried from is not asked again. */
export function asksDetail({ option, typed }: Offered): boolean {
  return option.detail !== undefined && typed === null
}
