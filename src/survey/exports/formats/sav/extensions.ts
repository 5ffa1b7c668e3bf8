/** The records that came to the format later, each with a number: what a text's real length is, which variables are one question. */
import { ByteWriter } from '../../../../platform/files/byte-writer.ts'
import { fitted } from '../../../../platform/files/utf8.ts'
import { type SavHeader, variableLabels } from './labels.ts'
import type { SavVariableLayout } from './layout.ts'
import { missingValues } from './missing-values.ts'

const blank = 0x20
const measures = { nominal: 1, ordinal: 2, scale: 3 }
const [left, right] = [0, 1]
/** SPSS's own: the lowest number stands for a missing one, the next for "from the lowest". */
const [systemMissing, highest, lowest] = [-Number.MAX_VALUE, Number.MAX_VALUE, -1.7976931348623155e308]

/** Writes the records of type 7 of a system file for SPSS: encoding, long names, very long texts, sets. */
export function writeExtensions(out: ByteWriter, header: SavHeader): void {
  const { places, n } = header
  // Version 1.0.0, any machine, IEEE 754, compressed, little-endian, UTF-8.
  out.i32(7).i32(3).i32(4).i32(8)
  for (const value of [1, 0, 0, -1, 1, 1, 2, 65_001]) out.i32(value)
  out.i32(7).i32(4).i32(8).i32(3).f64(systemMissing).f64(highest).f64(lowest)
  record(out, 7, multipleResponseSets(header))
  display(out, places)
  record(out, 13, text(places.map(({ shortName, variable }) => `${shortName}=${variable.name}`).join('\t')))
  record(out, 14, text(veryLong(places)))
  out.i32(7).i32(16).i32(8).i32(2).u64(1).u64(n)
  record(out, 20, text('UTF-8'))
  record(out, 21, longLabels(header))
  record(out, 22, longMissing(places))
}

/** A record whose elements are bytes; one without any is left out. */
function record(out: ByteWriter, subtype: number, bytes: Uint8Array): void {
  if (bytes.length === 0) return
  out.i32(7).i32(subtype).i32(1).i32(bytes.length).bytes(bytes)
}

const text = (value: string) => new TextEncoder().encode(value)

/** Sets that count 1 in each of their variables; a set of one is none to SPSS. */
function multipleResponseSets({ dictionary, places, language }: SavHeader): Uint8Array {
  const shortNames = new Map(places.map(({ variable, shortName }) => [variable.name, shortName.toLowerCase()]))
  const lines = dictionary.sets
    .filter(({ variables }) => variables.length > 1)
    .map(({ name, label, variables }) => {
      const fittedLabel = fitted(label[language].replace(/\s+/g, ' '), 255)
      const names = variables.map((variable) => shortNames.get(variable) ?? '')
      return `$${name}=D1 1 ${text(fittedLabel).length} ${fittedLabel} ${names.join(' ')}\n`
    })
  return text(lines.join(''))
}

/** Measure, width and alignment of each piece. */
function display(out: ByteWriter, places: readonly SavVariableLayout[]): void {
  const pieces = places.flatMap(({ variable, pieces }) => pieces.map(({ width }) => ({ variable, width })))
  out
    .i32(7)
    .i32(11)
    .i32(4)
    .i32(pieces.length * 3)
  for (const { variable, width } of pieces) {
    const isText = variable.type === 'text'
    out.i32(measures[variable.measure])
    out.i32(isText ? Math.min(Math.max(width, 8), 32) : 10)
    out.i32(isText ? left : right)
  }
}

function veryLong(places: readonly SavVariableLayout[]): string {
  return places
    .filter(({ pieces }) => pieces.length > 1)
    .map(({ shortName, width }) => `${shortName}=${String(width).padStart(5, '0')}\0\t`)
    .join('')
}

const isLong = ({ width }: SavVariableLayout) => width > 8

function longLabels({ places, language }: SavHeader): Uint8Array {
  const out = new ByteWriter()
  for (const { variable, width } of places.filter(isLong)) {
    const labels = variableLabels(variable, language)
    if (labels.length === 0) continue
    const name = text(variable.name)
    out.i32(name.length).bytes(name).i32(width).i32(labels.length)
    for (const { value, label } of labels) {
      const bytes = text(label)
      out.i32(width).field(String(value), width, blank).i32(bytes.length).bytes(bytes)
    }
  }
  return out.take()
}

/**
 * One value for each, of which the first 8 bytes are compared: PSPP up to 1.6 reads a second one wrongly. A text that can
 * be blank declares that; that its key was erased is then told by its label alone.
 */
function longMissing(places: readonly SavVariableLayout[]): Uint8Array {
  const out = new ByteWriter()
  for (const { variable } of places.filter(isLong)) {
    const value = missingValues(variable.codes).values.at(-1)
    if (value === undefined) continue
    const name = text(variable.name)
    out.i32(name.length).bytes(name).u8(1).i32(8).field(String(value), 8, blank)
  }
  return out.take()
}
