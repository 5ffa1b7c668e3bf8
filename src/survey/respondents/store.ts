/** The rows of respondents and of invitations. */
import { prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

/** A new respondent. The id comes from the start form, so that sending it again meets the row that is there. */
export const addRespondent = prepareQuery(
  (p: { id: string; studyId: string; invitationId: string | null; resumeHash: string; at: string }) =>
    sql.insertInto('respondents').values({
      id: p.id,
      study_id: p.studyId,
      invitation_id: p.invitationId,
      resume_hash: p.resumeHash,
      started_at: p.at,
      generation: 0,
      generation_before: -1,
      resume_salt: null,
    }),
)

export const respondentById = prepareQuery((p: { id: string }) =>
  sql.selectFrom('respondents').select(['id', 'generation']).where('id', '=', p.id),
)

/** The respondent whose resume code has this hash. */
export const respondentByResume = prepareQuery((p: { hash: string; studyId: string }) =>
  sql
    .selectFrom('respondents')
    .select(['id', 'generation'])
    .where('resume_hash', '=', p.hash)
    .where('study_id', '=', p.studyId),
)

/** Invitations with how they ended, and who began by them. */
const invitations = sql
  .selectFrom('invitations')
  .leftJoin('invitation_ends', 'invitation_ends.invitation_id', 'invitations.id')
  .leftJoin('respondents', 'respondents.invitation_id', 'invitations.id')
  .select(['invitations.id', 'invitations.expires_at', 'invitation_ends.how', 'respondents.id as respondent_id'])

/** An invitation by the hash of its code, with its end and its respondent, if any. */
export const invitationByCode = prepareQuery((p: { hash: string }) =>
  invitations.select(['invitations.study_id', 'respondents.generation']).where('invitations.code_hash', '=', p.hash),
)

/** How an invitation ended, and who began by it. */
export const invitationById = prepareQuery((p: { id: string }) =>
  invitations.select('invitations.guardian_at as guardianAt').where('invitations.id', '=', p.id),
)

export const addInvitation = prepareQuery(
  (p: { id: string; studyId: string; codeHash: string; expiresAt: string; guardianAt: string | null; at: string }) =>
    sql.insertInto('invitations').values({
      id: p.id,
      study_id: p.studyId,
      code_hash: p.codeHash,
      expires_at: p.expiresAt,
      created_at: p.at,
      guardian_at: p.guardianAt,
    }),
)

/** An invitation ends once: whoever comes second is refused by the key. */
export const endInvitation = prepareQuery((p: { invitationId: string; how: 'spent' | 'revoked'; at: string }) =>
  sql.insertInto('invitation_ends').values({ invitation_id: p.invitationId, how: p.how, at: p.at }),
)
