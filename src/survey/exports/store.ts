import { prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

/** The next ended responses of a study and version behind `after`, in the random order of their export references. */
export const endedResponses = prepareQuery((p: { studyId: string; version: string; after: string; limit: number }) =>
  sql
    .selectFrom('responses')
    .leftJoin('documents', 'documents.respondent_id', 'responses.respondent_id')
    .select([
      'responses.export_ref as ref',
      'responses.state',
      'responses.language_start as languageStart',
      'responses.language',
      'responses.started_at as startedAt',
      'responses.ended_at as endedAt',
      'responses.shown_from as shownFrom',
      'responses.shown_to as shownTo',
      'responses.full_cell as fullCell',
      'responses.seed',
      'responses.respondent_id as respondentId',
      'documents.document',
      'documents.texts',
      'documents.texts_key as textsKey',
    ])
    .where('responses.study_id', '=', p.studyId)
    .where('responses.questionnaire_version', '=', p.version)
    .where('responses.state', '<>', 'in_progress')
    .where('responses.shown_to', 'is not', null)
    .where('responses.export_ref', '>', p.after)
    .orderBy('responses.export_ref')
    .limit(p.limit),
)

export type EndedResponse = NonNullable<ReturnType<typeof endedResponses>['row']>

/** Whether a study has ever asked this version. */
export const versionOfStudy = prepareQuery((p: { studyId: string; version: string }) =>
  sql
    .selectFrom('responses')
    .select('questionnaire_version as version')
    .where('study_id', '=', p.studyId)
    .where('questionnaire_version', '=', p.version)
    .limit(1),
)
