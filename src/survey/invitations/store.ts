/** The rows of lists of personal links. */
import { prepareQuery } from '../../platform/db/together.ts'
import { insertMany, sql } from '../tables.ts'

export const addInvitationList = prepareQuery(
  (p: {
    id: string
    studyId: string
    madeBy: string
    links: number
    hasGuardian: number
    expiresAt: string
    at: string
  }) =>
    sql.insertInto('invitation_lists').values({
      id: p.id,
      study_id: p.studyId,
      made_by: p.madeBy,
      duty: 'links',
      links: p.links,
      has_guardian: p.hasGuardian,
      expires_at: p.expiresAt,
      at: p.at,
    }),
)

export const addInvitations = (
  rows: readonly {
    id: string
    studyId: string
    codeHash: string
    expiresAt: string
    guardianAt: string | null
    at: string
  }[],
) =>
  insertMany(
    'invitations',
    rows.map((row) => ({
      id: row.id,
      study_id: row.studyId,
      code_hash: row.codeHash,
      expires_at: row.expiresAt,
      created_at: row.at,
      guardian_at: row.guardianAt,
    })),
  )

/** Notes which links a list has, in its order. */
export const addListLinks = (listId: string, invitationIds: readonly string[]) =>
  insertMany(
    'invitation_list_links',
    invitationIds.map((invitationId, at) => ({ list_id: listId, n: at + 1, invitation_id: invitationId })),
  )

/** The lists of a study, the newest first. */
export const listsOf = prepareQuery((p: { studyId: string; limit: number }) =>
  sql
    .selectFrom('invitation_lists')
    .innerJoin('staff', 'staff.id', 'invitation_lists.made_by')
    .select([
      'invitation_lists.id',
      'invitation_lists.links',
      'invitation_lists.has_guardian as hasGuardian',
      'invitation_lists.expires_at as expiresAt',
      'invitation_lists.at',
      'staff.name as by',
    ])
    .where('invitation_lists.study_id', '=', p.studyId)
    .orderBy('invitation_lists.id', 'desc')
    .limit(p.limit),
)

export const listById = prepareQuery((p: { id: string; studyId: string }) =>
  sql
    .selectFrom('invitation_lists')
    .select(['id', 'links', 'at'])
    .where('id', '=', p.id)
    .where('study_id', '=', p.studyId),
)

/** The links of a list by number, from one number on: how each ended and whether somebody began by it; never who. */
export const linksOf = prepareQuery((p: { listId: string; from: number; limit: number }) =>
  sql
    .selectFrom('invitation_list_links')
    .innerJoin('invitations', 'invitations.id', 'invitation_list_links.invitation_id')
    .leftJoin('invitation_ends', 'invitation_ends.invitation_id', 'invitations.id')
    .leftJoin('respondents', 'respondents.invitation_id', 'invitations.id')
    .select((eb) => [
      'invitation_list_links.n',
      'invitations.expires_at as expiresAt',
      'invitation_ends.how',
      eb.case().when('respondents.id', 'is', null).then(0).else(1).end().as('begun'),
    ])
    .where('invitation_list_links.list_id', '=', p.listId)
    .where('invitation_list_links.n', '>=', p.from)
    .orderBy('invitation_list_links.n')
    .limit(p.limit),
)
