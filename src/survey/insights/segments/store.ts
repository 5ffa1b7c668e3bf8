/** The rows of segments and places. */

import type { Answers, Circumstances } from '../../../../schema/answers.ts'
import { chunked } from '../../../platform/db/chunked.ts'
import type { Query, Write } from '../../../platform/db/together.ts'
import { insertMany } from '../../tables.ts'
import type { Circumstance } from './about.ts'
import type { PlacedResponse } from './place-text.ts'
import { flagMask } from './rewrite.ts'

/** Whose data: of a study, a version and its corrections. */
export interface DataKey {
  studyId: string
  dataVersion: string
}

const dataVersionOfResponse = `coalesce((select min(study_versions.data_version) from study_versions
  where study_versions.study_id = responses.study_id and study_versions.version = responses.questionnaire_version),
  responses.questionnaire_version)`

interface StoredResponse extends Circumstance {
  respondentId: string
  studyId: string
  ref: string
  revision: number
  version: string
  dataVersion: string
  facts: string
  document: string | null
}

/** Columns and joins by which a response is read for its place. */
const storedResponse = `responses.respondent_id as "respondentId", responses.study_id as "studyId",
  responses.export_ref as "ref", responses.revision as "revision", responses.questionnaire_version as "version",
  ${dataVersionOfResponse} as "dataVersion", responses.state as "state", responses.judged as "judged",
  responses.seed as "seed", responses.facts as "facts", responses.language as "language",
  responses.language_start as "languageStart", responses.shown_to as "shownTo", responses.active_ms as "activeMs",
  case when respondents.invitation_id is null then 0 else 1 end as "invited",
  source_tags.n as "source",
  (select min(study_versions.n) from study_versions where study_versions.study_id = responses.study_id
    and study_versions.version = responses.questionnaire_version) as "versionN",
  ${flagMask} as "flags", documents.document as "document"`

const aroundResponse = `join respondents on respondents.id = responses.respondent_id
left join source_tags on source_tags.id = responses.source
left join documents on documents.respondent_id = responses.respondent_id`

/** A response that has ended and is shown. */
export type SegmentResponse = StoredResponse & { row?: never }

/** What a stored response comes to, but for its key. What was typed stays sealed: that there is something is enough. */
export function placedOf(row: SegmentResponse, key: number): PlacedResponse {
  return {
    ...row,
    answers: row.document === null ? null : (JSON.parse(row.document) as Answers),
    facts: JSON.parse(row.facts) as Circumstances['facts'],
    key,
  }
}

/** Shown responses without a place, by study and by their references, which say nothing of who came when. */
export const responsesToPack = (
  after: Pick<StoredResponse, 'studyId' | 'ref'>,
  limit: number,
): Query<SegmentResponse> => ({
  sql: `select ${storedResponse} from responses ${aroundResponse}
where responses.packed = 0 and responses.shown_to is not null
  and (responses.study_id > ? or (responses.study_id = ? and responses.export_ref > ?))
order by responses.study_id, responses.export_ref limit ?`,
  values: [after.studyId, after.studyId, after.ref, limit],
})

/** Shown responses of a study that have no place, by their references: those of other data among them. */
export const responsesWithoutPlace = (
  { studyId }: Pick<DataKey, 'studyId'>,
  after: string,
  limit: number,
): Query<SegmentResponse> => ({
  sql: `select ${storedResponse} from responses ${aroundResponse}
where responses.study_id = ? and responses.packed = 0 and responses.shown_to is not null and responses.export_ref > ?
order by responses.export_ref limit ?`,
  values: [studyId, after, limit],
})

/** Responses in the places from `from` on and before `to`, in this order. */
export const responsesAt = (
  { studyId, dataVersion }: DataKey,
  from: number,
  to: number,
): Query<SegmentResponse & { n: number }> => ({
  sql: `select answer_places.n as "n", ${storedResponse} from answer_places
join responses on responses.respondent_id = answer_places.respondent_id ${aroundResponse}
where answer_places.study_id = ? and answer_places.data_version = ? and answer_places.n >= ? and answer_places.n < ?
order by answer_places.n`,
  values: [studyId, dataVersion, from, to],
})

/** How many places a version's data has. */
export const placeCount = ({ studyId, dataVersion }: DataKey): Query<{ count: number }> => ({
  sql: `select coalesce(max(n), -1) + 1 as "count" from answer_places where study_id = ? and data_version = ?`,
  values: [studyId, dataVersion],
})

/** Places from `from` on, in this order. */
export function addPlaces({ studyId, dataVersion }: DataKey, from: number, respondentIds: readonly string[]): Write[] {
  return insertMany(
    'answer_places',
    respondentIds.map((id, at) => ({
      study_id: studyId,
      data_version: dataVersion,
      n: from + at,
      n_before: from + at === 0 ? null : from + at - 1,
      respondent_id: id,
    })),
  )
}

/** Says that responses have a place; refused by a check where one has changed since it was read, or has one already. */
export function markPacked(rows: readonly Pick<StoredResponse, 'respondentId' | 'revision'>[]): Write[] {
  return chunked(rows, 33).map((some) => ({
    sql: `update responses set packed = case when ${some.map(() => '(respondent_id = ? and revision = ?)').join(' or ')} then packed + 1 else 2 end
where respondent_id in (${some.map(() => '?').join(', ')})`,
    values: [...some.flatMap((row) => [row.respondentId, row.revision]), ...some.map((row) => row.respondentId)],
  }))
}

/** Puts places of one segment behind those that it has: of each block its width, and what stands in the new places. */
export function addToSegment(
  { studyId, dataVersion }: DataKey,
  n: number,
  count: number,
  isNew: boolean,
  blocks: readonly { name: string; width: number; data: string }[],
): Write[] {
  if (isNew) {
    const of = { study_id: studyId, data_version: dataVersion, n, filled: count }
    return insertMany(
      'answer_segments',
      blocks.map((block) => ({ ...of, ...block })),
    )
  }
  return chunked(blocks, 32).map((some) => ({
    sql: `update answer_segments set data = data || case name ${some.map(() => 'when ? then ?').join(' ')} end, filled = filled + ?
where study_id = ? and data_version = ? and n = ? and name in (${some.map(() => '?').join(', ')})`,
    values: [
      ...some.flatMap(({ name, data }) => [name, data]),
      count,
      studyId,
      dataVersion,
      n,
      ...some.map(({ name }) => name),
    ],
  }))
}
