/** A study as its participants meet it: what it asks, and what it promises. */
import type { Database } from '../platform/db/together.ts'
import type { RewardTerms } from '../rewards/offers/offer.ts'
import { findTerms } from '../rewards/offers/store.ts'
import { findStudy, listStudies } from '../survey/studies/store.ts'
import type { Study } from '../survey/studies/study.ts'

export type StudyWithOffers = Study & RewardTerms

/** The study at this address with its offers, as it stood at most five seconds before `now`. */
export async function findStudyWithOffers(
  db: Database,
  slug: string,
  now: string,
): Promise<StudyWithOffers | undefined> {
  const study = await findStudy(db, slug, now)
  return study && withOffers(db, study, now)
}

/** Every study with its offers, oldest first. */
export async function listStudiesWithOffers(db: Database, now: string): Promise<StudyWithOffers[]> {
  const studies = await Promise.all((await listStudies(db, now)).map((study) => withOffers(db, study, now)))
  return studies.filter((study) => study !== undefined)
}

/**
 * The study as people are told of it. A test has no offers, so that it can promise nothing: what it says of rewards is what the
 * study that it tries out promises.
 */
export async function withPromisedTerms(db: Database, study: StudyWithOffers, now: string): Promise<StudyWithOffers> {
  const terms = study.testOf === null ? undefined : await findTerms(db, study.testOf, now)
  if (terms === undefined) return study
  const { offers, offerByPlace, thanksByPlace } = terms
  return { ...study, offers, offerByPlace, thanksByPlace }
}

async function withOffers(db: Database, study: Study, now: string): Promise<StudyWithOffers | undefined> {
  const terms = await findTerms(db, study.id, now)
  if (terms === undefined) return undefined
  const known = joined.get(study)
  if (known?.terms === terms) return known.whole
  const whole = { ...study, ...terms, settings: { ...study.settings, ...terms.settings } }
  joined.set(study, { terms, whole })
  return whole
}

/** Both halves as they were read last, put together once. */
const joined = new WeakMap<Study, { terms: RewardTerms; whole: StudyWithOffers }>()

/** The codes of the places for which a study promises a reward or a thank-you. */
export async function promisedPlaces(db: Database, studyId: string, now: string): Promise<number[]> {
  const terms = await findTerms(db, studyId, now)
  return [...new Set([...(terms?.offerByPlace.keys() ?? []), ...(terms?.thanksByPlace.keys() ?? [])])]
}
