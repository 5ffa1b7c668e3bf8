/** The desk: what waits for whoever looks, where the money is now, and each budget as a picture. */

import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { type DeskMessages, deskMessages } from '../../../messages/generated/desk.ts'
import { payoutsMessages } from '../../../messages/generated/payouts.ts'
import { vouchersMessages } from '../../../messages/generated/vouchers.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatDateTime, formatMoney } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { CalendarAlarm } from '../../rewards/calendar/alarm.tsx'
import { ClockNotice } from '../../staff/frame/clock-notice.tsx'
import { DownloadButton } from '../../staff/frame/download.tsx'
import { figures } from '../../staff/frame/figures.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Scroll } from '../../staff/frame/scroll.tsx'
import { may } from '../../staff/permissions/may.ts'
import { staffOf } from '../../staff/permissions/needs.ts'
import { StudyBudgets } from './budgets.tsx'
import type { Count, FinanceDesk, Work } from './desk.ts'

export interface DeskPageProps {
  c: Context<AppEnv>
  desk: FinanceDesk
  /** The most that is counted. */
  most: number
}

export function DeskPage(props: DeskPageProps) {
  const { c, desk } = props
  const staff = staffOf(c)
  const language = languageOf(c)
  const words = deskMessages(language)
  const vouchers = vouchersMessages(language).list
  const { providers } = payoutsMessages(language)
  return (
    <StaffPage c={c} title={words.ledger.title}>
      <ClockNotice noticed={desk.clock} language={language} />
      <CalendarAlarm gaps={desk.gaps} language={language} />
      {desk.stopped.map(({ provider, currency }) => (
        <p class="notice bad" role="alert">
          {words.stopped({ account: `${providers[provider]} ${currency}` })}
        </p>
      ))}
      <WorkList {...props} words={words} />
      {desk.balances.length === 0 ? (
        <section class="empty">
          <h2>{words.empty.title}</h2>
          <p>{words.empty.text}</p>
        </section>
      ) : (
        <>
          <Now {...props} words={words} />
          <StudyBudgets balances={desk.balances} fees={desk.fees} words={words} language={language} />
        </>
      )}
      <div class="actions no-print">
        <a class="button quiet" href="/finance/books">
          {words.books.title}
        </a>
        {may(staff, 'vouchers.view') && (
          <a class="button quiet" href="/finance/days">
            {vouchers.days}
          </a>
        )}
        {may(staff, 'vouchers.export') && (
          <DownloadButton action="/finance/vouchers.csv" quiet>
            {vouchers.download}
          </DownloadButton>
        )}
      </div>
    </StaffPage>
  )
}

type Part = DeskPageProps & { words: DeskMessages }

const places: Record<Work['what'], string> = {
  ready: '/finance/payouts',
  handOut: '/finance/payouts#batches',
  report: '/finance/clearing',
  held: '/finance/vouchers?state=claim_held',
  approve: '/finance/payouts#batches',
  decide: '/finance/proposals',
  unsealed: '/finance/books',
  exceptions: '/finance/exceptions',
  sign: '/finance/reports#waiting',
  noStatement: '/finance/statements#coverage',
  setAside: '/finance/statements',
}

function counted(count: Count, most: number, words: DeskMessages): string {
  return count > most ? words.more({ count: most }) : figures(count)
}

function WorkList({ c, desk, most, words }: Part) {
  // Whoever cannot work on exceptions, an auditor, looks at them.
  const tasks = may(staffOf(c), 'exceptions.work')
    ? words.tasks
    : { ...words.tasks, exceptions: words.exceptionsOfOthers }
  return (
    <section>
      <h2>{words.work}</h2>
      {desk.work.length === 0 ? (
        <p class="empty">{words.nothing}</p>
      ) : (
        <ul class="cards">
          {desk.work.map(({ what, count }) => (
            <li>
              <a href={places[what]}>
                <strong>{counted(count, most, words)}</strong> {tasks[what]({ count })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface MoneyRow {
  name: Child
  href?: string
  count: string
  /** By currency, in minor units. */
  amounts: [string, number][]
}

/** Where the money is now: owed, waiting, in clearing, paid and what else there is. */
function moneyRows({ desk, most, words }: Part, language: Language): MoneyRow[] {
  const { byState, waiting, clearingSince } = desk
  const currencies = [...new Set(desk.balances.map(({ currency }) => currency))]
  const sums = (account: 'liability' | 'clearing' | 'paid' | 'outside' | 'tax') => {
    const all = currencies.map((currency): [string, number] => {
      const own = desk.balances.filter((one) => one.currency === currency)
      return [currency, own.reduce((sum, one) => sum + one[account], 0)]
    })
    const there = all.filter(([, minor]) => minor !== 0)
    return there.length > 0 ? there : all.slice(0, 1)
  }
  const count = (of: keyof FinanceDesk['byState']) => counted(byState[of], most, words)
  const waits = waiting.reduce((sum, one) => sum + one.count, 0)
  return [
    { name: words.rows.owed, count: '', amounts: sums('liability') },
    {
      name: words.rows.waiting,
      href: '/finance/payouts#batches',
      count: counted(waits, most, words),
      // A sum of some of them would be taken for the sum of all.
      amounts: waits > most ? [] : waiting.map(({ currency, amountMinor }) => [currency, amountMinor]),
    },
    {
      name: (
        <>
          {words.rows.clearing}
          {clearingSince !== null && (
            <>
              <br />
              <span class="small">{words.since({ at: formatDateTime(clearingSince, language) })}</span>
            </>
          )}
        </>
      ),
      href: '/finance/clearing',
      count: count('clearing'),
      amounts: sums('clearing'),
    },
    { name: words.rows.paid, href: '/finance/vouchers?state=paid', count: '', amounts: sums('paid') },
    ...(desk.balances.some(({ outside }) => outside > 0)
      ? [
          {
            name: words.rows.outside,
            href: '/finance/vouchers?state=paid_outside',
            count: '',
            amounts: sums('outside'),
          },
        ]
      : []),
    ...(desk.balances.some(({ tax }) => tax > 0) ? [{ name: words.rows.tax, count: '', amounts: sums('tax') }] : []),
  ]
}

function Now(props: Part) {
  const { c, words } = props
  const language = languageOf(c)
  const hasLinks = may(staffOf(c), 'vouchers.view')
  return (
    <section>
      <h2>{words.now}</h2>
      <Scroll label={words.now}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{words.where}</th>
              <th scope="col" class="number">
                {words.howMany}
              </th>
              <th scope="col" class="number">
                {words.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {moneyRows(props, language).map(({ name, href, count, amounts }) => (
              <tr>
                <th scope="row">{href === undefined || !hasLinks ? name : <a href={href}>{name}</a>}</th>
                <td class="number">{count}</td>
                <td class="number">
                  {amounts.map(([currency, minor], i) => (
                    <>
                      {i > 0 && <br />}
                      {formatMoney(minor, currency, language)}
                    </>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
