/**
 * Which of new figures take the place of those before. A count that the same people always give stays exactly as it was while
 * nobody comes or goes, so that of a group which one person joined the figures that moved would be that person's answers. Pure.
 */
import { fewestMoved, type ShownGroup, type Snapshot } from './snapshot.ts'

/**
 * The figures of today, but for what moved by a few people alone: groups, and questions, of which some but fewer than ten
 * came or went, stay as they were. All groups of a question do so together, because everybody's figures less those of the
 * groups that moved would be the others'.
 */
export function renewed(before: Snapshot | null, now: Snapshot): Snapshot {
  if (before === null) return now
  const splits = Map.groupBy(now.groups, ({ by }) => by?.column ?? null)
  const groups = [...splits].flatMap(([column, groups]) => {
    const old = before.groups.filter(({ by }) => (by?.column ?? null) === column)
    return renewedSplit(old, groups)
  })
  return { counted: now.counted, groups }
}

function renewedSplit(old: readonly ShownGroup[], groups: readonly ShownGroup[]): readonly ShownGroup[] {
  const sides = sameSlots(old, groups)
  if (!hasMoved(sides, ({ people }) => people?.base)) return old
  const columns = new Set(groups.flatMap(({ rows }) => Object.keys(rows)))
  const steady = [...columns].filter((column) => !hasMoved(sides, ({ people }) => people?.rows[column]))
  return groups.map((group) => {
    const own = sides.find(({ after }) => after.length === 1 && after[0] === group)?.before ?? []
    return steady.reduce((sum, column) => asBefore(sum, own.length === 1 ? own[0] : undefined, column), group)
  })
}

/** Groups of before and of now that are of the same slots: mostly one of each, more where small ones were put together otherwise. */
interface Side {
  before: ShownGroup[]
  after: ShownGroup[]
}

function sameSlots(old: readonly ShownGroup[], groups: readonly ShownGroup[]): Side[] {
  return groups.reduce<Side[]>((sides, group) => {
    const isShared = (one: ShownGroup) =>
      group.by === null || (one.by?.slots.some((slot) => group.by?.slots.includes(slot)) ?? false)
    const touched = sides.filter(({ before }) => before.some(isShared))
    const before = new Set([...touched.flatMap((side) => side.before), ...old.filter(isShared)])
    const after = [...touched.flatMap((side) => side.after), group]
    return [...sides.filter((side) => !touched.includes(side)), { before: [...before], after }]
  }, [])
}

/** Whether of each side either nobody, or enough, came or went; what was not counted before has nothing to be compared with. */
function hasMoved(sides: readonly Side[], people: (group: ShownGroup) => number | undefined): boolean {
  return sides.every(({ before, after }) => {
    const [was, is] = [before, after].map((groups) => groups.map(people))
    if (was === undefined || is === undefined || was.length === 0 || [...was, ...is].includes(undefined)) return true
    const sum = (counts: readonly (number | undefined)[]) => counts.reduce<number>((all, one) => all + (one ?? 0), 0)
    const moved = Math.abs(sum(is) - sum(was))
    return moved === 0 || moved >= fewestMoved
  })
}

/** The group with a row as it was; without it where there is none to be compared, because the group is another one. */
function asBefore(group: ShownGroup, own: ShownGroup | undefined, column: string): ShownGroup {
  const { [column]: _, ...rows } = group.rows
  const [row, count] = [own?.rows[column], own?.people?.rows[column]]
  if (row === undefined || count === undefined || group.people === undefined) return { ...group, rows }
  const people = { ...group.people, rows: { ...group.people.rows, [column]: count } }
  return { ...group, people, rows: { ...rows, [column]: row } }
}
