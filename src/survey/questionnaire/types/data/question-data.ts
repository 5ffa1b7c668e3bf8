/** What exports, checks and samples need to know of a type; no page that students see loads it. */
import type { Answer } from '../../../../../schema/answers.ts'
import type { QuestionOf, QuestionType, Text } from '../../../../../schema/questionnaire.ts'
import type { Posted } from '../../../../platform/http/form.ts'
import type { Asked, KnownQuestion } from '../../asked.ts'
import type { Column } from '../../column.ts'
import type { ViewOf } from '../index.ts'

/** The data of the type `T`. Each is one file of this folder and one line in `index.ts`. */
export type QuestionTypeData<T extends QuestionType> = DataOf<QuestionOf<T>, ViewOf<T>>

export interface DataOf<Q, View> {
  /**
   * What conditions may say of an answer: that it is one code or number (`code`, `number`), that codes are among it
   * (`codes`), only that it was given (`answered`), or nothing, because there is none (`none`).
   */
  conditions: 'code' | 'codes' | 'number' | 'answered' | 'none'
  /** How many picks among options an answer is, that a later question may carry or leave out. */
  picks: 'none' | 'one' | 'several'
  /** The numbers that may be answered, both ends included; null where answers are not numbers of a range. */
  range(question: Q): { min: number; max: number } | null
  /** The type's own texts that people see, by their key; wording, hint, options and rows are known without. */
  texts(question: Q): Record<string, Text | undefined>
  /** What else is wrong with the shape, as the key at which it is and a sentence without its full stop. */
  mistakes(question: Q): readonly { key: string; message: string }[]
  /** The columns of the exports, in order; those of texts typed for options come behind them without being named. */
  columns(question: Q, known: KnownQuestion): Column[]
  /** What its values are to statistics; of a question of several columns, those of each. */
  variable: { type: 'number' | 'text' | 'day'; measure: 'nominal' | 'ordinal' | 'scale' }
  /** As what its answers are counted and drawn in the results; `none` where there are no answers. */
  counted: 'one' | 'several' | 'matrix' | 'rank' | 'nps' | 'numbers' | 'text' | 'none'
  /** A form that is accepted; `pick(n)` gives a whole number from 0 to n - 1. */
  sample(question: View, pick: RandomIndex): Posted
  /** One answer of each kind that conditions tell apart, for the walk over all routes. */
  answers(asked: Asked, question: Q, kinds: Kinds): Iterable<Answer>
}

export type RandomIndex = (n: number) => number

/** Which answers of a question are alike to everything that comes later. */
export interface Kinds {
  /** For each question with options: each code with the code that stands for its kind. */
  standIn: ReadonlyMap<string, ReadonlyMap<number, number>>
  /** For each question whose answers are numbers of a range: one number of each kind. */
  numbers: ReadonlyMap<string, readonly number[]>
  /**
   * Under which code an option or row of a question is seen to be offered: its kind's where picks are carried (one
   * pick then stands for its kind), else its own.
   */
  label: (question: string) => (code: number) => number
}
