/** `/admin/studies`: which studies there are, and a copy of one to begin with. */
import { Hono } from 'hono'
import { normalizeText } from '../../platform/http/form.ts'
import { refuse } from '../../platform/http/refuse.tsx'
import type { AppEnv } from '../../ports.ts'
import { may } from '../../staff/permissions/may.ts'
import { needs, type StudyOf, staffOf } from '../../staff/permissions/needs.ts'
import { findStudy } from '../../survey/studies/store.ts'
import { findStudyWithOffers } from '../study.ts'
import { beginSetup } from './actions.ts'
import { copyOf } from './copy.ts'
import { listedStudies } from './list.ts'
import { ListPage } from './pages/list-page.tsx'
import { readSetup } from './setup.ts'
import { unmadeSetups } from './store.ts'

const mostSetups = 100

const studyOfSlug: StudyOf = async (c) => {
  const { db, clock } = c.var.ports
  return (await findStudy(db, normalizeText(c.req.param('slug') ?? ''), clock.now()))?.id
}

export const studyListRoutes = new Hono<AppEnv>()
  .get('/admin/studies', needs('studies.view'), async (c) => {
    const { ports } = c.var
    const staff = staffOf(c)
    const rows = may(staff, 'studies.create')
      ? await ports.db.read(unmadeSetups({ limit: mostSetups, staffId: staff.id }))
      : null
    const setups = rows?.map(({ id, document, savedAt }) => ({ id, savedAt, setup: readSetup(document) })) ?? null
    return c.html(<ListPage c={c} studies={await listedStudies(ports, staff)} setups={setups} />)
  })
  .post('/admin/studies/:slug/copy', needs('studies.edit', studyOfSlug), async (c) => {
    const { ports } = c.var
    const study = await findStudyWithOffers(ports.db, normalizeText(c.req.param('slug')), ports.clock.now())
    if (study === undefined) return refuse(c, 'not_found')
    const id = await beginSetup(ports, staffOf(c), copyOf(study))
    return c.redirect(`/admin/setups/${id}/study`, 303)
  })
