/** The data of every type of question: one line for each. Only exports, checks and samples load it. */
import type { Question, QuestionType } from '../../../../../schema/questionnaire.ts'
import type { QuestionView } from '../index.ts'
import { date } from './date.ts'
import { matrix } from './matrix.ts'
import { multi } from './multi.ts'
import { note } from './note.ts'
import { nps } from './nps.ts'
import { number } from './number.ts'
import type { DataOf, QuestionTypeData } from './question-data.ts'
import { rank } from './rank.ts'
import { scale } from './scale.ts'
import { single } from './single.ts'
import { text } from './text.ts'
import { year } from './year.ts'

const questionData: { [T in QuestionType]: QuestionTypeData<T> } = {
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
}

/** The data of a type. Give it only questions and views of that type. */
export function dataOf(type: QuestionType): DataOf<Question, QuestionView> {
  return questionData[type]
}
