import type { Context } from 'hono'
import type { AppEnv } from '../ports.ts'
import { figures } from '../staff/figures.ts'
import { StaffPage } from '../staff/frame.tsx'
import { Scroll } from '../staff/scroll.tsx'
import { formatMoney } from '../web/format.ts'
import { languageOf } from '../web/language.ts'
import { Alarm, Budgets, type Said } from './budgets.tsx'
import type { OfferBook, StateLine } from './overview.ts'
import type { VoucherDay } from './store.ts'
import { type FinanceWords, financeWords } from './words.ts'

export interface FinancePageProps {
  c: Context<AppEnv>
  offers: OfferBook[]
  states: StateLine[]
  days: VoucherDay[]
  /** The day that the next page of days ends before, if there is one. */
  olderThan: string | null
  isNewest: boolean
}

/** What was promised, what is left, and whether it adds up. */
export function FinancePage({ c, offers, states, days, olderThan, isNewest }: FinancePageProps) {
  const language = languageOf(c)
  const words = financeWords(language)
  const wrong = offers.filter(({ mismatches }) => mismatches.length > 0)
  return (
    <StaffPage c={c} title={words.title}>
      {offers.length === 0 && (
        <section class="empty">
          <h2>{words.empty.title}</h2>
          <p>{words.empty.text}</p>
        </section>
      )}
      {wrong.length > 0 && <Alarm wrong={wrong} words={words} language={language} />}
      {offers.length > 0 && (
        <>
          {wrong.length === 0 && (
            <p class="notice good" role="status">
              {words.allMatch}
            </p>
          )}
          <Budgets offers={offers} words={words} language={language} />
          <States states={states} offers={offers} words={words} language={language} />
          <Days days={days} olderThan={olderThan} isNewest={isNewest} words={words} />
        </>
      )}
    </StaffPage>
  )
}

function States({ states, offers, words, language }: Said & { states: StateLine[]; offers: OfferBook[] }) {
  const leases = offers.filter(({ openLeases }) => openLeases.count > 0)
  return (
    <section>
      <h2 id="states">{words.byState}</h2>
      {states.length === 0 && <p>{words.noVouchers}</p>}
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
                    <span class="badge">{words.states[state]}</span>
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

type DaysProps = Pick<FinancePageProps, 'days' | 'olderThan' | 'isNewest'> & { words: FinanceWords }

function Days({ days, olderThan, isNewest, words }: DaysProps) {
  if (days.length === 0 && isNewest) return null
  return (
    <section>
      <h2 id="days">{words.days}</h2>
      <p class="actions no-print">
        <a class="button" href="/finance/vouchers.csv" download>
          {words.download}
        </a>
      </p>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col" class="number">
              {words.vouchers}
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, count }) => (
            <tr>
              <th scope="row">
                <a href={`/finance/days/${day}`}>{day}</a>
              </th>
              <td class="number">{figures(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small">{words.daysHint}</p>
      <p class="actions no-print">
        {olderThan !== null && (
          <a class="button quiet" href={`/finance?before=${olderThan}#days`}>
            {words.older}
          </a>
        )}
        {!isNewest && (
          <a class="button quiet" href="/finance#days">
            {words.newest}
          </a>
        )}
      </p>
    </section>
  )
}
