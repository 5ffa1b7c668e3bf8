/** The types of questions on the students' side: one line for each. What exports and checks need is in `data/`. */
import type { QuestionType } from '../../../../schema/questionnaire.ts'
import type { BaseView } from '../page/view.ts'
import { date } from './date.tsx'
import { matrix } from './matrix.tsx'
import { multi } from './multi.tsx'
import { note } from './note.tsx'
import { nps } from './nps.tsx'
import { number } from './number.tsx'
import type { QuestionTypePage } from './question-type.ts'
import { rank } from './rank.tsx'
import { scale } from './scale.tsx'
import { single } from './single.tsx'
import { text } from './text.tsx'
import { year } from './year.tsx'

const questionTypes = {
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
} satisfies { [T in QuestionType]: QuestionTypePage<T, BaseView & { type: T }> }

/** What a respondent sees of a question of any type. */
export type QuestionView = ReturnType<(typeof questionTypes)[QuestionType]['view']>
/** What a respondent sees of a question of one type. */
export type ViewOf<T extends QuestionType> = Extract<QuestionView, { type: T }>

/** The form and page of a type. Give it only questions and views of that type. */
export function typeOf(type: QuestionType): QuestionTypePage<QuestionType, QuestionView> {
  return questionTypes[type]
}
