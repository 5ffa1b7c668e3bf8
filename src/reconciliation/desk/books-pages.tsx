/** The page of the check that looks at all books, and the days of vouchers. */
import type { Context } from 'hono'
import { deskMessages } from '../../../messages/generated/desk.ts'
import { vouchersMessages } from '../../../messages/generated/vouchers.ts'
import { formatDate, formatMoney } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import type { Around } from '../../staff/frame/address.ts'
import { Pages } from '../../staff/frame/data-table.tsx'
import { DownloadButton } from '../../staff/frame/download.tsx'
import { figures } from '../../staff/frame/figures.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Scroll } from '../../staff/frame/scroll.tsx'
import { Budgets, type LedgerWords, MismatchAlarm } from './budgets.tsx'
import type { OfferBook, StateLine } from './offer-books.ts'

export interface BooksPageProps {
  c: Context<AppEnv>
  /** What was found, or null before anybody asked. */
  findings: { offers: OfferBook[]; states: StateLine[]; names: ReadonlyMap<string, string> } | null
}

/** Whether everything adds up, for whoever asks: it reads every transfer and voucher there is. */
export function BooksPage({ c, findings }: BooksPageProps) {
  const language = languageOf(c)
  const { books } = deskMessages(language)
  return (
    <StaffPage c={c} title={books.title}>
      {findings === null ? (
        <p>{books.about}</p>
      ) : (
        <Findings {...findings} words={deskMessages(language).ledger} language={language} />
      )}
      <form class="no-print" method="get" action="/finance/books">
        <p class="actions">
          <button class="button" type="submit" name="check" value="now">
            {books.button}
          </button>
        </p>
      </form>
      <p class="small">
        {books.hint} <code>npm run audit</code>
      </p>
    </StaffPage>
  )
}

function Findings({ offers, states, names, words, language }: LedgerWords & NonNullable<BooksPageProps['findings']>) {
  const wrong = offers.filter(({ mismatches }) => mismatches.length > 0)
  if (offers.length === 0) {
    const { empty } = deskMessages(language)
    return (
      <section class="empty">
        <h2>{empty.title}</h2>
        <p>{empty.text}</p>
      </section>
    )
  }
  return (
    <>
      {wrong.length > 0 ? (
        <MismatchAlarm wrong={wrong} names={names} words={words} language={language} />
      ) : (
        <p class="notice good" role="status">
          {words.allMatch}
        </p>
      )}
      <Budgets offers={offers} names={names} words={words} language={language} />
      <States states={states} offers={offers} words={words} language={language} />
    </>
  )
}

function States({ states, offers, words, language }: LedgerWords & { states: StateLine[]; offers: OfferBook[] }) {
  const leases = offers.filter(({ openLeases }) => openLeases.count > 0)
  const { states: stateNames, noVouchers } = vouchersMessages(language).list
  return (
    <section>
      <h2 id="states">{words.byState}</h2>
      {states.length === 0 && <p>{noVouchers}</p>}
      {states.length + leases.length > 0 && (
        <Scroll label={words.byState}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{words.state}</th>
                <th scope="col" class="number">
                  {words.count}
                </th>
                <th scope="col" class="number">
                  {words.sum}
                </th>
              </tr>
            </thead>
            <tbody>
              {states.map(({ state, currency, sum }) => (
                <tr>
                  <th scope="row">
                    <span class="badge">{stateNames[state]}</span>
                  </th>
                  <td class="number">{figures(sum.count)}</td>
                  <td class="number">{formatMoney(sum.amountMinor, currency, language)}</td>
                </tr>
              ))}
              {leases.map(({ offer, openLeases }) => (
                <tr>
                  <th scope="row">{words.openLeases}</th>
                  <td class="number">{figures(openLeases.count)}</td>
                  <td class="number">{formatMoney(openLeases.amountMinor, offer.currency, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}

export interface DaysPageProps {
  c: Context<AppEnv>
  /** UTC, newest first. */
  days: readonly string[]
  pages: Around
}

/** The days on which vouchers were made. */
export function DaysPage({ c, days, pages }: DaysPageProps) {
  const language = languageOf(c)
  const words = vouchersMessages(language).list
  return (
    <StaffPage c={c} title={words.days}>
      <div class="actions no-print">
        <DownloadButton action="/finance/vouchers.csv">{words.download}</DownloadButton>
      </div>
      {days.length === 0 ? (
        <p class="empty">{words.noVouchers}</p>
      ) : (
        <ul>
          {days.map((day) => (
            <li>
              <a href={`/finance/days/${day}`}>{formatDate(day, language)}</a>
            </li>
          ))}
        </ul>
      )}
      <p class="small">{words.daysHint}</p>
      <Pages language={language} pages={pages} />
    </StaffPage>
  )
}
