/** Records of a Stata file, and the long texts that stand behind them. */
import type { ByteWriter } from '../../../../platform/files/byte-writer.ts'
import { utf8Length } from '../../../../platform/files/utf8.ts'
import type { Value } from '../../../variables/variable.ts'
import { textBesideCodes } from '../typed-text.ts'
import { type DtaVariableLayout, isLong, types } from './layout.ts'

const dayMs = 86_400_000
/** Stata counts days from 1960. */
const days1960 = 3653

/** A record: each value in as many bytes as its variable has. */
export function writeRecord(
  out: ByteWriter,
  places: readonly DtaVariableLayout[],
  record: readonly Value[],
  n: number,
): void {
  for (const [at, place] of places.entries()) {
    const value = record[at] ?? null
    if (isLong(place)) writeReference(out, at + 1, value === null || value === '' ? 0 : n)
    else if (place.variable.type === 'text') out.field(value === null ? '' : textBesideCodes(value), place.width, 0)
    else writeNumber(out, place, value)
  }
}

/** Which variable's and which record's long text it is; two zeros for an empty one. */
function writeReference(out: ByteWriter, variable: number, n: number): void {
  out
    .u16(n === 0 ? 0 : variable)
    .i32(n)
    .u16(0)
}

function writeNumber(out: ByteWriter, { type, missing, variable }: DtaVariableLayout, value: Value): void {
  const letter = value === null ? 0 : missing.get(Number(value))
  const number = variable.type === 'day' ? Date.parse(String(value)) / dayMs + days1960 : Number(value)
  switch (type) {
    case types.byte:
      out.u8(letter === undefined ? within(number, -127, 100) & 0xff : 101 + letter)
      return
    case types.int:
      out.u16(letter === undefined ? within(number, -32_767, 32_740) & 0xffff : 32_741 + letter)
      return
    case types.long:
      out.i32(letter === undefined ? within(number, -2_147_483_647, 2_147_483_620) : 2_147_483_621 + letter)
      return
    default:
      // A zero has no sign in answers.
      if (letter === undefined) out.f64(number + 0)
      else out.i32(0).i32(0x7fe00000 + (letter << 8))
  }
}

/** A number that would be read as another one must never be written. */
function within(number: number, low: number, high: number): number {
  if (number >= low && number <= high) return number
  throw new RangeError('A value is outside the type that its codes have.')
}

const longTextHead = 'GSO'.length + 4 + 8 + 1 + 4

/** The long texts of a record, with how many bytes they take. */
export function longTextBytes(places: readonly DtaVariableLayout[], record: readonly Value[]): number {
  let bytes = 0
  for (const text of longTexts(places, record)) bytes += longTextHead + utf8Length(text.text) + 1
  return bytes
}

/** Writes the long texts of the record with this number, from 1. */
export function writeLongTexts(
  out: ByteWriter,
  places: readonly DtaVariableLayout[],
  record: readonly Value[],
  n: number,
): void {
  for (const { at, text } of longTexts(places, record)) {
    const bytes = new TextEncoder().encode(text)
    // 130: a text that ends with a zero, which counts.
    out
      .text('GSO')
      .i32(at + 1)
      .u64(n)
      .u8(130)
      .i32(bytes.length + 1)
      .bytes(bytes)
      .u8(0)
  }
}

function* longTexts(
  places: readonly DtaVariableLayout[],
  record: readonly Value[],
): Generator<{ at: number; text: string }> {
  for (const [at, place] of places.entries()) {
    if (!isLong(place)) continue
    const value = record[at] ?? null
    if (value !== null && value !== '') yield { at, text: textBesideCodes(value) }
  }
}
