/** `/s/:study/full`: a cell of the quotas is full for somebody who has begun. */
import { Hono } from 'hono'
import type { AppEnv } from '../../ports.ts'

export const fullRoutes = new Hono<AppEnv>()
  .get('/s/:study/full', async (c) => (await import('./full.ts')).showFull(c))
  .post('/s/:study/full', async (c) => (await import('./full.ts')).endHere(c))
