/** The reports there are: of accounts by day and month, of studies, and those that were signed. */

import type { Context } from 'hono'
import { type ReportsMessages, reportsMessages } from '../../../messages/generated/reports.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatDate, formatDayOfMonth, leadIn, monthName } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { accountName } from '../../rewards/ledger/account-name.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Scroll } from '../../staff/frame/scroll.tsx'
import type { WaitingReport } from './signing/waiting.ts'
import type { ReportKind } from './store.ts'

export interface ReportsPageProps {
  c: Context<AppEnv>
  accounts: string[]
  studies: string[]
  /** Newest first. */
  days: string[]
  months: string[]
  /** Those that wait for a second signature, oldest first. */
  waiting: WaitingReport[]
  /** Names of staff by id. */
  names: ReadonlyMap<string, string>
  signed: {
    id: string
    kind: ReportKind
    subject: string
    version: number
    signatures: number
    ending: 'signed' | 'withdrawn' | null
    at: string
  }[]
}

/** Where a report is, from its kind and its subject. */
export function pathOf(kind: ReportKind, subject: string): string {
  return `/finance/reports/${kind}/${subject.split(' ').map(encodeURIComponent).join('/')}`
}

/** Where a report, or a version of it, is taken away as a file. */
export function filePathOf(
  format: 'csv' | 'xlsx',
  { kind, subject }: { kind: ReportKind; subject: string },
  version: number | undefined,
): string {
  const path = pathOf(kind, subject).replace('/finance/reports/', `/finance/reports/files/${format}/`)
  return version === undefined ? path : `${path}?version=${version}`
}

export function ReportsPage(props: ReportsPageProps) {
  const { c, accounts, studies, days, months, signed } = props
  const language = languageOf(c)
  const words = reportsMessages(language)
  return (
    <StaffPage c={c} title={words.title}>
      <p>{words.about}</p>
      <Waiting {...props} words={words} />
      <h2>{words.accounts}</h2>
      {accounts.length === 0 && <p class="empty">{words.noAccounts}</p>}
      {accounts.map((account) => (
        <section>
          <h3>{accountName(account, language)}</h3>
          <Links c={c} label={words.days} kind="day" subjects={days.map((day) => `${account} ${day}`)} words={words} />
          <Links
            c={c}
            label={words.months}
            kind="month"
            subjects={months.map((month) => `${account} ${month}`)}
            words={words}
          />
        </section>
      ))}
      <h2>{words.studies}</h2>
      {studies.map((slug) => (
        <section>
          <h3>{slug}</h3>
          <Links
            c={c}
            label={words.months}
            kind="study"
            subjects={months.map((month) => `${slug} ${month}`)}
            words={words}
          />
          <p>
            <a href={pathOf('closing', slug)}>{words.certificate}</a>
          </p>
        </section>
      ))}
      <h2>{words.signedReports}</h2>
      {signed.length === 0 ? (
        <p class="empty">{words.noneSigned}</p>
      ) : (
        <Scroll label={words.signedReports}>
          <table class="table">
            <tbody>
              {signed.map((report) => (
                <tr>
                  <th scope="row">
                    <a href={`${pathOf(report.kind, report.subject)}?version=${report.version}`}>
                      {reportTitle(report.kind, report.subject, language)}
                    </a>
                  </th>
                  <td>{words.version({ n: report.version })}</td>
                  <td>
                    {report.ending === 'withdrawn' ? (
                      <span class="badge">{words.withdrawn}</span>
                    ) : (
                      <span class={report.signatures >= 2 ? 'badge good' : 'badge wait'}>
                        {words.signatures({ n: report.signatures })}
                      </span>
                    )}
                  </td>
                  <td>{formatDate(report.at, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </StaffPage>
  )
}

/** What waits for a second signature, and whether whoever looks may give it. */
function Waiting({ c, waiting, names, words }: ReportsPageProps & { words: ReportsMessages }) {
  if (waiting.length === 0) return null
  const language = languageOf(c)
  return (
    <section>
      <h2 id="waiting">{words.signatures({ n: 1 })}</h2>
      <ul>
        {waiting.map(({ kind, subject, version, signedBy, at, isTheirs }) => (
          <li>
            <a href={`${pathOf(kind, subject)}?version=${version}`}>{reportTitle(kind, subject, language)}</a> ·{' '}
            {names.get(signedBy) ?? signedBy} · {formatDate(at, language)}{' '}
            {isTheirs && <span class="badge wait">{words.yours}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a report is called: its kind, and the account or study and the days that it is of. */
export function reportTitle(kind: ReportKind, subject: string, language: Language): string {
  const [of = '', when = ''] = subject.split(' ')
  return [reportsMessages(language).kinds[kind], accountName(of, language), daysIn(when, language)]
    .filter((part) => part !== '')
    .join(' · ')
}

/** A day (`2026-11-23`) or a month (`2026-11`) as people read it; anything else, that a report is of all days say, as it is. */
function daysIn(when: string, language: Language): string {
  if (/^\d{4}-\d\d-\d\d$/.test(when)) return formatDate(when, language)
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(when) ?? []
  if (year === undefined) return when
  return reportsMessages(language).month({ year, month: monthName(Number(month), language) })
}

interface LinksProps {
  c: Context<AppEnv>
  label: string
  kind: ReportKind
  subjects: string[]
  words: ReportsMessages
}

/** The last days, which need no year, or months. */
function Links({ c, label, kind, subjects }: LinksProps) {
  const language = languageOf(c)
  const when = (subject: string) => subject.split(' ').at(-1) ?? ''
  return (
    <p class="days">
      {leadIn(label, language)}
      {subjects.map((subject, i) => (
        <>
          {i > 0 && ' · '}
          <a href={pathOf(kind, subject)}>
            {kind === 'day' ? formatDayOfMonth(when(subject), language) : daysIn(when(subject), language)}
          </a>
        </>
      ))}
    </p>
  )
}
