/** The app: what every request passes through, then the routes. The ports decide where it runs. */
import { Hono, type MiddlewareHandler } from 'hono'
import { adminRoutes } from './admin/routes.tsx'
import { described, sql } from './db/together.ts'
import { sweepExpired } from './endings/expire.ts'
import { financeRoutes } from './finance/routes.tsx'
import { sweepLeases } from './leases/actions.ts'
import { sealAudit } from './ledger/seal.ts'
import { noticeRoutes } from './payouts/notices.ts'
import { sweepPayouts } from './payouts/sweep.ts'
import type { AppEnv, Ports } from './ports.ts'
import { sweepStatements } from './reconciling/work.ts'
import { countTrust } from './reports/count-trust.ts'
import { staffRoutes } from './staff/routes.tsx'
import { answeringRoutes } from './student/answering.tsx'
import { claimingRoutes } from './student/claiming.tsx'
import { landingRoutes } from './student/landing.tsx'
import { onwardRoutes } from './student/onward.tsx'
import { trustRoutes } from './student/trust.tsx'
import { voucherRoutes } from './student/voucher.tsx'
import { wechatRoutes } from './student/wechat.tsx'
import { sweepReferences } from './vouchers/references.ts'
import { assetRoutes } from './web/assets.ts'
import { hungUp, logFailure } from './web/failure.ts'
import { refuse } from './web/refuse.tsx'
import { limitedBody, logged, safeHeaders, sameOrigin, withPorts } from './web/safety.ts'

const anyRow = described(() => sql.selectFrom('studies').select('id').limit(1))

/**
 * Builds the app.
 * @param portsFor gives the ports for a request, from what the runtime passes as `env`
 * @param around what a runtime wants around every request, such as compression where nothing in front does it
 */
export function createApp(
  portsFor: (env: unknown) => Ports | Promise<Ports>,
  ...around: MiddlewareHandler<AppEnv>[]
): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  for (const middleware of around) app.use(middleware)
  app.use(withPorts(portsFor), logged, safeHeaders, limitedBody)
  // Providers call from elsewhere, and sign what they say; everybody else comes from our own pages.
  app.route('/', noticeRoutes)
  app.use(sameOrigin)

  app.route('/', assetRoutes)
  app.route('/', landingRoutes)
  app.route('/', answeringRoutes)
  app.route('/', onwardRoutes)
  app.route('/', trustRoutes)
  app.route('/', voucherRoutes)
  app.route('/', claimingRoutes)
  app.route('/', wechatRoutes)
  app.route('/', staffRoutes)
  app.route('/', adminRoutes)
  app.route('/', financeRoutes)

  app.get('/healthz', async (c) => {
    await c.var.ports.db.read(anyRow({}))
    return c.json({ status: 'ok' })
  })
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
    return refuse(c, c.req.path === '/healthz' ? 'unavailable' : 'failed')
  })
  return app
}

/** The periodic work, part by part: what is over goes back, what waits is sent, what was written down is sealed. */
const parts: readonly ((ports: Ports) => Promise<unknown>)[] = [
  sweepLeases,
  sweepExpired,
  sweepPayouts,
  sweepReferences,
  sweepStatements,
  (ports) => sealAudit(ports),
  countTrust,
]

/**
 * The periodic work, called by a timer or a cron trigger. Two at once are harmless. A part that fails keeps no other
 * from its work.
 * @throws the first failure, once every part has had its turn
 */
export async function sweep(ports: Ports): Promise<void> {
  const failures: unknown[] = []
  for (const part of parts) {
    try {
      await part(ports)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}
