/**
 * Elects one of several servers on one database for a part of the work: by a row that one of them holds for a while. It saves
 * work that would be done twice; whoever is elected does nothing that another one could not do at the same time.
 */
import type { Clock } from '../../ports.ts'
import { commit } from '../db/perform.ts'
import { type Database, prepareQuery } from '../db/together.ts'
import { sql } from './tables.ts'

/** The part of the periodic work. */
export const sweepPart = 'sweep'

/**
 * Takes the row when nobody holds it, or holds on to it. An end that is further away than anybody may set it (`latest`) was
 * written by a clock that was ahead, and does not count.
 */
const hold = prepareQuery((p: { part: string; holder: string; now: string; ends_at: string; latest: string }) =>
  sql
    .insertInto('elections')
    .values({ part: p.part, holder: p.holder, ends_at: p.ends_at })
    .onConflict((oc) =>
      oc
        .column('part')
        .doUpdateSet((eb) => ({ holder: eb.ref('excluded.holder'), ends_at: eb.ref('excluded.ends_at') }))
        .where((eb) =>
          eb.or([
            eb('elections.holder', '=', p.holder),
            eb('elections.ends_at', '<=', p.now),
            eb('elections.ends_at', '>', p.latest),
          ]),
        ),
    )
    .returning('holder'),
)

const letGo = prepareQuery((p: { part: string; holder: string }) =>
  sql.deleteFrom('elections').where('part', '=', p.part).where('holder', '=', p.holder),
)

/** Anybody's, of a database that nobody else has open: whoever held a row is gone. */
export const forgetElections = prepareQuery(() => sql.deleteFrom('elections'))

const holding = prepareQuery((p: { part: string; now: string; latest: string }) =>
  sql
    .selectFrom('elections')
    .select('holder')
    .where('part', '=', p.part)
    .where('ends_at', '>', p.now)
    .where('ends_at', '<=', p.latest),
)

/** The query for who holds a part at `now`, as whoever is elected for `ms` at a time would see it: a row, or none. */
export function holderOf(part: string, now: string, ms: number) {
  return holding({ part, now, latest: latestEnd(now, ms) })
}

/** Clocks of servers differ by some seconds: only an end that is twice as far away is nobody's word. */
const latestEnd = (now: string, ms: number) => new Date(Date.parse(now) + 2 * ms).toISOString()

/** One server, among those that may be elected for this part. */
export interface ElectionCandidate {
  /** Whether it is this one's turn for the next `ms`, unless it lets go before. */
  isElected(): Promise<boolean>
  /** Lets another one go on at once. */
  resign(): Promise<void>
}

/** @param holder a name that no other server has; @param ms how long one that is gone stands in the way of the others */
export function candidate(
  { db, clock }: { db: Database; clock: Pick<Clock, 'now'> },
  part: string,
  holder: string,
  ms: number,
): ElectionCandidate {
  return {
    async isElected() {
      const now = clock.now()
      const ends_at = new Date(Date.parse(now) + ms).toISOString()
      const outcome = await db.together(hold({ part, holder, now, ends_at, latest: latestEnd(now, ms) }))
      return outcome.done && (outcome.rows[0]?.length ?? 0) === 1
    },
    resign: () => commit(db, 'Resigning', letGo({ part, holder })),
  }
}
