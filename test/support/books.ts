/** What must be true of the money at any moment. */
import { expect } from 'vitest'
import type { OfferBalancesTable, TransfersTable } from '../../schema/tables.ts'
import { rowsOf } from './databases/fresh.ts'
import type { World } from './world.ts'

const accounts = ['available', 'reserved', 'liability', 'clearing', 'paid', 'tax', 'outside'] as const
type Held = { offer_id: string; amount: number; state: string }
type Voucher = Held & { tax: number }

/** One line for each offer of the world: what its accounts hold. */
export function balances(world: World): Promise<OfferBalancesTable[]> {
  return rowsOf<OfferBalancesTable>(world, 'offer_balances')
}

/** Expects that every cent is where leases, vouchers and transfers say it is. */
export async function expectBooksToBalance(world: World): Promise<void> {
  const { db } = world.ports
  const transfers = await rowsOf<TransfersTable>(world, 'transfers')
  const leases = await db.read<Held>({
    sql: 'select l.offer_id, o.amount_minor + o.tax_minor as amount, l.state from leases l join offers o on o.id = l.offer_id',
    values: [],
  })
  const vouchers = await db.read<Voucher>({
    sql: 'select offer_id, amount_minor + tax_minor as amount, tax_minor as tax, state from vouchers',
    values: [],
  })
  const sum = (rows: Held[], offer: string, state: string) =>
    rows.filter((row) => row.offer_id === offer && row.state === state).reduce((all, row) => all + row.amount, 0)
  const moved = (offer: string, account: string) =>
    transfers
      .filter((row) => row.offer_id === offer)
      .reduce(
        (all, row) =>
          all + (row.credit === account ? row.amount_minor : 0) - (row.debit === account ? row.amount_minor : 0),
        0,
      )

  for (const balance of await balances(world)) {
    const offer = balance.offer_id
    for (const account of accounts) {
      expect(balance[account], `${account} is never negative`).toBeGreaterThanOrEqual(0)
      expect(moved(offer, account), `the transfers sum to ${account}`).toBe(balance[account])
    }
    expect(accounts.reduce((all, account) => all + balance[account], 0)).toBe(balance.total)
    expect(balance.total + moved(offer, 'funding'), 'all of it came from funding').toBe(0)
    expect(sum(leases, offer, 'open'), 'open leases').toBe(balance.reserved)
    const owed = ['held', 'issued', 'claimed'].reduce((all, state) => all + sum(vouchers, offer, state), 0)
    expect(owed, 'held, issued and claimed vouchers').toBe(balance.liability + balance.clearing)
    const taxes = vouchers.map((one) => ({ ...one, amount: one.tax }))
    const tax = { paid: sum(taxes, offer, 'paid'), outside: sum(taxes, offer, 'paid_outside') }
    expect(sum(vouchers, offer, 'paid') - tax.paid, 'paid vouchers').toBe(balance.paid)
    expect(sum(vouchers, offer, 'paid_outside') - tax.outside, 'vouchers paid outside').toBe(balance.outside)
    expect(tax.paid + tax.outside, 'the tax of both').toBe(balance.tax)
  }
  await expectNetworksToFit(world)
  await expectStatesToFit(world)
  await expectClaimsToFit(world)
}

/** No lease says where it was taken from, and no network counts leases: nobody's shuts out a neighbour. */
async function expectNetworksToFit(world: World): Promise<void> {
  const networks = await rowsOf<{ open_leases: number }>(world, 'networks')
  const leases = await rowsOf<{ network: string }>(world, 'leases')
  expect([...networks.filter((one) => one.open_leases !== 0), ...leases.filter((one) => one.network !== '')]).toEqual(
    [],
  )
}

/** A used lease has its voucher, a voucher its response (complete, or thanked when a quota was full), and a response that is complete its document; one that was withdrawn may have one. */
async function expectStatesToFit(world: World): Promise<void> {
  const ids = async (table: 'vouchers' | 'leases' | 'responses' | 'documents' | 'saved_pages', state?: string) => {
    const rows = await rowsOf<{ respondent_id: string; state?: string }>(world, table)
    const some = state === undefined ? rows : rows.filter((row) => row.state === state)
    return [...new Set(some.map((row) => row.respondent_id))].sort()
  }
  const complete = await ids('responses', 'complete')
  const vouchers = await ids('vouchers')
  const withdrawn = await ids('responses', 'withdrawn')
  expect((await ids('documents')).filter((id) => !withdrawn.includes(id))).toEqual(complete)
  expect(await ids('leases', 'used')).toEqual(vouchers)
  const thanked = await ids('responses', 'over_quota')
  expect([...complete, ...withdrawn, ...thanked]).toEqual(expect.arrayContaining(vouchers))
  const answering = await ids('saved_pages')
  expect(answering.filter((id) => complete.includes(id))).toEqual([])
}

/**
 * A voucher that is claimed or paid has one claim that has not ended, any other none but for the claim of a payout that
 * reached its payee outside of the books; a respondent has one live voucher.
 */
async function expectClaimsToFit(world: World): Promise<void> {
  const vouchers = await rowsOf<{ id: string; respondent_id: string; state: string }>(world, 'vouchers')
  const payouts = await rowsOf<{ claim_id: string; outside_minor: number | null }>(world, 'payouts')
  const outside = payouts.filter((one) => one.outside_minor !== null).map((one) => one.claim_id)
  const claims = await rowsOf<{ id: string; voucher_id: string; state: string }>(world, 'claims')
  expect(
    claims.filter(({ id, state }) => outside.includes(id) && state !== 'paid' && state !== 'ended'),
    'claims that were paid outside',
  ).toEqual([])
  const open = claims.filter(({ id, state }) => state !== 'ended' && !outside.includes(id))
  const idsIn = (...states: string[]) => vouchers.filter(({ state }) => states.includes(state)).map(({ id }) => id)
  expect(open.map((claim) => claim.voucher_id).sort(), 'claims that have not ended').toEqual(
    idsIn('claimed', 'paid').sort(),
  )
  expect(
    open
      .filter(({ state }) => state === 'paid')
      .map((claim) => claim.voucher_id)
      .sort(),
    'claims that are paid',
  ).toEqual(idsIn('paid').sort())
  const live = vouchers.filter(({ state }) => ['held', 'issued', 'claimed', 'paid', 'paid_outside'].includes(state))
  expect(new Set(live.map((row) => row.respondent_id)).size, 'one live voucher each').toBe(live.length)
}
