/**
 * What stands before the records of an SPSS system file, from the public description of the format in GNU PSPP's
 * developer's guide ("System File Format").
 */
import type { Language } from '../../../../../schema/questionnaire.ts'
import { ByteWriter } from '../../../../platform/files/byte-writer.ts'
import type { Variable } from '../../../variables/variable.ts'
import { englishDay } from '../english-day.ts'
import { variableLabel } from '../short-labels.ts'
import { writeExtensions } from './extensions.ts'
import { mostLabelBytes, type SavHeader, variableLabels } from './labels.ts'
import { elementsOf, type SavVariableLayout } from './layout.ts'
import { missingValues } from './missing-values.ts'

const blank = 0x20
/** How a variable is shown: its kind, width and decimals in one number. */
const formats = { text: 1, number: 5, day: 39 }
const format = (kind: number, width: number) => (kind << 16) | (Math.min(width, 255) << 8)

/** The bytes of the dictionary, up to its end. */
export function savHeader(header: SavHeader): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter()
  const { places, language, n } = header
  out.text('$FL2').field('@(#) SPSS DATA FILE Honorarium', 60, blank)
  out.i32(2).i32(places.reduce((sum, place) => sum + elementsOf(place), 0))
  // Compressed by bytes, which variable is the weight (0 for none), and numbers of -99 to 151 take a byte.
  out.i32(1).i32(places.find(({ variable }) => variable.isWeight)?.index ?? 0)
  out.i32(n).f64(100)
  out.text(dayOf(header.instant)).text(header.instant.slice(11, 19))
  out.field(header.title, 64, blank).fill(0, 3)
  for (const place of places) writeVariable(out, place, language)
  for (const place of places) writeLabels(out, place, language)
  writeExtensions(out, header)
  out.i32(999).i32(0)
  return out.take()
}

/** With a year of two digits. */
const dayOf = (instant: string) => englishDay(instant).replace(/..(?=..$)/, '')

function writeVariable(out: ByteWriter, { variable, width, pieces }: SavVariableLayout, language: Language): void {
  for (const [at, piece] of pieces.entries()) {
    const label = at === 0 ? variableLabel(variable, language, mostLabelBytes.variable) : ''
    const missing = at === 0 ? missingOf(variable, width) : null
    out.i32(2).i32(piece.width)
    out.i32(label === '' ? 0 : 1).i32(missing?.count ?? 0)
    const shown = variable.type === 'text' ? format(formats.text, piece.width) : shownAs(variable)
    out.i32(shown).i32(shown).field(piece.shortName, 8, blank)
    if (label !== '') writePadded(out, label, 4)
    for (const value of missing?.values ?? []) writeValue(out, value, width)
    for (let element = 1; element < piece.elements; element += 1) out.i32(2).i32(-1).fill(0, 16).fill(blank, 8)
  }
}

function shownAs({ type, codes, isWeight, characters = 8 }: Variable): number {
  // With four digits behind the point.
  if (isWeight) return format(formats.number, 8) | 4
  if (type === 'day') return format(formats.day, 10)
  const digits = codes.map(({ code }) => String(code).length)
  return format(formats.number, Math.max(characters, ...digits))
}

/** A text of more than 8 bytes declares what is missing in a record of its own. */
function missingOf(variable: Variable, width: number) {
  return width > 8 ? null : missingValues(variable.codes)
}

/** A text holds a code in digits. */
function writeValue(out: ByteWriter, value: number | string, width: number): void {
  if (width === 0) out.f64(Number(value))
  else out.field(String(value), 8, blank)
}

/** Its length, then the text, then zeros up to a multiple of `size`. */
function writePadded(out: ByteWriter, text: string, size: number): void {
  const bytes = new TextEncoder().encode(text)
  out.i32(bytes.length).bytes(bytes)
  out.fill(0, (size - (bytes.length % size)) % size)
}

function writeLabels(out: ByteWriter, { variable, width, index }: SavVariableLayout, language: Language): void {
  // Longer texts have theirs in a record of its own.
  if (width > 8) return
  const labels = variableLabels(variable, language)
  if (labels.length === 0) return
  out.i32(3).i32(labels.length)
  for (const { value, label } of labels) {
    writeValue(out, value, width)
    const bytes = new TextEncoder().encode(label)
    out.u8(bytes.length).bytes(bytes)
    out.fill(blank, (8 - ((bytes.length + 1) % 8)) % 8)
  }
  out.i32(4).i32(1).i32(index)
}
