import type { Questionnaire, Text } from '../../../../schema/questionnaire.ts'
import { eachQuestion, optionsAt } from '../../../survey/questionnaire/checks/places.ts'

/** The places that an offer may be for: the options of the place question, and 0 for every other, whose label is null. */
export function offerPlaces(questionnaire: Questionnaire | null): { code: number; label: Text | null }[] {
  const places: { code: number; label: Text | null }[] = [{ code: 0, label: null }]
  if (questionnaire === null) return places
  eachQuestion(questionnaire, (question, path) => {
    if (question.code !== questionnaire.place) return
    const { options } = optionsAt(questionnaire, question, path)
    places.push(...options.filter(({ code }) => code !== 0).map(({ code, label }) => ({ code, label })))
  })
  return places
}
