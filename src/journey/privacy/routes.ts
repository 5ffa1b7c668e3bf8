/** `/s/:study/privacy`: the privacy notice, and every version of it that anybody has agreed to. */
import { Hono } from 'hono'
import type { AppEnv } from '../../ports.ts'

// Few read it, and a start of a Worker has no room for its words.
export const privacyRoutes = new Hono<AppEnv>().get('/s/:study/privacy', async (c) =>
  (await import('./show.ts')).showNotice(c),
)
