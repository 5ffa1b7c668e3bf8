/** The data of `scale`: its columns, variable and samples (`question-data.ts` says what each part is for). */
import { kindsOffered } from './kinds-offered.ts'
import { plain } from './plain.ts'
import type { QuestionTypeData } from './question-data.ts'
import { sampleOne } from './sample-picks.ts'

export const scale: QuestionTypeData<'scale'> = {
  ...plain,
  counted: 'one',
  variable: { type: 'number', measure: 'ordinal' },
  conditions: 'code',
  sample: sampleOne,
  answers: kindsOffered,
}
