/** Responses as the review desk shows them: what may be done, by when, and what the checks found. */
import { booksZone, dayLater, dayOf } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { listTerms } from '../../rewards/offers/store.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { hasDuty } from '../../staff/permissions/duties.ts'
import { may } from '../../staff/permissions/may.ts'
import type { ShownResponse } from './card.tsx'
import { flagsByReference } from './desk/flags.ts'
import { promisedOn } from './queue.ts'
import { isBeingDecided, openReviewActions, reviewStateOf } from './reviews.ts'
import type { Reviewed } from './reviews-store.ts'

/** Each as `staff` may see it now. */
export async function showAll(
  { db, clock }: Pick<Ports, 'db' | 'clock'>,
  staff: Staff,
  responses: readonly Reviewed[],
): Promise<ShownResponse[]> {
  const now = clock.now()
  const flags = await flagsByReference(db, [...new Set(responses.map(({ ref }) => ref))])
  const dues = await duesOf({ db, clock }, responses)
  const judged = await judgedBy(db, staff, new Set(responses.map(({ studyId }) => studyId)))
  return responses.map((response, at) => {
    const { ref, study, studyId, day, reason, n, actsAt } = response
    const state = reviewStateOf(response)
    const ways = judged.has(studyId) ? openReviewActions(response, now) : []
    const due = dues[at] ?? null
    const found = flags.get(ref) ?? []
    const shownFlags = isBeingDecided(state) ? found : found.filter(({ family }) => family !== 'pace')
    return {
      ...{ ref, study, day, state, ways, reason, n, due, flags: shownFlags },
      undoUntil: ways.includes('undo') ? actsAt : null,
      isLate: due !== null && due < dayOf(booksZone, now),
    }
  })
}

/** The studies whose responses somebody judges: not those of which they make the personal links. */
async function judgedBy(db: Ports['db'], staff: Staff, studies: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const decides = [...studies].filter((id) => may(staff, 'reviews.decide', id))
  const makes = await Promise.all(decides.map((id) => hasDuty({ db }, staff.id, id, 'links')))
  return new Set(decides.filter((_, at) => !makes[at]))
}

/** By when each is decided, as those who wait were told; null where none is due, or the calendar does not reach that far. */
async function duesOf(ports: Pick<Ports, 'db' | 'clock'>, responses: readonly Reviewed[]): Promise<(string | null)[]> {
  const isWaiting = ({ judged }: Reviewed) => judged === 'held'
  const terms = responses.some(isWaiting) ? await listTerms(ports.db, ports.clock.now()) : []
  const promised = new Map<string, Promise<{ by: string | null }>>()
  return Promise.all(
    responses.map(async (response) => {
      if (response.judged === 'objected') return response.dueDay
      const study = terms.find(({ id }) => id === response.studyId)
      if (!isWaiting(response) || study === undefined) return null
      const promises = daysOf(response).map((day) => {
        const key = `${study.id} ${day}`
        const known = promised.get(key) ?? promisedOn(ports, study, day)
        promised.set(key, known)
        return known
      })
      const days = (await Promise.all(promises)).flatMap(({ by }) => (by === null ? [] : [by]))
      return days.toSorted()[0] ?? null
    }),
  )
}

/** The days on one of which it was held; where they are shown together, the earliest promise is kept, and tells none apart. */
function daysOf({ day, since }: Reviewed): string[] {
  const [from = '', to = from] = day.split('/')
  if (since > to) return [since]
  const days = [from]
  for (let next = dayLater(from, 1); next <= to; next = dayLater(next, 1)) days.push(next)
  return days
}
