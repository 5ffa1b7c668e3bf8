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
import { calendarId, dayOf } from './calendar.ts'
import { readEdit, yearsAhead } from './edit.ts'
import type { EditState } from './edit-form.tsx'
import { calendarGaps } from './gaps.ts'
import { CalendarPage } from './page.tsx'
import { readDayForm, readYearForm, yearErrors } from './read-form.ts'
import { changesOfYear, loadCalendar, yearsOfCalendar } from './store.ts'
import { ProposedYearPage, YearPage } from './year-page.tsx'

const yearSchema = z.object({ year: z.coerce.number().int().min(2000).max(2100) })
const emptyYear = { closed: '', working: '', slow: '', source: '' }

/** Where a proposal that was just made is shown. */
const waiting = '/finance/proposals?said=proposed'

export const calendarRoutes = new Hono<AppEnv>()
  .get('/finance/calendar', needs('calendar.view'), (c) => showYear(c, null, null))
  .get('/finance/calendar/:year', needs('calendar.view'), addressed('param', yearSchema), (c) =>
    showYear(c, c.req.valid('param').year, null),
  )
  .post('/finance/calendar/:year', needs('calendar.edit'), addressed('param', yearSchema), async (c) => {
    const { faults } = calendarMessages(languageOf(c))
    const { fill, errors, wanted } = readDayForm(await readPosted(c), faults)
    if (wanted === null) return showYear(c, c.req.valid('param').year, { fill, errors })
    const made = await proposeDay(c.var.ports, staffOf(c), { calendar: calendarId, ...wanted }, fill.reason)
    if ('proposed' in made) return c.redirect(waiting, 303)
    return showYear(c, c.req.valid('param').year, { fill, errors: { day: faults[made.refused] } })
  })
  .get('/finance/calendar/:year/publish', needs('calendar.edit'), addressed('param', yearSchema), (c) =>
    c.html(<YearPage c={c} year={c.req.valid('param').year} fill={emptyYear} errors={{}} />),
  )
  .post('/finance/calendar/:year/publish', needs('calendar.edit'), addressed('param', yearSchema), async (c) => {
    const { year } = c.req.valid('param')
    const { faults } = calendarMessages(languageOf(c))
    const { fill, errors, edit } = readYearForm(await readPosted(c), year, faults)
    if (edit === null) return c.html(<YearPage c={c} {...{ year, fill, errors }} />, 422)
    const made = await proposeYear(c.var.ports, staffOf(c), { calendar: calendarId, ...edit }, fill.source)
    if ('proposed' in made) return c.redirect(waiting, 303)
    return c.html(<YearPage c={c} {...{ year, fill }} errors={yearErrors(made.refused, faults)} />, 422)
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
async function showYear(c: Context<AppEnv>, asked: number | null, posted: EditState | null) {
  const { db, clock } = c.var.ports
  const now = clock.now()
  const calendar = await loadCalendar(db, calendarId, now)
  const thisYear = Number(dayOf(calendar.zone, now).slice(0, 4))
  const year = asked ?? thisYear
  const canBePublished = year >= thisYear && year <= thisYear + yearsAhead
  if (!calendar.years.includes(year) && !canBePublished) return refuse(c, 'not_found')
  const years = await db.read(yearsOfCalendar({ id: calendarId }))
  const changes = await db.read(changesOfYear({ id: calendarId, year }))
  const picked = c.req.query('day') ?? ''
  const known = calendar.day(picked)
  const fill = { day: known ? picked : '', kind: known?.kind ?? 'closed', slow: known?.slow ? '1' : '0', reason: '' }
  const edit = may(staffOf(c), 'calendar.edit') ? (posted ?? { fill, errors: {} }) : null
  const gaps = calendarGaps(calendar, now)
  return c.html(<CalendarPage c={c} {...{ calendar, now, year, years, changes, gaps, edit }} />, posted ? 422 : 200)
}
