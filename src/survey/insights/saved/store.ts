/** Filters that somebody gave a name. */
import { prepareQuery } from '../../../platform/db/together.ts'
import { sql } from '../../tables.ts'

/** Those of a study that are not removed, by their names. */
export const savedFilters = prepareQuery((p: { studyId: string; limit: number }) =>
  sql
    .selectFrom('saved_filters')
    .leftJoin('staff', 'staff.id', 'saved_filters.made_by')
    .select([
      'saved_filters.id',
      'saved_filters.name',
      'saved_filters.query',
      'saved_filters.made_at as madeAt',
      'staff.name as madeBy',
    ])
    .where('saved_filters.study_id', '=', p.studyId)
    .where('saved_filters.removed_at', 'is', null)
    .orderBy('saved_filters.name')
    .limit(p.limit),
)

export type SavedFilter = NonNullable<ReturnType<typeof savedFilters>['row']>

/** One of a study, removed or not. */
export const savedFilter = prepareQuery((p: { studyId: string; id: string }) =>
  sql.selectFrom('saved_filters').select(['id', 'name']).where('study_id', '=', p.studyId).where('id', '=', p.id),
)

export const addSavedFilter = prepareQuery(
  (p: { id: string; studyId: string; name: string; query: string; by: string; at: string }) =>
    sql.insertInto('saved_filters').values({
      id: p.id,
      study_id: p.studyId,
      name: p.name,
      query: p.query,
      made_by: p.by,
      made_at: p.at,
      removed_at: null,
    }),
)

export const renameSavedFilter = prepareQuery((p: { studyId: string; id: string; name: string }) =>
  sql.updateTable('saved_filters').set({ name: p.name }).where('study_id', '=', p.studyId).where('id', '=', p.id),
)

/** @param p.at when it was removed; null to bring it back */
export const removeSavedFilter = prepareQuery((p: { studyId: string; id: string; at: string | null }) =>
  sql.updateTable('saved_filters').set({ removed_at: p.at }).where('study_id', '=', p.studyId).where('id', '=', p.id),
)
