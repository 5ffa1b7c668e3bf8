/** Rows of a sheet by the names of their columns, put into columns at the end. */
import { type Language, languages } from '../../../../../schema/questionnaire.ts'
import type { FormCell, Sheet } from '../form.ts'
import { languageTitles } from '../sheet/languages.ts'

/** A row: what stands in which column. What is undefined or false is not written; true is `yes`. */
export type RowOf = Record<string, string | number | boolean | undefined>

/** A text in the languages that it has. */
export type Words = { readonly [language in Language]?: string | undefined }

/** The cells of a text in all its languages, such as `label::English (en)`. */
export function spoken(field: string, words: Words | undefined): RowOf {
  return Object.fromEntries(languages.map((language) => [`${field}::${languageTitles[language]}`, words?.[language]]))
}

/** The sheet with the columns that always stand there, then those that some row has, in the order in which they came. */
export function sheetOf(name: string, always: readonly string[], rows: readonly RowOf[]): Sheet {
  const columns = new Set(always)
  for (const row of rows) {
    for (const [column, value] of Object.entries(row)) if (cellOf(value) !== null) columns.add(column)
  }
  const headers = [...columns]
  return { name, rows: [headers, ...rows.map((row) => headers.map((header) => cellOf(row[header])))] }
}

function cellOf(value: RowOf[string]): FormCell {
  if (value === undefined || value === false) return null
  return value === true ? 'yes' : String(value)
}
