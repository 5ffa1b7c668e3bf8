/** For which places an offer is. */
import type { Text } from '../../schema/text.ts'
import type { Offer } from '../rewards/offers/offer.ts'
import { givenOptions } from '../survey/questionnaire/parts.ts'
import type { StudyWithOffers } from './study.ts'

/** The places for which a map has an offer, as the questionnaire names them; null for every other place. */
export function placesOf(
  { questionnaire }: Pick<StudyWithOffers, 'questionnaire'>,
  byPlace: ReadonlyMap<number, Offer>,
  offerId: string,
): Text[] | null {
  const codes = [...byPlace].filter(([, of]) => of.id === offerId).map(([place]) => place)
  if (codes.includes(0)) return null
  const question = questionnaire.pages.flatMap((page) => page.questions).find((it) => it.code === questionnaire.place)
  const given = question && givenOptions(question)?.given
  if (!given) return null
  const options = 'set' in given ? (questionnaire.sets[given.set] ?? []) : given
  return options.filter((option) => codes.includes(option.code)).map((option) => option.label)
}
