/** Gift claims whose mailbox a person looks at: it is thrown away, or it is one of many at a domain that takes any name. */
import type { Reason } from '../../../schema/tables.ts'
import { first, type Query } from '../../platform/db/together.ts'
import type { Payee, Ports } from '../../ports.ts'
import { accountHash } from '../payees/account.ts'
import { mailboxKind } from '../payees/mail-domains.ts'
import { daysAfter } from '../vouchers/deadline.ts'

/** So many others of one such domain within a day are no chance. */
const mostOthers = 5

const othersAt = (hash: string, since: string, voucherId: string): Query<{ count: number }> => ({
  sql: `select count(*) as "count" from claims
where domain_hash is not null and domain_hash = ? and made_at >= ? and state <> 'ended' and voucher_id <> ?`,
  values: [hash, since, voucherId],
})

export interface MailboxDoubt {
  /** Why it waits for a person; null when it need not. */
  reason: Extract<Reason, 'disposable_mailbox' | 'many_of_one_domain'> | null
  /** A keyed hash of a domain of one's own; null for any other. */
  domainHash: string | null
}

/** What is to be thought of a payee's mailbox; of anything but a gift, nothing. */
export async function mailboxDoubt(
  { db, keys }: Pick<Ports, 'db' | 'keys'>,
  { studyId, id }: { studyId: string; id: string },
  { channel, fields }: Payee,
  at: string,
): Promise<MailboxDoubt> {
  if (channel !== 'gift') return { reason: null, domainHash: null }
  const kind = mailboxKind(fields.email ?? '')
  if (kind.is !== 'own') return { reason: kind.is === 'disposable' ? 'disposable_mailbox' : null, domainHash: null }
  // An address without a mailbox stands for its domain.
  const domainHash = await accountHash(keys, studyId, { channel, fields: { email: `@${kind.domain}` } })
  const others = (await first(db, othersAt(domainHash, daysAfter(at, -1), id)))?.count ?? 0
  return { reason: others >= mostOthers ? 'many_of_one_domain' : null, domainHash }
}
