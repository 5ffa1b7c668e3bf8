/** Stored text as columns of slots, decoded when they are asked for. */
import { readNumbers, type Slots } from './alphabet.ts'
import type { Field, Layout } from './layout.ts'

/** Columns of responses that stand in the same order in each. */
export interface SegmentColumns {
  /** How many responses. */
  size: number
  /** The slots of a column, one a response. @throws RangeError for a column that the data does not have */
  slots(column: string): Slots
  /** The characters that a column of two bits shares with others, as numbers: counted once, they tell of all of them. */
  shared(column: string): Uint8Array
}

/** @param texts of each block; one that is missing was not stored then, and nothing is known of its columns */
export function columnsOf(layout: Layout, size: number, texts: ReadonlyMap<string, string>): SegmentColumns {
  const decoded = new Map<string, Slots>()
  const at = (field: Field, bits: number, shift: number): Slots => {
    const name = `${field.block} ${field.at} ${bits} ${shift}`
    const known = decoded.get(name)
    if (known !== undefined) return known
    const text = texts.get(field.block)
    const slots = text === undefined ? new Uint8Array(size) : readNumbers(text, size, { ...field, bits, shift })
    decoded.set(name, slots)
    return slots
  }
  return {
    size,
    slots: (column) => {
      const field = fieldOf(layout, column)
      return at(field, field.bits, field.shift)
    },
    shared: (column) => at(fieldOf(layout, column), 6, 0) as Uint8Array,
  }
}

/** Where a column stands. @throws RangeError for one that the data does not have */
export function fieldOf(layout: Layout, column: string): Field {
  const field = layout.fields.get(column)
  if (field === undefined) throw new RangeError(`The data has no column ${column}.`)
  return field
}
