/** The rows of themes, of what was coded, and of the texts themselves. */
import type { Language } from '../../../../schema/questionnaire.ts'
import { prepareQuery, type Query, type Write } from '../../../platform/db/together.ts'
import { sql } from '../../tables.ts'

/** The texts of one question in one study. */
export interface TextsOf {
  studyId: string
  /** The name of their column. */
  question: string
}

export const newestThemeList = prepareQuery((p: TextsOf) =>
  sql
    .selectFrom('theme_lists')
    .leftJoin('staff', 'staff.id', 'theme_lists.changed_by')
    .select([
      'theme_lists.n',
      'theme_lists.document',
      'theme_lists.undo_to as undoTo',
      'theme_lists.redo_to as redoTo',
      'theme_lists.at',
      'staff.name as changedBy',
    ])
    .where('theme_lists.study_id', '=', p.studyId)
    .where('theme_lists.question', '=', p.question)
    .orderBy('theme_lists.n', 'desc')
    .limit(1),
)

export const themeListAt = prepareQuery((p: TextsOf & { n: number }) =>
  sql
    .selectFrom('theme_lists')
    .select(['document', 'undo_to as undoTo', 'redo_to as redoTo'])
    .where('study_id', '=', p.studyId)
    .where('question', '=', p.question)
    .where('n', '=', p.n),
)

export const addThemeList = prepareQuery(
  (
    p: TextsOf & {
      n: number
      /** Null for the first. */
      before: number | null
      document: string
      undoTo: number | null
      redoTo: number | null
      by: string
      at: string
    },
  ) =>
    sql.insertInto('theme_lists').values({
      study_id: p.studyId,
      question: p.question,
      n: p.n,
      n_before: p.before,
      document: p.document,
      undo_to: p.undoTo,
      redo_to: p.redoTo,
      changed_by: p.by,
      at: p.at,
    }),
)

/**
 * Holds a response as it is until all of this is written: what takes it back waits, and then deletes what was coded, too.
 * It changes nothing.
 */
export const lockResponse = prepareQuery((p: { studyId: string; ref: string }) =>
  sql
    .updateTable('responses')
    .set((eb) => ({ full_cell: eb.ref('full_cell') }))
    .where('export_ref', '=', p.ref)
    .where('study_id', '=', p.studyId),
)

/** Sorts a text into a theme, once; nothing is written of a response that was taken back, or is not shown. */
export const addCoding = (p: TextsOf & { ref: string; theme: number; by: string; at: string }): Write => ({
  sql: `insert into text_codings (respondent_id, question, theme, study_id, coded_by, at)
select responses.respondent_id, ?, ?, responses.study_id, ?, ? from responses
join documents on documents.respondent_id = responses.respondent_id
where responses.export_ref = ? and responses.study_id = ? and ${counted} and responses.shown_to is not null
on conflict (respondent_id, question, theme) do nothing`,
  values: [p.question, p.theme, p.by, p.at, p.ref, p.studyId],
})

/** Removes themes from the text of one response. */
export const dropCodings = (p: TextsOf & { ref: string; themes: readonly number[] }): Write => ({
  sql: `delete from text_codings where question = ? and theme in (${marks(p.themes)})
and respondent_id = (select respondent_id from responses where export_ref = ? and study_id = ?)`,
  values: [p.question, ...p.themes, p.ref, p.studyId],
})

/** What each of these texts was sorted into. */
export const codingsOf = (
  question: string,
  respondents: readonly string[],
): Query<{ respondentId: string; theme: number }> => ({
  sql: `select respondent_id as "respondentId", theme as "theme" from text_codings
where question = ? and respondent_id in (${marks(respondents)})`,
  values: [question, ...respondents],
})

/** How many texts were sorted into any of these themes. */
export const countCodings = ({ studyId, question }: TextsOf, themes: readonly number[]): Query<{ texts: number }> => ({
  sql: `select count(distinct text_codings.respondent_id) as "texts" from text_codings
join responses on responses.respondent_id = text_codings.respondent_id
where text_codings.study_id = ? and text_codings.question = ? and text_codings.theme in (${marks(themes)})
  and ${counted}`,
  values: [studyId, question, ...themes],
})

/** How many texts stand under each stored theme. */
export const codingsByTheme = ({ studyId, question }: TextsOf): Query<{ theme: number; texts: number }> => ({
  sql: `select text_codings.theme as "theme", count(*) as "texts" from text_codings
join responses on responses.respondent_id = text_codings.respondent_id
where text_codings.study_id = ? and text_codings.question = ? and ${counted}
group by text_codings.theme`,
  values: [studyId, question],
})

/** The places in a version's data of texts that were sorted into any of these themes, at least one. */
export const placesInThemes = (
  { studyId, dataVersion }: { studyId: string; dataVersion: string },
  question: string,
  themes: readonly number[],
): Query<{ place: number }> => ({
  sql: `select answer_places.n as "place" from text_codings
join answer_places on answer_places.respondent_id = text_codings.respondent_id
where text_codings.study_id = ? and text_codings.question = ? and text_codings.theme in (${marks(themes)})
  and answer_places.data_version = ?`,
  values: [studyId, question, ...themes, dataVersion],
})

/** The newest list of each question of a study. */
export const newestLists = (studyId: string): Query<{ question: string; document: string }> => ({
  sql: `select question as "question", document as "document" from theme_lists
where study_id = ? and n = (select max(newest.n) from theme_lists newest
  where newest.study_id = theme_lists.study_id and newest.question = theme_lists.question)`,
  values: [studyId],
})

export interface StoredText {
  ref: string
  respondentId: string
  version: string
  language: Language
  shownFrom: string
  shownTo: string
  seed: string
  facts: string
  document: string
  texts: string
  textsKey: string | null
}

/** Which texts: those in one of these themes, those in none of them, or all. */
export type Among = { themes: readonly number[] } | { inNone: readonly number[] } | 'all'

/** The next complete responses that are shown, behind an export reference, in the random order of these. */
export function nextCompleteResponses(
  { studyId, question }: TextsOf,
  { among, after, limit }: { among: Among; after: string; limit: number },
): Query<StoredText> {
  const [how, themes] = among === 'all' ? ['', []] : 'themes' in among ? ['in', among.themes] : ['not in', among.inNone]
  const which = `and responses.respondent_id ${how} (select respondent_id from text_codings
  where study_id = ? and question = ? and theme in (${marks(themes) || 'null'}))`
  return {
    sql: `select responses.export_ref as "ref", responses.respondent_id as "respondentId",
  responses.questionnaire_version as "version", responses.language as "language", responses.shown_from as "shownFrom",
  responses.shown_to as "shownTo", responses.seed as "seed", responses.facts as "facts",
  documents.document as "document", documents.texts as "texts", documents.texts_key as "textsKey"
from responses join documents on documents.respondent_id = responses.respondent_id
where responses.study_id = ? and ${counted} and responses.shown_to is not null
  and responses.export_ref > ? ${how === '' ? '' : which}
order by responses.export_ref limit ?`,
    values: [studyId, after, ...(how === '' ? [] : [studyId, question, ...themes]), limit],
  }
}

/** What is in the base: complete, and not rejected; what is held counts. */
const counted = `responses.state = 'complete' and (responses.judged is null or responses.judged = 'held')`

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ')
