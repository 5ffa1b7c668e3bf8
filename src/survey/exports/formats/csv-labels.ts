/** CSV for people: every value in words, harmless in a spreadsheet, with the mark by which Excel reads Chinese. */
import type { Language } from '../../../../schema/questionnaire.ts'
import { byteOrderMark, guardedCsvRow } from '../../../platform/files/csv.ts'
import type { Variable } from '../../variables/variable.ts'
import { valueLabel } from '../../variables/words.ts'
import type { ExportFormat } from './format.ts'

export const csvLabels: ExportFormat = {
  id: 'csv-labels',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  permission: 'responses.export',
  hasLanguage: true,
  byRecord: true,
  async *write({ variables }, batches, { isContinued, language }) {
    const of = language ?? 'en'
    if (!isContinued) yield byteOrderMark + guardedCsvRow(variables.map((variable) => headerOf(variable, of)))
    const labels = variables.map((variable) => valueLabel(variable, of))
    for await (const { records } of batches) {
      yield records.map((record) => guardedCsvRow(record.map((value, at) => labels[at]?.(value) ?? null))).join('')
    }
  },
}

/** A column by its name and its words; one that was corrected says what it said before, too. */
function headerOf({ name, label, wordings }: Variable, language: Language): string {
  if (wordings.length === 0) return label[language]
  const headers = [label, ...wordings.map((one) => one.label)].map((text) => `${name} ${text[language]}`.trim())
  return [...new Set(headers)].join(' / ')
}
