/** The rows of set-ups. */
import { type RawBuilder, sql as raw, type SqlBool } from 'kysely'
import { prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

export interface SetupRow {
  id: string
  document: string
  revision: number
  madeBy: string
  savedAt: string
  studyId: string | null
}

const columns = [
  'id',
  'document',
  'revision',
  'made_by as madeBy',
  'saved_at as savedAt',
  'study_id as studyId',
] as const

/**
 * Whether somebody sees a set-up: whoever began it, and whoever has a say in the study that it becomes, which are the
 * owners of studies in which they work and the owners and admins of studies to come. To others it is another house's.
 */
const isTheirs = (staffId: string): RawBuilder<SqlBool> => raw<SqlBool>`(setups.made_by = ${raw.val(staffId)}
or exists (select 1 from staff where staff.id = ${raw.val(staffId)} and staff.role in ('owner', 'admin'))
or exists (select 1 from staff_roles theirs join staff_roles owners on owners.study_id = theirs.study_id
  where theirs.staff_id = setups.made_by and owners.staff_id = ${raw.val(staffId)} and owners.role = 'owner'))`

/** A set-up, for somebody who sees it. */
export const setupFor = prepareQuery<{ id: string; staffId: string }, SetupRow>((p) =>
  sql.selectFrom('setups').select(columns).where('id', '=', p.id).where(isTheirs(p.staffId)),
)

/** Those that are no study yet and that somebody sees, the one saved last first. */
export const unmadeSetups = prepareQuery<{ limit: number; staffId: string }, SetupRow>((p) =>
  sql
    .selectFrom('setups')
    .select(columns)
    .where('study_id', 'is', null)
    .where(isTheirs(p.staffId))
    .orderBy('saved_at', 'desc')
    .orderBy('id')
    .limit(p.limit),
)

export const addSetup = prepareQuery((p: { id: string; document: string; by: string; at: string }) =>
  sql.insertInto('setups').values({
    id: p.id,
    document: p.document,
    revision: 1,
    revision_before: 0,
    made_by: p.by,
    made_at: p.at,
    saved_by: p.by,
    saved_at: p.at,
  }),
)

/** Refused when it is not the revision that was read. */
export const saveSetup = prepareQuery((p: { id: string; document: string; revision: number; by: string; at: string }) =>
  sql
    .updateTable('setups')
    .set((eb) => ({
      document: p.document,
      revision: eb('revision', '+', 1),
      revision_before: p.revision,
      saved_by: p.by,
      saved_at: p.at,
    }))
    .where('id', '=', p.id),
)

/** Says that it has become the study of its id; refused when it is not the revision that was read. */
export const markMade = prepareQuery((p: { id: string; revision: number }) =>
  sql
    .updateTable('setups')
    .set((eb) => ({ study_id: eb.ref('id'), revision: eb('revision', '+', 1), revision_before: p.revision }))
    .where('id', '=', p.id),
)

/** Whether a study has this address. */
export const studyWithSlug = prepareQuery((p: { slug: string }) =>
  sql.selectFrom('studies').select(['id', 'questionnaire_version as version']).where('slug', '=', p.slug),
)

/** A questionnaire as it is kept. */
export const questionnaireDocument = prepareQuery((p: { version: string }) =>
  sql.selectFrom('questionnaires').select('document').where('version', '=', p.version),
)
