/** `/finance/exceptions/selection`: several exceptions of one class, looked at on one page and closed in the same way. */
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { exceptionsMessages } from '../../../../messages/generated/exceptions.ts'
import type { ExceptionClass } from '../../../../schema/tables.ts'
import { field, type Posted, readPosted } from '../../../platform/http/form.ts'
import type { Notice } from '../../../platform/http/notice-line.tsx'
import { refuse } from '../../../platform/http/refuse.tsx'
import { addressed } from '../../../platform/http/valid.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { needs, staffOf } from '../../../staff/permissions/needs.ts'
import { closings, exceptionClasses } from '../closings.ts'
import { type Action, actions, needsTwo } from '../exception.ts'
import { closingDetails } from '../shown/closing.ts'
import { type ChosenException, chosenOf, closeTogether } from './close-together.ts'
import { refusalLines } from './exception-line.ts'
import { CloseTogetherPage } from './together-page.tsx'

const classSchema = z.enum(exceptionClasses)
const querySchema = z.object({ class: classSchema, action: z.enum(actions).optional().catch(undefined) })

export const closeTogetherRoutes = new Hono<AppEnv>()
  .get('/finance/exceptions/selection', needs('exceptions.work'), addressed('query', querySchema), async (c) => {
    const { class: name, action: asked } = c.req.valid('query')
    const action = asked ?? closings[name][0]
    const ids = c.req.queries('exception') ?? []
    return show(c, name, action, await chosenOf(c.var.ports, staffOf(c), ids, name, action), '', null)
  })
  // With another action and the note as it stands: it is posted, so that the note is in no address.
  .post('/finance/exceptions/selection/look', needs('exceptions.work'), async (c) => {
    const asked = askedIn(await readPosted(c))
    if (asked === null) return refuse(c, 'conflict')
    const { name, action, note, ids } = asked
    return show(c, name, action, await chosenOf(c.var.ports, staffOf(c), ids, name, action), note, null)
  })
  .post('/finance/exceptions/selection', needs('exceptions.work'), async (c) => {
    const { ports } = c.var
    const staff = staffOf(c)
    const asked = askedIn(await readPosted(c))
    if (asked === null) return refuse(c, 'conflict')
    const { name, action, note, ids } = asked
    const chosen = await chosenOf(ports, staff, ids, name, action)
    // Whoever changes the action sees first what it does.
    if (action !== asked.shown) return show(c, name, action, chosen, note, null)
    const words = exceptionsMessages(languageOf(c))
    const came = await closeTogether(ports, staff, chosen, action, note)
    if ('refused' in came) return show(c, name, action, chosen, note, { tone: 'bad', text: words.refusals.note })
    const { count, not } = came
    const result = needsTwo(name) ? 'proposed' : 'closed'
    if (not.length === 0) return c.redirect(`/finance/exceptions?class=${name}&${result}=${count}`, 303)
    // The rest stays on this page with the note, to be closed in another way or looked at one by one.
    const lines = refusalLines(not, languageOf(c))
    const rest = await chosenOf(
      ports,
      staff,
      not.map(({ exception }) => exception.id),
      name,
      action,
    )
    const text = words.together.rest({ done: words.together[result]({ count }) })
    return show(c, name, action, rest, note, { tone: 'bad', text, lines })
  })

function askedIn(posted: Posted) {
  const name = classSchema.safeParse(field(posted, 'class')).data
  const action = z.enum(actions).safeParse(field(posted, 'action')).data
  if (name === undefined || action === undefined) return null
  const note = field(posted, 'note') ?? ''
  return { name, action, note, shown: field(posted, 'shown'), ids: posted.exception ?? [] }
}

async function show(
  c: Context<AppEnv>,
  name: ExceptionClass,
  action: Action,
  chosen: readonly ChosenException[],
  note: string,
  notice: Notice | null,
): Promise<Response> {
  const payload = JSON.stringify({ action })
  const possible = chosen
    .filter(({ refused }) => refused === null)
    .map(async (one) => {
      const proposal = { subject: one.exception.id, payload }
      return { chosen: one, details: await closingDetails(c.var.ports, proposal, languageOf(c)) }
    })
  const props = {
    ...{ c, name, action, note, notice },
    possible: await Promise.all(possible),
    impossible: chosen.filter(({ refused }) => refused !== null),
  }
  return c.html(<CloseTogetherPage {...props} />, notice === null ? 200 : 422)
}
