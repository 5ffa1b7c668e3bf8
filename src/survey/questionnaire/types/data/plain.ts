/** What the data of most types has alike. */
import type { Column } from '../../column.ts'
import { blankBeside } from '../typed-number.ts'
import type { DataOf } from './question-data.ts'

/** One column with the answer as it stands, and nothing of its own that a check must know. */
export const plain = {
  picks: 'none' as const,
  range: () => null,
  texts: () => ({}),
  mistakes: () => [],
  variable: { type: 'number', measure: 'nominal' } as DataOf<never, never>['variable'],
  columns: ({ code }: { code: string }): Column[] => [{ name: code, question: code, kind: 'answer' }],
}

/** Whether the least is not over the most. */
export function rangeMistakes({ min, max }: { min?: number | undefined; max?: number | undefined }) {
  return min !== undefined && max !== undefined && min > max ? [{ key: 'min', message: 'min is over max' }] : []
}

/** The column of a number that people type: where -1 is one of them, a blank has another code. */
export function numberColumns(question: {
  code: string
  min: number
  max: number
  optional?: true | undefined
}): Column[] {
  const blank = question.optional === true ? blankBeside(question) : undefined
  return plain.columns(question).map((column) => ({ ...column, ...(blank !== undefined && { blank }) }))
}
