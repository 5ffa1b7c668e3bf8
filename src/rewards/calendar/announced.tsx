import type { CalendarMessages } from '../../../messages/generated/calendar.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import { weekdayOf } from '../../platform/time/zone.ts'
import { kindText } from './kind-text.ts'

/** A row of a day: what it was from then on, and where that is announced. */
export interface DayRow {
  day: string
  n: number
  kind: 'working' | 'rest' | 'closed'
  slow: number
  source: string
}

/** What stands as the source of a day that was published with its year: the source is the year's. */
const ofYear = new Set(['shipped', 'published'])

/** The days that are closed, or work at a weekend, each with where that is announced. `rows` in order, oldest first. */
export function Announced({ rows, yearSource, words, language }: DaysProps & { yearSource: string }) {
  const newest = [...new Map(rows.map((row) => [row.day, row])).values()]
  const days = newest
    .filter(({ day, kind }) => kind === 'closed' || (kind === 'working' && weekdayOf(day) > 4))
    .map((row) => (ofYear.has(row.source) ? { ...row, source: yearSource } : row))
  const { title, day, kind, source } = words.days
  return <DaysTable title={title} heads={[day, kind, source]} rows={days} words={words} language={language} />
}

/** The days that were changed after their year was published, each change with its reason. */
export function DayChanges({ rows, words, language }: DaysProps) {
  const { title, day, now, source } = words.changes
  const changes = rows.filter(({ n }) => n > 1)
  return <DaysTable title={title} heads={[day, now, source]} rows={changes} words={words} language={language} />
}

interface DaysProps {
  rows: readonly DayRow[]
  words: CalendarMessages
  language: Language
}

/** Days with what each is and why, under a title; nothing where there are none. */
function DaysTable({ title, heads, rows, words, language }: DaysProps & { title: string; heads: readonly string[] }) {
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <table class="table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ day, kind, slow, source }) => (
            <tr>
              <th scope="row">{formatDate(day, language)}</th>
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
