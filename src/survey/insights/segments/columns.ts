/** Stored text as columns of slots, decoded when they are asked for. */
import { readNumbers, type SlotArray } from './alphabet.ts'
import type { SegmentLayout, StoredColumn } from './layout.ts'

const encoder = new TextEncoder()
const nothing = '0'.charCodeAt(0)

/** Columns of responses that stand in the same order in each. */
export interface SegmentColumns {
  /** How many responses. */
  size: number
  /** The slots of a column, one a response. @throws RangeError for a column that the data does not have */
  slots(column: string): SlotArray
  /** The block that a column stands in, for whoever counts its characters without decoding each; until the next segment is read. */
  block(column: string): Block
}

/** The characters of a block as they are stored, place by place. */
export interface Block {
  /** From the start of its buffer on; what stands behind the last place is of another segment. */
  bytes: Uint8Array<ArrayBuffer>
  /** Characters of a place. */
  width: number
}

/** Arrays that hold the characters of blocks, by their names: used again for each segment of those that are read one after the other. */
export type BlockBytes = Map<string, Uint8Array<ArrayBuffer>>

/**
 * @param texts of each block; of one that is missing nothing was stored then, and nothing is known of its columns
 * @param bytes is written over: what was read of the segment before must have been used
 */
export function columnsOf(
  layout: SegmentLayout,
  size: number,
  texts: ReadonlyMap<string, string>,
  bytes: BlockBytes = new Map(),
): SegmentColumns {
  const decoded = new Map<string, SlotArray>()
  const encoded = new Map<string, Block>()
  const blockOf = ({ block, stride }: StoredColumn): Block => {
    const known = encoded.get(block)
    if (known !== undefined) return known
    const found = { bytes: bytesOf(block, size * stride, texts.get(block), bytes), width: stride }
    encoded.set(block, found)
    return found
  }
  const read = (name: string): SlotArray => {
    const known = decoded.get(name)
    if (known !== undefined) return known
    const field = storedColumn(layout, name)
    const slots = readNumbers(blockOf(field).bytes, size, field)
    decoded.set(name, slots)
    return slots
  }
  return {
    size,
    slots: read,
    block: (column) => blockOf(storedColumn(layout, column)),
  }
}

function bytesOf(block: string, length: number, text: string | undefined, bytes: BlockBytes): Uint8Array<ArrayBuffer> {
  let into = bytes.get(block)
  if (into === undefined || into.length < length) {
    // Of a whole number of words, as which they are counted.
    into = new Uint8Array((length + 3) & ~3)
    bytes.set(block, into)
  }
  if (text === undefined) into.fill(nothing, 0, length)
  else encoder.encodeInto(text, into)
  return into
}

/** Where a column stands. @throws RangeError for one that the data does not have */
export function storedColumn(layout: SegmentLayout, column: string): StoredColumn {
  const field = layout.fields.get(column)
  if (field === undefined) throw new RangeError(`The data has no column ${column}.`)
  return field
}
