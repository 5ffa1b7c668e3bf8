/** Cells of our own columns that are not texts. */
import { jsonOr } from '../parse-json.ts'
import type { SheetRow } from '../sheet/table.ts'
import type { FormContext } from './form-context.ts'
import { firstCharacters } from './read-condition.ts'

/** The data of a cell that is JSON; undefined for an empty one, and (with a fault) for one that is not. */
export function jsonCell({ notes }: Pick<FormContext, 'notes'>, row: SheetRow, field: string): unknown {
  const text = row.get(field)
  if (text === '') return undefined
  const data = jsonOr(text)
  if (data === undefined) notes.faultAt(row, field, 'not_json', { text: firstCharacters(text) })
  return data
}

/** The whole number of a cell; undefined for an empty one, and (with a fault) for one that is none. */
export function integerCell({ notes }: Pick<FormContext, 'notes'>, row: SheetRow, field: string): number | undefined {
  const text = row.get(field)
  if (text === '') return undefined
  if (/^-?\d{1,16}$/.test(text)) return Number(text)
  notes.faultAt(row, field, 'not_a_number', { text: firstCharacters(text) })
  return undefined
}
