/**
 * A questionnaire as it is stored. Whatever is stored was checked before, against a schema that changes one thing only:
 * a text that lacks a language says there what it says in its base language. To check it again took most of the first
 * request of a start, and evaluating the schema a part of each start.
 */
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { everyTextWhole } from '../../../schema/text.ts'

/** @param document as `addQuestionnaire` has kept it */
export function readStored(document: string): Questionnaire {
  return everyTextWhole(JSON.parse(document)) as Questionnaire
}
