/** Balances, transfers and promises, offer by offer, as one statement saw them. */
import type { Book, Mismatch } from '../book.ts'
import { atMost, type Figures, type Invariant, seenBySql } from '../invariant.ts'

/** An invariant over the books: what it counts, and which two figures of an offer must be the same. */
function seenInBooks(
  name: string,
  promise: string,
  figures: (books: readonly Book[]) => Figures,
  what: readonly Mismatch['what'][],
): Invariant {
  return {
    name,
    promise,
    async check({ books }) {
      const all = await books()
      const breaches = all.flatMap(({ offerId, mismatches }) =>
        mismatches
          .filter((mismatch) => what.includes(mismatch.what))
          .map(({ what, balance, found }) => `${offerId} ${what}: the balance says ${balance}, found ${found}`),
      )
      return { figures: figures(all), breaches: atMost(breaches) }
    },
  }
}

const sum = (books: readonly Book[], of: (book: Book) => number) => books.reduce((all, book) => all + of(book), 0)

const accounts = ['total', 'available', 'reserved', 'liability', 'clearing', 'paid', 'tax', 'outside'] as const

export const balancesAreTransfers = seenInBooks(
  'balances_are_transfers',
  'Every account of every offer is what its transfers come to.',
  (books) => ({ offers: books.length, transfers: sum(books, ({ transfers }) => transfers) }),
  accounts,
)

export const owedIsVouchers = seenInBooks(
  'owed_is_vouchers',
  'Liability and clearing together are the held, issued and claimed vouchers, with their tax.',
  (books) => ({ vouchers: sum(books, (book) => count(book, 'held') + count(book, 'issued') + count(book, 'claimed')) }),
  ['vouchers_owed'],
)

export const paidIsVouchers = seenInBooks(
  'paid_is_vouchers',
  'What is paid is the paid vouchers, what is paid outside those whose holders were paid outside of the books, and what is owed in tax is the tax of both.',
  (books) => ({ vouchers: sum(books, (book) => count(book, 'paid') + count(book, 'paid_outside')) }),
  ['vouchers_paid', 'vouchers_outside', 'vouchers_taxed'],
)

export const reservedIsPromises = seenInBooks(
  'reserved_is_promises',
  'What is reserved is the open leases.',
  (books) => ({ leases: sum(books, (book) => book.openLeases.count) }),
  ['promises_reserved'],
)

const count = (book: Book, state: Parameters<Book['vouchers']['get']>[0]) => book.vouchers.get(state)?.count ?? 0

/** One line for each currency and account. (D1 takes at most five selects in a union.) */
const byAccount = `select offers.currency || ' ' || account as "figure", cast(sum(case account
  ${accounts
    .slice(1)
    .map((account) => `when '${account}' then ${account}`)
    .join(' ')} end) as bigint) as "value"
from offer_balances join offers on offers.id = offer_balances.offer_id cross join accounts where account <> 'funding'
group by offers.currency, account order by 1`

export const noneNegative: Invariant = seenBySql(
  'none_negative',
  'No account is negative, and available, reserved, liability, clearing, paid, tax and paid outside together are the total.',
  byAccount,
  `select offer_id as "subject", 'has a negative account' as "what" from offer_balances
where available < 0 or reserved < 0 or liability < 0 or clearing < 0 or paid < 0 or tax < 0 or outside < 0`,
  `select offer_id as "subject", 'has accounts that are not its total' as "what" from offer_balances
where total <> available + reserved + liability + clearing + paid + tax + outside`,
)

export const transfersBalance = seenBySql(
  'transfers_balance',
  'A transfer takes from one account what it gives to another, in the currency of its offer.',
  `select offers.currency as "figure", cast(sum(transfers.amount_minor) as bigint) as "value"
from transfers join offers on offers.id = transfers.offer_id group by offers.currency order by 1`,
  `select id as "subject", 'moves nothing, or to where it was' as "what" from transfers
where amount_minor <= 0 or debit = credit`,
  `select transfers.id as "subject", 'is of no offer, or uses an account that is not known' as "what" from transfers
left join offers on offers.id = transfers.offer_id
where offers.id is null or debit not in (select account from accounts) or credit not in (select account from accounts)`,
)

export const withinBudget = seenBySql(
  'within_budget',
  'The live vouchers of an offer are within its budget.',
  `select offers.currency || ' budget' as "figure", cast(sum(total) as bigint) as "value"
from offer_balances join offers on offers.id = offer_balances.offer_id group by offers.currency order by 1`,
  `select offer_id as "subject", 'promises more than its budget' as "what" from offer_balances
where total < (select coalesce(sum(amount_minor + tax_minor), 0) from vouchers
  where vouchers.offer_id = offer_balances.offer_id and state in ('held', 'issued', 'claimed', 'paid', 'paid_outside'))`,
)

export const sameMoney = seenBySql(
  'same_money',
  "A voucher, its payouts and their attempts are of one offer, one currency and one amount, and a claim's payout is its voucher's.",
  `select currency as "figure", cast(sum(amount_minor) as bigint) as "value" from payouts group by currency order by 1`,
  `select vouchers.id as "subject", 'is not in the currency of its offer' as "what"
from vouchers left join offers on offers.id = vouchers.offer_id
where offers.id is null or offers.currency <> vouchers.currency or offers.study_id <> vouchers.study_id`,
  `select payouts.id as "subject", 'is not what its voucher promises' as "what"
from payouts left join vouchers on vouchers.id = payouts.voucher_id left join claims on claims.id = payouts.claim_id
where vouchers.id is null or claims.id is null or claims.voucher_id <> vouchers.id
  or payouts.currency <> vouchers.currency or payouts.amount_minor <> vouchers.amount_minor
  or payouts.offer_id <> vouchers.offer_id or payouts.study_id <> vouchers.study_id
  or claims.study_id <> vouchers.study_id or claims.channel <> payouts.channel`,
  `select attempts.id as "subject", 'is not what its payout pays' as "what"
from attempts left join payouts on payouts.id = attempts.payout_id
where payouts.id is null or payouts.currency <> attempts.currency or payouts.amount_minor <> attempts.amount_minor
  or payouts.offer_id <> attempts.offer_id or payouts.provider <> attempts.provider`,
  `select attempts.id as "subject", 'sets aside other tax than its voucher' as "what"
from attempts join payouts on payouts.id = attempts.payout_id join vouchers on vouchers.id = payouts.voucher_id
where attempts.tax_minor <> vouchers.tax_minor`,
)
