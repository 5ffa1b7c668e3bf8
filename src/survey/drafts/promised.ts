/** Places for which a study promises a reward: a new version goes on asking for them, or nobody there could get it. Pure. */
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import type { Database } from '../../platform/db/together.ts'
import { type ContentError, contentErrorAt } from '../questionnaire/checks/content-error.ts'
import { eachQuestion, optionsAt } from '../questionnaire/checks/places.ts'

/** Reads the codes of the places for which a study promises something; 0 stands for every place. */
export type ReadPromised = (db: Database, studyId: string, now: string) => Promise<readonly number[]>

function placesOf(questionnaire: Questionnaire): Set<number> {
  const places = new Set<number>()
  eachQuestion(questionnaire, (question, path) => {
    if (question.code !== questionnaire.place) return
    for (const { code } of optionsAt(questionnaire, question, path).options) places.add(code)
  })
  return places
}

/** What a version takes away of the places that the live one asks for, and something is promised for. */
export function faultsOfPlaces(live: Questionnaire, draft: Questionnaire, promised: readonly number[]): ContentError[] {
  const [before, after] = [placesOf(live), placesOf(draft)]
  const gone = promised.filter((place) => before.has(place) && !after.has(place))
  if (gone.length === 0) return []
  const { place } = draft
  if (place === undefined) return [contentErrorAt(['place'], 'no question asks for the place that offers go by')]
  return gone.map((code) => contentErrorAt(['place'], `${place} has no option ${code}`))
}
