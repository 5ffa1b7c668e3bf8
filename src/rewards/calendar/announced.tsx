import type { CalendarMessages } from '../../../messages/generated/calendar.ts'
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
export function Announced({
  rows,
  yearSource,
  words,
}: {
  rows: readonly DayRow[]
  yearSource: string
  words: CalendarMessages
}) {
  const newest = [...new Map(rows.map((row) => [row.day, row])).values()]
  const days = newest.filter(({ day, kind }) => kind === 'closed' || (kind === 'working' && weekdayOf(day) > 4))
  if (days.length === 0) return null
  return (
    <section>
      <h2>{words.days.title}</h2>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words.days.day}</th>
            <th scope="col">{words.days.kind}</th>
            <th scope="col">{words.days.source}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, kind, slow, source }) => (
            <tr>
              <th scope="row">{day}</th>
              <td>{kindText(words, kind, slow === 1)}</td>
              <td>
                <span lang="">{ofYear.has(source) ? yearSource : source}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The days that were changed after their year was published, each change with its reason. */
export function DayChanges({ rows, words }: { rows: readonly DayRow[]; words: CalendarMessages }) {
  const changes = rows.filter(({ n }) => n > 1)
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
