/** The rows by which responses are compared with others. */
import { chunked, maxBoundValues } from '../../../platform/db/chunked.ts'
import { prepareQuery, type Query, type Write } from '../../../platform/db/together.ts'
import { countsAsData } from '../../studies/versions.ts'
import { sql } from '../../tables.ts'
import type { CopySignature } from './signatures.ts'

/** A complete response as it is compared. */
export interface ComparedRow {
  respondentId: string
  studyId: string
  version: string
  /** The version as whose data it counts: the one that its own corrects, or its own. */
  dataVersion: string
  ref: string
  answers: string
  texts: string | null
  textsKey: string | null
}

/** One that nobody has compared with others yet. `answers` is null where it was taken back meanwhile. */
export interface DueRow extends Omit<ComparedRow, 'answers'> {
  answers: string | null
  route: string
  language: string
  network: string | null
  endedAt: string
}

const dataVersion = `coalesce((select min(study_versions.data_version) from study_versions
    where study_versions.study_id = responses.study_id and study_versions.version = responses.questionnaire_version),
    responses.questionnaire_version) as "dataVersion"`

const columns = `responses.respondent_id as "respondentId", responses.study_id as "studyId",
  responses.questionnaire_version as "version", ${dataVersion}, responses.export_ref as "ref",
  documents.document as "answers", documents.texts as "texts", documents.texts_key as "textsKey"`

/**
 * Responses that are due, the oldest first, so that of two copies the later one is found to be one.
 * @param after the one behind which to go on; null from the beginning
 */
export const dueResponses = (limit: number, after: Pick<DueRow, 'endedAt' | 'respondentId'> | null): Query<DueRow> => ({
  sql: `select ${columns}, response_paradata.route as "route", response_paradata.language as "language",
  response_paradata.network as "network", response_paradata.ended_at as "endedAt"
from response_paradata join responses on responses.respondent_id = response_paradata.respondent_id
left join documents on documents.respondent_id = response_paradata.respondent_id and responses.state = 'complete'
where response_paradata.looked_at = '' and response_paradata.ended_at >= ?
  and (response_paradata.ended_at > ? or response_paradata.respondent_id > ?)
order by response_paradata.ended_at, response_paradata.respondent_id limit ?`,
  values: [after?.endedAt ?? '', after?.endedAt ?? '', after?.respondentId ?? '', limit],
})

export const noteCompared = prepareQuery((p: { respondentId: string; at: string }) =>
  sql.updateTable('response_paradata').set({ looked_at: p.at }).where('respondent_id', '=', p.respondentId),
)

/** How many ended on this network within these times; of more than `most`, so many are counted. Its index alone is read. */
export const endedOnNetwork = (network: string, from: string, to: string, most: number): Query<{ count: number }> => ({
  sql: `select count(*) as "count" from (select 1 as one from response_paradata
where network = ? and network is not null and ended_at > ? and ended_at <= ? limit ?) ended`,
  values: [network, from, to, most],
})

/** So many values has the row of a trace. */
const signatureColumns = 5

/** The rows of a response's traces, in as few writes as the limit on values allows. */
export const putSignatures = (
  of: { respondentId: string; studyId: string },
  signatures: readonly CopySignature[],
): Write[] =>
  chunked(signatures, Math.floor(maxBoundValues / signatureColumns)).map((some) => ({
    sql: `insert into response_signatures (respondent_id, kind, band, hash, study_id) values ${some.map(() => `(${marks(signatureColumns)})`).join(', ')}
on conflict (respondent_id, kind, band) do update set hash = excluded.hash`,
    values: some.flatMap(({ kind, band, hash }) => [of.respondentId, kind, band, hash, of.studyId]),
  }))

/** Holds how a response was given, so that what is written behind it waits for an erasure of that moment, or goes before it. */
export const lockParadata = prepareQuery((p: { respondentId: string }) =>
  sql
    .updateTable('response_paradata')
    .set((eb) => ({ looked_at: eb.ref('looked_at') }))
    .where('respondent_id', '=', p.respondentId),
)

