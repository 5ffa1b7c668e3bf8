/** `/admin`: what the desk of answers sees. Answers, never money. */
import { Hono } from 'hono'
import { clockNoticed } from '../../platform/heartbeats/clock-noticed.ts'
import type { AppEnv } from '../../ports.ts'
import { studiesWith } from '../../staff/permissions/may.ts'
import { needs, staffOf } from '../../staff/permissions/needs.ts'
import { exportRoutes } from '../../survey/exports/routes.tsx'
import { listStudies } from '../../survey/studies/store.ts'
import { dryRunRoutes } from '../preview/dry-run-routes.tsx'
import { previewRoutes } from '../preview/preview-routes.tsx'
import { testsRoutes } from '../preview/tests-routes.tsx'
import { seesCells } from '../quotas/cells.ts'
import { requestRoutes } from '../requests/routes.tsx'
import { overview } from './overview.ts'
import { AdminPage } from './overview-page.tsx'
import { reviewRoutes } from './reviews-routes.tsx'

export const adminRoutes = new Hono<AppEnv>()
  .route('/', reviewRoutes)
  .route('/', exportRoutes)
  .route('/', requestRoutes)
  .route('/', previewRoutes)
  .route('/', dryRunRoutes)
  .route('/', testsRoutes)
  .get('/admin', needs('aggregates.view'), async (c) => {
    const staff = staffOf(c)
    const { db, clock } = c.var.ports
    const seen = studiesWith(staff, 'responses.view')
    const studies = (await overview(c.var.ports, staff.id))
      .filter(({ study }) => seen.includes(study.id))
      .map((one) => ({ ...one, cells: seesCells(staff, one.study.id) ? one.cells : [] }))
    const named = studiesWith(staff, 'aggregates.view').filter((id) => !seen.includes(id))
    const figuresOnly = (await listStudies(db, clock.now())).filter(({ id }) => named.includes(id))
    const noticed = await clockNoticed(db, clock.now())
    const exportable = studiesWith(staff, 'responses.export')
    const deciding = studiesWith(staff, 'reviews.decide')
    return c.html(
      <AdminPage
        c={c}
        studies={studies}
        figuresOnly={figuresOnly}
        exportable={exportable}
        deciding={deciding}
        clock={noticed}
      />,
    )
  })
