/** Which ended responses are shown together to whoever reads answers: a pure function. */
import { dayLater } from '../../platform/time/zone.ts'

/** How many ended on a day in a study, by the offer of their vouchers; null where there is no voucher. */
export interface Waiting {
  studyId: string
  offerId: string | null
  /** UTC. */
  day: string
  count: number
}

export interface Group {
  studyId: string
  offerId: string | null
  from: string
  to: string
}

/** How many days fewer than a group wait for others; then they go with whatever comes next. */
const longestWait = 7

/**
 * The groups that can be made, from days in order. A day is never divided. Fewer than `smallest` wait until they are as
 * many, for a week at most: the next day that brings any of their offer then takes them along, so that none ever goes
 * alone. Those without a voucher are like nothing that finance sees, and wait for nobody.
 */
export function groupsOf(waiting: readonly Waiting[], smallest: number): Group[] {
  const open = new Map<string, { from: string; count: number }>()
  const groups: Group[] = []
  for (const { studyId, offerId, day, count } of waiting) {
    const cell = `${studyId} ${offerId}`
    const { from, count: before } = open.get(cell) ?? { from: day, count: 0 }
    const isEnough = before + count >= smallest || (before > 0 && day >= dayLater(from, longestWait))
    if (offerId !== null && !isEnough) {
      open.set(cell, { from, count: before + count })
      continue
    }
    open.delete(cell)
    groups.push({ studyId, offerId, from, to: day })
  }
  return groups
}
