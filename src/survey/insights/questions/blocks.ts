/** The characters of the blocks of a question, counted once for all of its columns. Pure. */
import { codes } from '../segments/alphabet.ts'
import { type SegmentColumns, storedColumn } from '../segments/columns.ts'
import { type CharacterCounts, countingBlock, type SelectedPlaces } from '../segments/counting-characters.ts'
import { type CharacterWeights, weighingBlock } from '../segments/counting-weights.ts'
import type { SegmentLayout, StoredColumn } from '../segments/layout.ts'
import type { Measured } from './mass.ts'

/** How often each character stands at the place of a column of one character, or with how much weight. */
export type CountsAt = (field: Pick<StoredColumn, 'block' | 'at'>) => Float64Array

export type BlockCounting = ReturnType<typeof countingBlocks>

/** The blocks of a question, each counted once for all of its columns that are asked for. */
export function countingBlocks(layout: SegmentLayout, units: Float64Array | null) {
  const found = new Map<string, BlockOf>()
  const all = [...layout.blocks.values()].reduce((sum, width) => sum + width, 0)
  return {
    ask: (column: string) => {
      const { block, stride } = storedColumn(layout, column)
      if (found.has(block)) return
      found.set(block, {
        column,
        counting: countingBlock(stride),
        weighing: units && weighingBlock(stride, units, all),
      })
    },
    add: (segment: SegmentColumns, chosen: SelectedPlaces) => {
      for (const { column, counting, weighing } of found.values()) {
        if (weighing === null || chosen.weights === null) counting.add(segment.block(column), chosen)
        else weighing.add(segment.block(column), chosen.size, chosen.weights)
      }
    },
    counts: (): Measured<CountsAt> => {
      return measuredIn(
        [...found].map(([block, { counting, weighing }]) => [
          block,
          weighing?.counts() ?? { people: counting.counts() },
        ]),
      )
    },
  }
}

interface BlockOf {
  column: string
  counting: ReturnType<typeof countingBlock>
  weighing: ReturnType<typeof weighingBlock> | null
}

/** What was counted of blocks, by where a column stands; of weighted people their weights beside them. */
export function measuredIn(
  counted: readonly (readonly [block: string, counts: { people: CharacterCounts } | CharacterWeights])[],
): Measured<CountsAt> {
  const counts = new Map(counted)
  const of = (countsOf: (block: string) => CharacterCounts | undefined): CountsAt => {
    return ({ block, at }) => countsOf(block)?.[at] ?? new Float64Array(codes)
  }
  const weighed = (kind: 'weights' | 'squares') =>
    of((block) => {
      const found = counts.get(block)
      return found && 'weights' in found ? found[kind] : undefined
    })
  const isWeighed = counted.some(([, found]) => 'weights' in found)
  return {
    people: of((block) => counts.get(block)?.people),
    weighed: isWeighed ? { weights: weighed('weights'), squares: weighed('squares') } : null,
  }
}
