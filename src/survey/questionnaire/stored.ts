/**
 * Reads a stored questionnaire. It was checked before it was stored, and since then only one thing can differ: a text
 * may lack a language that was added later, and shows its base language there. Checking it again took most of the first
 * request after a start.
 */
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { everyTextWhole } from '../../../schema/text.ts'

/** @param document as `addQuestionnaire` has kept it */
export function readStored(document: string): Questionnaire {
  return everyTextWhole(JSON.parse(document)) as Questionnaire
}
