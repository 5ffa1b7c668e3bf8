/** Reads the responses that go into files, in the random order of their export references. */
import { maxBoundValues } from '../../platform/db/chunked.ts'
import type { Query } from '../../platform/db/together.ts'

export interface EndedResponse {
  ref: string
  version: string
  dataVersion: string
  place: number
  state: string
  judged: string | null
  languageStart: string
  language: string
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

interface EndedOf {
  studyId: string
  versions: readonly string[]
}

/** So many versions are named in a statement, which leaves room for as many references. */
const mostVersions = maxBoundValues / 2 - 2

/** Of a study that was corrected more often, those of every version are read: whoever asked knows which are in. */
const named = ({ versions }: Pick<EndedOf, 'versions'>): readonly string[] =>
  versions.length > mostVersions ? [] : versions

/** How many references a statement has room for beside the versions that are asked for. */
export const roomForReferences = (of: Pick<EndedOf, 'versions'>): number => maxBoundValues - named(of).length - 1

/**
 * Without `coalesce`, a database would rather sort a whole study for each page than go along the index of references.
 */
function ended(of: EndedOf): string {
  const versions = named(of).map(() => '?')
  const ofVersions =
    versions.length === 0 ? '' : `and coalesce(responses.questionnaire_version, '') in (${versions.join(', ')})`
  return `from responses join answer_places on answer_places.respondent_id = responses.respondent_id
left join documents on documents.respondent_id = responses.respondent_id
where coalesce(responses.study_id, '') = ? ${ofVersions}
  and responses.state <> 'in_progress' and responses.shown_to is not null`
}

const endedColumns = `select responses.export_ref as "ref", responses.questionnaire_version as "version",
  answer_places.data_version as "dataVersion", answer_places.n as "place",
  responses.state as "state", responses.judged as "judged",
  responses.language_start as "languageStart", responses.language as "language",
  responses.shown_from as "shownFrom", responses.shown_to as "shownTo",
  responses.full_cell as "fullCell", responses.seed as "seed", responses.facts as "facts",
  responses.respondent_id as "respondentId", documents.document as "document", documents.texts as "texts",
  documents.texts_key as "textsKey"`

/**
 * The next responses of some versions of a study that have a place, behind `after`, in the random order of their export
 * references.
 */
export const endedResponses = (p: EndedOf & { after: string; limit: number }): Query<EndedResponse> => ({
  sql: `${endedColumns}
${ended(p)} and responses.export_ref > ?
order by responses.export_ref limit ?`,
  values: [p.studyId, ...named(p), p.after, p.limit],
})

/** The same by their references alone and where they stand, for whoever wants few of them. */
export const endedReferences = (
  p: EndedOf & { after: string; limit: number },
): Query<Pick<EndedResponse, 'ref' | 'dataVersion' | 'place'>> => ({
  sql: `select responses.export_ref as "ref", answer_places.data_version as "dataVersion", answer_places.n as "place"
${ended(p)} and responses.export_ref > ?
order by responses.export_ref limit ?`,
  values: [p.studyId, ...named(p), p.after, p.limit],
})

/** Those of them with these references, in their order. */
export const endedOfReferences = (p: EndedOf & { refs: readonly string[] }): Query<EndedResponse> => ({
  sql: `${endedColumns}
${ended(p)} and responses.export_ref in (${p.refs.map(() => '?').join(', ')})
order by responses.export_ref`,
  values: [p.studyId, ...named(p), ...p.refs],
})
