/**
 * Facts of how somebody came: the language, the door and the tag of the link with which a response began. They are frozen into
 * it with the others, so that its route stays what it was. Pure.
 */
import type { Facts } from '../../../schema/answers.ts'
import type { Language } from '../../../schema/questionnaire.ts'

export interface Arrival {
  /** Of the first page as it was sent. */
  language: Language
  /** By a personal link. */
  isInvited: boolean
  /** The tag of the open link (`?from=`); null for none. */
  from: string | null
}

const ofLanguage: Readonly<Record<Language, string>> = {
  en: 'language_en',
  'zh-Hans': 'language_zh_hans',
  'zh-Hant': 'language_zh_hant',
}
const invited = 'invited'
const source = 'source_'

/** Those that every study can supply, by their names; there is one more for each tag of a link. */
export const arrivalFactNames: readonly string[] = [...Object.values(ofLanguage), invited]

/** The fact that a link with this tag led here. */
export const sourceFact = (tag: string): string => source + tag.replaceAll('-', '_')

/** The tag of such a fact, a dash for whatever was none of its letters; null for any other fact. */
export const tagOfFact = (fact: string): string | null =>
  fact.startsWith(source) ? fact.slice(source.length).replaceAll('_', '-') : null

/** Whether a fact is one of how somebody came. */
export const isOfArrival = (fact: string): boolean => arrivalFactNames.includes(fact) || tagOfFact(fact) !== null

/** What is so of these facts; of a questionnaire that asks for none of them nothing is kept. */
export function arrivalFacts(asked: readonly string[], { language, isInvited, from }: Arrival): Facts {
  const holding = new Set([
    ofLanguage[language],
    ...(isInvited ? [invited] : []),
    ...(from === null ? [] : [sourceFact(from)]),
  ])
  return Object.fromEntries(asked.filter(isOfArrival).map((fact) => [fact, holding.has(fact)]))
}
