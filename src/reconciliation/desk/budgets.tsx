/** The money of each offer as pictures, and an alarm where a book is wrong. */
import { type DeskMessages, deskMessages } from '../../../messages/generated/desk.ts'
import { budgetsMessages } from '../../../messages/generated/studies/budgets.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatMoney } from '../../platform/i18n/format.ts'
import { percentOf, thresholdOf } from '../../platform/metrics/threshold.ts'
import type { OfferRow } from '../../rewards/voucher-desk/days-store.ts'
import { DataTable } from '../../staff/frame/data-table.tsx'
import { figures } from '../../staff/frame/figures.ts'
import { fills, Picture, Swatch } from '../../staff/frame/picture.tsx'
import type { FinanceDesk } from './desk.ts'
import type { OfferBook } from './offer-books.ts'

/** What offers are called, by their ids. */
type OfferNames = ReadonlyMap<string, string>

export interface LedgerWords {
  words: DeskMessages['ledger']
  language: Language
}

function nameOf(offer: OfferRow, names: OfferNames): string {
  return `${names.get(offer.id) ?? offer.id} · ${offer.study}`
}

/** What does not match, above everything else on the page. */
export function MismatchAlarm({
  wrong,
  names,
  words,
  language,
}: LedgerWords & { wrong: OfferBook[]; names: OfferNames }) {
  return (
    <section class="notice bad" role="alert">
      <p>
        <strong>{words.mismatchText}</strong>
      </p>
      {wrong.map(({ offer, mismatches }) => (
        <>
          <h2>{words.mismatchOf({ offer: nameOf(offer, names) })}</h2>
          <ul>
            {mismatches.map(({ what, balance, found }) => (
              <li>
                {words.mismatches[what]}
                <br />
                {words.balanceSays} <strong>{formatMoney(balance, offer.currency, language)}</strong> ≠{' '}
                {words.foundSays} <strong>{formatMoney(found, offer.currency, language)}</strong>
              </li>
            ))}
          </ul>
        </>
      ))}
    </section>
  )
}

const everyAccount = ['available', 'reserved', 'liability', 'clearing', 'paid', 'outside', 'tax'] as const

/** A service without tax, or where nobody was paid outside of the books, need not read of it. */
function accountsIn(balances: readonly { tax: number; outside: number }[]) {
  return everyAccount.filter(
    (account) => (account !== 'tax' && account !== 'outside') || balances.some((balance) => balance[account] > 0),
  )
}
const accountFills = {
  outside: fills.teal,
  tax: fills.brown,
  paid: fills.green,
  clearing: fills.violet,
  liability: fills.blue,
  reserved: fills.amber,
  available: fills.pale,
}

/** How much of each budget is where, and whether the ledger says the same. */
export function Budgets({ offers, names, words, language }: LedgerWords & { offers: OfferBook[]; names: OfferNames }) {
  const accounts = accountsIn(offers.map(({ balance }) => balance))
  return (
    <section>
      <h2>{words.budgets}</h2>
      {offers.map(({ offer, balance }) => (
        <>
          <p>
            <strong>{nameOf(offer, names)}</strong>
          </p>
          <Picture
            label={words.pictureOf({ offer: nameOf(offer, names) })}
            parts={[...accounts].reverse().map((account) => {
              return { label: words.accounts[account], amount: balance[account], fill: accountFills[account] }
            })}
          />
        </>
      ))}
      <Legend words={words} accounts={accounts} />
      <DataTable
        language={language}
        label={words.budgets}
        rows={offers}
        columns={[
          {
            head: words.offer,
            is: 'name' as const,
            cell: ({ offer }) => (
              <>
                {names.get(offer.id) ?? offer.id}
                <br />
                <span class="small">{offer.study}</span>
              </>
            ),
          },
          ...(['total', ...accounts] as const).map((account) => ({
            head: words.accounts[account],
            is: 'number' as const,
            cell: ({ offer, balance }: OfferBook) => formatMoney(balance[account], offer.currency, language),
          })),
          { head: words.check, cell: (book) => <Checked book={book} words={words} /> },
        ]}
      />
      <p class="small">{words.accountsHint}</p>
    </section>
  )
}

type Accounts = ReturnType<typeof accountsIn>

/** Whether the ledger says the same of an offer as its transfers. */
function Checked({ book: { transfers, mismatches }, words }: Pick<LedgerWords, 'words'> & { book: OfferBook }) {
  if (mismatches.length > 0) return <strong class="badge bad">{words.mismatch}</strong>
  return <span class="badge good">{words.matches({ count: transfers, transfers: figures(transfers) })}</span>
}

function Legend({ words, accounts }: Pick<LedgerWords, 'words'> & { accounts: Accounts }) {
  return (
    <ul class="legend" aria-hidden="true">
      {[...accounts].reverse().map((account) => (
        <li>
          <Swatch fill={accountFills[account]} /> {words.accounts[account]}
        </li>
      ))}
    </ul>
  )
}

/** Says that a budget is nearly used up, where it is and the study is not over. */
function Low({ balance, language }: { balance: FinanceDesk['balances'][number]; language: Language }) {
  const { total, available, state } = balance
  const at = state === 'closed' ? null : thresholdOf(total - available, total)
  if (at === null) return null
  return (
    <>
      {' '}
      <a class={at === 95 ? 'badge bad' : 'badge wait'} href="/finance/budgets">
        {budgetsMessages(language).used({ percent: percentOf(total - available, total) })}
      </a>
    </>
  )
}

type StudyBudgetsProps = Pick<FinanceDesk, 'balances' | 'fees'> & { words: DeskMessages; language: Language }

/** Each study's budget in each currency as a picture and in figures, and the fees beside them. */
export function StudyBudgets({ balances, fees, words, language }: StudyBudgetsProps) {
  const labels = deskMessages(language).ledger
  const accounts = accountsIn(balances)
  return (
    <section>
      <h2 id="budgets">{words.budgets}</h2>
      {balances.map((balance) => (
        <>
          <p>
            <strong>{`${balance.study} · ${formatMoney(balance.total, balance.currency, language)}`}</strong>
          </p>
          <Picture
            label={words.pictureOf({ budget: `${balance.study} ${balance.currency}` })}
            parts={[...accounts].reverse().map((account) => {
              return { label: labels.accounts[account], amount: balance[account], fill: accountFills[account] }
            })}
          />
        </>
      ))}
      <Legend words={labels} accounts={accounts} />
      <DataTable
        language={language}
        label={words.budgets}
        rows={balances}
        columns={[
          {
            head: labels.accounts.total,
            is: 'name' as const,
            cell: (balance) => (
              <>
                {formatMoney(balance.total, balance.currency, language)}
                <br />
                <span class="small">{balance.study}</span>
                <Low balance={balance} language={language} />
              </>
            ),
          },
          ...accounts.map((account) => ({
            head: labels.accounts[account],
            is: 'number' as const,
            cell: (balance: FinanceDesk['balances'][number]) =>
              formatMoney(balance[account], balance.currency, language),
          })),
        ]}
      />
      <p class="small">{labels.accountsHint}</p>
      {fees.length > 0 && (
        <>
          <h3>{words.fees}</h3>
          <p>{fees.map((one) => formatMoney(one.fees, one.currency, language)).join(' · ')}</p>
          <p class="small">{words.feesHint}</p>
        </>
      )}
    </section>
  )
}
