/**
 * Payouts whose attempt is stored and that no provider has yet: it was never called, or it has put off everything so
 * far, for lack of money say. A hold stops them like those in the queue: they go back to it, among others of their
 * batch.
 */
import { type Database, first, type Query, type Write } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import { transfer } from '../../ledger/ledger.ts'
import { attemptOf, endWrites } from '../evidence.ts'
import { foundByPayout } from '../store.ts'
import { drawn, putAside, waitingIn } from './set-aside.ts'

/** Nothing is known of a sending that has no answer yet: its word is forgotten before it is made. */
const isPutOff = `attempts.state = 'stored' and (attempts.calls = 0 or attempts.code is not null)`

/** Of responses that are held or rejected. By the bare id of a payout SQLite would go through all, not the few open attempts. */
export const heldUnsent = (limit: number): Query<{ payoutId: string; batchId: string }> => ({
  sql: `select payouts.id as "payoutId", payouts.batch_id as "batchId"
from attempts join payouts on payouts.id = attempts.payout_id
join vouchers on vouchers.id = payouts.voucher_id join reviews on reviews.id = vouchers.respondent_id
where attempts.id > '' and attempts.state not in ('succeeded', 'failed', 'cancelled') and ${isPutOff}
  and reviews.pending = 1 and reviews.state <> 'accepted' and payouts.state = 'open'
order by coalesce(payouts.id, '') limit ?`,
  values: [limit],
})

const putOffIn = (batchId: string): Query<{ id: string }> => ({
  sql: `select payouts.id as "id" from payouts join attempts on attempts.payout_id = payouts.id
where payouts.batch_id = ? and payouts.state = 'open' and ${isPutOff}`,
  values: [batchId],
})

/**
 * Takes back a payout that is put off. Others of its batch that are put off or wait come along until they make a group, and
 * all are set aside in the same write. Refused as a whole when one of them is sent in the same moment.
 */
export async function stopUnsent(
  { db, ids, settings }: Pick<Ports, 'db' | 'ids' | 'settings'>,
  { payoutId, batchId }: { payoutId: string; batchId: string },
  at: string,
): Promise<boolean> {
  const [queued, open] = await Promise.all([db.read(waitingIn(batchId)), db.read(putOffIn(batchId))])
  const waiting = [...queued, ...open.map(({ id }) => ({ id, asideSince: null }))]
  const aside = drawn(payoutId, waiting, settings.smallestGroup, ids.random(26))
  const isOpen = new Set(open.map(({ id }) => id))
  const ended = await Promise.all(aside.filter((id) => isOpen.has(id)).map((id) => endOf({ db, ids }, id, at)))
  const outcome = await db.together(
    ...ended.flatMap(({ rows }) => rows),
    ...putAside(aside, at),
    ...transfer(...ended.flatMap(({ money }) => money)),
  )
  return outcome.done
}

async function endOf({ db, ids }: { db: Database } & Pick<Ports, 'ids'>, payoutId: string, at: string) {
  const found = attemptOf(await first(db, foundByPayout(payoutId)))
  if (found === undefined) return { rows: [], money: [] }
  const { rows, money } = endWrites({ ids }, found, {
    end: 'cancelled',
    why: 'cancelled_by_staff',
    answer: { code: null, ...(found.providerId === null ? {} : { providerId: found.providerId }) },
    actor: 'sweep',
    at,
  })
  return { rows: [...rows, notCalledSince(found)], money }
}

/** Refuses the end of an attempt that was called for since it was read: 0 is no amount. */
const notCalledSince = ({ attemptId, calls }: { attemptId: string; calls: number }): Write => ({
  sql: 'update attempts set amount_minor = case when calls = ? then amount_minor else 0 end where id = ?',
  values: [calls, attemptId],
})
