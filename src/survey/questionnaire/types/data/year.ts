/** The data of `year`: its columns, variable and samples (`question-data.ts` says what each part is for). */
import { answerOfNumber } from '../typed-number.ts'
import { numberColumns, plain, rangeMistakes } from './plain.ts'
import type { QuestionTypeData } from './question-data.ts'

export const year: QuestionTypeData<'year'> = {
  ...plain,
  columns: numberColumns,
  counted: 'numbers',
  variable: { type: 'number', measure: 'scale' },
  conditions: 'number',
  range: ({ min, max }) => ({ min, max }),
  mistakes: rangeMistakes,
  sample: ({ code, min, max }, pick) => ({ [code]: [String(min + pick(max - min + 1))] }),
  answers: ({ code }, _, kinds) => (kinds.numbers.get(code) ?? []).map(answerOfNumber),
}
