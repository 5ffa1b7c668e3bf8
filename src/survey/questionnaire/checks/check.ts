/** Whether data is a questionnaire that people can be asked. */
import { type Questionnaire, questionnaireSchema } from '../../../../schema/questionnaire.ts'
import { duplicateFaults } from './codes.ts'
import type { ContentFault } from './fault.ts'
import { referenceFaults } from './references.ts'
import { routeFaults } from './routes.ts'
import { shapeFaults } from './shape.ts'
import { textFaults } from './texts.ts'

export type { ContentFault } from './fault.ts'

export type CheckedQuestionnaire = { ok: true; questionnaire: Questionnaire } | { ok: false; faults: ContentFault[] }

/**
 * Checks data against the schema, then its codes, texts and references, then its routes. Each step needs the one
 * before, so faults of a later step show once those of an earlier one are gone. The questionnaire that comes back
 * is the data that went in, with no default filled in.
 */
export function checkQuestionnaire(data: unknown): CheckedQuestionnaire {
  const parsed = questionnaireSchema.safeParse(data)
  if (!parsed.success) return { ok: false, faults: unique(shapeFaults(parsed.error.issues, data)) }
  const questionnaire = parsed.data
  const faults = [...duplicateFaults(questionnaire), ...textFaults(questionnaire), ...referenceFaults(questionnaire)]
  if (faults.length > 0) return { ok: false, faults: unique(faults) }
  const unreached = routeFaults(questionnaire)
  return unreached.length > 0 ? { ok: false, faults: unreached } : { ok: true, questionnaire }
}

/** What stands in a set is seen at each use, and is one fault. */
function unique(faults: readonly ContentFault[]): ContentFault[] {
  return [...new Map(faults.map((fault) => [`${fault.path} ${fault.fault}`, fault])).values()]
}
