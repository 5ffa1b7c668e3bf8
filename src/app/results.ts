/** What staff ask for that looks through all answers of a study: pages of results, and files of answers. */
import type { Hono } from 'hono'
import type { AppEnv } from '../ports.ts'
import { exportRoutes } from '../survey/exports/routes.tsx'
import { compareRoutes } from '../survey/insights/compare/routes.tsx'
import { crossesRoutes } from '../survey/insights/crosses/routes.tsx'
import { flowsRoutes } from '../survey/insights/flows/routes.tsx'
import { insightsRoutes } from '../survey/insights/routes.ts'
import { textRoutes } from '../survey/insights/texts/routes.tsx'

/** They are among those of `staffRoutes`; a runtime that has threads lets others answer them. */
export const resultsRoutes: readonly Hono<AppEnv>[] = [
  exportRoutes,
  textRoutes,
  insightsRoutes,
  crossesRoutes,
  flowsRoutes,
  compareRoutes,
]
