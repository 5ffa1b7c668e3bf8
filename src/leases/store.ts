import { described, sql } from '../db/together.ts'

/** One more step of a respondent's lease; keys refuse every move that is not legal. */
export const addLeaseStep = described(
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
export const placeLease = described(
  (p: {
    respondentId: string
    n: number
    state: 'open' | 'returned' | 'used'
    offerId: string
    network: string
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
        network: p.network,
        opened_at: p.openedAt,
        expires_at: p.expiresAt,
      })
      .onConflict((oc) =>
        oc.column('respondent_id').doUpdateSet((eb) => ({
          n: eb.ref('excluded.n'),
          state: eb.ref('excluded.state'),
          offer_id: eb.ref('excluded.offer_id'),
          network: eb.ref('excluded.network'),
          opened_at: eb.ref('excluded.opened_at'),
          expires_at: eb.ref('excluded.expires_at'),
        })),
      ),
)

/** A sign of progress keeps an open lease for longer; one that has been returned stays so. */
export const extendLease = described((p: { respondentId: string; expiresAt: string }) =>
  sql
    .updateTable('leases')
    .set({ expires_at: p.expiresAt })
    .where('respondent_id', '=', p.respondentId)
    .where('state', '=', 'open'),
)

const expired = (now: string, limit: number) =>
  sql
    .selectFrom('leases')
    .innerJoin('offers', 'offers.id', 'leases.offer_id')
    .select([
      'leases.respondent_id',
      'leases.n',
      'leases.offer_id',
      'leases.network',
      'leases.opened_at',
      'leases.expires_at',
      'offers.amount_minor',
    ])
    .where('leases.state', '=', 'open')
    .where('leases.expires_at', '<=', now)
    .orderBy('leases.expires_at')
    .limit(limit)

/** Open leases whose time is up, the oldest first. */
export const listExpired = described((p: { now: string; limit: number }) => expired(p.now, p.limit))

/** Those that hold money of this offer. */
export const listExpiredOfOffer = described((p: { offerId: string; now: string; limit: number }) =>
  expired(p.now, p.limit).where('leases.offer_id', '=', p.offerId),
)

/** Those that take up room on this network. */
export const listExpiredOnNetwork = described((p: { network: string; now: string; limit: number }) =>
  expired(p.now, p.limit).where('leases.network', '=', p.network),
)
