/**
 * Which new figures replace the old ones. A count over the same people stays exactly as it was while nobody comes or
 * goes: if one person joined a group, the figures that moved would be that person's answers. Pure.
 */
import type { CountedCell } from './perturb.ts'
import { fewestMoved, keysBelow, type ShownGroup, type Snapshot } from './snapshot.ts'

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
  if (!hasMoved(sides, ({ who }) => who?.base)) return old
  const shown = new Set(old.flatMap(({ rows }) => Object.keys(rows)))
  const counted = new Set(groups.flatMap(({ who }) => Object.keys(who?.rows ?? {})))
  const both = [...shown].filter((column) => counted.has(column))
  const steady = new Set(both.filter((column) => !hasMoved(sides, ({ who }) => who?.rows[column])))
  return groups.map((group) => {
    const own = sides.find(({ after }) => after.length === 1 && after[0] === group)?.before ?? []
    return asBefore(group, own.length === 1 ? own[0] : undefined, steady)
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

/**
 * Whether of each side either nobody, or enough, came or went. Where as many came as went, it is not nobody: the sums of
 * their keys tell. What was not counted before has nothing to be compared with.
 */
function hasMoved(sides: readonly Side[], cellOf: (group: ShownGroup) => CountedCell | undefined): boolean {
  return sides.every(({ before, after }) => {
    const [was, is] = [sumOf(before.map(cellOf)), sumOf(after.map(cellOf))]
    if (before.length === 0 || was === null || is === null) return true
    const moved = Math.abs(is.count - was.count)
    return moved >= fewestMoved || (moved === 0 && is.keys === was.keys)
  })
}

/** Null where one is not known. */
function sumOf(cells: readonly (CountedCell | undefined)[]): CountedCell | null {
  const known = cells.filter((cell) => cell !== undefined)
  if (known.length < cells.length) return null
  return known.reduce((a, b) => ({ count: a.count + b.count, keys: (a.keys + b.keys) % keysBelow }), {
    count: 0,
    keys: 0,
  })
}

/** The group with some rows as they were; without them where there are none to be compared, because the group is another one. */
function asBefore(group: ShownGroup, own: ShownGroup | undefined, columns: ReadonlySet<string>): ShownGroup {
  const isHeld = ([column]: [string, unknown]) => columns.has(column)
  function mixed<Value>(now: Record<string, Value>, before: Record<string, Value> = {}): Record<string, Value> {
    const moved = Object.entries(now).filter((one) => !isHeld(one))
    return Object.fromEntries([...moved, ...Object.entries(before).filter(isHeld)])
  }
  const rows = mixed(group.rows, own?.rows)
  if (group.who === undefined) return { ...group, rows }
  const { base, rows: asked } = group.who
  return { ...group, rows, who: { base, rows: mixed(asked, own?.who?.rows ?? asked) } }
}
