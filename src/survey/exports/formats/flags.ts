/**
 * What the checks of quality noticed about each response, as CSV: no time, none of the facts by which it was noticed, and
 * nothing of pace, by which whoever knows how long the holder of a voucher took would find their answers.
 */

import type { Query } from '../../../platform/db/together.ts'
import { csvRow } from '../../../platform/files/csv.ts'
import type { ExportFormat } from './format.ts'
import { beginning, beginningOf, joinPlaces, rowsByRespondent, valuesOfPlaces } from './long-rows.ts'

export const flags: ExportFormat = {
  id: 'flags',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  permission: 'flags.export',
  hasLanguage: false,
  byRecord: true,
  weights: 'none',
  revision: 2,
  decidedBy: (of) => ({
    sql: `select count(*) as "count", coalesce(sum(points), 0) as "points", coalesce(max(flagged_at), '') as "last"
from response_flags ${joinPlaces('response_flags')}`,
    values: valuesOfPlaces(of),
  }),
  async *write(dictionary, batches, { db, isContinued }) {
    if (!isContinued) yield csvRow([...beginning, 'flag', 'family', 'points', 'rules'])
    const begin = beginningOf(dictionary)
    for await (const batch of batches) {
      const found = await rowsByRespondent(db, batch, flagsOf)
      let text = ''
      for (const [at, record] of batch.records.entries()) {
        for (const { name, family, points, rules } of found.get(batch.respondents[at] ?? '') ?? []) {
          text += csvRow([...begin(record), name, family, points, rules])
        }
      }
      yield text
    }
  },
}

interface FlagRow {
  respondentId: string
  name: string
  family: string
  points: number
  /** The version of the checks. */
  rules: string
}

const flagsOf = (places: string, ids: string[]): Query<FlagRow> => ({
  sql: `select respondent_id as "respondentId", name as "name", family as "family", points as "points", rules as "rules"
from response_flags where family <> 'pace' and respondent_id in (${places}) order by name`,
  values: ids,
})
