/** The sealed audit trail as an auditor may see it. */

import { providers } from '../../../schema/tables.ts'
import type { Ports } from '../../ports.ts'
import { type AuditEntry, entryDigest } from '../../staff/audit-trail/seal-hash.ts'
import type { ExportLineOf } from './lines.ts'
import { type SealRow, sealsAfter } from './store.ts'

const pageSize = 1_000

/** Words and ids of those who act for the service (`statement` is matching); whoever else acts is a respondent or holds a voucher. */
const actors = new RegExp(`^(staff_[0-9a-z]+|operator|system|sweep|statement|${providers.join('|')})$`)
/** What may be named. A voucher's id carries when somebody finished answering, so nothing about one is shown. */
const subjects =
  /^((staff|signin|session|study|offer|batch|payout|a|claim|proposal|exception|statement|report)_[0-9a-z]+|report_[0-9a-z]+ [0-9a-f]{64}|cn( [0-9-]+)?)$/

/**
 * Whether an entry is shown in full. Only what is known to lead to no respondent is; of the rest the digest is enough to
 * check the chain. The holder's part in an attempt is as public to finance as the attempt.
 */
function isShown({ actor, subject }: Pick<AuditEntry, 'actor' | 'subject'>): boolean {
  return subjects.test(subject) && (actors.test(actor) || (actor === 'holder' && /^a_/.test(subject)))
}

/** Every seal from the first to number `last`. */
export async function* sealLines({ db }: Pick<Ports, 'db'>, last: number): AsyncGenerator<ExportLineOf<'seal'>> {
  for (let after = 0; ; ) {
    const page = (await db.read(sealsAfter(after, pageSize))).filter(({ n }) => n <= last)
    yield* page.map(lineOf)
    const end = page.at(-1)
    if (end === undefined) return
    after = end.n
  }
}

function lineOf({ n, hash, id, actor, action, subject, at }: SealRow): ExportLineOf<'seal'> {
  // An entry that is gone is exported as what it is: a seal that nothing fits.
  if (id === null) return { kind: 'seal', n, hash, digest: '0'.repeat(64) }
  if (isShown({ actor, subject })) return { kind: 'seal', n, hash, entry: [id, actor, action, subject, at] }
  return { kind: 'seal', n, hash, digest: entryDigest({ id, actor, action, subject, at }) }
}
