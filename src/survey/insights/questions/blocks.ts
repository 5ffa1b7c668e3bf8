/** The characters of the blocks of a question, counted once for all of its columns. Pure. */
import { codes } from '../segments/alphabet.ts'
import { fieldOf, type SegmentColumns } from '../segments/columns.ts'
import { type CharacterCounts, type Chosen, countingBlock } from '../segments/counting-characters.ts'
import { weighingBlock } from '../segments/counting-weights.ts'
import type { Field, Layout } from '../segments/layout.ts'
import type { Measured } from './mass.ts'

/** How often each character stands at the place of a column of one character, or with how much weight. */
export type CountsAt = (field: Pick<Field, 'block' | 'at'>) => Float64Array

export type BlockCounting = ReturnType<typeof countingBlocks>

/** The blocks of a question, each counted once for all of its columns that are asked for. */
export function countingBlocks(layout: Layout, isWeighed: boolean) {
  const found = new Map<string, BlockOf>()
  return {
    ask: (column: string) => {
      const { block, stride } = fieldOf(layout, column)
      if (found.has(block)) return
      found.set(block, {
        column,
        counting: countingBlock(stride),
        weighing: isWeighed ? weighingBlock(stride) : null,
      })
    },
    add: (segment: SegmentColumns, chosen: Chosen) => {
      for (const { column, counting, weighing } of found.values()) {
        counting.add(segment.block(column), chosen)
        if (chosen.weights !== null) weighing?.add(segment.block(column), chosen.size, chosen.weights)
      }
    },
    counts: (): Measured<CountsAt> => {
      const people = new Map([...found].map(([block, { counting }]) => [block, counting.counts()]))
      const weighed = new Map([...found].map(([block, { weighing }]) => [block, weighing?.counts()]))
      return {
        people: countsIn((block) => people.get(block)),
        weighed: isWeighed
          ? {
              weights: countsIn((block) => weighed.get(block)?.weights),
              squares: countsIn((block) => weighed.get(block)?.squares),
            }
          : null,
      }
    },
  }
}

interface BlockOf {
  column: string
  counting: ReturnType<typeof countingBlock>
  weighing: ReturnType<typeof weighingBlock> | null
}

/** What was counted of blocks, by where a column stands. */
export function countsIn(countsOf: (block: string) => CharacterCounts | undefined): CountsAt {
  return ({ block, at }) => countsOf(block)?.[at] ?? new Float64Array(codes)
}
