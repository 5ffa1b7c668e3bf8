/** Places for which a study promises a reward: a new version goes on asking for them, or nobody there could get it. Pure. */
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import type { Database } from '../../platform/db/together.ts'
import { type ContentError, errorAt } from '../questionnaire/checks/content-error.ts'
import { indexOf } from '../questionnaire/indexed.ts'

/** Reads the codes of the places for which a study promises something; 0 stands for every place. */
export type ReadPromised = (db: Database, studyId: string, now: string) => Promise<readonly number[]>

const placesOf = (questionnaire: Questionnaire) =>
  new Set(
    indexOf(questionnaire)
      .questions.get(questionnaire.place ?? '')
      ?.options.map(({ code }) => code),
  )

/** What a version takes away of the places that the live one asks for, and something is promised for. */
export function faultsOfPlaces(live: Questionnaire, draft: Questionnaire, promised: readonly number[]): ContentError[] {
  const [before, after] = [placesOf(live), placesOf(draft)]
  const gone = promised.filter((place) => before.has(place) && !after.has(place))
  if (gone.length === 0) return []
  const { place } = draft
  if (place === undefined) return [errorAt(['place'], 'no question asks for the place that offers go by')]
  return gone.map((code) => errorAt(['place'], `${place} has no option ${code}`))
}
