/** Which ended responses are shown together to whoever reads answers: a pure function. */
import { dayLater } from '../../platform/time/zone.ts'

/** How many ended on a day in a study, by the offer of their vouchers; null where there is no voucher. */
export interface WaitingGroup {
  studyId: string
  offerId: string | null
  /** UTC. */
  day: string
  count: number
  /** How many of them a person has to decide about. */
  held: number
}

export interface OfferGroup {
  studyId: string
  offerId: string | null
  from: string
  to: string
}

/** How many days fewer than a group wait for others; then they go with whatever comes next. */
const longestWait = 7

/** So many days where one of them is held: its respondent was promised a decision within five working days. */
const longestWaitOfHeld = 3

/**
 * The groups that can be made, from days in order. A day is never divided. Fewer than `smallest` wait until they are as
 * many, for a week at most: the next day that brings any of their offer then takes them along, so that none ever goes
 * alone. Only what has somebody waiting for a person goes after three days however few it is. Those without a voucher are
 * like nothing that finance sees, and wait for nobody.
 * @param today the day (UTC) that is not over
 */
export function groupsOf(waiting: readonly WaitingGroup[], smallest: number, today: string): OfferGroup[] {
  const open = new Map<string, OfferGroup & { count: number; held: number }>()
  const groups: OfferGroup[] = []
  for (const { studyId, offerId, day, count, held } of waiting) {
    const cell = `${studyId} ${offerId}`
    const before = open.get(cell) ?? { from: day, count: 0, held: 0 }
    const { from } = before
    const isEnough = before.count + count >= smallest || (before.count > 0 && day >= dayLater(from, longestWait))
    if (offerId !== null && !isEnough) {
      open.set(cell, { studyId, offerId, from, to: day, count: before.count + count, held: before.held + held })
      continue
    }
    open.delete(cell)
    groups.push({ studyId, offerId, from, to: day })
  }
  const late = [...open.values()].filter(({ from, held }) => held > 0 && today > dayLater(from, longestWaitOfHeld))
  return [...groups, ...late.map(({ studyId, offerId, from, to }) => ({ studyId, offerId, from, to }))]
}
