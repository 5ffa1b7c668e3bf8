/** What every request passes through, whatever it asks: ids, logs, headers, the Origin check, the size of a body. */
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { routePath } from 'hono/route'
import type { AppEnv, Ports } from '../../ports.ts'
import { largestBody } from './form.ts'
import { refuse } from './refuse.tsx'

/**
 * The content policy of every page: all from here, nothing inline, no frames.
 * @param more what one page needs besides: an origin that its form leads to, what it frames (a scheme that WeChat's
 *   bridge calls by, or a page of ours), who may frame it
 */
export function contentPolicy(more: { formAction?: string; frame?: string; framedBy?: string } = {}): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    ...(more.frame === undefined ? [] : [`frame-src ${more.frame}`]),
    more.formAction === undefined ? "form-action 'self'" : `form-action 'self' ${more.formAction}`,
    "base-uri 'none'",
    `frame-ancestors ${more.framedBy ?? "'none'"}`,
  ].join('; ')
}

const policy = contentPolicy()

/** Hands the ports to every handler and gives the request an id. */
export function withPorts(portsFor: (env: unknown) => Ports | Promise<Ports>): MiddlewareHandler<AppEnv> {
  return async function withPorts(c, next) {
    const ports = await portsFor(c.env)
    const requestId = ports.ids.random(12)
    c.set('ports', ports)
    c.set('requestId', requestId)
    // Hono makes this object anew whenever it is asked for, which is some thirty times a request. What is set later is had by
    // `c.get`.
    Object.defineProperty(c, 'var', { value: { ports, requestId }, configurable: true })
    await next()
  }
}

/** One line a request: the route's pattern, never the address, so that no code or answer is ever written. */
export const logged: MiddlewareHandler<AppEnv> = async function logged(c, next) {
  const began = performance.now()
  await next()
  c.var.ports.log({
    at: c.var.ports.clock.now(),
    request: c.var.requestId,
    method: c.req.method,
    route: routePath(c, -1),
    status: c.res.status,
    ms: Math.round((performance.now() - began) * 10) / 10,
  })
}

/**
 * Personal pages are never cached, framed or sniffed; a handler may say more about caching. They are set before the
 * handler, so that every answer is made with them: changing a finished one would copy it.
 */
export const safeHeaders: MiddlewareHandler<AppEnv> = function safeHeaders(c, next) {
  c.header('Content-Security-Policy', policy)
  c.header('X-Content-Type-Options', 'nosniff')
  // With no-referrer browsers would send `Origin: null` with form posts, and the Origin check would refuse them.
  c.header('Referrer-Policy', 'same-origin')
  c.header('Cross-Origin-Opener-Policy', 'same-origin')
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
  c.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()')
  c.header('X-Request-Id', c.var.requestId)
  if (c.var.ports.settings.origin.startsWith('https:')) c.header('Strict-Transport-Security', 'max-age=31536000')
  c.header('Cache-Control', 'no-store')
  return next()
}

/** Characters of an address: ours are far shorter, and Node takes no more than 16 kB with all headers. */
const longestAddress = 8_192

/** Control characters before the question mark: a redirect to such an address would be no header. */
const controlInPath = /^[^?]*%(?:[01][0-9a-f]|7f)/i

const ofCode = /^\/[iv]\/[^/]*$/

/**
 * Nothing stands at an address with NUL in it, which no database takes as text, nor at one that is endless. Half a
 * surrogate pair and bytes that are no UTF-8 stay as they were written, percent signs included, or become U+FFFD. A code
 * that somebody was given may hold anything: only what it hashes to is looked for, and its page says that it is wrong.
 */
export const soundAddress: MiddlewareHandler<AppEnv> = async function soundAddress(c, next) {
  const { url } = c.req
  const isOdd = url.includes('%00') || controlInPath.test(url)
  if (url.length > longestAddress || (isOdd && !ofCode.test(c.req.path))) return refuse(c, 'not_found')
  return next()
}

const reads = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A write must come from our own pages: its Origin is ours. A browser sends Origin with every form post; a caller
 * without one is not a browser and has no cookie that someone else could ride on, but is refused all the same.
 */
export const sameOrigin: MiddlewareHandler<AppEnv> = async function sameOrigin(c, next) {
  if (reads.has(c.req.method)) return next()
  if (c.req.header('origin') !== c.var.ports.settings.origin) return refuse(c, 'bad_origin')
  return next()
}

/** Counts a body while it is read, and refuses one of more than so many bytes. */
export function limitedTo(maxSize: number): MiddlewareHandler<AppEnv> {
  return bodyLimit({ maxSize, onError: (c) => refuse(c, 'too_large') })
}

const counted = limitedTo(largestBody)

/**
 * Where staff upload files. Their routes count the body themselves, against a limit of their own, once they know who
 * sends it: nobody without a session gets that far.
 */
const uploads =
  /^\/(finance\/(batches\/[^/]+\/results|statements(\/pieces|\/[^/]+\/pieces\/\d+)?)|admin\/(setups\/[^/]+\/file|studies\/[^/]+\/(permit|insights\/weights\/upload|questionnaire\/(upload|draft))))$/

/** Whether a file is sent to this path. */
export function isUpload(path: string): boolean {
  return uploads.test(path)
}

/** A body that says how long it is is taken at its word, which the runtime holds it to; any other is counted. */
export const limitedBody: MiddlewareHandler<AppEnv> = async function limitedBody(c, next) {
  if (reads.has(c.req.method) || isUpload(c.req.path)) return next()
  const length = c.req.header('content-length')
  if (length === undefined || c.req.header('transfer-encoding') !== undefined) return counted(c, next)
  return Number(length) <= largestBody ? next() : refuse(c, 'too_large')
}
