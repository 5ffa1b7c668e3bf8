import type { Ports } from '../../ports.ts'
import { listOffers, type OfferRow } from '../../rewards/voucher-desk/days-store.ts'
import { type ShownState, shownState, shownStates } from '../../rewards/vouchers/shown-state.ts'
import { type Book, bookOf, type Sum } from '../integrity/book.ts'
import { readMoney } from '../integrity/money.ts'

export interface OfferBook extends Book {
  offer: OfferRow
}

export interface StateLine {
  state: ShownState
  currency: string
  sum: Sum
}

/**
 * Every offer of these studies with its book, and the vouchers by state and currency. All offers are looked at, whoever
 * asks: what does not balance is logged.
 */
export async function readOfferBooks(
  { db, clock, log }: Pick<Ports, 'db' | 'clock' | 'log'>,
  studyIds: readonly string[],
): Promise<{
  offers: OfferBook[]
  states: StateLine[]
}> {
  const offerRows = await db.read(listOffers({}))
  const rows = await db.read(readMoney)
  const books = offerRows.map((offer) => ({ offer, ...bookOf(offer.id, rows) }))
  for (const { offerId, mismatches } of books) {
    for (const { what, balance, found } of mismatches) {
      log({ at: clock.now(), event: 'books_do_not_balance', offer: offerId, what, balance, found })
    }
  }
  const offers = books.filter(({ offer }) => studyIds.includes(offer.studyId))
  return { offers, states: byState(offers) }
}

/** Vouchers of one state and currency, over all offers. */
function byState(offers: readonly OfferBook[]): StateLine[] {
  const lines = new Map<string, StateLine>()
  for (const { offer, vouchers } of offers) {
    for (const [kept, { count, amountMinor }] of vouchers) {
      const state = shownState(kept)
      const key = `${state} ${offer.currency}`
      const line = lines.get(key) ?? { state, currency: offer.currency, sum: { count: 0, amountMinor: 0 } }
      line.sum = { count: line.sum.count + count, amountMinor: line.sum.amountMinor + amountMinor }
      lines.set(key, line)
    }
  }
  return [...lines.values()].sort((a, b) => order(a) - order(b) || (a.currency < b.currency ? -1 : 1))
}

function order({ state }: StateLine): number {
  return shownStates.indexOf(state)
}
