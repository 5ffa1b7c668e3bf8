/** `/finance/calendar`: which days are open, and proposing that they change. */

import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { calendarMessages } from '../../../messages/generated/calendar.ts'
import { first } from '../../platform/db/together.ts'
import { readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { proposalById } from '../../staff/approvals/store.ts'
import { may } from '../../staff/permissions/may.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { proposeDay, proposeYear } from './actions.ts'
import { calendarId, calendarIds, dayOf } from './calendar.ts'
import { readEdit, yearsAhead } from './edit.ts'
import type { EditState } from './edit-form.tsx'
import { calendarGaps } from './gaps.ts'
import { CalendarPage } from './page.tsx'
import { readDayForm, readYearForm, yearErrors } from './read-form.ts'
import { loadCalendar, rowsOfYear, yearsOfCalendar } from './store.ts'
import { ProposedYearPage, YearPage } from './year-page.tsx'

/** Which calendar; the one that money goes out by when none is named. */
const whichSchema = z.object({ calendar: z.enum(calendarIds).default(calendarId) })
const yearSchema = z.object({ year: z.coerce.number().int().min(2000).max(2100) })
const emptyYear = { closed: '', working: '', slow: '', source: '' }

/** Where a proposal that was just made is shown. */
const waiting = '/finance/proposals?said=proposed'

const which = addressed('query', whichSchema)

export const calendarRoutes = new Hono<AppEnv>()
  .get('/finance/calendar', needs('calendar.view'), which, (c) =>
    showYear(c, c.req.valid('query').calendar, null, null),
  )
  .get('/finance/calendar/:year', needs('calendar.view'), addressed('param', yearSchema), which, (c) =>
    showYear(c, c.req.valid('query').calendar, c.req.valid('param').year, null),
  )
  .post('/finance/calendar/:year', needs('calendar.edit'), addressed('param', yearSchema), which, async (c) => {
    const { year } = c.req.valid('param')
    const { calendar } = c.req.valid('query')
    const { faults } = calendarMessages(languageOf(c))
    const { fill, errors, wanted } = readDayForm(await readPosted(c), faults)
    if (wanted === null) return showYear(c, calendar, year, { fill, errors })
    const made = await proposeDay(c.var.ports, staffOf(c), { calendar, ...wanted }, fill.reason)
    if ('proposed' in made) return c.redirect(waiting, 303)
    return showYear(c, calendar, year, { fill, errors: { day: faults[made.refused] } })
  })
  .get('/finance/calendar/:year/publish', needs('calendar.edit'), addressed('param', yearSchema), which, (c) => {
    const { year } = c.req.valid('param')
    return c.html(
      <YearPage c={c} calendar={c.req.valid('query').calendar} {...{ year }} fill={emptyYear} errors={{}} />,
    )
  })
  .post('/finance/calendar/:year/publish', needs('calendar.edit'), addressed('param', yearSchema), which, async (c) => {
    const { year } = c.req.valid('param')
    const { calendar } = c.req.valid('query')
    const { faults } = calendarMessages(languageOf(c))
    const { fill, errors, edit } = readYearForm(await readPosted(c), year, faults)
    if (edit === null) return c.html(<YearPage c={c} {...{ calendar, year, fill, errors }} />, 422)
    const made = await proposeYear(c.var.ports, staffOf(c), { calendar, ...edit }, fill.source)
    if ('proposed' in made) return c.redirect(waiting, 303)
    return c.html(<YearPage c={c} {...{ calendar, year, fill }} errors={yearErrors(made.refused, faults)} />, 422)
  })
  .get('/finance/proposals/:id/calendar', needs('approvals.view'), async (c) => {
    const { db, clock } = c.var.ports
    const proposal = await first(db, proposalById({ id: c.req.param('id') }))
    const edit = proposal?.kind === 'calendar' ? readEdit(proposal.payload) : null
    if (edit === null || 'day' in edit) return refuse(c, 'not_found')
    const { zone } = await loadCalendar(db, edit.year.calendar, clock.now())
    return c.html(<ProposedYearPage c={c} edit={edit.year} today={dayOf(zone, clock.now())} />)
  })

/** The page of a year; of this one when none is named. With `posted`, what was wrong with the form. */
async function showYear(c: Context<AppEnv>, id: string, asked: number | null, posted: EditState | null) {
  const { db, clock } = c.var.ports
  const now = clock.now()
  const calendar = await loadCalendar(db, id, now)
  const thisYear = Number(dayOf(calendar.zone, now).slice(0, 4))
  const year = asked ?? thisYear
  const canBePublished = year >= thisYear && year <= thisYear + yearsAhead
  if (!calendar.years.includes(year) && !canBePublished) return refuse(c, 'not_found')
  const years = await db.read(yearsOfCalendar({ id }))
  const rows = await db.read(rowsOfYear({ id, year }))
  const picked = c.req.query('day') ?? ''
  const known = calendar.day(picked)
  const fill = { day: known ? picked : '', kind: known?.kind ?? 'closed', slow: known?.slow ? '1' : '0', reason: '' }
  const edit = may(staffOf(c), 'calendar.edit') ? (posted ?? { fill, errors: {} }) : null
  const gaps = calendarGaps(calendar, now)
  return c.html(<CalendarPage c={c} {...{ calendar, now, year, years, rows, gaps, edit }} />, posted ? 422 : 200)
}
