/** `/s/:study/queue`: whose turn it is, for the page that waits. */
import { Hono } from 'hono'
import type { AppEnv } from '../../ports.ts'

export const doorRoutes = new Hono<AppEnv>().get('/s/:study/queue', async (c) =>
  (await import('./waiting.tsx')).showPlace(c),
)
