import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { AppEnv } from '../../ports.ts'

/**
 * Cookies follow `ORIGIN`: over https each has the `__Host-` prefix and Secure; over http, where browsers would refuse
 * the prefix, a plain name.
 */
const secure = (c: Context<AppEnv>) => c.var.ports.settings.origin.startsWith('https:')
const fullName = (c: Context<AppEnv>, name: string) => (secure(c) ? `__Host-${name}` : name)

/** The cookie's value, or undefined. */
export function readCookie(c: Context<AppEnv>, name: string): string | undefined {
  return getCookie(c, fullName(c, name))
}

/** Sets a cookie that scripts cannot read; `maxAgeSeconds` 0 removes it. */
export function keepCookie(c: Context<AppEnv>, name: string, value: string, maxAgeSeconds: number): void {
  setCookie(c, fullName(c, name), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: secure(c),
    maxAge: maxAgeSeconds,
  })
}
