/** Whether data is a questionnaire that people can be asked. */
import { type Language, languages, type Questionnaire } from '../../../../schema/questionnaire.ts'
import { questionnaireSchema } from '../../../../schema/shapes/questionnaire.ts'
import { blankErrors, duplicateErrors, unanswerableErrors } from './codes.ts'
import type { ContentError } from './content-error.ts'
import { referenceErrors } from './references.ts'
import { routeErrors } from './routes.ts'
import { shapeErrors } from './shape.ts'
import { missingTranslations, textErrors } from './texts.ts'

export type { ContentError } from './content-error.ts'

export type CheckedQuestionnaire = { ok: true; questionnaire: Questionnaire } | { ok: false; errors: ContentError[] }

/**
 * Checks data against the schema, then its codes, texts and references, then its routes. Each step needs the one
 * before, so errors of a later step show once those of an earlier one are gone. The questionnaire that comes back
 * is the data that went in, with no default filled in.
 * @param wanted the languages in which every text has to be there
 */
export function checkQuestionnaire(data: unknown, wanted: readonly Language[] = languages): CheckedQuestionnaire {
  const parsed = questionnaireSchema.safeParse(data)
  if (!parsed.success) return { ok: false, errors: unique(shapeErrors(parsed.error.issues, data)) }
  const questionnaire = parsed.data
  const errors = [
    ...missingTranslations(questionnaire, data, wanted),
    ...duplicateErrors(questionnaire),
    ...blankErrors(questionnaire),
    ...unanswerableErrors(questionnaire),
    ...textErrors(questionnaire),
    ...referenceErrors(questionnaire),
  ]
  if (errors.length > 0) return { ok: false, errors: unique(errors) }
  const unreached = routeErrors(questionnaire)
  return unreached.length > 0 ? { ok: false, errors: unreached } : { ok: true, questionnaire }
}

/** What stands in a set is seen at each use, and is one error. */
function unique(errors: readonly ContentError[]): ContentError[] {
  return [...new Map(errors.map((error) => [`${error.path} ${error.message}`, error])).values()]
}
