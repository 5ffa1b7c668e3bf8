/** The rows of leases and their steps. */
import { prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

/** One more step of a respondent's lease; keys refuse every move that is not legal. */
export const addLeaseStep = prepareQuery(
  (p: {
    respondentId: string
    n: number
    state: 'open' | 'returned' | 'used'
    nBefore: number | null
    stateBefore: 'open' | 'returned' | null
    move: string
    offerId: string
    at: string
  }) =>
    sql.insertInto('lease_steps').values({
      respondent_id: p.respondentId,
      n: p.n,
      state: p.state,
      n_before: p.nBefore,
      state_before: p.stateBefore,
      move: p.move,
      offer_id: p.offerId,
      at: p.at,
    }),
)

/** Where the lease stands now, made or moved on. */
export const placeLease = prepareQuery(
  (p: {
    respondentId: string
    n: number
    state: 'open' | 'returned' | 'used'
    offerId: string
    amountMinor: number
    openedAt: string
    expiresAt: string
  }) =>
    sql
      .insertInto('leases')
      .values({
        respondent_id: p.respondentId,
        n: p.n,
        state: p.state,
        offer_id: p.offerId,
        amount_minor: p.amountMinor,
        network: '',
        opened_at: p.openedAt,
        expires_at: p.expiresAt,
      })
      .onConflict((oc) =>
        oc.column('respondent_id').doUpdateSet((eb) => ({
          n: eb.ref('excluded.n'),
          state: eb.ref('excluded.state'),
          offer_id: eb.ref('excluded.offer_id'),
          amount_minor: eb.ref('excluded.amount_minor'),
          opened_at: eb.ref('excluded.opened_at'),
          expires_at: eb.ref('excluded.expires_at'),
        })),
      ),
)

/** Where a lease stands that has ended; what it was of stays as it is. */
export const placeEnd = prepareQuery((p: { respondentId: string; n: number; state: 'returned' | 'used' }) =>
  sql.updateTable('leases').set({ n: p.n, state: p.state }).where('respondent_id', '=', p.respondentId),
)

/** A sign of progress keeps an open lease for longer; one that has been returned stays so. */
export const extendLease = prepareQuery((p: { respondentId: string; expiresAt: string }) =>
  sql
    .updateTable('leases')
    .set({ expires_at: p.expiresAt })
    .where('respondent_id', '=', p.respondentId)
    .where('state', '=', 'open'),
)

const expired = (now: string, limit: number) =>
  sql
    .selectFrom('leases')
    .select(['respondent_id', 'n', 'offer_id', 'amount_minor', 'opened_at', 'expires_at'])
    .where('state', '=', 'open')
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(limit)

/** Open leases whose time is up, the oldest first. */
export const listExpiredLeases = prepareQuery((p: { now: string; limit: number }) => expired(p.now, p.limit))

/** Those that hold money of this offer. */
export const listExpiredOfOffer = prepareQuery((p: { offerId: string; now: string; limit: number }) =>
  expired(p.now, p.limit).where('offer_id', '=', p.offerId),
)
