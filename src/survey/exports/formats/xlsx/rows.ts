/** Rows of answers in words: what each variable's values look like as cells is worked out once, before the first row. */
import type { Language } from '../../../../../schema/questionnaire.ts'
import type { Value, Variable } from '../../../variables/variable.ts'
import { valueLabel } from '../../../variables/words.ts'
import { columnLetters, dayCell, sharedCell, textCell, xlsxNumberCell } from './cells.ts'
import type { SharedTexts } from './texts.ts'

/** A record as a row with this number, from 1. */
export type RowWriter = (record: readonly Value[], row: number) => string

/** Puts every label among the shared texts, and says how a record is written. */
export function rowWriter(variables: readonly Variable[], language: Language, texts: SharedTexts): RowWriter {
  const cells = variables.map((variable, at) => cellsOf(variable, columnLetters(at), language, texts))
  return (record, row) => {
    let xml = `<row r="${row}">`
    for (let at = 0; at < cells.length; at += 1) {
      const value = record[at] ?? null
      if (value !== null) xml += cells[at]?.(value, row) ?? ''
    }
    return `${xml}</row>`
  }
}

function cellsOf(
  variable: Variable,
  letters: string,
  language: Language,
  texts: SharedTexts,
): (value: number | string, row: number) => string {
  const label = valueLabel(variable, language)
  const places = new Map<Value, number>()
  for (const { code } of [...variable.codes, ...variable.entries, { code: -1 }]) {
    const codeLabel = label(code)
    if (typeof codeLabel === 'string') places.set(code, texts.place(codeLabel))
  }
  return (value, row) => {
    const at = letters + row
    const place = places.get(value)
    if (place !== undefined) return sharedCell(at, place)
    if (typeof value === 'number') return xlsxNumberCell(at, value)
    return variable.type === 'day' ? dayCell(at, value) : textCell(at, value)
  }
}
