/** Counting slots in one pass over columns. */
import type { SegmentColumns } from './columns.ts'
import { fieldOf } from './columns.ts'
import type { Layout } from './layout.ts'

/** Which responses are counted: `matches` is asked for each, with the slot that it has in a column. */
export interface Matcher {
  columns: readonly string[]
  matches(slot: (column: string) => number): boolean
}

export interface CountedColumn {
  name: string
  /** Columns of two bits: a response that picked one of them (1) is not counted here. */
  unless?: readonly string[]
}

/** How many responses have each slot; slots that nobody has are left out. */
export type SlotCounts = ReadonlyMap<number, number>

/** The columns that counting reads. */
export function columnsToRead(counted: readonly CountedColumn[], matcher: Matcher | null): string[] {
  return [...new Set([...counted.flatMap(({ name, unless = [] }) => [name, ...unless]), ...(matcher?.columns ?? [])])]
}

/** The slot of a pick, of a column that says whether an option was picked. */
const pickedSlot = 3

/**
 * How the responses that match are spread over the slots of each column.
 * @param segments with the columns of `columnsToRead`
 * @returns `n`: how many match; `counts`: by the place of `counted`
 */
export async function countSlots(
  segments: AsyncIterable<SegmentColumns>,
  layout: Layout,
  counted: readonly CountedColumn[],
  matcher: Matcher | null,
): Promise<{ n: number; counts: SlotCounts[] }> {
  const tallies = new Map<string, Tally>()
  const shares = counted.map(({ name, unless = [] }) => {
    const { block, at, bits, shift } = fieldOf(layout, name)
    // Columns that share a character are counted by it, once for all of them.
    const key = bits === 2 ? `${block} ${at} ${unless.join(' ')}` : `${name} ${unless.join(' ')}`
    const tally = tallies.get(key) ?? { column: name, isShared: bits === 2, unless, counts: new Tallied() }
    tallies.set(key, tally)
    return { tally, shift, bits }
  })
  let n = 0
  for await (const segment of segments) {
    const mask = maskOf(segment, matcher)
    n += mask === null ? segment.size : sum(mask)
    for (const { column, isShared, unless, counts } of tallies.values()) {
      counts.add(isShared ? segment.shared(column) : segment.slots(column), without(segment, mask, unless))
    }
  }
  return {
    n,
    counts: shares.map(({ tally, shift, bits }) =>
      tally.isShared ? spread(tally.counts.all(), shift, bits) : tally.counts.all(),
    ),
  }
}

interface Tally {
  column: string
  isShared: boolean
  unless: readonly string[]
  counts: Tallied
}

/** Slots from here on are few among many, and counted by name. */
const manySlots = 4_096

class Tallied {
  private readonly few = new Uint32Array(manySlots)
  private readonly many = new Map<number, number>()

  add(slots: ArrayLike<number>, mask: Uint8Array | null): void {
    const { few, many } = this
    for (let at = 0; at < slots.length; at += 1) {
      if (mask !== null && mask[at] === 0) continue
      const slot = slots[at] ?? 0
      if (slot < manySlots) few[slot] = (few[slot] ?? 0) + 1
      else many.set(slot, (many.get(slot) ?? 0) + 1)
    }
  }

  all(): Map<number, number> {
    const all = new Map<number, number>()
    this.few.forEach((count, slot) => {
      if (count > 0) all.set(slot, count)
    })
    for (const [slot, count] of this.many) all.set(slot, count)
    return all
  }
}

function spread(characters: SlotCounts, shift: number, bits: number): SlotCounts {
  const counts = new Map<number, number>()
  for (const [character, count] of characters) {
    const slot = (character >> shift) & (2 ** bits - 1)
    counts.set(slot, (counts.get(slot) ?? 0) + count)
  }
  return counts
}

/** Which responses match; null for all of them. */
function maskOf(segment: SegmentColumns, matcher: Matcher | null): Uint8Array | null {
  if (matcher === null) return null
  const columns = new Map(matcher.columns.map((name) => [name, segment.slots(name)]))
  const mask = new Uint8Array(segment.size)
  let here = 0
  const slot = (column: string) => columns.get(column)?.[here] ?? 0
  for (; here < segment.size; here += 1) mask[here] = matcher.matches(slot) ? 1 : 0
  return mask
}

function without(segment: SegmentColumns, mask: Uint8Array | null, unless: readonly string[]): Uint8Array | null {
  if (unless.length === 0) return mask
  const left = mask === null ? new Uint8Array(segment.size).fill(1) : mask.slice()
  for (const column of unless) {
    const slots = segment.slots(column)
    for (let at = 0; at < left.length; at += 1) if (slots[at] === pickedSlot) left[at] = 0
  }
  return left
}

function sum(mask: Uint8Array): number {
  let count = 0
  for (const one of mask) count += one
  return count
}

/**
 * How the responses that match are spread over the pairs of slots of two columns.
 * @param segments with both columns, and those of the matcher
 * @returns by the first column's slot, then by the second's
 * @public
 */
export async function crossSlots(
  segments: AsyncIterable<SegmentColumns>,
  [one, other]: readonly [string, string],
  matcher: Matcher | null,
): Promise<Map<number, Map<number, number>>> {
  const few = new Uint32Array(256 * 256)
  const pairs = new Map<number, Map<number, number>>()
  const add = (a: number, b: number, count: number) => {
    const row = pairs.get(a) ?? new Map<number, number>()
    pairs.set(a, row.set(b, (row.get(b) ?? 0) + count))
  }
  for await (const segment of segments) {
    const mask = maskOf(segment, matcher)
    const rows = segment.slots(one)
    const columns = segment.slots(other)
    for (let at = 0; at < segment.size; at += 1) {
      if (mask !== null && mask[at] === 0) continue
      const a = rows[at] ?? 0
      const b = columns[at] ?? 0
      if (a < 256 && b < 256) few[a * 256 + b] = (few[a * 256 + b] ?? 0) + 1
      else add(a, b, 1)
    }
  }
  few.forEach((count, at) => {
    if (count > 0) add(Math.floor(at / 256), at % 256, count)
  })
  return pairs
}
