/** What stands before the records of a Stata file: what the variables are, and where each part of the file begins. */
import type { Language } from '../../../../../schema/questionnaire.ts'
import { ByteWriter } from '../../../../platform/files/byte-writer.ts'
import { englishDay } from '../english-day.ts'
import { hasLabels } from './labels.ts'
import { type DtaVariableLayout, isLong } from './layout.ts'
import { writeNotes } from './notes.ts'
import { labelCharacters, shortLabel } from './short-label.ts'

export interface DtaHead {
  places: readonly DtaVariableLayout[]
  language: Language
  title: string
  /** When the file was asked for (ISO 8601, UTC). */
  instant: string
  /** How many records follow. */
  n: number
}

/** How long the parts are that come behind what `dtaHead` writes, in bytes, without their tags. */
export interface Lengths {
  longTexts: number
  labels: number
}

/** The file up to its records. */
export function dtaHead(head: DtaHead, lengths: Lengths): Uint8Array<ArrayBuffer> {
  const { places, n } = head
  const begin = opening(head)
  const parts = [
    part('variable_types', (out) => {
      for (const { type } of places) out.u16(type)
    }),
    part('varnames', (out) => {
      for (const { name } of places) out.field(name, 129, 0)
    }),
    part('sortlist', (out) => out.fill(0, 2 * (places.length + 1))),
    part('formats', (out) => {
      for (const place of places) out.field(shownAs(place), 57, 0)
    }),
    part('value_label_names', (out) => {
      for (const { variable, name } of places) out.field(hasLabels(variable) ? name : '', 129, 0)
    }),
    part('variable_labels', (out) => {
      for (const { variable } of places) out.field(shortLabel(variable, head.language), 321, 0)
    }),
    part('characteristics', (out) => writeNotes(out, places, head.language)),
  ]
  const width = places.reduce((sum, place) => sum + place.width, 0)
  const behind = [tagged('data', n * width), tagged('strls', lengths.longTexts), tagged('value_labels', lengths.labels)]
  const out = new ByteWriter().bytes(begin)
  writeMap(out, begin.length, [...parts.map(({ length }) => length), ...behind])
  for (const bytes of parts) out.bytes(bytes)
  return out.text('<data>').take()
}

function opening({ places, title, instant, n }: DtaHead): Uint8Array {
  const label = new TextEncoder().encode([...title].slice(0, labelCharacters).join(''))
  return new ByteWriter()
    .text('<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>')
    .u16(places.length)
    .text('</K><N>')
    .u64(n)
    .text('</N><label>')
    .u16(label.length)
    .bytes(label)
    .text('</label><timestamp>')
    .u8(17)
    .text(`${englishDay(instant)} ${instant.slice(11, 16)}`)
    .text('</timestamp></header>')
    .take()
}

function part(name: string, write: (out: ByteWriter) => unknown): Uint8Array {
  const out = new ByteWriter().text(`<${name}>`)
  write(out)
  return out.text(`</${name}>`).take()
}

const tagged = (name: string, length: number) => 2 * name.length + 5 + length

/** Where each part begins, counted from the start of the file: fourteen places, the first two of them known. */
function writeMap(out: ByteWriter, at: number, lengths: readonly number[]): void {
  out.text('<map>').u64(0).u64(at)
  let next = at + tagged('map', 14 * 8)
  for (const length of lengths) {
    out.u64(next)
    next += length
  }
  out.u64(next).u64(next + '</stata_dta>'.length)
  out.text('</map>')
}

function shownAs(place: DtaVariableLayout): string {
  const { type, characters } = place.variable
  if (type === 'day') return '%tdCCYY-NN-DD'
  // A general format has to have room for a sign and a point, or it shows powers of ten.
  if (characters !== undefined) return `%${characters + 2}.0g`
  if (type === 'number') return hasLabels(place.variable) ? '%8.0g' : '%10.0g'
  return isLong(place) ? '%-20s' : `%-${place.width}s`
}
