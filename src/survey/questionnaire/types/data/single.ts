/** The data of `single`: its columns, variable and samples (`question-data.ts` says what each part is for). */
import { kindsOffered } from './kinds-offered.ts'
import { plain } from './plain.ts'
import type { QuestionTypeData } from './question-data.ts'
import { sampleOne } from './sample-picks.ts'

export const single: QuestionTypeData<'single'> = {
  ...plain,
  counted: 'one',
  conditions: 'code',
  picks: 'one',
  sample: sampleOne,
  answers: kindsOffered,
}
