/** The data of `note`: its columns, variable and samples (`question-data.ts` says what each part is for). */
import { plain } from './plain.ts'
import type { QuestionTypeData } from './question-data.ts'

export const note: QuestionTypeData<'note'> = {
  ...plain,
  counted: 'none',
  conditions: 'none',
  columns: () => [],
  sample: () => ({}),
  answers: () => [],
}
