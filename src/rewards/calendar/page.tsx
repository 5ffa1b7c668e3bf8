import type { Context } from 'hono'
import type { CalendarMessages } from '../../../messages/generated/calendar.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatDate, leadIn } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { calendarHref } from './address.ts'
import { CalendarAlarm } from './alarm.tsx'
import { Announced, DayChanges, type DayRow } from './announced.tsx'
import { type Calendar, calendarId, calendarIds, dayOf } from './calendar.ts'
import { calendarWords, placeName } from './calendar-words.ts'
import { DayEditForm, type EditState } from './edit-form.tsx'
import type { Gap } from './gaps.ts'
import { Legend, Months } from './months.tsx'

/** Where a published year comes from; the names are null for what was shipped. */
export interface YearRow {
  year: number
  source: string
  proposedBy: string | null
  decidedBy: string | null
}

/** Macao's order on public holidays: a year that names it as its source was worked out from it. */
const lawOfHolidays = 'bo.io.gov.mo/bo/i/2000/40/ordem60.asp'

export interface CalendarPageProps {
  c: Context<AppEnv>
  calendar: Calendar
  now: string
  year: number
  years: readonly YearRow[]
  /** Every row of the days of the year, oldest first. */
  rows: readonly DayRow[]
  gaps: readonly Gap[]
  /** The form to change a day, for those who may propose; null for the others. */
  edit: EditState | null
}

/** One year of the calendar. */
export function CalendarPage({ c, calendar, now, year, years, rows, gaps, edit }: CalendarPageProps) {
  const language = languageOf(c)
  const { id } = calendar
  const words = calendarWords(id, language)
  const today = dayOf(calendar.zone, now)
  const isPublished = calendar.years.includes(year)
  const hrefOf = (day: string) => (edit !== null && day >= today ? `${calendarHref(id, year, '', { day })}#day` : null)
  const row = years.find((one) => one.year === year)
  return (
    <StaffPage c={c} title={words.titleOf({ year })}>
      <CalendarAlarm gaps={gaps.filter((gap) => gap.year !== year)} language={language} />
      <p>{words.about}</p>
      <nav class="actions no-print" aria-label={words.places.title}>
        {calendarIds.map((one) => (
          <a
            class={one === id ? 'button small' : 'button quiet small'}
            href={calendarHref(one, year)}
            aria-current={one === id ? 'page' : undefined}
          >
            {placeName(one, language)}
          </a>
        ))}
      </nav>
      <Years id={id} years={years.map((one) => one.year)} shown={year} today={today} words={words} />
      {!isPublished && (
        <section class="notice bad" role="alert">
          <h2>{words.missing.title({ year })}</h2>
          <p>{words.missing.text({ from: formatDate(`${year}-01-01`, language), year })}</p>
          <p>{words.missing.do}</p>
          {edit !== null && (
            <p class="actions">
              <a class="button" href={calendarHref(id, year, '/publish')}>
                {words.publish({ year })}
              </a>
            </p>
          )}
        </section>
      )}
      {isPublished && (
        <>
          {row?.source === lawOfHolidays && <p class="notice">{words.banks.derived}</p>}
          <Months {...{ year, words, language, today, hrefOf }} dayOf={(day) => calendar.day(day)} />
          <Legend words={words} isBanks={id !== calendarId} />
          <DayChanges rows={rows} words={words} language={language} />
          {edit !== null && (
            <DayEditForm words={words} isBanks={id !== calendarId} action={calendarHref(id, year)} {...edit} />
          )}
          <Announced rows={rows} yearSource={row?.source ?? ''} words={words} language={language} />
          <Source row={row} words={words} language={language} />
        </>
      )}
    </StaffPage>
  )
}

/** The published years, this one and the next: what is missing can be reached as well. */
function Years(props: { id: string; years: readonly number[]; shown: number; today: string; words: CalendarMessages }) {
  const { id, years, shown, today, words } = props
  const thisYear = Number(today.slice(0, 4))
  const all = [...new Set([...years, thisYear, thisYear + 1])].sort((a, b) => a - b)
  return (
    <nav class="actions no-print" aria-label={words.years}>
      {all.map((year) => (
        <a
          class={year === shown ? 'button small' : 'button quiet small'}
          href={calendarHref(id, year)}
          aria-current={year === shown ? 'page' : undefined}
        >
          {year} {!years.includes(year) && <span class="badge bad">{words.unpublished}</span>}
        </a>
      ))}
    </nav>
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
