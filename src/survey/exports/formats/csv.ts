/** CSV for machines: codes, a response on each line, what was typed as `escapeText` writes it. No byte order mark, no guard. */
import { csvRow } from '../../../platform/files/csv.ts'
import { isTyped, type Variable } from '../../variables/variable.ts'
import { escapeText } from '../escape-text.ts'
import type { ExportFormat } from './format.ts'

export const csv: ExportFormat = {
  id: 'csv',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  permission: 'responses.export',
  hasLanguage: false,
  byRecord: true,
  async *write({ variables }, batches, { isContinued }) {
    if (!isContinued) yield csvRow(variables.map(({ name }) => name))
    const typed = typedAt(variables)
    for await (const { records } of batches) {
      let text = ''
      for (const record of records) {
        const row = [...record]
        for (const at of typed) {
          const cell = row[at]
          if (typeof cell === 'string') row[at] = escapeText(cell)
        }
        text += csvRow(row)
      }
      yield text
    }
  },
}

const typedAt = (variables: readonly Variable[]) => variables.flatMap((variable, at) => (isTyped(variable) ? [at] : []))
