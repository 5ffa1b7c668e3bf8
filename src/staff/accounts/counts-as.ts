/**
 * Whoever made somebody's sign-in link could have used it themselves: where two people are needed, these two count as
 * one.
 */
import { type Database, prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'
import type { Staff } from './store.ts'

/** What a session knows of somebody, and of the link by which it began. */
export type CameIn = Pick<Staff, 'id' | 'linkBy' | 'linkAs'>

/**
 * As whom somebody counts with this session, as it is kept beside what they do: ids with a space between. Theirs alone; or
 * those of whoever made the link, and of everybody as whom that person counted, the nearest first.
 */
export function countsAs({ id, linkBy, linkAs }: CameIn): string {
  const makers = linkBy == null ? [id] : [linkBy, ...idsIn(linkAs)]
  return [...new Set(makers)].join(' ')
}

/** As whom the maker of a link counts beside themselves, as the link keeps it; null for nobody. */
export function asOthers(maker: CameIn): string | null {
  const others = idsIn(countsAs(maker)).filter((id) => id !== maker.id)
  return others.length === 0 ? null : others.join(' ')
}

const idsIn = (stored: string | null | undefined) => (stored ?? '').split(' ').filter((id) => id !== '')

/**
 * Whether two may be one person, by whose links they came.
 * @param before who acted first, and as whom that counts; null where it was not kept
 */
export function mayBeOne(staff: CameIn, before: { id: string; countsAs: string | null | undefined }): boolean {
  const first = [before.id, ...idsIn(before.countsAs)]
  return [staff.id, ...idsIn(countsAs(staff))].some((one) => first.includes(one))
}

const makersOfLinks = prepareQuery((p: { staffId: string; from: string; to: string }) =>
  sql
    .selectFrom('staff_sessions')
    .select(['link_by as linkBy', 'link_as as linkAs'])
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
  staff: CameIn,
  before: { id: string; from: string; to: string },
): Promise<boolean> {
  const makers = await db.read(makersOfLinks({ staffId: before.id, from: before.from, to: before.to }))
  const identities = [
    null,
    ...makers.map(({ linkBy, linkAs }) => countsAs({ id: before.id, linkBy: linkBy ?? null, linkAs: linkAs ?? null })),
  ]
  return identities.some((as) => mayBeOne(staff, { id: before.id, countsAs: as }))
}
