/**
 * Texts by language: which are missing, and which say what they said before another language of the same text was
 * changed, so that somebody should look at them, unless somebody has. Pure.
 */
import { type Language, languages, type Questionnaire } from '../../../schema/questionnaire.ts'
import { placedTexts } from '../questionnaire/checks/places.ts'
import { valueAt } from '../questionnaire/checks/shape.ts'
import type { IsConfirmed } from './confirmed.ts'
import {
  type Address,
  addressOf,
  type DocumentSteps,
  type DocumentText,
  type QuestionnaireDocument,
  stepsTo,
} from './document.ts'

/**
 * `old`: as the version has it that people are asked, while another language of it is not; `confirmed`: so too, but somebody
 * has found it right.
 */
export type TextState = 'said' | 'missing' | 'old' | 'confirmed'

/** Whether somebody should still write or look. */
export const isToDo = (state: TextState): boolean => state === 'missing' || state === 'old'

export interface TextToTranslate {
  at: Address
  words: DocumentText
  states: Record<Language, TextState>
}

/**
 * Every text of a draft, each once, in the order of the pages.
 * @param questionnaire the draft as the engine reads it
 * @param live the version that people are asked: what has changed since decides what is to be looked at
 */
export function draftTexts(
  questionnaire: Questionnaire,
  draft: QuestionnaireDocument,
  live: QuestionnaireDocument,
  isConfirmed: IsConfirmed = nobodyHas,
): TextToTranslate[] {
  const found = new Map<Address, TextToTranslate>()
  for (const { path } of placedTexts(questionnaire)) {
    const at = addressOf(draft, path as DocumentSteps)
    const words = wordsAt(draft, at)
    if (words === null || found.has(at)) continue
    found.set(at, { at, words, states: statesOf(at, words, wordsAt(live, at), isConfirmed) })
  }
  return [...found.values()]
}

const nobodyHas: IsConfirmed = () => false

/** How each language of a text stands. A text that is new has none that is old. */
export function statesOf(
  at: Address,
  words: DocumentText,
  before: DocumentText | null,
  isConfirmed: IsConfirmed = nobodyHas,
): Record<Language, TextState> {
  const isSame = (language: Language) => before !== null && (words[language] ?? '') === (before[language] ?? '')
  // A translation that was missing says nothing new.
  const isAnother = (language: Language) => before !== null && isFilled(before, language) && !isSame(language)
  const hasChanged = languages.some((language) => isFilled(words, language) && isAnother(language))
  const states = languages.map((language): [Language, TextState] => {
    if (!isFilled(words, language)) return [language, 'missing']
    if (!hasChanged || !isSame(language)) return [language, 'said']
    return [language, isConfirmed({ at, language }, words) ? 'confirmed' : 'old']
  })
  return Object.fromEntries(states) as Record<Language, TextState>
}

const isFilled = (words: DocumentText, language: Language) => (words[language] ?? '').trim() !== ''

/** The text at an address; null where none is. */
export function wordsAt(document: QuestionnaireDocument, at: Address): DocumentText | null {
  const steps = stepsTo(document, at)
  const words = steps && valueAt(document, steps)
  return typeof words === 'object' && words !== null && !Array.isArray(words) ? (words as DocumentText) : null
}
