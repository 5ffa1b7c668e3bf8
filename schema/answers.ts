/**
 * What a response holds. Keys are question codes; `Q06.text` is what was typed (or the list code that was picked)
 * for the option of Q06 that asks for more, `C0a` a ticked consent (1). A question that is not there was not shown.
 */
import type { Text } from './questionnaire.ts'

/** Codes of a matrix row by row code; the attention row stands under its own code. */
export type RowAnswers = Record<string, number>

/**
 * - single, scale, nps, year, number: the code or number
 * - multi: codes in the questionnaire's order; rank: codes, first choice first
 * - matrix: `RowAnswers`
 * - text and `.text`: the text; date: the day (ISO 8601)
 * - `-1`: an optional question that was seen and left blank; the number -1 that was typed is `[-1]`, so that it is never one
 * - `-2`: a text whose key was erased; never stored
 */
export type Answer = number | number[] | string | RowAnswers

/** Stands where a text was that nobody can read any more. */
export const erased = -2

export type Answers = Record<string, Answer>

/** Frozen when the response starts: a fact is a flag, or a text by language to be put in place of `{name}`. */
export type Facts = Record<string, boolean | string | Text>

/** What, besides the answers, decides the route: the seed (hex) of the shuffles and the frozen facts. */
export interface Circumstances {
  seed: string
  facts: Facts
}

/** Pages as they are saved now: those of one response lie side by side. */
export interface SavedPagesTable {
  respondent_id: string
  page: string
  revision: number
  /** JSON of `Answers`. */
  answers: string
  /** How it was shown and sent so far, as canonical JSON. */
  visit: string | null
  /** What was typed of them, sealed; '' for nothing. */
  texts: string
  texts_key: string | null
  saved_at: string
}

/** Pages that were saved before there was `SavedPagesTable`: nothing is added here. `texts` is null where they stand in clear. */
export interface ResponsePagesTable extends Omit<SavedPagesTable, 'texts'> {
  texts: string | null
}
