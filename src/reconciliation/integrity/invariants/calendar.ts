/** Nothing is sent on a closed day: by the rows an attempt names, and by what was published at the time. */

import type { Query } from '../../../platform/db/together.ts'
import { dayOf } from '../../../platform/time/zone.ts'
import { atMost, type Invariant } from '../invariant.ts'

export interface PublishedDay {
  calendarId: string
  zone: string
  day: string
  n: number
  open: number
  /** When two people published it; empty for what was shipped. */
  since: string
}

/** Attempts, or calls that send, of one minute. */
export interface Minute {
  /** One of them. */
  id: string
  calendarId: string
  /** `2026-02-14T08:00`, UTC. */
  minute: string
  /** The days that the attempts name; null for a call. */
  day: string | null
  settlesDay: string | null
}

const published = (which: string) => `
select calendar_id as "calendarId", calendars.zone as "zone", day as "day", n as "n", open as "open",
  coalesce(decisions.at, '') as "since"
from calendar_days join calendars on calendars.id = calendar_days.calendar_id
left join decisions on decisions.proposal_id = calendar_days.proposal_id
${which}
order by calendar_id, day, n`

/** All days of all calendars, each as often as it was published. */
export const publishedDays: Query<PublishedDay> = { values: [], sql: published('') }

/** All that may be asked of the calendars about these minutes: the days that they name, and theirs in any zone. */
function publishedAround(minutes: readonly Minute[]): Query<PublishedDay> {
  const theirs = minutes.map(({ minute }) => minute.slice(0, 10)).sort()
  const beside = (day = '', by = 0) => new Date(Date.parse(day) + by * 24 * 60 * 60_000).toISOString().slice(0, 10)
  const named = minutes.flatMap(({ settlesDay }) => settlesDay ?? [])
  const last = [beside(theirs.at(-1), 1), ...named].sort().at(-1) ?? ''
  return { values: [beside(theirs[0], -1), last], sql: published('where day between ? and ?') }
}

const storedMinutes: Query<Minute> = {
  values: [],
  sql: `select min(id) as "id", calendar_id as "calendarId", substr(made_at, 1, 16) as "minute", day as "day",
  settles_day as "settlesDay"
from attempts group by calendar_id, substr(made_at, 1, 16), day, settles_day`,
}

const sentMinutes: Query<Minute> = {
  values: [],
  sql: `select min(attempts.id) as "id", attempts.calendar_id as "calendarId", substr(attempt_calls.at, 1, 16) as "minute",
  null as "day", null as "settlesDay"
from attempt_calls join attempts on attempts.id = attempt_calls.attempt_id
where what = 'send' group by attempts.calendar_id, substr(attempt_calls.at, 1, 16)`,
}

const ownRows: Query<{ id: string }> = {
  values: [],
  sql: `select attempts.id as "id" from attempts
left join calendar_days first_day on first_day.calendar_id = attempts.calendar_id
  and first_day.day = attempts.day and first_day.n = attempts.day_n
left join calendar_days last_day on last_day.calendar_id = attempts.calendar_id
  and last_day.day = attempts.settles_day and last_day.n = attempts.settles_day_n
where is_open_day <> 1 or settles_day < attempts.day or coalesce(first_day.open, 0) <> 1 or coalesce(last_day.open, 0) <> 1
limit 21`,
}

/** A calendar may be remembered for a few seconds, so what was published within this time before is not held against it. */
const graceMs = 60_000

export const onOpenDays: Invariant = {
  name: 'on_open_days',
  promise:
    'No attempt is stored on a closed day, or so late before one that it may settle in it, and nothing is sent on one: by its own rows and by the calendar of the time.',
  async check({ db }) {
    const named = (await db.read(ownRows)).map(({ id }) => `${id} names a day that is not open`)
    const stored = await db.read(storedMinutes)
    const sent = await db.read(sentMinutes)
    const minutes = [...stored, ...sent]
    const seen = minutes.length === 0 ? [] : closedDays(await db.read(publishedAround(minutes)), minutes)
    return {
      figures: { minutes_with_attempts: stored.length, minutes_with_sendings: sent.length },
      breaches: atMost([...named, ...seen]),
    }
  },
}

/** What was stored or sent on days that were closed, or not known, by what had been published then. */
export function closedDays(published: readonly PublishedDay[], minutes: readonly Minute[]): string[] {
  const validateAnswer = judgeDays(published)
  return minutes.flatMap((minute) => validateAnswer(minute) ?? [])
}

/** Says of one minute what is wrong with it, or null. */
export function judgeDays(published: readonly PublishedDay[]): (minute: Minute) => string | null {
  const zones = new Map(published.map(({ calendarId, zone }) => [calendarId, zone]))
  const rows = new Map<string, PublishedDay[]>()
  for (const row of published) {
    const key = `${row.calendarId} ${row.day}`
    rows.set(key, [...(rows.get(key) ?? []), row])
  }
  return ({ id, calendarId, minute, day, settlesDay }) => {
    const at = `${minute}:00.000Z`
    const zone = zones.get(calendarId)
    if (zone === undefined) return `${id} goes by a calendar that has no days of that time`
    const today = dayOf(zone, at)
    if (day !== null && day !== today) return `${id} says it was stored on ${day}, and it was ${today}`
    const by = new Date(Date.parse(at) - graceMs).toISOString()
    const isOpen = (which: string) =>
      (rows.get(`${calendarId} ${which}`) ?? []).filter(({ since }) => since <= by).at(-1)?.open === 1
    const closed = [today, settlesDay ?? today].find((which) => !isOpen(which))
    if (closed === undefined) return null
    return `${id} was ${day === null ? 'sent' : 'stored'} at ${minute} although ${closed} is not open`
  }
}
