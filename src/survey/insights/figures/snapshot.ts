/** What viewers see of a study's answers: figures of one day, perturbed, and nothing from which an exact one follows. Pure. */
import * as z from 'zod'
import { type CountedCell, perturbed } from './perturb.ts'
import { joinGroups, type TallyGroup } from './tally.ts'

/** Nothing is shown of fewer responses. */
export const smallestBase = 20
/** Figures move when so many responses have come or gone, and at least this share of those that were there. */
export const fewestMoved = 10
const leastShare = 0.1
/** Sums of record keys tell whether people are the same, and are kept below this. */
export const keysBelow = 2 ** 32

const countSchema = z.int().min(0)
const cellSchema = z.object({ count: countSchema, keys: countSchema })
// What a later version adds is passed over, so that it can be gone back from.
const groupSchema = z.object({
  /** The answers that they gave to one question; null for everybody. */
  by: z.strictObject({ column: z.string(), slots: z.array(z.int()) }).nullable(),
  base: countSchema,
  /** By column: a figure for each slot from 1 on (blank), those who were not asked left out. */
  rows: z.record(z.string(), z.array(countSchema)),
  /** Who they really are, and by column who was asked, shown or not: told to nobody, as `counted`. Older figures are without. */
  who: z.object({ base: cellSchema, rows: z.record(z.string(), cellSchema) }).optional(),
})
const snapshotSchema = z.object({
  /** How many responses there really were; told to nobody, and what decides when the figures move. */
  counted: countSchema,
  /** Everybody first. */
  groups: z.array(groupSchema),
})

/** The figures of a day. */
export type Snapshot = z.infer<typeof snapshotSchema>
export type ShownGroup = z.infer<typeof groupSchema>

/** The figures of a snapshot as they were stored. */
export function readSnapshot(document: string): Snapshot {
  return snapshotSchema.parse(JSON.parse(document))
}

/** Whether enough responses have come or gone for new figures. */
export function hasMoved(before: number, now: number): boolean {
  return Math.abs(now - before) >= Math.max(fewestMoved, leastShare * before)
}

/**
 * The figures of everybody, and of the groups of each question that they are counted apart by. A group or a question is
 * too small where it is of fewer than twenty, or its figures say so: both depend on the people alone, so that even this is the
 * same for the same people.
 * @param splits the groups of each such question, which together are everybody
 * @param isAnswer whether a slot of a column is an answer: a question's base is of those who gave one
 */
export function snapshotOf(
  everybody: TallyGroup,
  splits: readonly (readonly TallyGroup[])[],
  isAnswer: IsAnswer,
): Snapshot {
  const groups = [everybody, ...splits.flatMap(largeEnough)].filter(isLarge)
  return { counted: everybody.base.count, groups: groups.map((group) => shownGroup(group, isAnswer)) }
}

type IsAnswer = (column: string, slot: number) => boolean

const isLarge = ({ base }: Pick<TallyGroup, 'base'>) => Math.min(base.count, perturbed(base)) >= smallestBase

/**
 * Small groups are one group together, with the smallest of the others where they are still too small: whoever takes all
 * that are shown from everybody is left with nobody.
 */
function largeEnough(groups: readonly TallyGroup[]): TallyGroup[] {
  const sorted = groups.filter(({ base }) => base.count > 0).sort((a, b) => b.base.count - a.base.count)
  const large = sorted.filter(isLarge)
  let rest = sorted.filter((group) => !isLarge(group))
  while (rest.length > 0 && large.length > 0 && !isLarge(joinGroups(rest))) rest = [...rest, ...large.splice(-1)]
  const shown = rest.length === 0 ? large : [...large, joinGroups(rest)]
  // Of one group there is nothing to say that is not said of everybody.
  return shown.length > 1 ? shown : []
}

function shownGroup({ by, base, rows }: TallyGroup, isAnswer: IsAnswer): ShownGroup {
  const sum = (cells: readonly CountedCell[], of: (cell: CountedCell) => number) =>
    cells.reduce((all, cell) => all + of(cell), 0)
  const count = (cell: CountedCell) => cell.count
  const asked = [...rows].map(([column, cells]) => [column, cells.slice(1)] as const)
  const large = asked.filter(([column, cells]) => {
    const answers = cells.filter((_, at) => isAnswer(column, at + 1))
    return Math.min(sum(answers, count), sum(answers, perturbed)) >= smallestBase
  })
  const all = (cells: readonly CountedCell[]): CountedCell => ({
    count: sum(cells, count),
    keys: sum(cells, ({ keys }) => keys) % keysBelow,
  })
  return {
    by,
    base: perturbed(base),
    rows: Object.fromEntries(large.map(([column, cells]) => [column, cells.map(perturbed)])),
    who: { base: all([base]), rows: Object.fromEntries(asked.map(([column, cells]) => [column, all(cells)])) },
  }
}
