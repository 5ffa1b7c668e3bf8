/** Whoever made the link by which somebody came in could have used it: where two people are needed, the two are one. */
import { type Database, prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'
import type { Staff } from './store.ts'

/** As whom somebody counts with this session: a staff id. */
export function countsAs({ id, linkBy }: Pick<Staff, 'id' | 'linkBy'>): string {
  return linkBy ?? id
}

/**
 * Whether two may be one person, by whose links they came.
 * @param before who acted first, and as whom that counts; null where it was not kept
 */
export function mayBeOne(
  staff: Pick<Staff, 'id' | 'linkBy'>,
  before: { id: string; countsAs: string | null | undefined },
): boolean {
  return [staff.id, countsAs(staff)].some((one) => one === before.id || one === before.countsAs)
}

const makersOfLinks = prepareQuery((p: { staffId: string; from: string; to: string }) =>
  sql
    .selectFrom('staff_sessions')
    .select('link_by as linkBy')
    .distinct()
    .where('staff_id', '=', p.staffId)
    .where('link_by', 'is not', null)
    .where('expires_at', '>', p.from)
    .where((eb) => eb.or([eb('started_at', 'is', null), eb('started_at', '<=', p.to)])),
)

/**
 * The same of somebody who acted first where it was not kept as whom they counted: as whoever made a link by which they
 * were signed in at that time.
 * @param from the beginning of the time within which they acted, and `to` its end (ISO 8601, UTC)
 */
export async function mayHaveBeenOne(
  db: Pick<Database, 'read'>,
  staff: Pick<Staff, 'id' | 'linkBy'>,
  before: { id: string; from: string; to: string },
): Promise<boolean> {
  const makers = await db.read(makersOfLinks({ staffId: before.id, from: before.from, to: before.to }))
  return [null, ...makers.map(({ linkBy }) => linkBy)].some((as) => mayBeOne(staff, { id: before.id, countsAs: as }))
}
