/**
 * A questionnaire as it is stored. Whatever is stored was checked before, against a schema that changes one thing only:
 * a text that lacks a language says there what it says in its base language. To check it again took most of the first
 * request of a start, and evaluating the schema a part of each start.
 */
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { inEveryLanguage, languages, type Text } from '../../../schema/text.ts'

/** @param document as `addQuestionnaire` has kept it */
export function readStored(document: string): Questionnaire {
  return filledIn(JSON.parse(document)) as Questionnaire
}

/**
 * Fills in where it stands what `JSON.parse` has just made: thousands of small objects, of which only those that lack a
 * language become others.
 */
function filledIn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) value[at] = filledIn(value[at])
    return value
  }
  let said = 0
  let isText = true
  let isWhole = true
  for (const name in value) {
    const part: unknown = (value as Record<string, unknown>)[name]
    isWhole &&= name === languages[said]
    isText &&= typeof part === 'string' && known.has(name)
    said += 1
    if (typeof part === 'object') (value as Record<string, unknown>)[name] = filledIn(part)
  }
  const isTold = !isText || said === 0 || (isWhole && said === languages.length)
  return isTold ? value : inEveryLanguage(value as Partial<Text>)
}

const known: ReadonlySet<string> = new Set(languages)
