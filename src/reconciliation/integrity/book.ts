/**
 * Whether the money adds up, offer by offer: the balances against every transfer ever made, and against the promises
 * that stand (vouchers and open leases). Pure, so that a wrong book can be shown to be noticed.
 */
import type { Balance, VoucherState } from '../../../schema/tables.ts'
import { emptyBalance } from '../../rewards/ledger/ledger.ts'
import type { MoneyRow } from './money.ts'

export interface Sum {
  count: number
  amountMinor: number
}

/** What vouchers promise, and the tax that goes with it. */
export interface Promised extends Sum {
  taxMinor: number
}

/**
 * Two figures that should be the same and are not, in minor units.
 * - `total` and the accounts: the balance, and what the transfers come to
 * - `vouchers_owed`: liability and clearing, and the held, issued and claimed vouchers, tax included
 * - `vouchers_paid`: paid, and the paid vouchers; `vouchers_outside`: paid outside, and the vouchers that are
 * - `vouchers_taxed`: tax, and the tax of both
 * - `promises_reserved`: reserved, and the open leases
 */
export interface Mismatch {
  what: keyof Balance | 'vouchers_owed' | 'vouchers_paid' | 'vouchers_outside' | 'vouchers_taxed' | 'promises_reserved'
  balance: number
  found: number
}

export interface Book {
  offerId: string
  balance: Balance
  vouchers: ReadonlyMap<VoucherState, Promised>
  openLeases: Sum
  transfers: number
  mismatches: Mismatch[]
}

/**
 * The book of one offer, from the rows that `readMoney` gave. An offer without a balance has a budget of nothing.
 * @param heldIn the account of held vouchers: books that were exported before they were owed have them in reserve
 */
export function bookOf(
  offerId: string,
  rows: readonly MoneyRow[],
  heldIn: 'liability' | 'reserved' = 'liability',
): Book {
  const balance: Balance = { ...emptyBalance }
  const moved: Balance = { ...emptyBalance }
  const vouchers = new Map<VoucherState, Promised>()
  let openLeases: Sum = { count: 0, amountMinor: 0 }
  let transfers = 0

  for (const row of rows) {
    if (row.offerId !== offerId) continue
    const { count, amount } = row
    switch (row.source) {
      case 'balance':
        Object.assign(balance, {
          total: row.a,
          available: row.b,
          reserved: row.c,
          liability: row.d,
          clearing: row.e,
          paid: row.f,
          tax: row.g,
          outside: row.h,
        })
        break
      case 'transfers':
        transfers += count
        // What comes from funding is the budget; every other transfer leaves it as it is.
        moved[row.one === 'funding' ? 'total' : row.one] += row.one === 'funding' ? amount : -amount
        moved[row.other === 'funding' ? 'total' : row.other] += row.other === 'funding' ? -amount : amount
        break
      case 'vouchers':
        vouchers.set(row.one, { count, amountMinor: amount, taxMinor: row.tax })
        break
      case 'leases':
        openLeases = { count, amountMinor: amount }
    }
  }

  const promised = (what: 'amountMinor' | 'taxMinor', ...states: VoucherState[]) =>
    states.reduce((sum, state) => sum + (vouchers.get(state)?.[what] ?? 0), 0)
  const gross = (...states: VoucherState[]) => promised('amountMinor', ...states) + promised('taxMinor', ...states)
  const isHeldOwed = heldIn === 'liability'
  const owed = gross('issued', 'claimed') + (isHeldOwed ? gross('held') : 0)
  const reserved = openLeases.amountMinor + (isHeldOwed ? 0 : gross('held'))
  const pairs: Mismatch[] = [
    ...accounts.map((what) => ({ what, balance: balance[what], found: moved[what] })),
    { what: 'vouchers_owed', balance: balance.liability + balance.clearing, found: owed },
    { what: 'vouchers_paid', balance: balance.paid, found: promised('amountMinor', 'paid') },
    { what: 'vouchers_taxed', balance: balance.tax, found: promised('taxMinor', 'paid', 'paid_outside') },
    { what: 'vouchers_outside', balance: balance.outside, found: promised('amountMinor', 'paid_outside') },
    { what: 'promises_reserved', balance: balance.reserved, found: reserved },
  ]
  return {
    offerId,
    balance,
    vouchers,
    openLeases,
    transfers,
    mismatches: pairs.filter(({ balance, found }) => balance !== found),
  }
}

const accounts = ['total', 'available', 'reserved', 'liability', 'clearing', 'paid', 'tax', 'outside'] as const
