/** Translations that a questionnaire from a file lacks, and the draft that it takes the place of has. Pure. */
import { type Language, languages, type Questionnaire } from '../../../schema/questionnaire.ts'
import { placedTexts } from '../questionnaire/checks/places.ts'
import {
  type Address,
  addressOf,
  type DocumentSteps,
  type DocumentText,
  type QuestionnaireDocument,
} from './document.ts'
import { wordsAt } from './translation-state.ts'

/** A text, and languages of it. */
export interface InLanguages {
  at: Address
  languages: readonly Language[]
}

export interface KeptTranslations {
  /** The questionnaire with them. */
  document: QuestionnaireDocument
  kept: InLanguages[]
  /** Those of texts that say something else now: they would translate what is no longer asked. */
  outdated: InLanguages[]
}

/**
 * Keeps each translation of a text that stands where it stood and says what it said: in every language that both have, of which
 * there is one at least. What the file says itself is never changed.
 * @param given as it was read from the file
 * @param questionnaire the same as the engine reads it
 */
export function keepTranslations(
  given: QuestionnaireDocument,
  questionnaire: Questionnaire,
  draft: QuestionnaireDocument,
): KeptTranslations {
  // As JSON, so that texts which a reader made as one object are apart.
  const document = JSON.parse(JSON.stringify(given)) as QuestionnaireDocument
  const [kept, outdated]: [InLanguages[], InLanguages[]] = [[], []]
  const seen = new Set<Address>()
  for (const { path } of placedTexts(questionnaire)) {
    const at = addressOf(document, path as DocumentSteps)
    const [words, before] = [wordsAt(document, at), wordsAt(draft, at)]
    if (words === null || before === null || seen.has(at)) continue
    seen.add(at)
    const lacking = languages.filter((one) => trimmedText(words, one) === '' && trimmedText(before, one) !== '')
    if (lacking.length === 0) continue
    const both = languages.filter((one) => trimmedText(words, one) !== '' && trimmedText(before, one) !== '')
    if (both.length > 0 && both.every((one) => trimmedText(words, one) === trimmedText(before, one))) {
      for (const one of lacking) Object.assign(words, { [one]: before[one] })
      kept.push({ at, languages: lacking })
    } else outdated.push({ at, languages: lacking })
  }
  return { document, kept, outdated }
}

const trimmedText = (words: DocumentText, language: Language) => (words[language] ?? '').trim()
