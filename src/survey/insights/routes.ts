/** What staff see of a study's answers in sum. */
import { Hono } from 'hono'
import type { AppEnv } from '../../ports.ts'
import { questionsRoutes } from './questions/routes.tsx'
import { savedFilterRoutes } from './saved/routes.tsx'
import { weightsRoutes } from './weights/routes.tsx'

export const insightsRoutes = new Hono<AppEnv>()
  .route('/', questionsRoutes)
  .route('/', savedFilterRoutes)
  .route('/', weightsRoutes)
