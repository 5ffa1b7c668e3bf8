/** The page in front of the end: every answer once more, and the Finish that sends them. */
import { Hono } from 'hono'
import type { AppEnv } from '../../ports.ts'

export const answersReviewRoutes = new Hono<AppEnv>()
  .get('/s/:study/p/~review', async (c) => (await import('./review.tsx')).showReview(c))
  .post('/s/:study/p/~review', async (c) => (await import('./review.tsx')).finishHere(c))
