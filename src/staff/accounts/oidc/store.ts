import { prepareQuery } from '../../../platform/db/together.ts'
import { sql } from '../../tables.ts'

/** Whose an identity is; with whether they may come in. */
export const staffByIdentity = prepareQuery((p: { issuer: string; subject: string }) =>
  sql
    .selectFrom('staff_identities')
    .innerJoin('staff', 'staff.id', 'staff_identities.staff_id')
    .select([
      'staff.id',
      'staff.suspended_at as suspendedAt',
      'staff.removed_at as removedAt',
      'staff_identities.vouched_by as vouchedBy',
      'staff_identities.vouched_as as vouchedAs',
      'staff_identities.confirmed_by as confirmedBy',
    ])
    .where('staff_identities.issuer', '=', p.issuer)
    .where('staff_identities.subject', '=', p.subject),
)

/** Whose address it is, as an owner entered it, and under how many identities that issuer knows them. */
export const staffByEmail = prepareQuery((p: { email: string; issuer: string }) =>
  sql
    .selectFrom('staff')
    .leftJoin('staff_identities', (join) =>
      join.onRef('staff_identities.staff_id', '=', 'staff.id').on('staff_identities.issuer', '=', p.issuer),
    )
    .select([
      'staff.id',
      'staff.suspended_at as suspendedAt',
      'staff.removed_at as removedAt',
      'staff.email_by as vouchedBy',
      'staff.email_as as vouchedAs',
      'staff_identities.subject',
    ])
    .where('staff.email', '=', p.email)
    .limit(1),
)

/** Binds an identity to somebody: the key refuses one that is bound. */
export const addIdentity = prepareQuery(
  (p: {
    issuer: string
    subject: string
    staffId: string
    vouchedBy: string | null
    vouchedAs: string | null
    at: string
  }) =>
    sql.insertInto('staff_identities').values({
      issuer: p.issuer,
      subject: p.subject,
      staff_id: p.staffId,
      vouched_by: p.vouchedBy,
      vouched_as: p.vouchedAs,
      at: p.at,
    }),
)
