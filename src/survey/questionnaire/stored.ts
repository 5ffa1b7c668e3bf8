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

function filledIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filledIn)
  if (typeof value !== 'object' || value === null) return value
  if (isText(value)) return inEveryLanguage(value)
  for (const [name, part] of Object.entries(value)) {
    if (typeof part === 'object') (value as Record<string, unknown>)[name] = filledIn(part)
  }
  return value
}

const known: ReadonlySet<string> = new Set(languages)

function isText(value: object): value is Partial<Text> {
  const entries = Object.entries(value)
  return entries.length > 0 && entries.every(([name, said]) => known.has(name) && typeof said === 'string')
}
