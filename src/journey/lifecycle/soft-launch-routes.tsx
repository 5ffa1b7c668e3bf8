/** `/admin/studies/:slug/soft-launch`: what the first completes look like, and signing them. */
import { type Context, Hono } from 'hono'
import { first } from '../../platform/db/together.ts'
import { field, readPosted } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import type { AppEnv } from '../../ports.ts'
import { may } from '../../staff/permissions/may.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { statusOf } from '../../survey/studies/state-store.ts'
import { studyIdInAddress } from '../../survey/studies/study-in-address.ts'
import type { StudyWithOffers } from '../study.ts'
import { studyWithOffersInAddress } from '../study-in-address.ts'
import { readHashedFigures, type SoftLaunchRefusal, signSoftLaunch } from './sign-soft-launch.ts'
import { isSoftLaunchOver } from './soft-launch.ts'
import { SoftLaunchPage } from './soft-launch-page.tsx'

export const softLaunchRoutes = new Hono<AppEnv>()
  .get('/admin/studies/:slug/soft-launch', needs('studies.edit', studyIdInAddress), async (c) => {
    const study = await studyWithOffersInAddress(c)
    return study === undefined ? refuse(c, 'not_found') : show(c, study, null)
  })
  .post('/admin/studies/:slug/soft-launch', needs('studies.edit', studyIdInAddress), async (c) => {
    const study = await studyWithOffersInAddress(c)
    if (study === undefined) return refuse(c, 'not_found')
    const seen = field(await readPosted(c), 'seen') ?? ''
    const done = await signSoftLaunch(c.var.ports, staffOf(c), study, seen)
    if ('signed' in done) return c.redirect(`/admin/studies/${study.slug}${done.resumed ? '?said=resume' : ''}`, 303)
    return show(c, study, done.refused)
  })

async function show(c: Context<AppEnv>, study: StudyWithOffers, refused: SoftLaunchRefusal['refused'] | null) {
  const { ports } = c.var
  const status = await first(ports.db, statusOf({ id: study.id }))
  const page = (
    <SoftLaunchPage
      c={c}
      study={study}
      looked={await readHashedFigures(ports, study)}
      limit={status?.softLimit ?? null}
      isOver={status !== undefined && (await isSoftLaunchOver(ports.db, status))}
      maySign={may(staffOf(c), 'studies.edit', study.id)}
      refused={refused}
    />
  )
  return c.html(page, refused === null ? 200 : 409)
}
