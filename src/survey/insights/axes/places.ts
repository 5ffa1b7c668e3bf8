/** Where the people of a segment stand on an axis. Pure. */
import type { Decoder } from '../decoder.ts'
import { codes, numberIn } from '../segments/alphabet.ts'
import type { Block } from '../segments/columns.ts'
import type { SegmentLayout } from '../segments/layout.ts'
import type { Axis, OneAxis } from './axis.ts'

/** Responses, column by column: what is read of a segment. */
export interface ColumnSlots {
  /** How many responses. */
  size: number
  slots(column: string): ArrayLike<number>
  /** The characters of the block that a column stands in. */
  block(column: string): Block
}

/** A side of one place that is being read. Its array holds as much as the segment has, and is used again for the next. */
export interface Reading {
  /** How many places there are, those outside the shares included. */
  size: number
  /** Behind which place those outside begin. */
  inside: number
  /** Reads a segment: everybody's place. */
  read(segment: ColumnSlots): void
  places: Uint16Array
  /** Of a column of one character: where it stands in its block, and the place of each. */
  byCode: { at: number; places: Uint16Array } | null
}

/** What reading needs to know of the data. */
export interface Stored {
  decoder: Decoder
  layout: Pick<SegmentLayout, 'fields'>
  /** How many responses a segment has at most. */
  size: number
}

/** The columns that an axis is read from. */
export function axisColumns(axis: Axis): string[] {
  if (axis.kind === 'one') return [axis.column]
  return [...axis.categories, ...axis.noAnswer].map(({ column }) => column)
}

const mostKept = 4_096

/** Reads a side of one place. */
export function readingOf(axis: OneAxis, { decoder, layout, size }: Stored): Reading {
  const places = new Uint16Array(size)
  const valueIn = decoder(axis.column)
  const cache = new Int32Array(mostKept).fill(-1)
  const find = (slot: number) => {
    const place = axis.placeOf(valueIn(slot))
    if (slot < mostKept) cache[slot] = place
    return place
  }
  // Of one character, as most columns are: where each character stands, without a column of slots in between.
  const field = layout.fields.get(axis.column)
  const byCode =
    field?.width === 1
      ? { at: field.at, places: Uint16Array.from({ length: codes }, (_, code) => find(numberIn(code, field))) }
      : null
  return {
    size: axis.categories.length + axis.missing.length,
    inside: axis.categories.length,
    places,
    byCode,
    read: (segment) => {
      if (byCode !== null) {
        const { bytes, width } = segment.block(axis.column)
        for (let at = 0, from = byCode.at; at < segment.size; at++, from += width) {
          places[at] = byCode.places[(bytes[from] as number) & 127] as number
        }
        return
      }
      const given = segment.slots(axis.column)
      for (let at = 0; at < segment.size; at++) {
        const slot = given[at] ?? 0
        const place = cache[slot] ?? -1
        places[at] = place >= 0 ? place : find(slot)
      }
    },
  }
}
