/** `/admin/sessions`: one's own sign-ins. */
import { Hono } from 'hono'
import * as z from 'zod'
import { type PeopleMessages, peopleMessages } from '../../../messages/generated/studies/people.ts'
import { keepCookie } from '../../platform/http/cookies.ts'
import { normalizeText } from '../../platform/http/form.ts'
import { addressed } from '../../platform/http/valid.ts'
import { formatDateTime } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { DataTable } from '../frame/data-table.tsx'
import { StaffPage } from '../frame/frame.tsx'
import { needs, sessionOf, staffOf } from '../permissions/needs.ts'
import { endOtherSessions, endOwnSession, sessionsOf } from './sessions.ts'

const saidSchema = z.object({ said: z.enum(['ended', 'others', 'none']).optional().catch(undefined) })

export const sessionRoutes = new Hono<AppEnv>()
  .get('/admin/sessions', needs('account.view'), addressed('query', saidSchema), async (c) => {
    const { db, clock, settings } = c.var.ports
    const language = languageOf(c)
    const words = peopleMessages(language).sessions
    const { said } = c.req.valid('query')
    const here = sessionOf(c)
    const sessions = await db.read(sessionsOf({ staffId: staffOf(c).id, now: clock.now() }))
    const time = (iso: string | null) => (iso === null ? words.unknown : formatDateTime(iso, language))
    const ways = { link: words.ways.link, oidc: settings.oidc?.name ?? 'OpenID Connect' }
    return c.html(
      <StaffPage c={c} title={words.title}>
        {said !== undefined && (
          <p class="notice good" role="status">
            {words.said[said]}
          </p>
        )}
        <p>{words.lead}</p>
        <DataTable
          language={language}
          label={words.title}
          rows={sessions}
          empty={words.only}
          columns={[
            {
              head: words.started,
              is: 'name',
              cell: ({ id, startedAt }) => <span id={`of-${id}`}>{time(startedAt)}</span>,
            },
            { head: words.way, cell: ({ way }) => (way === null ? words.unknown : ways[way]) },
            { head: words.until, cell: ({ expiresAt }) => time(expiresAt) },
            { head: words.end, cell: ({ id }) => <EndSession words={words} id={id} isHere={id === here} /> },
          ]}
        />
        {sessions.length > 1 ? (
          <form method="post" action="/admin/sessions/end">
            <p class="actions">
              <button class="button quiet" type="submit">
                {words.endOthers}
              </button>
            </p>
          </form>
        ) : (
          <p>{words.only}</p>
        )}
        <p class="small">{words.privacy}</p>
      </StaffPage>,
    )
  })
  .post('/admin/sessions/end', needs('account.view'), async (c) => {
    await endOtherSessions(c.var.ports, staffOf(c).id, sessionOf(c))
    return c.redirect('/admin/sessions?said=others', 303)
  })
  .post('/admin/sessions/:id/end', needs('account.view'), async (c) => {
    const id = normalizeText(c.req.param('id'))
    const isEnded = await endOwnSession(c.var.ports, staffOf(c).id, id)
    if (isEnded && id === sessionOf(c)) {
      keepCookie(c, 'staff', '', 0)
      return c.redirect('/signed-out', 303)
    }
    return c.redirect(`/admin/sessions?said=${isEnded ? 'ended' : 'none'}`, 303)
  })

function EndSession({ words, id, isHere }: { words: PeopleMessages['sessions']; id: string; isHere: boolean }) {
  if (isHere) return <span class="badge good">{words.here}</span>
  return (
    <form method="post" action={`/admin/sessions/${id}/end`}>
      <button class="button quiet small" type="submit" aria-describedby={`of-${id}`}>
        {words.end}
      </button>
    </form>
  )
}
