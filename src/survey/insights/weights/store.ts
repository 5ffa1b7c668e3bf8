/** Sets of margins that somebody gave a name. */
import { prepareQuery } from '../../../platform/db/together.ts'
import { sql } from '../../tables.ts'

/** Those of a study that are not removed: by their names, the newest of each first. */
export const marginSets = prepareQuery((p: { studyId: string; limit: number }) =>
  sql
    .selectFrom('margin_sets')
    .leftJoin('staff', 'staff.id', 'margin_sets.made_by')
    .select([
      'margin_sets.id',
      'margin_sets.name',
      'margin_sets.n',
      'margin_sets.margins',
      'margin_sets.made_at as madeAt',
      'staff.name as madeBy',
    ])
    .where('margin_sets.study_id', '=', p.studyId)
    .where('margin_sets.removed_at', 'is', null)
    .orderBy('margin_sets.name')
    .orderBy('margin_sets.n', 'desc')
    .limit(p.limit),
)

export type ListedSet = NonNullable<ReturnType<typeof marginSets>['row']>

/** One of a study, removed or not: a file that was weighted by it can be made again. */
export const marginSet = prepareQuery((p: { studyId: string; id: string }) =>
  sql
    .selectFrom('margin_sets')
    .select(['id', 'name', 'n', 'margins', 'made_at as madeAt'])
    .where('study_id', '=', p.studyId)
    .where('id', '=', p.id),
)

export type MarginSet = NonNullable<ReturnType<typeof marginSet>['row']>

/** The last of a name, removed ones among them. */
export const lastOfName = prepareQuery((p: { studyId: string; name: string }) =>
  sql
    .selectFrom('margin_sets')
    .select(['id', 'n', 'margins', 'removed_at as removedAt'])
    .where('study_id', '=', p.studyId)
    .where('name', '=', p.name)
    .orderBy('n', 'desc')
    .limit(1),
)

export const addMarginSet = prepareQuery(
  (p: { id: string; studyId: string; name: string; n: number; margins: string; by: string; at: string }) =>
    sql.insertInto('margin_sets').values({
      id: p.id,
      study_id: p.studyId,
      name: p.name,
      n: p.n,
      margins: p.margins,
      made_by: p.by,
      made_at: p.at,
      removed_at: null,
    }),
)

/** @param p.at when it was removed; null to bring it back */
export const removeMarginSet = prepareQuery((p: { studyId: string; id: string; at: string | null }) =>
  sql.updateTable('margin_sets').set({ removed_at: p.at }).where('study_id', '=', p.studyId).where('id', '=', p.id),
)
