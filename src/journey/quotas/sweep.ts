/** The periodic work on quotas: what ran out is freed, and places follow what was decided about their responses. */
import type { JudgedState, QuotaState } from '../../../schema/tables.ts'
import type { Query } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { freeWhatRanOut, moveTo } from '../../survey/quotas/reservation.ts'
import { findPlaces } from '../../survey/quotas/store.ts'

const fewAtOnce = 25
/** What is left after so many rounds waits for the next sweep: a Worker may ask its database only so often a run. */
const roundsOfASweep = 4

interface Judged {
  respondentId: string
  studyId: string
  n: number
  state: QuotaState
  judged: JudgedState
}

/** Of a response that was erased nobody knows the places. `from`: SQLite begins with the first, of which there are few. */
const standing = (from: string, which: string) => `select quota_reservations.respondent_id as "respondentId",
  quota_reservations.study_id as "studyId", quota_reservations.n as "n", quota_reservations.state as "state",
  reviews.state as "judged"
from ${from}
where quota_reservations.respondent_id = reviews.id and ${which}
  and exists (select 1 from responses where responses.respondent_id = reviews.id and responses.seed <> '')`

/** Places that stand elsewhere than the decision about their response: among those held, and among decisions against. */
const judgedOtherwise: Query<Judged> = {
  sql: `${standing('quota_reservations cross join reviews', `quota_reservations.state = 'held' and reviews.state in ('accepted', 'final')`)}
union all ${standing('reviews cross join quota_reservations', `reviews.state <> 'accepted' and quota_reservations.state = 'accepted'`)}
order by 1 limit ${fewAtOnce}`,
  values: [],
}

/**
 * Frees what ran out, and counts as held, accepted or not at all what was decided so. A place is freed late rather than
 * early, so that no cell ever holds one too many. Two sweeps at once are harmless.
 */
export async function sweepQuotas(ports: Ports): Promise<void> {
  for (let round = 0; round < roundsOfASweep; round++) if ((await freeWhatRanOut(ports)) < fewAtOnce) break
  const { db, clock } = ports
  for (let round = 0; round < roundsOfASweep; round++) {
    const judged = await db.read(judgedOtherwise)
    for (const one of judged) await follow(ports, one, clock.now())
    if (judged.length < fewAtOnce) break
  }
}

async function follow({ db }: Ports, { judged, n, state, ...whose }: Judged, at: string): Promise<void> {
  const cells = await findPlaces({ db }, whose.respondentId)
  const from = { ...whose, cells, reservation: { n, state, openedAt: at, expiresAt: at } }
  // Whoever may still object may be accepted yet, and needs the place then.
  const to = judged === 'accepted' ? 'accepted' : 'held'
  // One that counts in no cell is freed as well, or it would be found again by every sweep.
  const { rows, counts } = judged === 'final' ? moveTo(from, 'freed', [], at) : moveTo(from, to, cells, at)
  // Refused when it has moved on: the next sweep looks again.
  await db.together(...rows, ...counts)
}
