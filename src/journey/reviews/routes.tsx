/** `/admin`: what an admin sees. Answers, never money. */
import { Hono } from 'hono'
import type { AppEnv } from '../../ports.ts'
import { allow } from '../../staff/permissions/allow.ts'
import { responsesFileRoutes } from '../../survey/exports/routes.tsx'
import { overview } from './overview.ts'
import { AdminPage } from './overview-page.tsx'
import { reviewRoutes } from './reviews-routes.tsx'

export const adminRoutes = new Hono<AppEnv>()
  .use('/admin/*', allow('admin'))
  .route('/', reviewRoutes)
  .route('/', responsesFileRoutes)
  .get('/admin', async (c) => c.html(<AdminPage c={c} studies={await overview(c.var.ports)} />))
