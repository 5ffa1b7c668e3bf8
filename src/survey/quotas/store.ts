/** The rows of cells, of reservations and of the places that responses have. */
import type { QuotaState } from '../../../schema/tables.ts'
import { chunked, maxBoundValues } from '../../platform/db/chunked.ts'
import { type Database, prepareQuery, type Query } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

/** A cell as it is counted. */
export interface CellCount {
  cell: string
  /** At most so many of all three together. */
  cap: number
  open: number
  held: number
  accepted: number
}

/** The cells of a study. */
export const cellsOfStudy = prepareQuery<{ studyId: string }, CellCount>((p) =>
  sql
    .selectFrom('quota_cells')
    .select(['cell', 'cap', 'open', 'held', 'accepted'])
    .where('study_id', '=', p.studyId)
    .orderBy('cell'),
)

const placesOf = prepareQuery((p: { respondentId: string }) =>
  sql.selectFrom('quota_places').select('cell').where('respondent_id', '=', p.respondentId).orderBy('cell'),
)

/** The cells that a response counts in, or counted in until its reservation ran out. */
export async function findPlaces({ db }: { db: Database }, respondentId: string): Promise<string[]> {
  return (await db.read(placesOf({ respondentId }))).map(({ cell }) => cell)
}

/** The same of several, by respondent; one that counts nowhere is not there. */
export async function placesOfAll(db: Database, respondentIds: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const some of chunked(respondentIds, maxBoundValues)) {
    const rows = await db.read<{ respondentId: string; cell: string }>({
      sql: `select respondent_id as "respondentId", cell as "cell" from quota_places
where respondent_id in (${some.map(() => '?').join(', ')}) order by respondent_id, cell`,
      values: some,
    })
    for (const { respondentId, cell } of rows) found.set(respondentId, [...(found.get(respondentId) ?? []), cell])
  }
  return found
}

/** A cell of a new study, in which nobody counts. */
export const addCell = prepareQuery((p: { studyId: string; cell: string; cap: number }) =>
  sql
    .insertInto('quota_cells')
    .values({ study_id: p.studyId, cell: p.cell, cap: p.cap, open: 0, held: 0, accepted: 0 }),
)

/** Other counts of a cell; the check refuses one more than its cap. */
export const countInCell = prepareQuery(
  (p: { studyId: string; cell: string; open: number; held: number; accepted: number }) =>
    sql
      .updateTable('quota_cells')
      .set((eb) => ({
        open: eb('open', '+', p.open),
        held: eb('held', '+', p.held),
        accepted: eb('accepted', '+', p.accepted),
      }))
      .where('study_id', '=', p.studyId)
      .where('cell', '=', p.cell),
)

export const addReservation = prepareQuery(
  (p: { respondentId: string; studyId: string; state: QuotaState; at: string; expiresAt: string }) =>
    sql.insertInto('quota_reservations').values({
      respondent_id: p.respondentId,
      study_id: p.studyId,
      n: 1,
      n_before: 0,
      state: p.state,
      opened_at: p.at,
      expires_at: p.expiresAt,
    }),
)

/** The next step of a reservation; the check refuses it when somebody else has taken one. */
export const stepReservation = prepareQuery(
  (p: { respondentId: string; n: number; state: QuotaState; openedAt: string; expiresAt: string }) =>
    sql
      .updateTable('quota_reservations')
      .set((eb) => ({
        n: eb('n', '+', 1),
        n_before: p.n,
        state: p.state,
        opened_at: p.openedAt,
        expires_at: p.expiresAt,
      }))
      .where('respondent_id', '=', p.respondentId),
)

/** Frees one whose time is up, as long as it still is: a sign of progress in the same moment keeps it. */
export const freeExpired = (p: { respondentId: string; n: number; now: string }) => ({
  // -1 is no number of a step.
  sql: `update quota_reservations set n = n + 1, n_before = case when expires_at <= ? then ? else -1 end, state = 'freed'
where respondent_id = ?`,
  values: [p.now, p.n, p.respondentId],
})

/** A sign of progress keeps an open reservation for longer; one that has been freed stays so. */
export const extendReservation = prepareQuery((p: { respondentId: string; expiresAt: string }) =>
  sql
    .updateTable('quota_reservations')
    .set({ expires_at: p.expiresAt })
    .where('respondent_id', '=', p.respondentId)
    .where('state', '=', 'open'),
)

export const addPlace = prepareQuery((p: { respondentId: string; studyId: string; cell: string }) =>
  sql.insertInto('quota_places').values({ respondent_id: p.respondentId, study_id: p.studyId, cell: p.cell }),
)

/** Which cells a response counts in is forgotten. */
export const dropPlaces = prepareQuery((p: { respondentId: string }) =>
  sql.deleteFrom('quota_places').where('respondent_id', '=', p.respondentId),
)

export interface Expired {
  respondentId: string
  studyId: string
  n: number
}

/** Open reservations whose time is up, the oldest first: all, or those in one cell. */
export const listExpiredReservations = (
  now: string,
  limit: number,
  of: { studyId: string; cell: string } | null = null,
): Query<Expired> => ({
  sql: `select quota_reservations.respondent_id as "respondentId", quota_reservations.study_id as "studyId",
  quota_reservations.n as "n" from quota_reservations
where state = 'open' and expires_at <= ?${
    of === null
      ? ''
      : ` and exists (select 1 from quota_places where quota_places.respondent_id = quota_reservations.respondent_id
  and quota_places.study_id = ? and quota_places.cell = ?)`
  }
order by expires_at limit ?`,
  values: [now, ...(of === null ? [] : [of.studyId, of.cell]), limit],
})
