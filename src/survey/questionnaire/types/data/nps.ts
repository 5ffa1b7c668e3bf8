/** The data of `nps`: its columns, variable and samples (`question-data.ts` says what each part is for). */
import { plain } from './plain.ts'
import type { QuestionTypeData } from './question-data.ts'

export const nps: QuestionTypeData<'nps'> = {
  ...plain,
  counted: 'nps',
  variable: { type: 'number', measure: 'scale' },
  conditions: 'number',
  range: () => ({ min: 0, max: 10 }),
  texts: ({ low, high }) => ({ low, high }),
  sample: ({ code }, pick) => ({ [code]: [String(pick(11))] }),
  answers: ({ code }, _, kinds) => kinds.numbers.get(code) ?? [],
}
