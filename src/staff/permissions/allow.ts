/** Who may pass: the token says which session, the session says who, and the role is read from the database each time. */
import type { Context, MiddlewareHandler } from 'hono'
import type { Role } from '../../../schema/tables.ts'
import { readToken } from '../../platform/crypto/tokens.ts'
import { first } from '../../platform/db/together.ts'
import { readCookie } from '../../platform/http/cookies.ts'
import type { AppEnv } from '../../ports.ts'
import { liveSession, type Staff } from '../accounts/store.ts'
import { refuseStaff } from './refuse.tsx'

/** Where each role works. */
export const homeOf: Record<Role, string> = {
  admin: '/admin',
  preparer: '/finance',
  approver: '/finance',
  auditor: '/finance',
}

/** Everybody who sees money, and what each may do with it is less. */
export const financeRoles: readonly Role[] = ['preparer', 'approver', 'auditor']

const passed = new WeakMap<Context<AppEnv>, Staff>()

/** Who passed `allow` with this request. */
export function staffOf(c: Context<AppEnv>): Staff {
  const staff = passed.get(c)
  if (staff === undefined) throw new Error('This handler is not behind allow().')
  return staff
}

/** The id of the session that the cookie names, or null when there is none or it is not a staff cookie of ours. */
export async function sessionIdOf(c: Context<AppEnv>): Promise<string | null> {
  const cookie = readCookie(c, 'staff')
  if (cookie === undefined) return null
  const { keys, clock } = c.var.ports
  const read = await readToken(keys.tokens, 'staff', 'staff', cookie, clock.now())
  return read.ok ? read.token.subject : null
}

/** Lets only these roles through; the others are told where their own part is. */
export function allow(...roles: Role[]): MiddlewareHandler<AppEnv> {
  return async function allow(c, next) {
    const { db, clock } = c.var.ports
    const sessionId = await sessionIdOf(c)
    const staff = sessionId === null ? undefined : await first(db, liveSession({ id: sessionId, now: clock.now() }))
    if (staff === undefined) return refuseStaff(c, 'signed_out')
    if (!roles.includes(staff.role)) return refuseStaff(c, 'forbidden', { href: homeOf[staff.role], role: staff.role })
    passed.set(c, staff)
    return next()
  }
}
