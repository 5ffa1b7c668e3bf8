/** Whoever made the link by which somebody came in could have used it: where two people are needed, the two are one. */
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
