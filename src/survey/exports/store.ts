import { prepareQuery, type Query } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

export interface EndedResponse {
  ref: string
  version: string
  state: string
  languageStart: string
  language: string
  startedAt: string
  endedAt: string | null
  shownFrom: string | null
  shownTo: string | null
  fullCell: string | null
  seed: string
  facts: string
  respondentId: string
  document: string | null
  texts: string | null
  textsKey: string | null
}

/** The next ended responses of some versions of a study behind `after`, in the random order of their export references. */
export const endedResponses = (p: {
  studyId: string
  versions: readonly string[]
  after: string
  limit: number
}): Query<EndedResponse> => ({
  sql: `select responses.export_ref as "ref", responses.questionnaire_version as "version", responses.state as "state",
  responses.language_start as "languageStart", responses.language as "language", responses.started_at as "startedAt",
  responses.ended_at as "endedAt", responses.shown_from as "shownFrom", responses.shown_to as "shownTo",
  responses.full_cell as "fullCell", responses.seed as "seed", responses.facts as "facts",
  responses.respondent_id as "respondentId", documents.document as "document", documents.texts as "texts",
  documents.texts_key as "textsKey"
from responses left join documents on documents.respondent_id = responses.respondent_id
where responses.study_id = ? and responses.questionnaire_version in (${p.versions.map(() => '?').join(', ')})
  and responses.state <> 'in_progress' and responses.shown_to is not null and responses.export_ref > ?
order by responses.export_ref limit ?`,
  values: [p.studyId, ...p.versions, p.after, p.limit],
})

/** Whether a study has ever asked this version. */
export const versionOfStudy = prepareQuery((p: { studyId: string; version: string }) =>
  sql
    .selectFrom('responses')
    .select('questionnaire_version as version')
    .where('study_id', '=', p.studyId)
    .where('questionnaire_version', '=', p.version)
    .limit(1),
)
