import type { Context } from 'hono'
import { type CalendarMessages, calendarMessages } from '../../../messages/generated/calendar.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatDate, leadIn } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { CalendarAlarm } from './alarm.tsx'
import { type Calendar, dayOf } from './calendar.ts'
import { EditForm, type EditState } from './edit-form.tsx'
import type { Gap } from './gaps.ts'
import { kindText } from './kind-text.ts'
import { Legend, Months } from './months.tsx'

/** Where a published year comes from; the names are null for what was shipped. */
export interface YearRow {
  year: number
  source: string
  proposedBy: string | null
  decidedBy: string | null
}

/** A day that was changed after its year was published. */
export interface ChangeRow {
  day: string
  kind: 'working' | 'rest' | 'closed'
  slow: number
  source: string
}

export interface CalendarPageProps {
  c: Context<AppEnv>
  calendar: Calendar
  now: string
  year: number
  years: readonly YearRow[]
  changes: readonly ChangeRow[]
  gaps: readonly Gap[]
  /** The form to change a day, for those who may propose; null for the others. */
  edit: EditState | null
}

/** One year of the calendar. */
export function CalendarPage({ c, calendar, now, year, years, changes, gaps, edit }: CalendarPageProps) {
  const language = languageOf(c)
  const words = calendarMessages(language)
  const today = dayOf(calendar.zone, now)
  const isPublished = calendar.years.includes(year)
  const hrefOf = (day: string) => (edit !== null && day >= today ? `/finance/calendar/${year}?day=${day}#day` : null)
  return (
    <StaffPage c={c} title={words.titleOf({ year })}>
      <CalendarAlarm gaps={gaps.filter((gap) => gap.year !== year)} language={language} />
      <p>{words.about}</p>
      <Years years={years.map((one) => one.year)} shown={year} today={today} words={words} />
      {!isPublished && (
        <section class="notice bad" role="alert">
          <h2>{words.missing.title({ year })}</h2>
          <p>{words.missing.text({ from: formatDate(`${year}-01-01`, language), year })}</p>
          <p>{words.missing.do}</p>
          {edit !== null && (
            <p class="actions">
              <a class="button" href={`/finance/calendar/${year}/publish`}>
                {words.publish({ year })}
              </a>
            </p>
          )}
        </section>
      )}
      {isPublished && (
        <>
          <Months {...{ year, language, today, hrefOf }} dayOf={(day) => calendar.day(day)} />
          <Legend words={words} />
          <Changes changes={changes} words={words} />
          <Source row={years.find((one) => one.year === year)} words={words} language={language} />
          {edit !== null && <EditForm language={language} action={`/finance/calendar/${year}`} {...edit} />}
        </>
      )}
    </StaffPage>
  )
}

/** The published years, this one and the next: what is missing can be reached as well. */
function Years(props: { years: readonly number[]; shown: number; today: string; words: CalendarMessages }) {
  const { years, shown, today, words } = props
  const thisYear = Number(today.slice(0, 4))
  const all = [...new Set([...years, thisYear, thisYear + 1])].sort((a, b) => a - b)
  return (
    <nav class="actions no-print" aria-label={words.years}>
      {all.map((year) => (
        <a
          class={year === shown ? 'button small' : 'button quiet small'}
          href={`/finance/calendar/${year}`}
          aria-current={year === shown ? 'page' : undefined}
        >
          {year} {!years.includes(year) && <span class="badge bad">{words.unpublished}</span>}
        </a>
      ))}
    </nav>
  )
}

function Changes({ changes, words }: { changes: readonly ChangeRow[]; words: CalendarMessages }) {
  if (changes.length === 0) return null
  return (
    <section>
      <h2>{words.changes.title}</h2>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words.changes.day}</th>
            <th scope="col">{words.changes.now}</th>
            <th scope="col">{words.changes.source}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ day, kind, slow, source }) => (
            <tr>
              <th scope="row">{day}</th>
              <td>{kindText(words, kind, slow === 1)}</td>
              <td>
                <span lang="">{source}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Source({ row, words, language }: { row: YearRow | undefined; words: CalendarMessages; language: Language }) {
  if (row === undefined) return null
  const by = [row.proposedBy, row.decidedBy].filter((name) => name !== null)
  return (
    <section>
      <h2>{words.sources}</h2>
      <p>
        {leadIn(words.source, language)}
        <span lang="">{row.source}</span>
      </p>
      <p>{by.length === 0 ? words.shipped : leadIn(words.publishedBy, language) + by.join(' · ')}</p>
    </section>
  )
}
