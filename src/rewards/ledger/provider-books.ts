/**
 * What an account at a provider holds by our own books: float = funded - paid - fees + returned + other. One row for the
 * account counts what was ever instructed from it, one row for each day says what moved. Both are met by everybody, so
 * they go near the end of a `together`: the account, then its days, then the balance of the offer.
 */
import type { Provider } from '../../../schema/tables.ts'
import { prepareQuery, type Write } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

/** An account is one currency at one provider: `wechat:CNY`. */
export function accountIdOf({ provider, currency }: { provider: string; currency: string }): string {
  return `${provider}:${currency}`
}

interface ProviderAccount {
  provider: Provider
  currency: string
}

/** Nothing of a new account has been held against statements. */
const unchecked = { checked_at: null, checked_id: null, match_steps: 0 }

const insertAccount = (p: { id: string; provider: Provider; currency: string }, instructed: 0 | 1) =>
  sql.insertInto('provider_accounts').values({
    id: p.id,
    provider: p.provider,
    currency: p.currency,
    instructed,
    stops: 0,
    instructed_at_stop: 0,
    ...unchecked,
  })

const addAccount = prepareQuery((p: { id: string; provider: Provider; currency: string }) =>
  insertAccount(p, 0).onConflict((one) => one.column('id').doNothing()),
)

/** Opens an account, or leaves it as it is. */
export function openAccount({ provider, currency }: ProviderAccount): Write {
  return addAccount({ id: accountIdOf({ provider, currency }), provider, currency })
}

const countInstructed = prepareQuery((p: { id: string; provider: Provider; currency: string }) =>
  insertAccount(p, 1).onConflict((one) =>
    one.column('id').doUpdateSet((eb) => ({ instructed: eb('provider_accounts.instructed', '+', 1) })),
  ),
)

/** A payout is instructed from the account. Refused by `limit.stopped` while an exception stops it. */
export function instructs({ provider, currency }: ProviderAccount): Write {
  return countInstructed({ id: accountIdOf({ provider, currency }), provider, currency })
}

const countStops = prepareQuery((p: { accountId: string; count: number }) =>
  sql
    .updateTable('provider_accounts')
    .set((eb) => ({ stops: eb('stops', '+', p.count), instructed_at_stop: eb.ref('instructed') }))
    .where('id', '=', p.accountId),
)

/** So many more exceptions stop the account: nothing more is instructed from it until each is lifted. */
export function stop(accountId: string, count = 1): Write {
  return countStops({ accountId, count })
}

const countMatchStep = prepareQuery((p: { accountId: string; steps: number }) =>
  sql
    .updateTable('provider_accounts')
    .set((eb) => ({
      match_steps: eb
        .case()
        .when('match_steps', '=', p.steps)
        .then(eb('match_steps', '+', 1))
        .else(-1)
        .end(),
    }))
    .where('id', '=', p.accountId),
)

/**
 * One more step of matching, by whoever has read that there were so many: refused by `limit.matchSteps` when another
 * one has written since.
 */
export function stepsMatching(accountId: string, steps: number): Write {
  return countMatchStep({ accountId, steps })
}

const liftOne = prepareQuery((p: { accountId: string }) =>
  sql
    .updateTable('provider_accounts')
    .set((eb) => ({ stops: eb('stops', '-', 1) }))
    .where('id', '=', p.accountId),
)

/** One stop less. Which exception's, its own steps say. */
export function lift(accountId: string): Write {
  return liftOne({ accountId })
}

/** What a day of an account gains, in minor units; `other` may be below 0. */
export interface DayMoves {
  funded?: number
  paid?: number
  fees?: number
  returned?: number
  other?: number
}

const addMoves = prepareQuery((p: { accountId: string; day: string } & Required<DayMoves>) =>
  sql
    .insertInto('provider_days')
    .values({
      account_id: p.accountId,
      day: p.day,
      funded: p.funded,
      paid: p.paid,
      fees: p.fees,
      returned: p.returned,
      other: p.other,
    })
    .onConflict((one) =>
      one.columns(['account_id', 'day']).doUpdateSet((eb) => ({
        funded: eb('provider_days.funded', '+', p.funded),
        paid: eb('provider_days.paid', '+', p.paid),
        fees: eb('provider_days.fees', '+', p.fees),
        returned: eb('provider_days.returned', '+', p.returned),
        other: eb('provider_days.other', '+', p.other),
      })),
    ),
)

/** Adds to a day (`2026-02-14`, of the books' zone) of an account that is open. */
export function addToDay(accountId: string, day: string, by: DayMoves): Write {
  return addMoves({ accountId, day, funded: 0, paid: 0, fees: 0, returned: 0, other: 0, ...by })
}

/** A payout was paid on that day, in minor units. */
export function paidOn(account: ProviderAccount, day: string, amountMinor: number): Write[] {
  return [openAccount(account), addToDay(accountIdOf(account), day, { paid: amountMinor })]
}
