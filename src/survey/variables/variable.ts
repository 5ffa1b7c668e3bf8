/**
 * The data dictionary: what every file of answers, and every picture of them, goes by. A variable is one column; its name
 * keeps SPSS's rules, so that no writer needs another. Pure.
 */
import type { Questionnaire, QuestionType, Text } from '../../../schema/questionnaire.ts'
import type { Column } from '../questionnaire/column.ts'

/** A value of a variable, and what it says. */
export interface Code {
  code: number
  label: Text
  /** What to say where a label may have 120 bytes at most; there when `label` is longer. */
  short?: Text | undefined
  /** No answer to what was asked: blank (-1; of numbers among which -1 is one -9, -99 and so on), a text whose key was erased (-2), and 97, 98 and 99 of a question with options. */
  isMissing: boolean
}

/** An entry of a long list, such as a country; its code is a text. */
export interface ListEntry {
  code: string
  label: Text
}

/** What a version said of a variable. */
export interface Wording {
  version: string
  label: Text
  codes: readonly Code[]
}

/** `number`: a code, or an amount where there are no codes but for missing ones. `day`: ISO 8601, `2027-06-05`. */
export type VariableType = 'number' | 'text' | 'day'
export type Measure = 'nominal' | 'ordinal' | 'scale'

export interface Variable {
  /** At most 64 bytes, a letter first, unlike every other whatever the case, no reserved word. */
  name: string
  /** Where its values stand; null for what is known of the response itself. */
  column: Column | null
  /** The code of its question, or of its consent. */
  question: string | null
  type: VariableType
  measure: Measure
  /** In words, with the study's facts filled in; of any length: a writer cuts it on a character's edge. */
  label: Text
  /** Of a variable that is a part of its question (an option, a row, a place): that part in words. */
  part: Text | null
  /** Its values in the questionnaire's order, then the missing ones. */
  codes: readonly Code[]
  /** The values of a text that is picked from a long list; none for any other. */
  entries: readonly ListEntry[]
  /** How long a text can be in UTF-8; null for other types. */
  maxBytes: number | null
  /** Whether its numbers may need more than 32 bits. */
  isLarge?: true
  /** How many characters the longest of its numbers takes, its sign among them, where that is more than programs leave room for. */
  characters?: number
  /** Whether it is what each response counts in sums, as programs that know of weights are told. */
  isWeight?: true
  /** Each version that asks it, in the order of asking; the last one's words are those above. None for what is known of the response. */
  wordings: readonly Wording[]
}

/** The options of a question of several picks: each a variable of its own that counts 1. */
export interface MultiSet {
  /** The question's code. */
  name: string
  label: Text
  variables: readonly string[]
}

/** A question that people answer, with its variables. */
export interface AskedQuestion {
  code: string
  /** Its short name, as in `dest`. */
  name: string
  type: QuestionType
  page: string
  label: Text
  variables: readonly Variable[]
  options: readonly Code[]
  rows: readonly Code[]
  /** Who is asked, in words; null for everybody. */
  universe: Text | null
}

/** A version of a study's questionnaire; those of one `dataVersion` are corrections of its words. */
export interface AskedVersion {
  /** Which of the study's versions it is, from 1. */
  n: number
  version: string
  dataVersion: string
  questionnaire: Questionnaire
}

export interface Dictionary {
  variables: readonly Variable[]
  sets: readonly MultiSet[]
  questions: readonly AskedQuestion[]
  /** For each questionnaire: where each variable stands in it; null where it does not. */
  columns: ReadonlyMap<Questionnaire, readonly (Column | null)[]>
}

/** A cell of a record: null is system-missing (not shown, or an option that was not offered). A text or day holds -1 and -2 as numbers. */
export type Value = number | string | null

/** Whether its values are texts that people typed. */
export function isTyped({ column, type, entries }: Variable): boolean {
  return column !== null && type === 'text' && entries.length === 0
}

/** The code that says that it was left blank; null where it cannot be: of a number that has to be given, -1 is a number. */
export function blankOf({ type, column, codes }: Pick<Variable, 'type' | 'column' | 'codes'>): number | null {
  const blank = column?.blank ?? -1
  return type !== 'number' || codes.some(({ code, isMissing }) => isMissing && code === blank) ? blank : null
}
