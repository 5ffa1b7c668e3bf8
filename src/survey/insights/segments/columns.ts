/** Stored text as columns of slots, decoded when they are asked for. */
import { bitsOfCharacter, readNumbers, type Slots } from './alphabet.ts'
import type { Field, Layout } from './layout.ts'

const encoder = new TextEncoder()

/** Columns of responses that stand in the same order in each. */
export interface SegmentColumns {
  /** How many responses. */
  size: number
  /** The slots of a column, one a response. @throws RangeError for a column that the data does not have */
  slots(column: string): Slots
  /** The characters that a column of two bits shares with others, as numbers: counted once, they tell of all of them. */
  shared(column: string): Uint8Array
  /** The characters of a column as they are stored, for whoever counts them without decoding each. */
  characters(column: string): Characters
}

/** That of a response stands at `at`, and that of the next `stride` further on. */
export interface Characters {
  bytes: Uint8Array
  at: number
  stride: number
}

/** @param texts of each block; of one that is missing nothing was stored then, and nothing is known of its columns */
export function columnsOf(layout: Layout, size: number, texts: ReadonlyMap<string, string>): SegmentColumns {
  const decoded = new Map<string, Slots>()
  const encoded = new Map<string, Uint8Array>()
  const read = (name: string, field: Field): Slots => {
    const known = decoded.get(name)
    if (known !== undefined) return known
    const text = texts.get(field.block)
    const slots = text === undefined ? new Uint8Array(size) : readNumbers(text, size, field)
    decoded.set(name, slots)
    return slots
  }
  return {
    size,
    slots: (column) => read(column, fieldOf(layout, column)),
    shared: (column) => {
      const field = fieldOf(layout, column)
      return read(`${field.block} ${field.at}`, { ...field, shift: 0, bits: bitsOfCharacter }) as Uint8Array
    },
    characters: (column) => {
      const { block, at, stride } = fieldOf(layout, column)
      const bytes = encoded.get(block) ?? encoder.encode(texts.get(block) ?? '0'.repeat(size * stride))
      encoded.set(block, bytes)
      return { bytes, at, stride }
    },
  }
}

/** Where a column stands. @throws RangeError for one that the data does not have */
export function fieldOf(layout: Layout, column: string): Field {
  const field = layout.fields.get(column)
  if (field === undefined) throw new RangeError(`The data has no column ${column}.`)
  return field
}
