/**
 * Payouts that are not sent although their batch may be. A response that is held or rejected stops its payment at once;
 * were it the one line of a batch that stays, it would be named. So others of its batch stay with it, drawn at random, and
 * all of them go back together.
 */

import { sha256 } from '../../../platform/crypto/sha256.ts'
import { chunked, maxBoundValues } from '../../../platform/db/chunked.ts'
import type { Query, Write } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import { sql } from '../../tables.ts'

/** A payout that waits in a batch. */
interface Waiting {
  id: string
  asideSince: string | null
}

/** Payouts of a batch that wait to be sent. */
export const waitingIn = (batchId: string): Query<Waiting> => ({
  sql: `select id as "id", aside_since as "asideSince" from payouts where batch_id = ? and state = 'queued' order by id`,
  values: [batchId],
})

/**
 * Who stays with a payout: others of its batch, until as many as `smallest` stay, it included, or all that wait.
 * @param order of the ids; nobody can know it beforehand
 */
export function staying(
  payoutId: string,
  waiting: readonly Waiting[],
  smallest: number,
  order: (id: string) => string,
): string[] {
  const others = waiting.filter(({ id }) => id !== payoutId)
  const missing = smallest - 1 - others.filter(({ asideSince }) => asideSince !== null).length
  const free = others.filter(({ asideSince }) => asideSince === null).map(({ id }) => ({ id, at: order(id) }))
  const drawn = free.sort((one, other) => (one.at < other.at ? -1 : 1)).slice(0, Math.max(0, missing))
  return [payoutId, ...drawn.map(({ id }) => id)]
}

/**
 * Sets a payout of a batch aside that waits to be sent, with others. Refused by `limit.notAside` when one of them is sent
 * in the same moment.
 */
export async function asideWrites(
  { db, ids, settings }: Pick<Ports, 'db' | 'ids' | 'settings'>,
  { payoutId, batchId }: { payoutId: string; batchId: string },
  at: string,
): Promise<Write[]> {
  return putAside(drawn(payoutId, await db.read(waitingIn(batchId)), settings.smallestGroup, ids.random(26)), at)
}

/** Who stays with a payout, by lot. */
export function drawn(payoutId: string, waiting: readonly Waiting[], smallest: number, salt: string): string[] {
  return staying(payoutId, waiting, smallest, (id) => sha256(`${salt} ${id}`))
}

/** Sets these payouts aside that wait, and are not aside yet. */
export function putAside(aside: readonly string[], at: string): Write[] {
  return chunked(aside, maxBoundValues - 1).map((some) => {
    const update = sql.updateTable('payouts').set({ aside_since: at })
    const { sql: text, parameters } = update.where('id', 'in', some).where('aside_since', 'is', null).compile()
    return { sql: text, values: parameters as string[] }
  })
}

/** The payout of a voucher that waits to be sent, if it is not aside yet. */
export const waitingOfVoucher = (voucherId: string): Query<{ payoutId: string; batchId: string }> => ({
  sql: `select id as "payoutId", batch_id as "batchId" from payouts
where voucher_id = ? and state = 'queued' and aside_since is null`,
  values: [voucherId],
})

/**
 * Payouts that wait to be sent although their responses are held or rejected: they came back to the queue. By the bare id
 * SQLite would go through all payouts, not the few that wait.
 */
export const heldInQueue = (limit: number): Query<{ payoutId: string; batchId: string }> => ({
  sql: `select payouts.id as "payoutId", payouts.batch_id as "batchId"
from reviews join vouchers on vouchers.respondent_id = reviews.id
join payouts on payouts.voucher_id = vouchers.id
where reviews.pending = 1 and reviews.state <> 'accepted' and payouts.state = 'queued' and payouts.aside_since is null order by coalesce(payouts.id, '') limit ?`,
  values: [limit],
})

/**
 * Payouts to be let go: set aside on a day (UTC) before `today`, of batches in which nobody waits for a review any more and
 * none was decided today, or since before `weekAgo`.
 * By the bare columns SQLite would go through all payouts in their order, instead of the few that wait.
 */
export const asideUntil = (
  today: string,
  weekAgo: string,
  limit: number,
): Query<{ payoutId: string; batchId: string }> => ({
  sql: `select id as "payoutId", batch_id as "batchId" from payouts where state = 'queued' and aside_since < ? and (aside_since < ? or not exists (
  select 1 from payouts aside join vouchers on vouchers.id = aside.voucher_id
  join reviews on reviews.id = vouchers.respondent_id
  where aside.batch_id = payouts.batch_id and aside.state = 'queued' and aside.aside_since is not null
    and ((reviews.pending = 1 and reviews.state = 'held') or exists (
      select 1 from review_steps where review_steps.respondent_id = reviews.id and review_steps.at >= ?))))
order by coalesce(batch_id, ''), id limit ?`,
  values: [today, weekAgo, today, limit],
})
