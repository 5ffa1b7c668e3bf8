/** The data of `text`: its columns, variable and samples (`question-data.ts` says what each part is for). */
import { plain } from './plain.ts'
import type { QuestionTypeData } from './question-data.ts'
import { pickOne } from './sample-picks.ts'

export const text: QuestionTypeData<'text'> = {
  ...plain,
  counted: 'text',
  variable: { type: 'text', measure: 'nominal' },
  columns: (question) => plain.columns(question).map((column) => ({ ...column, isTyped: true })),
  conditions: 'answered',
  sample: ({ code, maxLength }, pick) => ({ [code]: [pickOne(remarks, pick).slice(0, maxLength)] }),
  answers: () => ['text'],
}

const remarks = [
  'Longer opening hours at the land ports in term time.',
  'Renewing the stay endorsement should not need a trip home.',
  '希望能在线续签，不必专程回户籍地。',
  '口岸节假日排队太久，希望增加自助通道。',
  '希望各部門的要求寫得更清楚，少跑一趟。',
  '開學前後口岸人太多，希望延長通關時間。',
]
