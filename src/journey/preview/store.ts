/** The rows of a test study and of the responses by which a study is tried out. */
import type { Language } from '../../../schema/questionnaire.ts'
import type { ResponseState } from '../../../schema/tables.ts'
import { prepareQuery, type Query, type Write } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

/** The id of a study's test, of which there is one at the most. */
export const testIdOf = (studyId: string) => `test_${studyId}`

/** The test of a study, and whether it asks and promises what its study does now. */
export const testOfStudy = prepareQuery((p: { studyId: string }) =>
  sql
    .selectFrom('studies')
    .innerJoin('studies as asked', 'asked.id', 'studies.test_of')
    .select(['studies.id', 'studies.slug'])
    .select((eb) =>
      eb
        .case()
        .when('studies.settings', '=', eb.ref('asked.settings'))
        .then(eb.ref('asked.questionnaire_version'))
        .else('')
        .end()
        .as('asked'),
    )
    .select('studies.questionnaire_version as version')
    .where('studies.test_of', '=', p.studyId),
)

/** As the study stands now, open from this moment on and without an end. */
export const addTest = ({ studyId, slug, at }: { studyId: string; slug: string; at: string }): Write => ({
  sql: `insert into studies (id, slug, questionnaire_version, settings, open_link_policy, invitation_policy, opens_at, closes_at,
  created_at, test_of)
select ?, ?, questionnaire_version, settings, open_link_policy, invitation_policy, ?, null, ?, id from studies
where id = ? and test_of is null`,
  values: [testIdOf(studyId), slug, at, at, studyId],
})

const ofStudy = (column: string) => `(select asked.${column} from studies asked where asked.id = studies.test_of)`
const copied = ['questionnaire_version', 'settings', 'open_link_policy', 'invitation_policy']

/** The same of a test that there is; its old address leads nowhere any more. */
export const renewTest = ({ studyId, slug, at }: { studyId: string; slug: string; at: string }): Write => ({
  sql: `update studies set slug = ?, opens_at = ?, ${copied.map((one) => `${one} = ${ofStudy(one)}`).join(', ')}
where id = ? and test_of = ?`,
  values: [slug, at, testIdOf(studyId), studyId],
})

export interface TestResponse {
  ref: string
  state: ResponseState
  language: Language
  version: string
  startedAt: string
}

/** The newest responses to a test that have not been erased. */
export const testResponses = (testId: string, limit: number): Query<TestResponse> => ({
  sql: `select export_ref as "ref", state as "state", language as "language", questionnaire_version as "version",
  started_at as "startedAt" from responses where study_id = ? and seed <> '' order by started_at desc, export_ref limit ?`,
  values: [testId, limit],
})

export interface ReadTest extends TestResponse {
  respondentId: string
  facts: string
  seed: string
  answers: string | null
  texts: string | null
  textsKey: string | null
}

/** One of them, with its answers where it is complete. */
export const testResponse = (testId: string, ref: string): Query<ReadTest> => ({
  sql: `select responses.export_ref as "ref", responses.state as "state", responses.language as "language",
  responses.questionnaire_version as "version", responses.started_at as "startedAt",
  responses.respondent_id as "respondentId", responses.facts as "facts", responses.seed as "seed",
  documents.document as "answers", documents.texts as "texts", documents.texts_key as "textsKey"
from responses left join documents on documents.respondent_id = responses.respondent_id
where responses.study_id = ? and responses.export_ref = ? and responses.seed <> ''`,
  values: [testId, ref],
})

export interface Erasable {
  respondentId: string
  state: ResponseState
  revision: number
  language: Language
}

/** Some that were last answered before then (ISO 8601 in UTC) and have not been erased. */
export const oldTestResponses = (testId: string, before: string, limit: number): Query<Erasable> => ({
  sql: `select respondent_id as "respondentId", state as "state", revision as "revision", language as "language"
from responses where study_id = ? and seed <> '' and progress_at < ? order by progress_at, respondent_id limit ?`,
  values: [testId, before, limit],
})

/** What was picked of a complete response; what was typed is sealed beside it. */
export const pickedOf = prepareQuery((p: { respondentId: string }) =>
  sql.selectFrom('documents').select('document as answers').where('respondent_id', '=', p.respondentId),
)

/** The whole budget of each offer of a study, in minor units. */
export const budgetsOf = prepareQuery((p: { studyId: string }) =>
  sql
    .selectFrom('offers')
    .innerJoin('offer_balances', 'offer_balances.offer_id', 'offers.id')
    .select(['offers.id', 'offer_balances.total'])
    .where('offers.study_id', '=', p.studyId),
)