/** Of a response that was erased while it was compared, nothing is left that was found meanwhile. */
export const dropFoundOfErased = (respondentId: string): Write[] =>
  ['response_signatures', 'response_flags'].map((table) => ({
    sql: `delete from ${table} where respondent_id = ? and not exists (select 1 from documents where documents.respondent_id = ${table}.respondent_id)`,
    values: [respondentId],
  }))

/** So many of one band are looked at: what thousands have in common finds nobody. */
const mostOfBand = 25

export interface CopyCandidate {
  respondentId: string
  kind: string
}

/** D1 takes no more than five parts of a union. */
export const tracesAtOnce = 4

/** Others of the study with the same trace, band by band, for at most `tracesAtOnce` of them. */
export function copyCandidates(
  studyId: string,
  respondentId: string,
  signatures: readonly CopySignature[],
): Query<CopyCandidate> {
  const one = `select respondent_id as "respondentId", kind as "kind" from (
  select respondent_id, kind from response_signatures
  where hash = ? and study_id = ? and respondent_id <> ? limit ${mostOfBand}) band_`
  return {
    sql: signatures.map((_, at) => `${one}${at}`).join('\nunion all\n'),
    values: signatures.flatMap(({ hash }) => [hash, studyId, respondentId]),
  }
}

const marks = (count: number) => Array.from({ length: count }, () => '?').join(', ')

/** What is compared of complete responses. */
export const comparedResponses = (respondentIds: readonly string[]): Query<ComparedRow> => ({
  sql: `select ${columns} from responses join documents on documents.respondent_id = responses.respondent_id
where responses.state = 'complete' and responses.respondent_id in (${marks(respondentIds.length)})`,
  values: [...respondentIds],
})

/** How the pages of these responses were shown and sent, as JSON. */
export const visitsOf = (respondentIds: readonly string[]): Query<{ id: string; pages: string }> => ({
  sql: `select respondent_id as "id", pages as "pages" from response_paradata where respondent_id in (${marks(respondentIds.length)})`,
  values: [...respondentIds],
})

/** Some complete responses to a version and its corrections, in the random order of their references: a fair sample. */
export const sampleResponses = (studyId: string, version: string, limit: number): Query<ComparedRow> => ({
  sql: `select ${columns} from responses join documents on documents.respondent_id = responses.respondent_id
where responses.study_id = ? and responses.state = 'complete' and ${countsAsData}
order by responses.export_ref limit ?`,
  values: [studyId, version, studyId, version, limit],
})

/** So many are counted one by one, once a run of the checks. */
export const mostNoted = 100_000

/** How many responses to a version there are whose conduct was noted; of more, that there are more. */
export const countComplete = (studyId: string, version: string): Query<{ count: number }> => ({
  sql: `select count(*) as "count" from (
  select 1 from response_paradata where study_id = ? and questionnaire_version = ? limit ${mostNoted + 1}) noted`,
  values: [studyId, version],
})

export const modelBy = prepareQuery((p: { studyId: string; version: string }) =>
  sql
    .selectFrom('answer_models')
    .select(['responses', 'model'])
    .where('study_id', '=', p.studyId)
    .where('questionnaire_version', '=', p.version),
)

export const putModel = prepareQuery(
  (p: { studyId: string; version: string; responses: number; model: string; at: string }) =>
    sql
      .insertInto('answer_models')
      .values({
        study_id: p.studyId,
        questionnaire_version: p.version,
        responses: p.responses,
        model: p.model,
        made_at: p.at,
      })
      .onConflict((oc) =>
        oc
          .columns(['study_id', 'questionnaire_version'])
          .doUpdateSet({ responses: p.responses, model: p.model, made_at: p.at }),
      ),
)
