/** The form in which a year of the calendar is typed, and the year as it was proposed. */
import type { Context } from 'hono'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { LinesField, TextField } from '../../staff/frame/field.tsx'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { calendarHref } from './address.ts'
import { calendarId } from './calendar.ts'
import { calendarWords } from './calendar-words.ts'
import { editedDays, type YearEdit } from './edit.ts'
import { Legend, Months } from './months.tsx'

export const yearFields = ['closed', 'working', 'slow', 'source'] as const
export type YearField = (typeof yearFields)[number]

export interface YearPageProps {
  c: Context<AppEnv>
  /** Of which calendar. */
  calendar: string
  year: number
  fill: Record<YearField, string>
  errors: Partial<Record<YearField, string>>
}

/** The form that proposes to publish a whole year. */
export function YearPage({ c, calendar, year, fill, errors }: YearPageProps) {
  const { year: words, faults } = calendarWords(calendar, languageOf(c))
  const isFaulty = Object.values(errors).some((error) => error !== undefined)
  const field = (name: YearField) => ({ name, value: fill[name], error: errors[name] })
  return (
    <StaffPage c={c} title={words.title({ year })}>
      <p>{words.about}</p>
      {isFaulty && (
        <p class="notice bad" role="alert">
          {faults.faulty}
        </p>
      )}
      <form method="post" action={calendarHref(calendar, year, '/publish')} class={isFaulty ? 'q bad' : 'q'}>
        <LinesField {...field('closed')} label={words.closed} hint={words.listHint} rows={8} />
        <LinesField {...field('working')} label={words.working} hint={words.listHint} rows={5} />
        {calendar === calendarId && <LinesField {...field('slow')} label={words.slow} hint={words.slowHint} rows={2} />}
        <TextField {...field('source')} label={words.source} hint={words.sourceHint} />
        <p class="actions">
          <button class="button" type="submit">
            {words.button}
          </button>
        </p>
      </form>
    </StaffPage>
  )
}

/** A year as it was proposed, for whoever decides. */
export function ProposedYearPage({ c, edit, today }: { c: Context<AppEnv>; edit: YearEdit; today: string }) {
  const language = languageOf(c)
  const words = calendarWords(edit.calendar, language)
  const days = new Map(editedDays(edit).map((day) => [day.day, day]))
  return (
    <StaffPage c={c} title={words.year.proposed({ year: edit.year })}>
      <Months {...{ year: edit.year, words, language, today }} dayOf={(day) => days.get(day)} hrefOf={() => null} />
      <Legend words={words} isBanks={edit.calendar !== calendarId} />
      <p class="actions no-print">
        <a class="button quiet" href="/finance/proposals">
          {words.back}
        </a>
      </p>
    </StaffPage>
  )
}
