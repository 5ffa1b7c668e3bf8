/** Files with several rows for each response, of what stands in other tables. */
import { chunked, maxBoundValues } from '../../../platform/db/chunked.ts'
import type { Database, Query } from '../../../platform/db/together.ts'
import type { Dictionary, Value } from '../../variables/variable.ts'
import type { PlacesOf, RecordBatch } from './format.ts'

/** What each row begins with: the response by its reference, its version, and its day or days. */
export const beginning = ['response', 'version', 'day'] as const

/** Joins the responses that a file can have to the rows of one of their tables, which are those of `valuesOfPlaces`. */
export const joinPlaces = (
  table: string,
): string => `join answer_places on answer_places.respondent_id = ${table}.respondent_id
  and answer_places.study_id = ? and answer_places.data_version = ? and answer_places.n < ?
join responses on responses.respondent_id = ${table}.respondent_id`
export const valuesOfPlaces = ({ studyId, dataVersion, places }: PlacesOf) => [studyId, dataVersion, places]

/** The cells of a record that its rows begin with. */
export function beginningOf(dictionary: Dictionary): (record: readonly Value[]) => Value[] {
  return responseCells(dictionary, beginning)
}

/** The cells of a record with these names, which are of the response itself. */
export function responseCells(
  { variables }: Dictionary,
  names: readonly string[],
): (record: readonly Value[]) => Value[] {
  const places = names.map((name) => variables.findIndex((one) => one.name === name && one.column === null))
  return (record) => places.map((at) => record[at] ?? null)
}

/**
 * The rows of a batch, by respondent.
 * @param query reads those of the respondents whose places (`?, ?`) and ids it is given
 */
export async function rowsByRespondent<Row extends { respondentId: string }>(
  db: Database,
  { respondents }: RecordBatch,
  query: (places: string, ids: string[]) => Query<Row>,
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const found = new Map<string, Row[]>()
  for (const ids of chunked(respondents, maxBoundValues)) {
    for (const row of await db.read(query(ids.map(() => '?').join(', '), ids))) {
      const rows = found.get(row.respondentId)
      if (rows === undefined) found.set(row.respondentId, [row])
      else rows.push(row)
    }
  }
  return found
}
