/**
 * The cookie of a session. It is good for as long as nobody may be away, and each request puts the end off: how long ago
 * a session was used stands in the cookie, so that reading a page writes nothing.
 */
import type { Context } from 'hono'
import { readToken, signToken } from '../../platform/crypto/tokens.ts'
import { keepCookie, readCookie } from '../../platform/http/cookies.ts'
import type { AppEnv } from '../../ports.ts'

/** How long somebody may be away from the desk before their session is over. */
const idleSeconds = 30 * 60
/** A cookie that is younger is not made anew. */
const freshSeconds = 60

/** A session as the cookie names it: whether it is over in the database is not known yet. */
export interface SessionHere {
  id: string
  /** When the cookie ends, in milliseconds since 1970. */
  expiresAt: number
}

/** The session that the cookie names, or null when there is none, or the cookie is none of ours or too old. */
export async function sessionHere(c: Context<AppEnv>): Promise<SessionHere | null> {
  const cookie = readCookie(c, 'staff')
  if (cookie === undefined) return null
  const { keys, clock } = c.var.ports
  const read = await readToken(keys.tokens, 'staff', 'staff', cookie, clock.now())
  return read.ok ? { id: read.token.subject, expiresAt: read.expiresAt } : null
}

/** Gives the browser the cookie of a session. */
export async function keepSession(c: Context<AppEnv>, id: string): Promise<void> {
  const { keys, clock } = c.var.ports
  keepCookie(
    c,
    'staff',
    await signToken(keys.tokens, {
      purpose: 'staff',
      audience: 'staff',
      subject: id,
      at: clock.now(),
      ttlSeconds: idleSeconds,
    }),
    idleSeconds,
  )
}

/** Puts the end off by what has been used of the time that one may be away. */
export async function staySignedIn(c: Context<AppEnv>, { id, expiresAt }: SessionHere): Promise<void> {
  const leftMs = expiresAt - Date.parse(c.var.ports.clock.now())
  if (leftMs < (idleSeconds - freshSeconds) * 1000) await keepSession(c, id)
}

const wayBackSeconds = 3_600
const mostOfAnAddress = 500

/** Remembers the page that somebody wanted to see, for when they have signed in. */
export function rememberPage(c: Context<AppEnv>): void {
  const { pathname, search } = new URL(c.req.url)
  const page = `${pathname}${search}`
  if (page.length <= mostOfAnAddress) keepCookie(c, 'page', page, wayBackSeconds)
}

/** The page of staff that is remembered here, once; null when there is none. */
export function takePage(c: Context<AppEnv>): string | null {
  const page = readCookie(c, 'page')
  if (page === undefined) return null
  keepCookie(c, 'page', '', 0)
  return /^\/(admin|finance)([/?]|$)/.test(page) && !/[\\\p{C}]/u.test(page) ? page : null
}
