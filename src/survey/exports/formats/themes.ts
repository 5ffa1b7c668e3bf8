/** The themes that open texts were sorted into by hand, as CSV: a line for each text and theme. */

import type { Query } from '../../../platform/db/together.ts'
import { csvRow } from '../../../platform/files/csv.ts'
import { currentThemeId, noTheme, type ThemeList, themeLetter } from '../../insights/texts/theme-list.ts'
import { themesOfStudy } from '../../insights/texts/themes.ts'
import type { ExportFormat } from './format.ts'
import { beginning, beginningOf, joinPlaces, rowsByRespondent, valuesOfPlaces } from './long-rows.ts'

export const themes: ExportFormat = {
  id: 'themes',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  permission: 'responses.export',
  hasLanguage: false,
  byRecord: true,
  weights: 'none',
  decidedBy: (of) => ({
    sql: `select count(*) as "count", coalesce(max(text_codings.at), '') as "last",
  (select coalesce(sum(n), 0) from theme_lists where study_id = ?) as "lists"
from text_codings ${joinPlaces('text_codings')}`,
    values: [of.studyId, ...valuesOfPlaces(of)],
  }),
  async *write(dictionary, batches, { db, isContinued }) {
    if (!isContinued) yield csvRow([...beginning, 'question', 'theme', 'name'])
    const begin = beginningOf(dictionary)
    let lists: ReadonlyMap<string, ThemeList> | undefined
    for await (const batch of batches) {
      const found = await rowsByRespondent(db, batch, codingsOf)
      const [one] = found.values()
      if (one?.[0] !== undefined) lists ??= await themesOfStudy(db, one[0].studyId)
      let text = ''
      for (const [at, record] of batch.records.entries()) {
        for (const cells of new Set(found.get(batch.respondents[at] ?? '')?.flatMap((row) => cellsOf(row, lists)))) {
          text += csvRow([...begin(record), ...cells.split('\t')])
        }
      }
      yield text
    }
  },
}

/** Question, letter and name of the theme that a text counts under now, joined by tabs, which no name has; none for one that is gone. */
function cellsOf({ question, theme }: CodingRow, lists: ReadonlyMap<string, ThemeList> | undefined): string[] {
  const list = lists?.get(question)
  const id = list && currentThemeId(list, Number(theme))
  if (list === undefined || id === undefined || id === null) return []
  if (id === noTheme) return [`${question}\t\t`]
  return [[question, themeLetter(id), list.themes.find((one) => one.id === id)?.name ?? ''].join('\t')]
}

interface CodingRow {
  respondentId: string
  studyId: string
  question: string
  theme: number
}

const codingsOf = (places: string, ids: string[]): Query<CodingRow> => ({
  sql: `select respondent_id as "respondentId", study_id as "studyId", question as "question", theme as "theme"
from text_codings where respondent_id in (${places}) order by question, theme`,
  values: ids,
})
