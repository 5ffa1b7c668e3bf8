/** `/finance/exceptions`: what statements and books disagree about, and what staff do about it. */

import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { exceptionsMessages } from '../../../messages/generated/exceptions.ts'
import { first } from '../../platform/db/together.ts'
import { field, readPosted } from '../../platform/http/form.ts'
import type { Notice } from '../../platform/http/notice-line.tsx'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import { dayOf } from '../../platform/time/zone.ts'
import type { AppEnv, Ports } from '../../ports.ts'
import { slugs } from '../../rewards/batches/show-batch.tsx'
import { calendarId, workingDaysBetween } from '../../rewards/calendar/calendar.ts'
import { loadCalendar } from '../../rewards/calendar/store.ts'
import { everyStaff } from '../../staff/accounts/store.ts'
import { may } from '../../staff/permissions/may.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { kinds } from '../formats/statement.ts'
import { candidatesOf } from '../matching/candidates.ts'
import { addNote, closeAlone, isStopping, proposeClosing, proposeLift, proposeMatch, takeOn } from './actions.ts'
import { actions, type Detail, needsTwo } from './exception.ts'
import { ExceptionPage } from './exception-page.tsx'
import { type Aged, ExceptionsPage } from './exceptions-page.tsx'
import { type Exception, exceptionById, openByClass, openExceptions, stepsOf } from './store.ts'
import { studyOfException } from './study-of-exception.ts'

const onAPage = 50

const listSchema = z.object({ after: z.string().max(100).optional() })

export const exceptionRoutes = new Hono<AppEnv>()
  .get('/finance/exceptions', needs('exceptions.view'), addressed('query', listSchema), async (c) => {
    const { ports } = c.var
    const { after } = c.req.valid('query')
    const staff = staffOf(c)
    const [afterAt = '', afterId = ''] = (after ?? '').split('|')
    const found = await ports.db.read(openExceptions({ afterAt, afterId, limit: onAPage + 1 }))
    const listed = found.slice(0, onAPage)
    const last = listed.at(-1)
    return c.html(
      <ExceptionsPage
        c={c}
        exceptions={
          await aged(
            ports,
            listed.filter(({ studyId }) => may(staff, 'exceptions.view', studyId)),
          )
        }
        byClass={after === undefined ? await ports.db.read(openByClass) : []}
        next={found.length > onAPage && last !== undefined ? `${last.openedAt}|${last.id}` : null}
        isFirst={after === undefined}
      />,
    )
  })
  .get('/finance/exceptions/:id', needs('exceptions.view', studyOfException), async (c) => {
    const { ports } = c.var
    const found = await first(ports.db, exceptionById({ id: c.req.param('id') }))
    if (found === undefined) return refuse(c, 'not_found')
    const [exception] = await aged(ports, [found])
    if (exception === undefined) return refuse(c, 'not_found')
    const staff = staffOf(c)
    const detail = JSON.parse(found.detail) as Detail
    return c.html(
      <ExceptionPage
        c={c}
        exception={exception}
        detail={detail}
        steps={await ports.db.read(stepsOf({ id: found.id }))}
        names={new Map((await ports.db.read(everyStaff({}))).map(({ id, name }) => [id, name]))}
        candidates={await candidatesOf(ports, exception, detail)}
        mayWork={may(staff, 'exceptions.work', found.studyId)}
        isMine={found.owner === staff.id}
        notice={noticeOf(c)}
      />,
    )
  })
  .post('/finance/exceptions/:id/owner', needs('exceptions.work', studyOfException), async (c) => {
    const done = await takeOn(c.var.ports, staffOf(c), c.req.param('id'))
    return back(c, 'refused' in done ? `no.${done.refused}` : 'taken_on')
  })
  .post('/finance/exceptions/:id/notes', needs('exceptions.work', studyOfException), async (c) => {
    const note = field(await readPosted(c), 'note') ?? ''
    const done = await addNote(c.var.ports, staffOf(c), c.req.param('id'), note)
    return back(c, 'refused' in done ? `no.${done.refused}` : 'note')
  })
  .post('/finance/exceptions/:id/stop', needs('exceptions.work', studyOfException), async (c) => {
    const note = field(await readPosted(c), 'lift-note') ?? ''
    const done = await proposeLift(c.var.ports, staffOf(c), c.req.param('id'), note)
    return back(c, 'refused' in done ? `no.${done.refused}` : 'proposed')
  })
  .post('/finance/exceptions/:id/match', needs('exceptions.work', studyOfException), async (c) => {
    const posted = await readPosted(c)
    const payload = { attempt: field(posted, 'attempt') ?? '' }
    const note = field(posted, 'match-note') ?? ''
    const done = await proposeMatch(c.var.ports, staffOf(c), c.req.param('id'), payload, note)
    return back(c, 'refused' in done ? `no.${done.refused}` : 'proposed')
  })
  .post('/finance/exceptions/:id/closing', needs('exceptions.work', studyOfException), async (c) => {
    const { ports } = c.var
    const id = c.req.param('id')
    const posted = await readPosted(c)
    const note = field(posted, 'closing-note') ?? ''
    const exception = await first(ports.db, exceptionById({ id }))
    if (exception === undefined) return refuse(c, 'not_found')
    if (!needsTwo(exception.class)) {
      const done = await closeAlone(ports, staffOf(c), id, note)
      return back(c, 'refused' in done ? `no.${done.refused}` : 'closed')
    }
    const action = z.enum(actions).safeParse(field(posted, 'action')).data
    if (action === undefined) return back(c, 'no.not_this')
    const kind = z.enum(kinds).safeParse(field(posted, 'kind')).data
    const payload = { action, ...(kind === undefined ? {} : { kind }) }
    const done = await proposeClosing(ports, staffOf(c), id, payload, note)
    return back(c, 'refused' in done ? `no.${done.refused}` : 'proposed')
  })

/** Ages in working days, by the calendar as it stands. */
async function aged(ports: Ports, exceptions: readonly Exception[]): Promise<Aged[]> {
  const now = ports.clock.now()
  const calendar = await loadCalendar(ports.db, calendarId, now)
  const studies = await slugs(ports)
  const today = dayOf(calendar.zone, now)
  return Promise.all(
    exceptions.map(async (one) => ({
      ...one,
      age: workingDaysBetween(calendar, one.day ?? dayOf(calendar.zone, one.openedAt), today),
      study: one.studyId === null ? null : (studies.get(one.studyId) ?? null),
      isStopping: await isStopping(ports, one),
    })),
  )
}

function back(c: Context<AppEnv>, said: string): Response {
  return c.redirect(`/finance/exceptions/${c.req.param('id')}?said=${said}`, 303)
}

function noticeOf(c: Context<AppEnv>): Notice | null {
  const words = exceptionsMessages(languageOf(c))
  const said = c.req.query('said') ?? ''
  if (Object.hasOwn(words.said, said)) return { tone: 'good', text: words.said[said as keyof typeof words.said] }
  const code = said.startsWith('no.') ? said.slice(3) : ''
  if (!Object.hasOwn(words.refusals, code)) return null
  return { tone: 'bad', text: words.refusals[code as keyof typeof words.refusals] }
}
