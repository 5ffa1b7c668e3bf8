/** Shares of a crossed table. Pure. */
import type { CrossCell } from './table.ts'

export const shares = ['row', 'column', 'whole'] as const
export type ShareBase = (typeof shares)[number]

/** What a cell is a share of, and the share (0 to 1); null where nobody is. */
export function shareOf(
  { count, ofRow, ofColumn, ofWhole }: CrossCell,
  share: ShareBase,
): [of: number, part: number | null] {
  const of = { row: ofRow, column: ofColumn, whole: ofWhole }[share]
  return [of, of === 0 ? null : count / of]
}

/** How dark a share is drawn: 0 (not at all) to 6. */
export function heatOf(part: number | null): number {
  return part === null ? 0 : Math.min(6, Math.ceil(part * 10))
}
