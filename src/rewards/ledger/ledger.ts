/**
 * Money in one row per offer: a transfer, and the update of the balance that it moves. This file describes both, and
 * nothing else may. The balance row is the one that everybody meets, so it goes last in every `together`.
 */
import type { Balance, LedgerAccount } from '../../../schema/tables.ts'
import { prepareQuery, type Write } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

export interface Transfer {
  /** Made by the caller; the same id twice is refused. */
  id: string
  offerId: string
  debit: LedgerAccount
  credit: LedgerAccount
  /** Minor units of the offer's currency, positive. */
  amountMinor: number
  /** ISO 8601 in UTC. */
  at: string
  /** The voucher or attempt that it belongs to, by id; none for budgets and leases. */
  subject?: string
}

const addTransfer = prepareQuery((p: Required<Omit<Transfer, 'subject'>> & { subject: string | null }) =>
  sql.insertInto('transfers').values({
    id: p.id,
    offer_id: p.offerId,
    debit: p.debit,
    credit: p.credit,
    amount_minor: p.amountMinor,
    at: p.at,
    subject: p.subject,
  }),
)

type Move = (p: { offerId: string; amountMinor: number }) => Write

/** Money that comes from funding makes the total larger; every other move leaves it as it is. */
function describeMove(debit: LedgerAccount, credit: LedgerAccount): Move {
  const from = debit === 'funding' ? null : debit
  const to = credit === 'funding' ? null : credit
  return prepareQuery((p: { offerId: string; amountMinor: number }) => {
    let update = sql.updateTable('offer_balances').where('offer_id', '=', p.offerId)
    if (from === null) update = update.set((eb) => ({ total: eb('total', '+', p.amountMinor) }))
    else update = update.set((eb) => ({ [from]: eb(from, '-', p.amountMinor) }))
    if (to === null) update = update.set((eb) => ({ total: eb('total', '-', p.amountMinor) }))
    else update = update.set((eb) => ({ [to]: eb(to, '+', p.amountMinor) }))
    return update
  })
}

const moves = new Map<string, Move>()

function moveOf(debit: LedgerAccount, credit: LedgerAccount): Move {
  const name = `${debit}>${credit}`
  const known = moves.get(name)
  if (known !== undefined) return known
  const made = describeMove(debit, credit)
  moves.set(name, made)
  return made
}

/** The transfers' rows, then the balances they move, in the order of the offers' ids so that no two writers cross. */
export function transfer(...transfers: Transfer[]): Write[] {
  const byOffer = [...transfers].sort((a, b) => (a.offerId < b.offerId ? -1 : a.offerId > b.offerId ? 1 : 0))
  return [
    ...transfers.map((t) => addTransfer({ ...t, subject: t.subject ?? null })),
    ...byOffer.map((t) => moveOf(t.debit, t.credit)(t)),
  ]
}

/** Rows, then the transfers that go with them, as one list: the balances that everybody meets come last. */
export function moneyLast({ rows, money }: { rows: readonly Write[]; money: readonly Transfer[] }): Write[] {
  return [...rows, ...transfer(...money)]
}

/** What an offer has before any transfer, in minor units by account. */
export const emptyBalance: Readonly<Balance> = {
  total: 0,
  available: 0,
  reserved: 0,
  liability: 0,
  clearing: 0,
  paid: 0,
  tax: 0,
  outside: 0,
}

/** An empty balance for a new offer. */
export const openBalance = prepareQuery((p: { offerId: string }) =>
  sql.insertInto('offer_balances').values({ offer_id: p.offerId, ...emptyBalance }),
)

/** What an offer has, by account. */
export const balanceOf = prepareQuery((p: { offerId: string }) =>
  sql.selectFrom('offer_balances').selectAll().where('offer_id', '=', p.offerId),
)
