import { plain } from './plain.ts'
import type { QuestionTypeData } from './question-data.ts'

const dayMs = 86_400_000

export const date: QuestionTypeData<'date'> = {
  ...plain,
  counted: 'numbers',
  variable: { type: 'day', measure: 'scale' },
  conditions: 'answered',
  mistakes: ({ min, max }) => (min > max ? [{ key: 'min', message: 'min is over max' }] : []),
  sample: ({ code, min, max }, pick) => {
    const days = (Date.parse(max) - Date.parse(min)) / dayMs
    return { [code]: [new Date(Date.parse(min) + pick(days + 1) * dayMs).toISOString().slice(0, 10)] }
  },
  answers: (_, { min }) => [min],
}
