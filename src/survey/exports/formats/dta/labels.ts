/** Labels of values, which stand at the end of a Stata file: a table for each variable that has any. */
import type { Language } from '../../../../../schema/questionnaire.ts'
import { ByteWriter } from '../../../../platform/files/byte-writer.ts'
import type { Variable } from '../../../variables/variable.ts'
import { codeLabel } from '../short-labels.ts'
import type { DtaVariableLayout } from './layout.ts'

/** Where the missing values of a label's number begin: `.` itself. */
const missingLong = 2_147_483_621
const longestLabel = 32_000

/** Stata labels numbers alone. */
export const hasLabels = ({ type, codes }: Variable) => type !== 'text' && codes.length > 0

/** All tables, without the tags around them. */
export function valueLabelTables(places: readonly DtaVariableLayout[], language: Language): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter()
  for (const place of places) if (hasLabels(place.variable)) writeTable(out, place, language)
  return out.take()
}

function writeTable(out: ByteWriter, { variable, name, missing }: DtaVariableLayout, language: Language): void {
  const rows = variable.codes
    .map((code) => {
      const letter = missing.get(code.code)
      const value = letter === undefined ? code.code : missingLong + letter
      return { value, bytes: new TextEncoder().encode(codeLabel(code, language, longestLabel)) }
    })
    .sort((a, b) => a.value - b.value)
  const textLength = rows.reduce((sum, { bytes }) => sum + bytes.length + 1, 0)
  out.text('<lbl>').i32(8 + 8 * rows.length + textLength)
  out.field(name, 129, 0).fill(0, 3).i32(rows.length).i32(textLength)
  let at = 0
  for (const { bytes } of rows) {
    out.i32(at)
    at += bytes.length + 1
  }
  for (const { value } of rows) out.i32(value)
  for (const { bytes } of rows) out.bytes(bytes).u8(0)
  out.text('</lbl>')
}
