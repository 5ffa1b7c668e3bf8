/** A table of the live page: drawn on it, with a bar where it has one, and written as a file from the same cells. */

import type { Language } from '../../../schema/questionnaire.ts'

export interface LiveCell {
  /** As people read it. */
  shown: string
  /** As a program reads it. */
  raw: string | number
  /** The end of what is shown, in a language of its own. */
  tail?: { text: string; lang: Language }
}

export interface LiveTable {
  /** In the address of its file. */
  id: string
  title: string
  /** What is counted, and what is not; '' for nothing. */
  note: string
  heads: readonly string[]
  /** The first cell says what the row is. */
  rows: readonly (readonly LiveCell[])[]
  /** The column of numbers that is drawn as bars; null for none. */
  bar: number | null
  /** What a whole bar stands for; left out, the largest number of the column. */
  whole?: number
}

/** The name of a row. */
export const nameCell = (shown: string, raw: string = shown): LiveCell => ({ shown, raw })
