/** The draft of a study's questionnaire, and what it was before. */
import { prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

/** So many revisions of a draft can be undone. */
export const mostRevisions = 100

export const draftRow = prepareQuery((p: { studyId: string }) =>
  sql
    .selectFrom('questionnaire_drafts')
    .leftJoin('staff', 'staff.id', 'questionnaire_drafts.saved_by')
    .leftJoin('questionnaire_draft_revisions', (join) =>
      join
        .onRef('questionnaire_draft_revisions.study_id', '=', 'questionnaire_drafts.study_id')
        .onRef('questionnaire_draft_revisions.revision', '=', 'questionnaire_drafts.revision'),
    )
    .select([
      'questionnaire_drafts.document',
      'questionnaire_drafts.base_version as baseVersion',
      'questionnaire_drafts.revision',
      'questionnaire_drafts.saved_by as savedBy',
      'questionnaire_drafts.saved_at as savedAt',
      'staff.name as savedByName',
      'questionnaire_draft_revisions.undo_to as undoTo',
      'questionnaire_draft_revisions.redo_to as redoTo',
    ])
    .where('questionnaire_drafts.study_id', '=', p.studyId),
)

export const revisionBy = prepareQuery((p: { studyId: string; revision: number }) =>
  sql
    .selectFrom('questionnaire_draft_revisions')
    .select(['document', 'undo_to as undoTo', 'redo_to as redoTo'])
    .where('study_id', '=', p.studyId)
    .where('revision', '=', p.revision),
)

export interface DraftToKeep {
  studyId: string
  document: string
  baseVersion: string
  by: string
  at: string
}

/** The first save: whoever makes it first has made it. */
export const addDraft = prepareQuery((p: DraftToKeep) =>
  sql.insertInto('questionnaire_drafts').values({
    study_id: p.studyId,
    document: p.document,
    base_version: p.baseVersion,
    revision: 1,
    revision_before: 0,
    saved_by: p.by,
    saved_at: p.at,
  }),
)

/** A later save names the revision that it was made from; the check refuses it when another came first. */
export const putDraft = prepareQuery((p: DraftToKeep & { revision: number }) =>
  sql
    .updateTable('questionnaire_drafts')
    .set((eb) => ({
      document: p.document,
      base_version: p.baseVersion,
      revision: eb('revision', '+', 1),
      revision_before: p.revision,
      saved_by: p.by,
      saved_at: p.at,
    }))
    .where('study_id', '=', p.studyId),
)

export const addRevision = prepareQuery(
  (p: {
    studyId: string
    revision: number
    document: string
    undoTo: number | null
    redoTo: number | null
    by: string
    at: string
  }) =>
    sql.insertInto('questionnaire_draft_revisions').values({
      study_id: p.studyId,
      revision: p.revision,
      document: p.document,
      undo_to: p.undoTo,
      redo_to: p.redoTo,
      saved_by: p.by,
      saved_at: p.at,
    }),
)

export const dropRevisions = prepareQuery((p: { studyId: string; upTo: number }) =>
  sql.deleteFrom('questionnaire_draft_revisions').where('study_id', '=', p.studyId).where('revision', '<=', p.upTo),
)

/** What a study asks whoever begins from now on, and its test with it. */
export const askVersion = prepareQuery((p: { studyId: string; version: string }) =>
  sql
    .updateTable('studies')
    .set({ questionnaire_version: p.version })
    .where((eb) => eb.or([eb('id', '=', p.studyId), eb('test_of', '=', p.studyId)])),
)
