/** The data of `date`: its columns, variable and samples (`question-data.ts` says what each part is for). */
import { plain } from './plain.ts'
import type { QuestionTypeData } from './question-data.ts'

const dayMs = 86_400_000

/** Figures tell days apart from this one to the last. */
export const firstDay = '1800-01-01'
const lastDay = '2499-12-31'

export const date: QuestionTypeData<'date'> = {
  ...plain,
  counted: 'numbers',
  variable: { type: 'day', measure: 'scale' },
  conditions: 'answered',
  mistakes: ({ min, max }) => [
    ...(min > max ? [{ key: 'min', message: 'min is over max' }] : []),
    ...(min < firstDay ? [{ key: 'min', message: `min is before ${firstDay}` }] : []),
    ...(max > lastDay ? [{ key: 'max', message: `max is after ${lastDay}` }] : []),
  ],
  sample: ({ code, min, max }, pick) => {
    const days = (Date.parse(max) - Date.parse(min)) / dayMs
    return { [code]: [new Date(Date.parse(min) + pick(days + 1) * dayMs).toISOString().slice(0, 10)] }
  },
  answers: (_, { min }) => [min],
}
