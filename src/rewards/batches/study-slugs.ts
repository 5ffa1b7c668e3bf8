import type { Ports } from '../../ports.ts'
import { listOffers } from '../voucher-desk/days-store.ts'

/** The slugs of studies that have offers, by the study's id, the oldest study first. */
export async function slugsByStudy({ db }: Pick<Ports, 'db'>): Promise<ReadonlyMap<string, string>> {
  return new Map((await db.read(listOffers({}))).map((offer) => [offer.studyId, offer.study]))
}
