import type { CalendarMessages } from '../../../messages/generated/calendar.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { DayKind } from '../../../schema/tables.ts'
import { formatDate, monthName } from '../../platform/i18n/format.ts'
import { daysOfYear, weekdayOf } from '../../platform/time/zone.ts'
import { kindText } from './kind-text.ts'

export interface ShownDay {
  day: string
  kind: DayKind
  slow: boolean
}

export interface MonthsProps {
  year: number
  language: Language
  words: CalendarMessages
  /** Undefined for a day that is not known. */
  dayOf: (day: string) => ShownDay | undefined
  /** Framed, when it is in this year. */
  today: string
  /** Where pressing a day leads, or null for nowhere. */
  hrefOf: (day: string) => string | null
}

type Sign = 'plain' | 'closed' | 'rest' | 'extra'

/** What a day is marked as; a working day at a weekend stands out, an ordinary one does not. */
function signOf({ day, kind }: ShownDay): Sign {
  if (kind !== 'working') return kind
  return weekdayOf(day) < 5 ? 'plain' : 'extra'
}

/** A year as twelve months, each day with its sign as colour and letter. */
export function Months(props: MonthsProps) {
  const days = daysOfYear(props.year)
  return (
    <div class="months">
      {Array.from({ length: 12 }, (_, i) => (
        <Month
          {...props}
          month={monthName(i + 1, props.language)}
          days={days.filter((day) => Number(day.slice(5, 7)) === i + 1)}
        />
      ))}
    </div>
  )
}

function Month({ month, days, ...props }: MonthsProps & { month: string; days: string[] }) {
  const { words } = props
  return (
    <table>
      <caption>{month}</caption>
      <thead>
        <tr>
          {Object.values(words.weekdays).map((weekday) => (
            <th scope="col">{weekday}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week) => (
          <tr>{week.map((day) => (day === null ? <td /> : <DayCell {...props} day={day} />))}</tr>
        ))}
      </tbody>
    </table>
  )
}

/** Weeks from Monday to Sunday; null where a week reaches into another month. */
function weeksOf(days: readonly string[]): (string | null)[][] {
  const before = Array.from({ length: weekdayOf(days[0] ?? '') }, () => null)
  const cells = [...before, ...days]
  const weeks = Math.ceil(cells.length / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => cells[week * 7 + weekday] ?? null),
  )
}

function DayCell({ words, day, ...props }: MonthsProps & { day: string }) {
  const known = props.dayOf(day)
  const date = Number(day.slice(8))
  if (known === undefined) return <td>{date}</td>
  const sign = signOf(known)
  const letters = [sign === 'plain' ? '' : words.letters[sign], known.slow ? words.letters.slow : '']
  const href = props.hrefOf(day)
  const named = `${formatDate(day, props.language)}, ${kindText(words, known.kind, known.slow)}`
  return (
    <td
      class={known.slow ? `day-${sign} day-slow` : `day-${sign}`}
      aria-current={day === props.today ? 'date' : undefined}
    >
      {href === null ? (
        <span>{date}</span>
      ) : (
        <a href={href} aria-label={named}>
          {date}
        </a>
      )}
      <small>{letters.join('')}</small>
    </td>
  )
}

/** What the colours and letters mean; banks have no slow days. */
export function Legend({ words, isBanks }: { words: CalendarMessages; isBanks: boolean }) {
  const { legend, letters } = words
  return (
    <section>
      <h2>{legend.title}</h2>
      <ul class="legend">
        {(['closed', 'rest', 'extra', ...(isBanks ? [] : ['slow' as const])] as const).map((sign) => (
          <li>
            <span class={`sign day-${sign}`}>{letters[sign]}</span> {legend[sign]}
          </li>
        ))}
        <li>{legend.plain}</li>
        <li>{legend.today}</li>
      </ul>
    </section>
  )
}
