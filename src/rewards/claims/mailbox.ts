/** Gift claims whose mailbox a person looks at: it is thrown away, or it is one of many at a domain that takes any name. */
import type { Reason } from '../../../schema/tables.ts'
import { first, type Query } from '../../platform/db/together.ts'
import type { Payee, Ports } from '../../ports.ts'
import { accountHash } from '../payees/account.ts'
import { mailboxKind } from '../payees/mail-domains.ts'
import { daysAfter } from '../vouchers/deadline.ts'

/** So many others of one such domain within a day are no chance. */
const mostOthers = 5

/** How many others there are, and the last number that one of that domain took. */
const othersAt = (hash: string, since: string, voucherId: string): Query<{ count: number; last: number | null }> => ({
  sql: `select
  (select count(*) from claims where domain_hash is not null and domain_hash = ? and made_at >= ? and state <> 'ended' and voucher_id <> ?) as "count",
  (select max(domain_nth) from claims where domain_hash = ?) as "last"`,
  values: [hash, since, voucherId, hash],
})

export interface MailboxDoubt {
  /** Why it waits for a person; null when it need not. */
  reason: Extract<Reason, 'disposable_mailbox' | 'many_of_one_domain'> | null
  /** A keyed hash of a domain of one's own; null for any other. */
  domainHash: string | null
  /** The number that it takes among those of that domain when it need not wait: a key gives each to one. */
  domainNth: number | null
}

/** What is to be thought of a payee's mailbox; of anything but a gift, nothing. */
export async function mailboxDoubt(
  { db, keys }: Pick<Ports, 'db' | 'keys'>,
  { studyId, id }: { studyId: string; id: string },
  { channel, fields }: Payee,
  at: string,
): Promise<MailboxDoubt> {
  const none = { reason: null, domainHash: null, domainNth: null }
  if (channel !== 'gift') return none
  const kind = mailboxKind(fields.email ?? '')
  if (kind.is !== 'own') return kind.is === 'disposable' ? { ...none, reason: 'disposable_mailbox' } : none
  // An address without a mailbox stands for its domain.
  const domainHash = await accountHash(keys, studyId, { channel, fields: { email: `@${kind.domain}` } })
  const others = await first(db, othersAt(domainHash, daysAfter(at, -1), id))
  return (others?.count ?? 0) >= mostOthers
    ? { reason: 'many_of_one_domain', domainHash, domainNth: null }
    : { reason: null, domainHash, domainNth: (others?.last ?? 0) + 1 }
}
