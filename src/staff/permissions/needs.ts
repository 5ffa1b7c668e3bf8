/**
 * Who may pass: the token says which session, the session says who, and their roles are read from the database each
 * time. Every staff route names the permission that it needs; the app does not start with one that names none.
 */
import type { Context, MiddlewareHandler } from 'hono'
import type { Query } from '../../platform/db/together.ts'
import { tooFast } from '../../platform/http/pace.ts'
import type { AppEnv } from '../../ports.ts'
import { sessionHere, staySignedIn } from '../accounts/cookie.ts'
import { readSession } from '../accounts/session.ts'
import type { Staff } from '../accounts/store.ts'
import { may, type Studies } from './may.ts'
import type { Permission } from './permissions.ts'
import { refuseStaff } from './refuse.tsx'
import { askToSignIn } from './sign-in-again.tsx'

/**
 * Finds the id of the study that a request is about, or those of the studies that share it. Null or undefined when what it
 * names does not exist, or belongs to the whole service: then the permission in any study lets it through, and the handler
 * says what is missing.
 */
export type StudyOf = (c: Context<AppEnv>) => Promise<Studies>

/** The study of what the address names by its `:id`, or the studies that share it: a row for each. */
export function studyBy(query: (p: { id: string }) => Query<{ studyId: string | null }>): StudyOf {
  return async (c) => studiesIn(await c.var.ports.db.read(query({ id: c.req.param('id') ?? '' })))
}

/** The studies that rows name; null when they name none. */
export function studiesIn(rows: readonly { studyId: string | null }[]): Studies {
  const named = rows.flatMap(({ studyId }) => studyId ?? [])
  return named.length === 0 ? null : named
}

const passed = new WeakMap<Context<AppEnv>, Staff>()

/** Which permission a middleware of `needs` asks for. */
const asked = new WeakMap<object, Permission>()

/** Who passed `needs` with this request. */
export function staffOf(c: Context<AppEnv>): Staff {
  const staff = passed.get(c)
  if (staff === undefined) throw new Error('This handler is not behind needs().')
  return staff
}

/**
 * Lets only those through who have this permission; the others are told where their own part is.
 * @param studyOf where a request is about something of one study: the permission has to be in that study
 */
export function needs(permission: Permission, studyOf?: StudyOf): MiddlewareHandler<AppEnv> {
  async function guard(c: Context<AppEnv>, next: () => Promise<void>) {
    const { db, clock } = c.var.ports
    const session = await sessionHere(c)
    const staff = session === null ? undefined : await readSession(db, session.id, clock.now())
    if (session === null || staff === undefined) return askToSignIn(c)
    await staySignedIn(c, session)
    const isLate = tooFast(c, session.id)
    if (isLate !== null) return isLate
    // Whoever has it nowhere learns nothing of what is there.
    const isAllowed = may(staff, permission) && may(staff, permission, await studyOf?.(c))
    if (!isAllowed) return refuseStaff(c, 'forbidden', staff)
    passed.set(c, staff)
    return next()
  }
  asked.set(guard, permission)
  return guard
}

/** The permission that a handler asks for; undefined when it is not one of `needs`. */
export function permissionOf(handler: object): Permission | undefined {
  return asked.get(handler)
}
