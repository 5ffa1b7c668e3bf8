/**
 * A refused form is shown at the address that it was posted to. Where that address has no page of its own, whoever
 * loads it again, from a kept tab or a copied link, is sent to the page with the form.
 */
import type { Hono, MiddlewareHandler } from 'hono'
import { wantsJson } from '../platform/http/refuse.tsx'
import type { AppEnv } from '../ports.ts'

/** Where the form of an address stands that is not below its page. */
const pages: readonly (readonly [RegExp, string])[] = [
  [/^\/admin\/setups$/, '/admin/studies'],
  [/^\/admin\/setups\/[^/]+$/, '$&/summary'],
  [/^\/finance\/batches$/, '/finance/payouts'],
  [/^\/finance\/reports\/signed(\/[^/]+)?$/, '/finance/reports'],
  [/^\/sign-out$/, '/signed-out'],
]

/** The routes that answer this method at this path, as they were written down; what answers every method is none of them. */
function routesAt(app: Hono<AppEnv>, method: 'GET' | 'POST', path: string): string[] {
  const [handlers] = app.router.match(method, path)
  return handlers.flatMap(([[, route]]) => (route.method === method ? [route.path] : []))
}

/** The nearest page above that a GET answers; null where there is none. */
function pageAbove(app: Hono<AppEnv>, path: string): string | null {
  for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = pages.find(([pattern]) => pattern.test(at))
    if (found !== undefined) return at.replace(...found)
    if (at !== path && routesAt(app, 'GET', at).length > 0) return at
  }
  return null
}

/**
 * Leads a GET or HEAD for an address that only a form is sent to, to the page of the form.
 * @param appOf the app whose routes are meant, once it is built
 */
export function backToForm(appOf: () => Hono<AppEnv>): MiddlewareHandler<AppEnv> {
  return async function backToForm(c, next) {
    await next()
    if (c.res.status !== 404 || !['GET', 'HEAD'].includes(c.req.method) || wantsJson(c)) return
    const { path } = c.req
    const [form] = routesAt(appOf(), 'POST', path)
    // A page that stands there itself has said that what the address names is not there.
    const names = form?.includes(':') && routesAt(appOf(), 'GET', path).includes(form)
    if (form === undefined || names) return
    const page = pageAbove(appOf(), path)
    if (page !== null) c.res = c.redirect(page, 303)
  }
}
