/** The characters of the blocks of a question, counted once for all of its columns. Pure. */
import { codes } from '../segments/alphabet.ts'
import { fieldOf, type SegmentColumns } from '../segments/columns.ts'
import { type Chosen, countingBlock } from '../segments/counting-characters.ts'
import type { Field, Layout } from '../segments/layout.ts'

/** How often each character stands at the place of a column of one character. */
export type CountsAt = (field: Pick<Field, 'block' | 'at'>) => Float64Array

export type BlockCounting = ReturnType<typeof countingBlocks>

/** The blocks of a question, each counted once for all of its columns that are asked for. */
export function countingBlocks(layout: Layout) {
  const found = new Map<string, { column: string; counting: ReturnType<typeof countingBlock> }>()
  return {
    ask: (column: string) => {
      const { block, stride } = fieldOf(layout, column)
      if (!found.has(block)) found.set(block, { column, counting: countingBlock(stride) })
    },
    add: (segment: SegmentColumns, chosen: Chosen) => {
      for (const { column, counting } of found.values()) counting.add(segment.block(column), chosen)
    },
    counts: (): CountsAt => {
      const all = new Map([...found].map(([block, { counting }]) => [block, counting.counts()]))
      return ({ block, at }) => all.get(block)?.[at] ?? new Float64Array(codes)
    },
  }
}
