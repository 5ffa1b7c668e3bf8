/** Every type of question: one line for each. */
import * as z from 'zod'
import { date } from './date.ts'
import { matrix } from './matrix.ts'
import { multi } from './multi.ts'
import { note } from './note.ts'
import { nps } from './nps.ts'
import { number } from './number.ts'
import { rank } from './rank.ts'
import { scale } from './scale.ts'
import { single } from './single.ts'
import { text } from './text.ts'
import { year } from './year.ts'

export const questionSchema = z.discriminatedUnion('type', [
  single,
  multi,
  rank,
  matrix,
  scale,
  nps,
  year,
  number,
  text,
  date,
  note,
])
export type Question = z.infer<typeof questionSchema>
export type QuestionType = Question['type']
/** The shape of one type. */
export type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>
