/** The lists of what a study found, each as it was after a change. */
import { prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

export const newestFindingList = prepareQuery((p: { studyId: string }) =>
  sql
    .selectFrom('finding_lists')
    .leftJoin('staff', 'staff.id', 'finding_lists.changed_by')
    .select([
      'finding_lists.n',
      'finding_lists.document',
      'finding_lists.undo_to as undoTo',
      'finding_lists.redo_to as redoTo',
      'finding_lists.at',
      'staff.name as changedBy',
    ])
    .where('finding_lists.study_id', '=', p.studyId)
    .orderBy('finding_lists.n', 'desc')
    .limit(1),
)

export const findingListAt = prepareQuery((p: { studyId: string; n: number }) =>
  sql
    .selectFrom('finding_lists')
    .select(['document', 'undo_to as undoTo', 'redo_to as redoTo'])
    .where('study_id', '=', p.studyId)
    .where('n', '=', p.n),
)

export const addFindingsList = prepareQuery(
  (p: {
    studyId: string
    n: number
    /** Null for the first. */
    before: number | null
    document: string
    undoTo: number | null
    redoTo: number | null
    by: string
    at: string
  }) =>
    sql.insertInto('finding_lists').values({
      study_id: p.studyId,
      n: p.n,
      n_before: p.before,
      document: p.document,
      undo_to: p.undoTo,
      redo_to: p.redoTo,
      changed_by: p.by,
      at: p.at,
    }),
)
