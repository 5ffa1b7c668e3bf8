/** Rows of a sheet by the names of their columns, put into columns at the end. */
import { languages } from '../../../../../schema/questionnaire.ts'
import type { FormCell, Sheet } from '../form.ts'
import { languageTitles } from '../sheet/languages.ts'
import type { SpokenText } from '../sheet/table.ts'

/** A row: what stands in which column. What is undefined or false is not written; true is `yes`. */
export type FormRow = Record<string, string | number | boolean | undefined>

/** The cells of a text in all its languages, such as `label::English (en)`. */
export function spoken(field: string, words: SpokenText | undefined): FormRow {
  return Object.fromEntries(languages.map((language) => [`${field}::${languageTitles[language]}`, words?.[language]]))
}

/** The sheet with the columns that always stand there, then those that some row has, in the order in which they came. */
export function sheetOf(name: string, always: readonly string[], rows: readonly FormRow[]): Sheet {
  const columns = new Set(always)
  for (const row of rows) {
    for (const [column, value] of Object.entries(row)) if (cellOf(value) !== null) columns.add(column)
  }
  const headers = [...columns]
  return { name, rows: [headers, ...rows.map((row) => headers.map((header) => cellOf(row[header])))] }
}

function cellOf(value: FormRow[string]): FormCell {
  if (value === undefined || value === false) return null
  return value === true ? 'yes' : String(value)
}
