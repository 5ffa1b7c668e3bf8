/** What segments come to on the live page: how shown responses ended, and how they are spread. One pass, and pure. */

import { flagFamilies, type Status, statuses } from '../../survey/insights/segments/about.ts'

/** As many as slots of one column can be told apart at once. */
type Slots = ArrayLike<number>

/** A piece of the shown responses: `slots` has one number a response. */
interface Piece {
  size: number
  slots(column: string): Slots
}

/** The columns that are read. */
export const liveColumns = ['_status', '_language', '_door', '_source', '_day', '_flags', '_active'] as const

/** Of some responses: all that ended, and those that were completed, whatever was decided about them. */
export interface Ended {
  ended: number
  complete: number
}

export interface Tally {
  /** How many are shown. */
  shown: number
  how: Record<Status, number>
  /** By the slot of the column; without those that are gone. */
  languages: Map<number, Ended>
  doors: Map<number, Ended>
  sources: Map<number, Ended>
  /** By days since 1970. */
  days: Map<number, Ended>
  /** How many completed ones have a flag of each family, by its place. */
  flags: number[]
  /** Completed ones with any flag. */
  flagged: number
  /** How many completed ones took so many seconds; those of which it is not known are left out. */
  seconds: Map<number, number>
}

const families = flagFamilies.length

/** Counts all pieces, those of several versions one behind the other. */
export async function tallyOf(pieces: AsyncIterable<Piece>): Promise<Tally> {
  const tally: Tally = {
    shown: 0,
    how: { gone: 0, complete: 0, held: 0, rejected: 0, screened_out: 0, over_quota: 0, lapsed: 0 },
    languages: new Map(),
    doors: new Map(),
    sources: new Map(),
    days: new Map(),
    flags: Array.from({ length: families }, () => 0),
    flagged: 0,
    seconds: new Map(),
  }
  for await (const piece of pieces) add(tally, piece)
  return tally
}

function add(tally: Tally, piece: Piece): void {
  const [status, language, door, source, day, flags, active] = liveColumns.map((name) => piece.slots(name)) as [
    Slots,
    Slots,
    Slots,
    Slots,
    Slots,
    Slots,
    Slots,
  ]
  tally.shown += piece.size
  for (let at = 0; at < piece.size; at += 1) {
    const how = statuses[status[at] ?? 0] ?? 'gone'
    tally.how[how] += 1
    if (how === 'gone') continue
    const isComplete = how === 'complete' || how === 'held' || how === 'rejected'
    count(tally.languages, language[at] ?? 0, isComplete)
    count(tally.doors, door[at] ?? 0, isComplete)
    count(tally.sources, source[at] ?? 0, isComplete)
    count(tally.days, day[at] ?? 0, isComplete)
    if (!isComplete) continue
    const mask = flags[at] ?? 0
    if (mask > 0) tally.flagged += 1
    for (let bit = 0; bit < families; bit += 1) if ((mask >> bit) & 1) tally.flags[bit] = (tally.flags[bit] ?? 0) + 1
    const seconds = active[at] ?? 0
    if (seconds > 0) tally.seconds.set(seconds, (tally.seconds.get(seconds) ?? 0) + 1)
  }
}

function count(counts: Map<number, Ended>, slot: number, isComplete: boolean): void {
  const known = counts.get(slot)
  if (known === undefined) counts.set(slot, { ended: 1, complete: isComplete ? 1 : 0 })
  else {
    known.ended += 1
    if (isComplete) known.complete += 1
  }
}

/** Completed ones, whatever was decided about them. */
export const completed = ({ how }: Pick<Tally, 'how'>): number => how.complete + how.held + how.rejected

/** Complete of those who could complete; null where there is none. */
export function completionRate(started: number, tally: Pick<Tally, 'how'>): number | null {
  const could = started - tally.how.screened_out - tally.how.over_quota
  return could > 0 ? completed(tally) / could : null
}
