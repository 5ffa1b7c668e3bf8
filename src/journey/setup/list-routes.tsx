/** `/admin/studies`: which studies there are, and a copy of one to begin with. */
import { Hono } from 'hono'
import { refuse } from '../../platform/http/refuse.tsx'
import type { AppEnv } from '../../ports.ts'
import { accountsBound } from '../../staff/people/store.ts'
import { may } from '../../staff/permissions/may.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { studyIdInAddress } from '../../survey/studies/study-in-address.ts'
import { studyWithOffersInAddress } from '../study-in-address.ts'
import { beginSetup } from './actions.ts'
import { setupCopy } from './copy.ts'
import { listedStudies } from './list.ts'
import { StudyListPage } from './pages/list-page.tsx'
import { readSetup } from './setup.ts'
import { unmadeSetups } from './store.ts'

const mostSetups = 100

export const studyListRoutes = new Hono<AppEnv>()
  .get('/admin/studies', needs('studies.view'), async (c) => {
    const { ports } = c.var
    const staff = staffOf(c)
    const rows = may(staff, 'studies.create')
      ? await ports.db.read(unmadeSetups({ limit: mostSetups, staffId: staff.id }))
      : null
    const setups = rows?.map(({ id, document, savedAt }) => ({ id, savedAt, setup: readSetup(document) })) ?? null
    const accounts = may(staff, 'staff.manage') ? await ports.db.read(accountsBound({ since: ports.clock.now() })) : []
    return c.html(
      <StudyListPage c={c} studies={await listedStudies(ports, staff)} setups={setups} accounts={accounts} />,
    )
  })
  .post('/admin/studies/:slug/copy', needs('studies.edit', studyIdInAddress), async (c) => {
    const { ports } = c.var
    const study = await studyWithOffersInAddress(c)
    if (study === undefined) return refuse(c, 'not_found')
    const id = await beginSetup(ports, staffOf(c), setupCopy(study))
    return c.redirect(`/admin/setups/${id}/study`, 303)
  })
