/** `/admin/studies/:slug/requests`: what respondents asked for in writing, and until when it is to be done. */
import { Hono } from 'hono'
import * as z from 'zod'
import { field, normalizeText, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { needs, type StudyOf, staffOf } from '../../staff/permissions/needs.ts'
import { findStudy } from '../../survey/studies/store.ts'
import { findStudyWithOffers } from '../study.ts'
import { RequestsPage } from './page.tsx'
import { doRequest, registerRequest, requestKinds, waitingRequests } from './requests.ts'

const studyOfSlug: StudyOf = async (c) => {
  const { db, clock } = c.var.ports
  return (await findStudy(db, normalizeText(c.req.param('slug') ?? ''), clock.now()))?.id
}

const saidSchema = z.object({
  said: z.enum(['registered', 'done', 'unknown_code', 'day', 'held']).optional().catch(undefined),
})
const mostShown = 200

export const requestRoutes = new Hono<AppEnv>()
  .get(
    '/admin/studies/:slug/requests',
    needs('reviews.decide', studyOfSlug),
    addressed('query', saidSchema),
    async (c) => {
      const { db, clock } = c.var.ports
      const study = await findStudy(db, c.req.param('slug'), clock.now())
      if (study === undefined) return refuse(c, 'not_found')
      const { said } = c.req.valid('query')
      return c.html(
        <RequestsPage
          c={c}
          study={{ slug: study.slug, title: study.questionnaire.title[languageOf(c)] }}
          said={said ?? null}
          today={clock.now().slice(0, 10)}
          waiting={await db.read(waitingRequests({ studyId: study.id, limit: mostShown }))}
        />,
      )
    },
  )
  .post('/admin/studies/:slug/requests', needs('reviews.decide', studyOfSlug), async (c) => {
    const { ports } = c.var
    const study = await findStudyWithOffers(ports.db, c.req.param('slug'), ports.clock.now())
    if (study === undefined) return refuse(c, 'not_found')
    const posted = await readPosted(c)
    const kind = requestKinds.find((one) => one === field(posted, 'kind')) ?? 'see'
    const done = await registerRequest(ports, staffOf(c), {
      study,
      code: field(posted, 'code') ?? '',
      kind,
      cameOn: field(posted, 'came') ?? '',
    })
    return c.redirect(
      `/admin/studies/${study.slug}/requests?said=${'refused' in done ? done.refused : 'registered'}`,
      303,
    )
  })
  .post('/admin/studies/:slug/requests/:id/done', needs('reviews.decide', studyOfSlug), async (c) => {
    const { ports } = c.var
    const study = await findStudy(ports.db, c.req.param('slug'), ports.clock.now())
    if (study === undefined) return refuse(c, 'not_found')
    const done = await doRequest(ports, staffOf(c), { id: normalizeText(c.req.param('id')), studyId: study.id })
    if ('refused' in done && done.refused === 'not_found') return refuse(c, 'not_found')
    return c.redirect(`/admin/studies/${study.slug}/requests?said=${'refused' in done ? done.refused : 'done'}`, 303)
  })
