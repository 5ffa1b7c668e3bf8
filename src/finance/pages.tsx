import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Language } from '../../schema/questionnaire.ts'
import type { AppEnv } from '../ports.ts'
import { figures } from '../staff/figures.ts'
import { StaffPage } from '../staff/frame.tsx'
import { formatMoney } from '../web/format.ts'
import { languageOf } from '../web/language.ts'
import type { Listed } from './days.ts'
import type { OfferBook, StateLine } from './overview.ts'
import type { OfferRow, VoucherDay } from './store.ts'
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

/** A table that is wider than a phone moves within its own frame; the keyboard can reach and move it too. */
function Scroll({ label, children }: { label: string; children?: Child }) {
  return (
    <section class="scroll" tabindex={0} aria-label={label}>
      {children}
    </section>
  )
}

interface Said {
  words: FinanceWords
  language: Language
}

function nameOf(offer: OfferRow, language: Language): string {
  return `${offer.study} · ${formatMoney(offer.amountMinor, offer.currency, language)}`
}

function Alarm({ wrong, words, language }: Said & { wrong: OfferBook[] }) {
  return (
    <section class="notice bad" role="alert">
      <p>
        <strong>{words.mismatchText}</strong>
      </p>
      {wrong.map(({ offer, mismatches }) => (
        <Scroll label={words.mismatchOf(nameOf(offer, language))}>
          <table class="table">
            <caption>{words.mismatchOf(nameOf(offer, language))}</caption>
            <thead>
              <tr>
                <th scope="col">{words.check}</th>
                <th scope="col" class="number">
                  {words.balanceSays}
                </th>
                <th scope="col" class="number">
                  {words.foundSays}
                </th>
              </tr>
            </thead>
            <tbody>
              {mismatches.map(({ what, balance, found }) => (
                <tr>
                  <th scope="row">{words.mismatches[what]}</th>
                  <td class="number">{formatMoney(balance, offer.currency, language)}</td>
                  <td class="number">{formatMoney(found, offer.currency, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      ))}
    </section>
  )
}

const accounts = ['total', 'available', 'reserved', 'liability', 'clearing', 'paid'] as const

function Budgets({ offers, words, language }: Said & { offers: OfferBook[] }) {
  return (
    <section>
      <h2 id="budgets">{words.budgets}</h2>
      <Scroll label={words.budgets}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{words.offer}</th>
              {accounts.map((account) => (
                <th scope="col" class="number">
                  {words.accounts[account]}
                </th>
              ))}
              <th scope="col">{words.check}</th>
            </tr>
          </thead>
          <tbody>
            {offers.map(({ offer, balance, transfers, mismatches }) => (
              <tr>
                <th scope="row">{nameOf(offer, language)}</th>
                {accounts.map((account) => (
                  <td class="number">{formatMoney(balance[account], offer.currency, language)}</td>
                ))}
                <td>
                  {mismatches.length === 0 ? (
                    <span class="badge good">{words.matches(transfers)}</span>
                  ) : (
                    <strong class="badge bad">{words.mismatch}</strong>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="small">{words.accountsHint}</p>
    </section>
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

export interface DayPageProps {
  c: Context<AppEnv>
  day: string
  count: number
  listed: Listed[]
  /** Slugs by study id. */
  studies: ReadonlyMap<string, string>
  /** The reference that the next vouchers stand behind, if there are more. */
  next: string | null
}

/** The vouchers of one day, some at a time. */
export function DayPage({ c, day, count, listed, studies, next }: DayPageProps) {
  const language = languageOf(c)
  const words = financeWords(language)
  return (
    <StaffPage c={c} title={words.dayTitle(day)}>
      <p>
        {words.vouchers}: <strong>{figures(count)}</strong>
      </p>
      <Scroll label={words.dayTitle(day)}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{words.reference}</th>
              <th scope="col">{words.study}</th>
              <th scope="col" class="number">
                {words.amount}
              </th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {listed.map((voucher) => (
              <tr>
                <th scope="row">
                  <code>{voucher.reference}</code>
                </th>
                <td>{studies.get(voucher.studyId)}</td>
                <td class="number">{formatMoney(voucher.amountMinor, voucher.currency, language)}</td>
                <td>
                  <span class="badge">{words.states[voucher.state]}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="small">{words.orderHint}</p>
      <p class="actions no-print">
        {next !== null && (
          <a class="button" href={`/finance/days/${day}?after=${next}`}>
            {words.more}
          </a>
        )}
        <a class="button quiet" href="/finance#days">
          {words.back}
        </a>
      </p>
    </StaffPage>
  )
}
