/** The places of a response in the cells of its study: reserved, moved and freed, all of them or none. */
import type { QuotaState } from '../../../schema/tables.ts'
import type { Database, Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import * as store from './store.ts'

/** A reservation as it was read. Times are ISO 8601 in UTC. */
export interface Reservation {
  n: number
  state: QuotaState
  openedAt: string
  /** When an open one runs out. */
  expiresAt: string
}

/** Where a response stands: its reservation, and the cells that go with it. */
export interface QuotaPosition {
  respondentId: string
  studyId: string
  reservation: Reservation | null
  cells: readonly string[]
}

/** `counts` are rows that everybody meets: they belong behind the others in a `together`, before money. */
export interface ReservationMove {
  rows: Write[]
  counts: Write[]
}

/** The writes by which a response counts there, in these cells; of an open one, until `expiresAt`. */
export function moveTo(
  from: QuotaPosition,
  state: QuotaState,
  cells: readonly string[],
  at: string,
  expiresAt: string = at,
): ReservationMove {
  const { respondentId, studyId, reservation } = from
  const isGoingOn = reservation?.state === 'open' && state === 'open'
  const step =
    reservation === null
      ? store.addReservation({ respondentId, studyId, state, at, expiresAt })
      : store.stepReservation({
          respondentId,
          n: reservation.n,
          state,
          openedAt: isGoingOn ? reservation.openedAt : at,
          expiresAt,
        })
  const isSame = from.cells.join() === cells.join()
  const places = isSame
    ? []
    : [store.dropPlaces({ respondentId }), ...cells.map((cell) => store.addPlace({ respondentId, studyId, cell }))]
  return { rows: [step, ...places], counts: countsBetween(from, { state, cells }) }
}

/**
 * Frees the places of a response that is over. Which cells it counted in is forgotten, too; nothing to write for one that
 * never had any.
 */
export function freeAll(from: QuotaPosition, at: string): ReservationMove {
  const { reservation, cells } = from
  // Nor for one that ended, and whose cells are forgotten with its answers: its count stays.
  const isNothing = reservation === null || (reservation.state !== 'open' && cells.length === 0)
  if (isNothing) return { rows: [], counts: [] }
  return moveTo(from, 'freed', [], at)
}

type Counted = Exclude<QuotaState, 'freed'>
const nothing = { open: 0, held: 0, accepted: 0 } satisfies Record<Counted, number>

/** In the order of the cells' names, so that no two writers cross. */
function countsBetween(from: QuotaPosition, to: { state: QuotaState; cells: readonly string[] }): Write[] {
  const changes = new Map<string, Record<Counted, number>>()
  const count = (state: QuotaState, cells: readonly string[], by: 1 | -1) => {
    if (state === 'freed') return
    for (const cell of cells) {
      const change = changes.get(cell) ?? { ...nothing }
      change[state] += by
      changes.set(cell, change)
    }
  }
  count(from.reservation?.state ?? 'freed', from.cells, -1)
  count(to.state, to.cells, 1)
  return [...changes]
    .filter(([, { open, held, accepted }]) => open !== 0 || held !== 0 || accepted !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cell, change]) => store.countInCell({ studyId: from.studyId, cell, ...change }))
}

/** Every freeing is a write of its own, and a Worker's run has room for few. */
const fewAtOnce = 25
/** In one cell, for somebody who waits: a request has less room, and one place is enough for them. */
const fewestAtOnce = 5

/**
 * Frees what has run out: by the sweep, and before someone is told that a cell is full. Two at once are harmless. The
 * cells stay beside it, so that whoever comes back can be told which place was lost.
 * @param of only in this cell
 * @returns how many were listed
 */
export async function freeWhatRanOut(
  { db, clock }: Pick<Ports, 'db' | 'clock'>,
  of: { studyId: string; cell: string } | null = null,
): Promise<number> {
  const now = clock.now()
  const listed = await db.read(store.listExpiredReservations(now, of === null ? fewAtOnce : fewestAtOnce, of))
  const places = await store.placesOfAll(
    db,
    listed.map(({ respondentId }) => respondentId),
  )
  // A race with its own respondent is lost without harm: then it counts there, or has run out again by the next time.
  await Promise.allSettled(listed.map((one) => freeOne(db, one, places.get(one.respondentId) ?? [], now)))
  return listed.length
}

async function freeOne(
  db: Database,
  { respondentId, studyId, n }: store.Expired,
  cells: readonly string[],
  now: string,
): Promise<void> {
  const reservation: Reservation = { n, state: 'open', openedAt: now, expiresAt: now }
  const from: QuotaPosition = { respondentId, studyId, reservation, cells }
  await db.together(store.freeExpired({ respondentId, n, now }), ...countsBetween(from, { state: 'freed', cells: [] }))
}
