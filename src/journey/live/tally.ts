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
export interface EndedCount {
  ended: number
  complete: number
}

export interface VisitTally {
  /** How many are shown. */
  shown: number
  how: Record<Status, number>
  /** By the slot of the column; without those that are gone. */
  languages: Map<number, EndedCount>
  doors: Map<number, EndedCount>
  sources: Map<number, EndedCount>
  /** By days since 1970. */
  days: Map<number, EndedCount>
  /** How many completed ones have a flag of each family, by its place. */
  flags: number[]
  /** Completed ones with any flag. */
  flagged: number
  /** How many completed ones took so many seconds; those of which it is not known are left out. */
  seconds: Map<number, number>
}

/** Complete, held and rejected come first, behind those that are gone. */
const lastComplete = statuses.indexOf('rejected')

/** As many slots as a column of one, two and three characters has. */
const [short, long, longest] = [64, 64 ** 2, 64 ** 3] as const

/** Counts by slot; a map would be asked a million times. */
class Counter {
  private readonly ended: Uint32Array
  private readonly complete: Uint32Array
  constructor(slots: number) {
    this.ended = new Uint32Array(slots)
    this.complete = new Uint32Array(slots)
  }

  add(slot: number, isComplete: 0 | 1): void {
    this.ended[slot] = (this.ended[slot] ?? 0) + 1
    this.complete[slot] = (this.complete[slot] ?? 0) + isComplete
  }

  /** Without slots that nobody has. */
  all(): Map<number, EndedCount> {
    const counts = new Map<number, EndedCount>()
    this.ended.forEach((ended, slot) => {
      if (ended > 0) counts.set(slot, { ended, complete: this.complete[slot] ?? 0 })
    })
    return counts
  }
}

/** Counts all pieces, those of several versions one behind the other. */
export async function tallyOf(pieces: AsyncIterable<Piece>): Promise<VisitTally> {
  const how = new Uint32Array(statuses.length)
  const masks = new Uint32Array(short)
  const [languages, doors, sources] = [new Counter(short), new Counter(short), new Counter(long)]
  const [days, seconds] = [new Counter(longest), new Counter(longest)]
  let shown = 0
  for await (const piece of pieces) {
    const columns = liveColumns.map((name) => piece.slots(name))
    const [status, language, door, source, day, flags, active] = columns
    shown += piece.size
    for (let at = 0; at < piece.size; at += 1) {
      const slot = status?.[at] ?? 0
      how[slot] = (how[slot] ?? 0) + 1
      if (slot === 0) continue
      const isComplete = slot <= lastComplete ? 1 : 0
      languages.add(language?.[at] ?? 0, isComplete)
      doors.add(door?.[at] ?? 0, isComplete)
      sources.add(source?.[at] ?? 0, isComplete)
      days.add(day?.[at] ?? 0, isComplete)
      if (isComplete === 0) continue
      const mask = flags?.[at] ?? 0
      masks[mask] = (masks[mask] ?? 0) + 1
      seconds.add(active?.[at] ?? 0, 1)
    }
  }
  const took = new Map([...seconds.all()].map(([slot, { ended }]) => [slot, ended]))
  took.delete(0)
  return {
    shown,
    how: Object.fromEntries(statuses.map((name, at) => [name, how[at] ?? 0])) as VisitTally['how'],
    languages: languages.all(),
    doors: doors.all(),
    sources: sources.all(),
    days: days.all(),
    flags: flagFamilies.map((_, bit) => masks.reduce((sum, count, mask) => sum + ((mask >> bit) & 1) * count, 0)),
    flagged: masks.reduce((sum, count, mask) => (mask > 0 ? sum + count : sum), 0),
    seconds: took,
  }
}

/** Completed ones, whatever was decided about them. */
export const completedCount = ({ how }: Pick<VisitTally, 'how'>): number => how.complete + how.held + how.rejected

/** Complete of those who could complete; null where there is none. */
export function completionRate(started: number, tally: Pick<VisitTally, 'how'>): number | null {
  const could = started - tally.how.screened_out - tally.how.over_quota
  return could > 0 ? completedCount(tally) / could : null
}
