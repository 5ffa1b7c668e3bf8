/** `/admin/studies/:slug/requests`: what respondents asked for in writing, and until when it is to be done. */

import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { field, normalizeText, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import { addressed } from '../../platform/http/valid.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import { booksZone, dayOf } from '../../platform/time/zone.ts'
import type { AppEnv } from '../../ports.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import type { Study } from '../../survey/studies/study.ts'
import { studyIdInAddress, studyInAddress } from '../../survey/studies/study-in-address.ts'
import { studyWithOffersInAddress } from '../study-in-address.ts'
import { doneByContact, registerByContact, waitingByContact } from './by-contact.ts'
import { requestRef } from './due.ts'
import { RequestsPage, type TypedRequest } from './page.tsx'
import { doRequest, registerRequest, requestKinds, waitingRequests } from './requests.ts'

const saidSchema = z.object({
  said: z.enum(['done', 'held']).optional().catch(undefined),
  /** The one that was just registered. */
  registered: z
    .string()
    .regex(/^[0-9a-zA-Z_-]{6}$/)
    .optional()
    .catch(undefined),
})
const mostShown = 200

export const requestRoutes = new Hono<AppEnv>()
  .get(
    '/admin/studies/:slug/requests',
    needs('reviews.decide', studyIdInAddress),
    addressed('query', saidSchema),
    async (c) => {
      const study = await studyInAddress(c)
      if (study === undefined) return refuse(c, 'not_found')
      const { said = null, registered = null } = c.req.valid('query')
      return show(c, study, { said, registered, typed: null })
    },
  )
  .post('/admin/studies/:slug/requests', needs('reviews.decide', studyIdInAddress), async (c) => {
    const { ports } = c.var
    const study = await studyWithOffersInAddress(c)
    if (study === undefined) return refuse(c, 'not_found')
    const posted = await readPosted(c)
    const asked = {
      kind: requestKinds.find((one) => one === field(posted, 'kind')) ?? 'see',
      code: field(posted, 'code') ?? '',
      contact: field(posted, 'contact') ?? '',
      cameOn: field(posted, 'came') ?? '',
    }
    const isByContact = field(posted, 'contact') !== undefined
    const done = isByContact
      ? await registerByContact(ports, staffOf(c), { studyId: study.id, ...asked })
      : await registerRequest(ports, staffOf(c), { study, ...asked })
    if ('refused' in done) return show(c, study, { said: null, registered: null, typed: { ...asked, ...done } })
    return c.redirect(`/admin/studies/${study.slug}/requests?registered=${requestRef(done.id)}`, 303)
  })
  .post('/admin/studies/:slug/requests/:id/done', needs('reviews.decide', studyIdInAddress), async (c) => {
    const { ports } = c.var
    const study = await studyInAddress(c)
    if (study === undefined) return refuse(c, 'not_found')
    const which = { id: normalizeText(c.req.param('id')), studyId: study.id }
    const noted = await doneByContact(ports, staffOf(c), which)
    const done = 'done' in noted ? noted : await doRequest(ports, staffOf(c), which)
    if ('refused' in done && done.refused === 'not_found') return refuse(c, 'not_found')
    return c.redirect(`/admin/studies/${study.slug}/requests?said=${'refused' in done ? done.refused : 'done'}`, 303)
  })

interface Shown {
  said: 'done' | 'held' | null
  registered: string | null
  /** A request that was refused, as it was typed. */
  typed: TypedRequest | null
}

async function show(c: Context<AppEnv>, study: Study, { said, registered, typed }: Shown) {
  const { db, clock } = c.var.ports
  const page = (
    <RequestsPage
      c={c}
      study={{ slug: study.slug, title: study.questionnaire.title[languageOf(c)] }}
      said={said}
      registered={registered}
      typed={typed}
      today={dayOf(booksZone, clock.now())}
      byContact={await waitingByContact(c.var.ports, study.id)}
      waiting={await db.read(waitingRequests({ studyId: study.id, limit: mostShown }))}
    />
  )
  return c.html(page, typed === null ? 200 : 422)
}
