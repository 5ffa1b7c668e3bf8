/** The page in front of the end: every answer once more, and the Finish that sends them. */

import { Hono } from 'hono'
import { loadedOnce } from '../../platform/memory/loaded-once.ts'
import type { AppEnv } from '../../ports.ts'

/** What only those need who have answered all. */
export const review = loadedOnce(() => import('./review.tsx'))

export const answersReviewRoutes = new Hono<AppEnv>()
  .get('/s/:study/p/~review', async (c) => (await review()).showReview(c))
  .post('/s/:study/p/~review', async (c) => (await review()).finishHere(c))
