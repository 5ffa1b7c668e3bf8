/**
 * Who may pass: the token says which session, the session says who, and their roles are read from the database each
 * time. Every staff route names the permission that it needs; the app does not start with one that names none.
 */
import type { Context, MiddlewareHandler } from 'hono'
import type { Query } from '../../platform/db/together.ts'
import { tooFast } from '../../platform/http/pace.ts'
import type { AppEnv } from '../../ports.ts'
import { sessionHere, staySignedIn } from '../accounts/cookie.ts'
import { readSignedIn } from '../accounts/session.ts'
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

/** Who passed with a request, and with which session, since when they last showed who they are. */
interface Passed {
  staff: Staff
  sessionId: string
  provedAt: string | null
}

const passed = new WeakMap<Context<AppEnv>, Passed>()

/** Which permission a middleware of `needs` asks for. */
const asked = new WeakMap<object, Permission>()

/** Who passed `needs` with this request. */
export function staffOf(c: Context<AppEnv>): Staff {
  return passedOf(c).staff
}

/** The session that this request came with. */
export function sessionOf(c: Context<AppEnv>): string {
  return passedOf(c).sessionId
}

function passedOf(c: Context<AppEnv>): Passed {
  const found = passed.get(c)
  if (found === undefined) throw new Error('This handler is not behind needs().')
  return found
}

/** How long after a sign-in somebody may do what takes a fresh one. */
const freshMs = 10 * 60_000

/** What takes a fresh sign-in where it changes something: nobody does it at a desk that was left open. */
const takesFresh: ReadonlySet<Permission> = new Set<Permission>([
  'batches.approve',
  'approvals.decide',
  'budgets.approve',
  'permits.confirm',
  'payees.unmask',
  'staff.manage',
])

/**
 * The answer for whoever did not sign in within the last minutes: asked to do so, with what they sent kept. Null for whoever did. Of a route
 * whose permission does not say so by itself.
 */
export function askForFresh(c: Context<AppEnv>): Promise<Response> | null {
  return isFresh(passedOf(c), c.var.ports.clock.now()) ? null : askToSignIn(c, 'again')
}

function isFresh({ provedAt }: Pick<Passed, 'provedAt'>, now: string): boolean {
  return provedAt !== null && Date.parse(now) - Date.parse(provedAt) <= freshMs
}

/**
 * Lets only those through who have this permission; the others are told where their own part is.
 * @param studyOf where a request is about something of one study: the permission has to be in that study
 */
export function needs(permission: Permission, studyOf?: StudyOf): MiddlewareHandler<AppEnv> {
  async function guard(c: Context<AppEnv>, next: () => Promise<void>) {
    const { db, clock } = c.var.ports
    const session = await sessionHere(c)
    const signedIn = session === null ? undefined : await readSignedIn(db, session.id, clock.now())
    if (session === null || signedIn === undefined) return askToSignIn(c)
    const { staff, provedAt } = signedIn
    await staySignedIn(c, session)
    const isLate = tooFast(c, session.id)
    if (isLate !== null) return isLate
    // Whoever has it nowhere learns nothing of what is there.
    const isAllowed = may(staff, permission) && may(staff, permission, await studyOf?.(c))
    if (!isAllowed) return refuseStaff(c, 'forbidden', staff)
    passed.set(c, { staff, sessionId: session.id, provedAt })
    if (c.req.method !== 'GET' && takesFresh.has(permission)) {
      const late = askForFresh(c)
      if (late !== null) return late
    }
    return (await c.var.ports.passOn?.(c)) ?? next()
  }
  asked.set(guard, permission)
  return guard
}

/** The permission that a handler asks for; undefined when it is not one of `needs`. */
export function permissionOf(handler: object): Permission | undefined {
  return asked.get(handler)
}
