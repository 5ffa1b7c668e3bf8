/** What an offer is called among the offers of its study: what it is given for, how much, and for which places. */
import { commonMessages } from '../../messages/generated/common.ts'
import { budgetsMessages } from '../../messages/generated/studies/budgets.ts'
import type { Language } from '../../schema/questionnaire.ts'
import { formatMoney } from '../platform/i18n/format.ts'
import type { Ports } from '../ports.ts'
import type { Offer } from '../rewards/offers/offer.ts'
import { placesOf } from './offer-places.ts'
import { findStudyWithOffers, type StudyWithOffers } from './study.ts'

type Promised = Pick<StudyWithOffers, 'questionnaire' | 'offerByPlace' | 'thanksByPlace'>

/** More places than these are counted. */
const mostPlaces = 4

/** What each offer of a study is called, by its id: its rewards ("Reward of HK$22.00 (Hong Kong)"), then its thank-yous. */
export function offerNames(study: Promised, language: Language): Map<string, string> {
  const words = budgetsMessages(language).names
  const common = commonMessages(language)
  const places = (byPlace: ReadonlyMap<number, Offer>, id: string) => {
    const named = placesOf(study, byPlace, id)
    if (named === null) return words.otherPlaces
    if (named.length > mostPlaces) return words.manyPlaces({ count: named.length })
    return named.map((place) => place[language]).join(common.listSeparator)
  }
  const named = (byPlace: ReadonlyMap<number, Offer>, name: (of: { amount: string }) => string) => {
    const offers = [...new Set(byPlace.values())]
    return offers.map(({ id, amountMinor, currency }): [string, string] => {
      const what = name({ amount: formatMoney(amountMinor, currency, language) })
      // The only one of its kind is known without its places.
      const text = offers.length === 1 ? '' : places(byPlace, id)
      return [id, text === '' ? what : `${what}${common.bracketed({ text })}`]
    })
  }
  return new Map([...named(study.offerByPlace, words.reward), ...named(study.thanksByPlace, words.thanks)])
}

/** The same of the offers of several studies, by their slugs. */
export async function offerNamesOf(
  { db, clock }: Pick<Ports, 'db' | 'clock'>,
  slugs: readonly string[],
  language: Language,
): Promise<Map<string, string>> {
  const now = clock.now()
  const studies = await Promise.all([...new Set(slugs)].map((slug) => findStudyWithOffers(db, slug, now)))
  return new Map(studies.flatMap((study) => (study === undefined ? [] : [...offerNames(study, language)])))
}
