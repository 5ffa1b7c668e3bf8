/** The saved pages of a response as one text: a statement about the response reads them in the same moment as what else it reads. */
import { sql as raw } from 'kysely'
import type { Answers } from '../../../schema/answers.ts'
import type { KeyPorts } from '../../platform/keys/study-keys.ts'
import type { Visit } from '../quality/visit.ts'
import { openTyped } from '../texts/stored-answers.ts'

export interface SavedPage {
  revision: number
  answers: Answers
  /** How it was shown and sent so far; null where nothing is known of it. */
  visit: Visit | null
}

/**
 * Every page as it is stored, as the items of one JSON list; null where there is none. Its codes and keys hold nothing to
 * escape. A page may be there twice, as it was saved into one table and into the one before: the higher revision counts.
 */
export type PackedPages = string | null

const answered = raw`concat(
  '["', page, '",', revision, ',', answers, ',', coalesce(visit, 'null'), ',"', texts, '","', texts_key, '"]')`
const timed = raw`concat('["', page, '","', saved_at, '",', revision, ']')`

/** Both tables' rows of a respondent as the items of one list, those of the one before first. */
const packedAs = (item: typeof answered) => (respondentId: unknown) =>
  raw<PackedPages>`nullif(concat_ws(',',
  (select string_agg(${item}, ',') from response_pages where response_pages.respondent_id = ${respondentId}),
  (select string_agg(${item}, ',') from saved_pages where saved_pages.respondent_id = ${respondentId})), '')`

/** What selects `PackedPages` of this respondent, or of the one in this column. */
export const packedPages = packedAs(answered)

/** The same of when each page was saved: page, instant and revision. */
export const packedTimes = packedAs(timed)

/** What selects how many pages of a respondent lie in the table of before. */
export const hasOldPages = (respondentId: unknown) =>
  raw<number>`(select count(*) from response_pages where response_pages.respondent_id = ${respondentId})`

type PackedPage = [page: string, revision: number, rest: Answers, visit: Visit | null, texts: string, textsKey: string]

/** The pages by their codes, with what was typed. A text that was erased is as one that was never typed. */
export async function openPages(
  ports: Omit<KeyPorts, 'ids'>,
  respondentId: string,
  packed: PackedPages,
): Promise<Map<string, SavedPage>> {
  const pages = new Map<string, SavedPage>()
  if (packed === null) return pages
  const opening: Promise<unknown>[] = []
  for (const [page, revision, rest, visit, texts, textsKey] of JSON.parse(`[${packed}]`) as PackedPage[]) {
    if (revision < (pages.get(page)?.revision ?? 0)) continue
    pages.set(page, { revision, answers: rest, visit })
    if (texts === '') continue
    const opened = openTyped(ports, { respondentId, page }, rest, { texts, textsKey })
    opening.push(opened.then((answers) => pages.set(page, { revision, answers, visit })))
  }
  if (opening.length > 0) await Promise.all(opening)
  return pages
}
