/**
 * How long each page took, as CSV: a row for each complete response whose respondent allowed it, with its version, its day or
 * days and the seconds of each page as the server saw them. Which response it is stays out of it, and so does any order but
 * that of the figures themselves: whoever sees at another desk when rewards are set aside and issued knows how long each
 * holder took, and must not find their answers by it. Therefore it is of everybody, whatever a filter says, and no row is
 * told apart from fewer than four others by its pages (`PooledTimes`).
 */
import type { Query } from '../../../platform/db/together.ts'
import { csvRow } from '../../../platform/files/csv.ts'
import type { Visit } from '../../quality/visit.ts'
import type { Value } from '../../variables/variable.ts'
import type { ExportFormat } from './format.ts'
import { joinPlaces, responseCells, rowsByRespondent, valuesOfPlaces } from './long-rows.ts'
import { type PooledRow, PooledTimes } from './pooled-times.ts'

/** What each row begins with. */
const beginning = ['version', 'day', 'told'] as const
/** Rows among which none can be told by its place. */
const rowsTogether = 4_096

export const paradata: ExportFormat = {
  id: 'paradata',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  permission: 'paradata.export',
  hasLanguage: false,
  byRecord: false,
  isOfEverybody: true,
  revision: 3,
  decidedBy: (of) => ({
    // Whoever allows it no longer is out of the file, and another may be in it in their place.
    sql: `select count(*) as "count", coalesce(sum(responses.active_ms), 0) as "ms",
  coalesce(min(responses.export_ref), '') as "first", coalesce(max(responses.export_ref), '') as "last"
from response_paradata ${joinPlaces('response_paradata')}
where responses.paradata = 1 and responses.state = 'complete'`,
    values: valuesOfPlaces(of),
  }),
  async *write(dictionary, batches, { db }) {
    const pages = [...new Set(dictionary.questions.map(({ page }) => page))]
    // Pages that ask nothing are told as one.
    yield csvRow([...beginning, ...pages, 'other_pages'])
    const about = responseCells(dictionary, ['version', 'day'])
    const times = new PooledTimes()
    const line = (row: PooledRow) => csvRow([row.version, row.day, row.told, ...secondsOf(row, pages)])
    let waiting: string[] = []
    for await (const batch of batches) {
      const found = await rowsByRespondent(db, batch, timesOf)
      for (const [at, record] of batch.records.entries()) {
        const [row] = found.get(batch.respondents[at] ?? '') ?? []
        if (row === undefined) continue
        const [version, day] = about(record).map(String)
        const pooled = times.add({ version: version ?? '', day: day ?? '', pages: secondsByPage(row) })
        if (pooled !== null) waiting.push(line(pooled))
      }
      if (waiting.length < rowsTogether) continue
      yield waiting.sort().join('')
      waiting = []
    }
    yield [...waiting, ...times.end().map(line)].sort().join('')
  },
}

function secondsByPage({ pages }: TimesRow): Map<string, number> {
  const visits = Object.entries(JSON.parse(pages) as Record<string, Visit>)
  return new Map(visits.map(([page, { ms }]) => [page, ms / 1_000]))
}

/** Whole seconds of each page, blank where it was not seen or is not told, and of all other pages together. */
function secondsOf({ pages: visitSeconds }: PooledRow, pages: readonly string[]): Value[] {
  const known = new Set(pages)
  const others = [...visitSeconds].filter(([page]) => !known.has(page))
  const rounded = (seconds: number | undefined) => (seconds === undefined ? null : Math.round(seconds))
  const sum = others.length === 0 ? undefined : others.reduce((all, [, seconds]) => all + seconds, 0)
  return [...pages.map((page) => rounded(visitSeconds.get(page))), rounded(sum)]
}

interface TimesRow {
  respondentId: string
  /** Canonical JSON of visits. */
  pages: string
}

const timesOf = (places: string, ids: string[]): Query<TimesRow> => ({
  sql: `select p.respondent_id as "respondentId", p.pages as "pages"
from response_paradata p join responses r on r.respondent_id = p.respondent_id
where r.paradata = 1 and r.state = 'complete' and p.respondent_id in (${places})`,
  values: ids,
})
