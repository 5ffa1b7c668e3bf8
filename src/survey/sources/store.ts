/** The rows of tags of links, and of how often first pages were opened. */
import { prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

/** A tag that staff made, with its number in the study, from 2 on. */
export interface SourceTag {
  id: string
  n: number
  tag: string
}

/** The tags of a study, in the order in which they were made. */
export const tagsOfStudy = prepareQuery<{ studyId: string }, SourceTag>((p) =>
  sql.selectFrom('source_tags').select(['id', 'n', 'tag']).where('study_id', '=', p.studyId).orderBy('n'),
)

export const addTag = prepareQuery(
  (p: { id: string; studyId: string; n: number; tag: string; madeBy: string; at: string }) =>
    sql.insertInto('source_tags').values({
      id: p.id,
      study_id: p.studyId,
      n: p.n,
      tag: p.tag,
      made_by: p.madeBy,
      at: p.at,
    }),
)

/** By which link a response was begun; a tag that nobody made in its study is `other`, whatever it says. */
export const nameSource = prepareQuery((p: { respondentId: string; studyId: string; tag: string; other: 'other' }) =>
  sql
    .updateTable('responses')
    .set((eb) => ({
      source: eb.fn.coalesce(
        eb.selectFrom('source_tags').select('id').where('study_id', '=', p.studyId).where('tag', '=', p.tag),
        eb.cast<string>(eb.val(p.other), 'text'),
      ),
    }))
    .where('respondent_id', '=', p.respondentId),
)

/** One more opening of the first page. */
export const addOpening = prepareQuery(
  (p: {
    studyId: string
    day: string
    language: string
    door: 'open_link' | 'invitation'
    tag: string
    unknown: 'none' | 'other'
  }) =>
    sql
      .insertInto('study_openings')
      .values((eb) => ({
        study_id: p.studyId,
        day: p.day,
        language: p.language,
        door: p.door,
        source: eb.fn.coalesce(
          eb.selectFrom('source_tags').select('id').where('study_id', '=', p.studyId).where('tag', '=', p.tag),
          eb.cast<string>(eb.val(p.unknown), 'text'),
        ),
        opened: 1,
      }))
      .onConflict((oc) =>
        oc
          .columns(['study_id', 'day', 'language', 'door', 'source'])
          .doUpdateSet((eb) => ({ opened: eb('study_openings.opened', '+', 1) })),
      ),
)

/** Openings of some days, by what is known of them. */
export interface OpeningCount {
  language: string
  door: 'open_link' | 'invitation'
  /** The number of the tag: 0 for none, 1 for another one. */
  n: number
  opened: number
}

/** Openings up to a day, that day included. */
export const openingsOfStudy = prepareQuery<{ studyId: string; to: string }, OpeningCount>((p) =>
  sql
    .selectFrom('study_openings')
    .innerJoin('source_tags', 'source_tags.id', 'study_openings.source')
    .select((eb) => [
      'study_openings.language',
      'study_openings.door',
      'source_tags.n',
      eb.cast<number>(eb.fn.sum('study_openings.opened'), 'bigint').as('opened'),
    ])
    .where('study_openings.study_id', '=', p.studyId)
    .where('study_openings.day', '<=', p.to)
    .groupBy(['study_openings.language', 'study_openings.door', 'source_tags.n']),
)
