/**
 * How long each page took, as CSV: a row for each complete response whose respondent allowed it, with its version, its day or
 * days and the seconds of each page as the server saw them. Which response it is stays out of it, and so does any order but
 * that of the figures themselves: whoever sees at another desk when rewards are set aside and issued knows how long each
 * holder took, and must not find their answers by it.
 */
import type { Query } from '../../../platform/db/together.ts'
import { csvRow } from '../../../platform/files/csv.ts'
import type { Visit } from '../../quality/visit.ts'
import type { Value } from '../../variables/variable.ts'
import type { Format } from './format.ts'
import { aboutOf, rowsByRespondent } from './long-rows.ts'

/** What each row begins with. */
const beginning = ['version', 'day'] as const
/** Rows among which none can be told by its place. */
const rowsTogether = 4_096

export const paradata: Format = {
  id: 'paradata',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  permission: 'paradata.export',
  hasLanguage: false,
  byRecord: false,
  revision: 2,
  decidedBy: (studyId) => ({
    sql: `select count(*) as "count" from response_paradata where study_id = ?`,
    values: [studyId],
  }),
  async *write(dictionary, batches, { db }) {
    const pages = [...new Set(dictionary.questions.map(({ page }) => page))]
    // Pages that ask nothing are told as one.
    yield csvRow([...beginning, ...pages, 'other_pages'])
    const begin = aboutOf(dictionary, beginning)
    let waiting: string[] = []
    for await (const batch of batches) {
      const found = await rowsByRespondent(db, batch, timesOf)
      for (const [at, record] of batch.records.entries()) {
        const [row] = found.get(batch.respondents[at] ?? '') ?? []
        if (row !== undefined) waiting.push(csvRow([...begin(record), ...secondsOf(row, pages)]))
      }
      if (waiting.length < rowsTogether) continue
      yield waiting.sort().join('')
      waiting = []
    }
    yield waiting.sort().join('')
  },
}

/** Whole seconds of each page, blank where it was not seen, and of all other pages together. */
function secondsOf({ pages: stored }: Times, pages: readonly string[]): Value[] {
  const visits = JSON.parse(stored) as Record<string, Visit>
  const known = new Set(pages)
  const others = Object.entries(visits).filter(([page]) => !known.has(page))
  const seconds = (ms: number) => Math.round(ms / 1_000)
  return [
    ...pages.map((page) => (visits[page] === undefined ? null : seconds(visits[page].ms))),
    others.length === 0 ? null : seconds(others.reduce((sum, [, { ms }]) => sum + ms, 0)),
  ]
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
