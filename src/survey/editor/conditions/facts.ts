/** What may be known of a person besides answers, to pick from. */
import type { EditorMessages } from '../../../../messages/generated/studies/editor.ts'
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { ageFactNames } from '../../../../schema/study-abroad/ages.ts'
import { arrivalFactNames, tagOfFact } from '../../studies/arrival.ts'

/** Facts that every study can supply and that hold or do not, as a response freezes them when it begins. */
const supplied: readonly string[] = [...arrivalFactNames, 'recipient', 'winter', ...ageFactNames]

/** Those that conditions of this questionnaire may ask for: its own, and those that any study supplies. */
export function factsKnown({ facts }: Pick<Questionnaire, 'facts'>): string[] {
  return [...new Set([...supplied, ...facts])]
}

/** A fact in words, with the name that texts and files have for it; the name alone where nobody has described it. */
export function factWords(fact: string, { facts, cameFrom, coded }: EditorMessages): string {
  const tag = tagOfFact(fact)
  if (tag !== null) return coded({ code: fact, text: cameFrom({ tag }) })
  const words: Record<string, string> = facts
  return Object.hasOwn(words, fact) ? coded({ code: fact, text: words[fact] ?? fact }) : fact
}
