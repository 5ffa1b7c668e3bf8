import { Hono } from 'hono'
import { tooFast } from '../platform/http/pace.ts'
import type { AppEnv } from '../ports.ts'
import { respondentOf } from '../survey/respondents/session.ts'

/** In front of every page of a study: each respondent, on all devices together, makes so many requests a minute. */
export const pacedRoutes = new Hono<AppEnv>().use('/s/:study/*', async (c, next) => {
  const { session } = await respondentOf(c, c.req.param('study'))
  return (session && tooFast(c, session.respondentId)) ?? next()
})
