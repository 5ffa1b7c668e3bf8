/** What stands in a picture that is taken away: of which study it is, whom it counts, and when. */
import type { Context } from 'hono'
import { questionsMessages } from '../../../messages/generated/insights/questions.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatDate, leadIn } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import { dayThere } from '../../platform/time/wall-clock.ts'
import type { AppEnv } from '../../ports.ts'
import { type Study, studyZone } from '../studies/study.ts'
import { versionWords } from './filter/bar.tsx'
import { filterWords } from './filter/subjects.ts'
import type { Here } from './here.ts'

/** The lines of a picture of what the address names. */
export function picturedHere(c: Context<AppEnv>, here: Here): string[] {
  return [here.study.questionnaire.title[languageOf(c)], ...countedHere(c, here)]
}

/** The same of a page that has the study's name already. */
export function countedHere(c: Context<AppEnv>, here: Here): string[] {
  return [countedWords(here, languageOf(c)), picturedOn(c, here.study)]
}

/** Who is counted: the version where there are several, the base, and what a filter asks of it. */
export function countedWords({ dictionary, choice, choices, themes, filter }: Here, language: Language): string {
  const words = questionsMessages(language)
  const version = leadIn(words.version.label, language) + versionWords(choice.ns, words.version)
  const heldText = filter.held === 'out' ? [leadIn(words.held.label, language) + words.held.out] : []
  return [
    ...(choices.length > 1 ? [version] : []),
    [words.baseAbout, ...heldText].join(words.pictured.and),
    ...filterWords({ dictionary, ns: choice.ns, themes }, filter, language),
  ].join(words.pictured.also)
}

/** On which day of the study's zone it was counted. */
export function picturedOn(c: Context<AppEnv>, { settings }: Pick<Study, 'settings'>): string {
  const language = languageOf(c)
  const day = dayThere(studyZone(settings), c.var.ports.clock.now())
  return questionsMessages(language).pictured.on({ day: formatDate(day, language) })
}
