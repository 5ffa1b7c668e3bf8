/**
 * What every request passes through, whichever routes stand behind it. A runtime may put all of the service behind one
 * frame, or the students' half and the staff's behind one each.
 */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { prepareQuery } from '../platform/db/together.ts'
import { assetRoutes } from '../platform/http/assets.ts'
import { hungUp, isOverloaded, isUnavailable, logFailure } from '../platform/http/failure.ts'
import { refuse } from '../platform/http/refuse.tsx'
import { RememberingRouter } from '../platform/http/remembering-router.ts'
import { limitedBody, logged, safeHeaders, sameOrigin, soundAddress, withPorts } from '../platform/http/safety.ts'
import type { AppEnv, Ports } from '../ports.ts'
import { noticeRoutes } from '../rewards/payouts/notices.ts'
import { sql } from '../survey/tables.ts'
import { backToForm } from './back-to-form.ts'

/** For whoever met a database that has too much to do. */
const retryAfterSeconds = 5

const anyRow = prepareQuery(() => sql.selectFrom('studies').select('id').limit(1))

/**
 * Builds an app of these routes.
 * @param portsFor gives the ports for a request, from what the runtime passes as `env`
 * @param around what a runtime wants around every request, such as compression where nothing in front does it
 */
export function createFrame(
  routes: readonly Hono<AppEnv>[],
  portsFor: (env: unknown) => Ports | Promise<Ports>,
  ...around: MiddlewareHandler<AppEnv>[]
): Hono<AppEnv> {
  const app = new Hono<AppEnv>({ router: new RememberingRouter() })
  for (const middleware of around) app.use(middleware)
  app.use(withPorts(portsFor), logged, safeHeaders, soundAddress, limitedBody)
  app.use(backToForm(() => app))
  // Providers call from elsewhere, and sign what they say; everybody else comes from our own pages.
  app.route('/', noticeRoutes)
  app.use(sameOrigin)

  app.route('/', assetRoutes)
  for (const some of routes) app.route('/', some)

  app.get('/healthz', async (c) => {
    await c.var.ports.db.read(anyRow({}))
    return c.json({ status: 'ok' })
  })
  app.get('/readyz', async (c) => {
    // Loaded when it is asked for: no student waits for it.
    const { readiness } = await import('./ready.ts')
    const checks = await readiness(c.var.ports)
    const isReady = Object.values(checks).every((why) => why === null)
    return c.json({ status: isReady ? 'ready' : 'not ready', checks }, isReady ? 200 : 503)
  })
  app.get('/metrics', async (c) => (await import('./metrics.ts')).metrics(c))
  app.get('/.well-known/jwks.json', (c) => {
    c.header('Cache-Control', 'public, max-age=300')
    return c.json(c.var.ports.keys.jwks)
  })
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /\n'))

  app.notFound((c) => refuse(c, 'not_found'))
  app.onError((error, c) => {
    const { ports, requestId } = c.var
    if (ports === undefined) {
      // Not even the ports could be had, such as for want of a secret: there is nothing to draw or log with.
      console.error(error.message)
      return c.text('The service is not set up yet. Whoever runs it finds the reason in its log.', 503)
    }
    // Nobody is there to read an answer; the request's own line in the log shows this status.
    if (hungUp(c.req.raw, error)) return new Response(null, { status: 499 })
    logFailure(ports, error, { request: requestId })
    if (/^\/(health|ready)z$/.test(c.req.path)) return notWell(c)
    if (isOverloaded(error)) return refuse(c, 'busy', [], retryAfterSeconds)
    if (isUnavailable(error)) return refuse(c, 'unavailable', [], retryAfterSeconds)
    return refuse(c, 'failed')
  })
  return app
}

/** What is said to whoever watches when the look itself failed: JSON, as when it did not. */
function notWell(c: Context<AppEnv>): Response {
  c.header('Retry-After', String(retryAfterSeconds))
  const status = c.req.path === '/readyz' ? 'not ready' : 'not ok'
  return c.json({ status, checks: { database: 'It could not be looked at: the log says why.' } }, 503)
}
