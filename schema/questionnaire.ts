/**
 * A questionnaire's types. What checks one stands apart (`shapes/questionnaire.ts`), because whoever only reads one that was
 * checked needs none of it, and evaluating it is most of a start.
 */
import type * as z from 'zod'
import type { consentSchema, pageSchema, questionnaireSchema } from './shapes/questionnaire.ts'

export type { Condition } from './condition.ts'
export type { MatrixRow, Option, Options } from './option.ts'
export { inEachLanguage, type Language, languages, type Text } from './text.ts'
export type { Question, QuestionOf, QuestionType } from './types/index.ts'

export type Consent = z.infer<typeof consentSchema>
export type Page = z.infer<typeof pageSchema>
export type Questionnaire = z.infer<typeof questionnaireSchema>
