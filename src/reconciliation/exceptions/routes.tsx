/** `/finance/exceptions`: what statements and books disagree about, and what staff do about it. */

import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { type ExceptionsMessages, exceptionsMessages } from '../../../messages/generated/exceptions.ts'
import { first } from '../../platform/db/together.ts'
import { field, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import { byAmount } from '../../platform/lists/in-groups.ts'
import type { ReadPage } from '../../platform/lists/page-by-key.ts'
import type { AppEnv } from '../../ports.ts'
import { around } from '../../staff/frame/address.ts'
import { pageByTime } from '../../staff/frame/sorting.ts'
import { may } from '../../staff/permissions/may.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { scopeOf } from '../../staff/permissions/scope.ts'
import { movementKinds } from '../formats/statement.ts'
import { readCoverage } from '../statements/coverage.ts'
import { addNote, closeAlone, proposeClosing, proposeLift, proposeMatch, takeOn } from './actions.ts'
import { aged } from './aged.ts'
import { exceptionClasses } from './closings.ts'
import { actions, needsTwo } from './exception.ts'
import type { RefusedForm } from './exception-forms.tsx'
import { ExceptionsPage } from './exceptions-page.tsx'
import { type ExceptionRefusal, showException } from './show-exception.tsx'
import {
  currenciesOfOpen,
  type Exception,
  exceptionById,
  openByClass,
  openExceptions,
  openExceptionsAhead,
  openExceptionsByAmount,
} from './store.ts'
import { studyOfException } from './study-of-exception.ts'
import { mostClosedTogether, workableOf } from './together/close-together.ts'
import { closeTogetherRoutes } from './together/together-routes.tsx'

const listSchema = z.object({
  before: z.string().max(150).optional(),
  after: z.string().max(150).optional(),
  class: z.enum(exceptionClasses).optional().catch(undefined),
  select: z.literal('all').optional().catch(undefined),
  /** How many were closed together, or proposed to be. */
  closed: z.coerce.number().int().min(0).max(100).optional().catch(undefined),
  proposed: z.coerce.number().int().min(0).max(100).optional().catch(undefined),
})

/** Where an exception stands in the list. */
const keyOf = ({ openedAt, id }: Exception) => `${openedAt}|${id}`

export const exceptionRoutes = new Hono<AppEnv>()
  .get('/finance/exceptions', needs('exceptions.view'), addressed('query', listSchema), async (c) => {
    const { ports } = c.var
    const { before, after, class: onlyClass, select, closed, proposed } = c.req.valid('query')
    const staff = staffOf(c)
    const scope = await scopeOf(ports.db, staff, 'exceptions.view')
    const inTime =
      (ofClass: string): ReadPage<Exception> =>
      (way, from, limit) => {
        const [fromAt = way === 'behind' ? '' : '9', fromId = ''] = from?.split('|') ?? []
        const read = way === 'behind' ? openExceptions : openExceptionsAhead
        return ports.db.read(read({ ofClass, fromAt, fromId, limit }, scope))
      }
    const page = await pageByTime<Exception>(c, { before, after }, mostClosedTogether, {
      usual: 'oldest',
      keyOf,
      read: inTime(onlyClass ?? ''),
      by: {
        class: {
          groups: onlyClass === undefined ? exceptionClasses : [onlyClass],
          groupOf: (one) => one.class,
          keyOf,
          read: (ofClass, ...asks) => inTime(ofClass)(...asks),
        },
        amount: byAmount<Exception>(
          (await ports.db.read(currenciesOfOpen({}))).map(({ currency }) => currency),
          ({ currency, amountMinor, id }) => ({ currency, minor: amountMinor, id }),
          (currency, way, from, limit) =>
            ports.db.read(openExceptionsByAmount[way]({ ofClass: onlyClass ?? '', currency, ...from, limit }, scope)),
        ),
      },
    })
    const exceptions = await aged(ports, page.rows)
    const isFirst = page.previous === null
    const { together } = exceptionsMessages(languageOf(c))
    const text =
      proposed === undefined ? closed && together.closed({ count: closed }) : together.proposed({ count: proposed })
    return c.html(
      <ExceptionsPage
        c={c}
        exceptions={exceptions}
        onlyClass={onlyClass ?? null}
        selectable={new Set(onlyClass === undefined ? [] : await workableOf(ports, staff, exceptions))}
        isAllSelected={select === 'all'}
        mayWork={may(staff, 'exceptions.work')}
        notice={text ? { tone: 'good', text } : null}
        byClass={isFirst ? await ports.db.read(openByClass(scope)) : []}
        pages={around(c, page)}
        isFirst={isFirst}
        coverage={await readCoverage(ports, scope)}
      />,
    )
  })
  .route('/', closeTogetherRoutes)
  .get('/finance/exceptions/:id', needs('exceptions.view', studyOfException), (c) =>
    showException(c, c.req.param('id')),
  )
  .post('/finance/exceptions/:id/owner', needs('exceptions.work', studyOfException), async (c) => {
    const done = await takeOn(c.var.ports, staffOf(c), c.req.param('id'))
    return answer(c, done, 'taken_on', null)
  })
  .post('/finance/exceptions/:id/notes', needs('exceptions.work', studyOfException), async (c) => {
    const note = field(await readPosted(c), 'note') ?? ''
    const done = await addNote(c.var.ports, staffOf(c), c.req.param('id'), note)
    return answer(c, done, 'note', { form: 'notes', note })
  })
  .post('/finance/exceptions/:id/stop', needs('exceptions.work', studyOfException), async (c) => {
    const note = field(await readPosted(c), 'lift-note') ?? ''
    const done = await proposeLift(c.var.ports, staffOf(c), c.req.param('id'), note)
    return answer(c, done, 'proposed', { form: 'stop', note })
  })
  .post('/finance/exceptions/:id/match', needs('exceptions.work', studyOfException), async (c) => {
    const posted = await readPosted(c)
    const attempt = field(posted, 'attempt') ?? ''
    const note = field(posted, 'match-note') ?? ''
    const done = await proposeMatch(c.var.ports, staffOf(c), c.req.param('id'), { attempt }, note)
    return answer(c, done, 'proposed', { form: 'match', note, attempt })
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
      return answer(c, done, 'closed', { form: 'closing', note })
    }
    const action = z.enum(actions).safeParse(field(posted, 'action')).data
    const kind = z.enum(movementKinds).safeParse(field(posted, 'kind')).data
    const typed = { form: 'closing' as const, note, action, kind }
    if (action === undefined) return showException(c, id, 'not_this', typed)
    const payload = { action, ...(kind === undefined ? {} : { kind }) }
    return answer(c, await proposeClosing(ports, staffOf(c), id, payload, note), 'proposed', typed)
  })

/** Back to the exception's page, which says what came of it; a refusal shows the form again as it was typed. */
function answer(
  c: Context<AppEnv>,
  done: object | { refused: ExceptionRefusal },
  result: keyof ExceptionsMessages['said'],
  typed: RefusedForm | null,
): Response | Promise<Response> {
  const id = c.req.param('id') ?? ''
  if ('refused' in done) return showException(c, id, done.refused, typed)
  return c.redirect(`/finance/exceptions/${id}?said=${result}`, 303)
}
