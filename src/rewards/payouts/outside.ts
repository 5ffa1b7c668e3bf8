/**
 * A payout that failed in our books and reached its payee all the same. It counts as paid: in the payee's year, and for
 * the rule of one live claim an account.
 */
import { transition } from '../../platform/db/state-machine.ts'
import { first, prepareQuery, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { claimById, claimOfAccount } from '../claims/store.ts'
import { claimMachine } from '../machines.ts'
import { grossOf } from '../offers/tax.ts'
import { countSpent, uncountPayout } from '../payees/year-store.ts'
import { sql } from '../tables.ts'
import type { PayoutRow } from './store.ts'

/** What of a payout has reached its payee outside of the books, tax included; null: nothing any more. */
const noteOutside = prepareQuery((p: { payoutId: string; outsideMinor: number | null }) =>
  sql.updateTable('payouts').set({ outside_minor: p.outsideMinor }).where('id', '=', p.payoutId),
)

interface By {
  actor: string
  at: string
}

/**
 * Counts the payout in its payee's year, and makes its claim a paid one; a claim of the same account that waits is held
 * then. An account that is known as paid by another claim stays as it is.
 * @param ended the open claim that its voucher loses in the same moment
 * @returns writes that come behind that claim's end; `frozen` while a batch holds another claim of the account
 */
export async function recordPaidOutside(
  { db }: Pick<Ports, 'db'>,
  payout: PayoutRow,
  ended: { id: string; n: number } | undefined,
  { actor, at }: By,
): Promise<Write[] | { refused: 'frozen' }> {
  const { payoutId, claimId, payeeHash, payeeYear: year, currency } = payout
  const amountMinor = grossOf(payout)
  const counted = [
    noteOutside({ payoutId, outsideMinor: amountMinor }),
    ...(payeeHash === null || year === null ? [] : [countSpent({ payeeHash, year, currency, amountMinor })]),
  ]
  const claim = await first(db, claimById({ id: claimId }))
  if (claim === undefined || (claim.id !== ended?.id && claim.state !== 'ended')) return counted
  const other = await first(db, claimOfAccount(claim))
  const isInTheWay = other !== undefined && other.id !== ended?.id
  if (isInTheWay && other.state === 'frozen') return { refused: 'frozen' }
  if (isInTheWay && other.state === 'paid') return counted
  const from = { id: claim.id, n: claim.id === ended?.id ? ended.n + 1 : claim.n, state: 'ended' as const }
  return [
    ...counted,
    ...(isInTheWay ? transition(claimMachine, other, { state: 'held', actor, reason: 'account_in_use', at }) : []),
    ...transition(claimMachine, from, { state: 'paid', actor, reason: 'paid_outside_the_books', at }),
  ]
}

/** What was paid outside came back: nothing of it counts any more, and its claim has ended. */
export function outsideUndone(payout: PayoutRow, { actor, at }: By): Write[] {
  const { payoutId, claimId, claimN: n, claimState: state, outsideMinor } = payout
  if (outsideMinor === null) return []
  return [
    noteOutside({ payoutId, outsideMinor: null }),
    ...uncountPayout(payout),
    ...(state === 'paid'
      ? transition(
          claimMachine,
          { id: claimId, n, state },
          { state: 'ended', actor, reason: 'returned_by_provider', at },
        )
      : []),
  ]
}
