/**
 * How long each page took, as CSV: of complete responses whose respondents allowed it, in seconds as the server saw them, and
 * nothing else of how they were given: no time of day, no network, no count of keys.
 */

import type { Query } from '../../../platform/db/together.ts'
import { csvRow } from '../../../platform/files/csv.ts'
import type { Visit } from '../../quality/visit.ts'
import type { Dictionary } from '../../variables/variable.ts'
import type { Format } from './format.ts'
import { beginning, beginningOf, rowsByRespondent } from './long-rows.ts'

export const paradata: Format = {
  id: 'paradata',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  permission: 'paradata.export',
  hasLanguage: false,
  byRecord: true,
  decidedBy: (studyId) => ({
    sql: `select count(*) as "count" from response_paradata where study_id = ?`,
    values: [studyId],
  }),
  async *write(dictionary, batches, { db, isContinued }) {
    if (!isContinued) yield csvRow([...beginning, 'page', 'seconds'])
    const begin = beginningOf(dictionary)
    const inOrder = pageOrder(dictionary)
    for await (const batch of batches) {
      const found = await rowsByRespondent(db, batch, timesOf)
      let text = ''
      for (const [at, record] of batch.records.entries()) {
        const [row] = found.get(batch.respondents[at] ?? '') ?? []
        if (row === undefined) continue
        const visits = Object.entries(JSON.parse(row.pages) as Record<string, Visit>)
        for (const [page, { ms }] of visits.toSorted(([one], [other]) => inOrder(one, other))) {
          text += csvRow([...begin(record), page, Math.round(ms / 100) / 10])
        }
      }
      yield text
    }
  },
}

interface Times {
  respondentId: string
  /** Canonical JSON of visits. */
  pages: string
}

const timesOf = (places: string, ids: string[]): Query<Times> => ({
  sql: `select p.respondent_id as "respondentId", p.pages as "pages"
from response_paradata p join responses r on r.respondent_id = p.respondent_id
where r.paradata = 1 and r.state = 'complete' and p.respondent_id in (${places})`,
  values: ids,
})

/** Pages as the questionnaire has them; those that ask nothing come last, by name. */
function pageOrder({ questions }: Dictionary): (one: string, other: string) => number {
  const places = new Map([...new Set(questions.map(({ page }) => page))].map((page, at) => [page, at]))
  const placeOf = (page: string) => places.get(page) ?? places.size
  return (one, other) => placeOf(one) - placeOf(other) || (one < other ? -1 : 1)
}
