/** What a draft lacks before people can be asked it. Pure. */
import type { Language } from '../../../schema/questionnaire.ts'
import { questionnaireSchema } from '../../../schema/shapes/questionnaire.ts'
import { blankErrors, duplicateErrors } from '../questionnaire/checks/codes.ts'
import { type ContentError, contentErrorAt } from '../questionnaire/checks/content-error.ts'
import { referenceErrors } from '../questionnaire/checks/references.ts'
import { routeErrors } from '../questionnaire/checks/routes.ts'
import { shapeErrors, valueAt } from '../questionnaire/checks/shape.ts'
import { missingTranslations, textErrors } from '../questionnaire/checks/texts.ts'
import { faultsOfQuotas } from '../quotas/faults.ts'
import type { Quota } from '../quotas/quota.ts'
import { readableDraft } from './draft.ts'

/** What is wrong with the draft that was asked about last: whoever edits one opens many of its pages between two changes. */
let last: { asked: string; errors: readonly ContentError[] } | undefined

/**
 * Everything that is wrong with a draft at once, whichever step of the checks finds it; routes are walked once nothing else
 * is wrong. None means that it is a questionnaire that people can be asked.
 * @param settings of its study: its quotas, which count by its answers, and the languages that it is offered in
 */
export function faultsOfDraft(
  document: unknown,
  { quotas = [], languages }: { quotas?: readonly Quota[]; languages?: readonly Language[] | undefined } = {},
): readonly ContentError[] {
  const asked = JSON.stringify([document, quotas, languages])
  if (last?.asked !== asked) last = { asked, errors: findFaults(document, quotas, languages) }
  return last.errors
}

function findFaults(
  document: unknown,
  quotas: readonly Quota[],
  languages: readonly Language[] | undefined,
): ContentError[] {
  const parsed = questionnaireSchema.safeParse(document)
  const shape = parsed.success ? [] : shapeErrors(parsed.error.issues, document)
  const read = readableDraft(document)
  if (!read.ok) return unique([...shape, ...read.errors])
  const { questionnaire } = read
  const errors = unique([
    ...shape,
    ...[
      ...missingTranslations(questionnaire, document, languages),
      ...duplicateErrors(questionnaire),
      ...blankErrors(questionnaire),
      ...textErrors(questionnaire),
      ...referenceErrors(questionnaire),
    ].filter(({ path }) => isThere(document, path)),
    ...faultsOfQuotas(questionnaire, quotas).map((fault) => contentErrorAt(['quotas'], fault)),
  ])
  return errors.length > 0 ? errors : routeErrors(questionnaire)
}

/** Whether a path leads into what was written, and not into what stands in for it. */
function isThere(document: unknown, path: string): boolean {
  const parts = path.match(/[^.[\]]+/g) ?? []
  return valueAt(document, parts.slice(0, -1)) !== undefined
}

const unique = (errors: readonly ContentError[]) => [
  ...new Map(errors.map((error) => [`${error.path} ${error.message}`, error])).values(),
]
