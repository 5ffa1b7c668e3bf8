/** The data of `matrix`: its columns, variable and samples (`question-data.ts` says what each part is for). */
import type { Column } from '../../column.ts'
import { plain } from './plain.ts'
import type { QuestionTypeData } from './question-data.ts'
import { pickOne } from './sample-picks.ts'

export const matrix: QuestionTypeData<'matrix'> = {
  ...plain,
  counted: 'matrix',
  variable: { type: 'number', measure: 'ordinal' },
  conditions: 'answered',
  columns: ({ code, attention }, { rows }) => [
    ...rows.map((row): Column => ({ name: `${code}_${row.code}`, question: code, kind: 'row', row: String(row.code) })),
    ...(attention ? attentionColumns(code, attention.code) : []),
  ],
  sample: ({ code, rows, options }, pick) =>
    Object.fromEntries(rows.map((row) => [`${code}.${row.field}`, [String(pickOne(options, pick).code)]])),
  // Conditions can only ask whether a matrix was answered.
  answers: () => [{}],
}

function attentionColumns(question: string, row: string): Column[] {
  return [
    { name: row, question, kind: 'attention', row },
    { name: `${row}_target`, question, kind: 'attention_target' },
  ]
}
