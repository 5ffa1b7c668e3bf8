/**
 * A campaign's closing certificate: where every cent of the budget is, what was never claimed, and which personal data
 * was erased. Pure; amounts are minor units.
 */
import type { Tax } from '../../rewards/offers/tax.ts'
import type { CountAndAmount } from './parts.ts'
import { type Holding, type LedgerFlow, sumOfFlows } from './study-report.ts'

/** A voucher that was not paid: by reference, never by whose it was. Older certificates say why not. */
export interface NeverClaimed {
  reference: string
  currency: string
  amountMinor: number
  state: 'open' | 'issued' | 'expired'
  /**
   * The day (UTC) on which it was made, and how many days it is old; where few of its currency were made on that day, its
   * week, as an ISO 8601 interval, and the days since that began.
   */
  day: string
  days: number
}

export interface ErasedOn {
  what: string
  day: string
  /** A staff id, or `operator`. */
  actor: string
  count: number
}

/** budget = paid + paid outside + fees + tax + returned + left. */
export interface AccountSummary {
  currency: string
  /** All that was ever given to it. */
  budgetMinor: number
  paidMinor: number
  /** Has reached its holders by payments that the books call failed. */
  paidOutsideMinor: number
  /** Fees that the budget bore: none, since a provider's fees are borne by its account. */
  feesMinor: number
  /** Owed to the tax office, or handed to it. */
  taxMinor: number
  /** Given back to where the budget came from. */
  returnedMinor: number
  /** Promised to nobody, set aside, owed, and under way. */
  left: { available: number; reserved: number; liability: number; clearing: number }
  /** Fees of this study's payments that the providers' accounts bore. */
  providerFeesMinor: number
}

export type ClosingReport = {
  format: 1
  kind: 'closing'
  subject: string
  study: { id: string; slug: string; closesAt: string | null }
  zone: string
  from: string
  /** Everything up to and with this day. */
  to: string
  costCentre: string
  projectCode: string
  tax: Tax['mode']
  accounts: AccountSummary[]
  /** What is still on its way to somebody: then it is too early to close. */
  underWay: number
  /** How many, by currency; as many of them by name as a report holds. */
  neverClaimed: { sums: (CountAndAmount & { currency: string })[]; listed: NeverClaimed[] }
  erased: ErasedOn[]
  note: string | null
}

/** The account of one currency, from all its offers: what flowed up to the end, and what there is. */
export function currencyAccount(
  currency: string,
  offers: readonly { holding: Holding; flows: readonly LedgerFlow[] }[],
  providerFeesMinor: number,
): AccountSummary {
  const sum = (of: (offer: { holding: Holding; flows: readonly LedgerFlow[] }) => number) =>
    offers.reduce((all, offer) => all + of(offer), 0)
  return {
    currency,
    budgetMinor: sum(({ flows }) => sumOfFlows(flows, ({ debit }) => debit === 'funding')),
    paidMinor: sum(({ holding }) => holding.paid),
    paidOutsideMinor: sum(({ holding }) => holding.outside),
    feesMinor: 0,
    taxMinor: sum(({ holding }) => holding.tax),
    returnedMinor: sum(({ flows }) => sumOfFlows(flows, ({ credit }) => credit === 'funding')),
    left: {
      available: sum(({ holding }) => holding.available),
      reserved: sum(({ holding }) => holding.reserved),
      liability: sum(({ holding }) => holding.liability),
      clearing: sum(({ holding }) => holding.clearing),
    },
    providerFeesMinor,
  }
}

/** What is left of a budget, in all. */
function leftOf({ left }: AccountSummary): number {
  return left.available + left.reserved + left.liability + left.clearing
}

/** What the parts of a budget come to. */
export function accountedFor(account: AccountSummary): number {
  const { paidMinor, paidOutsideMinor, feesMinor, taxMinor, returnedMinor } = account
  return paidMinor + paidOutsideMinor + feesMinor + taxMinor + returnedMinor + leftOf(account)
}

/** Whether the budget is where the certificate says. */
export function isBalanced(account: AccountSummary): boolean {
  return account.budgetMinor === accountedFor(account)
}
