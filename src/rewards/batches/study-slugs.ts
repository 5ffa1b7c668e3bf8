import type { Ports } from '../../ports.ts'
import { listOffers } from '../voucher-desk/days-store.ts'

/** Study slugs by id. */
export async function studySlugs({ db }: Pick<Ports, 'db'>): Promise<ReadonlyMap<string, string>> {
  return new Map((await db.read(listOffers({}))).map((offer) => [offer.studyId, offer.study]))
}
