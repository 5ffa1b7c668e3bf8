import type { Role } from '../../../schema/tables.ts'
import { hashesOf, tidyCode } from '../../platform/crypto/codes.ts'
import { first } from '../../platform/db/together.ts'
import { normalizeText } from '../../platform/http/form.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../audit-trail/audit.ts'
import * as store from './store.ts'
import { type Staff, staffByName } from './store.ts'

/** How long a session lasts: a working day, and then a fresh link. */
export const sessionSeconds = 12 * 3600
const linkSeconds = 3600
/** 26 characters of five bits: 130, beyond guessing. */
const codeLength = 26

export interface NewStaff {
  name: string
  /** Needed for a name that is new; for one that is known it must be the role that it has. */
  role?: Role | undefined
}

/** `bad_name`: empty, over 80 characters or with control characters; `other_role`: known, and has `role` already. */
export type StaffRefusal = { refused: 'bad_name' | 'role_needed' } | { refused: 'other_role'; role: Role }

/** The person of that name, added when the name is new and a role is given. */
export async function findOrAddStaff(ports: Ports, { name, role }: NewStaff): Promise<Staff | StaffRefusal> {
  const tidy = tidyName(name)
  if (tidy === '' || tidy.length > 80 || /\p{C}/u.test(tidy)) return { refused: 'bad_name' }
  const known = await first(ports.db, staffByName({ name: tidy }))

  if (known !== undefined) {
    return role === undefined || role === known.role ? known : { refused: 'other_role', role: known.role }
  }
  if (role === undefined) return { refused: 'role_needed' }

  const at = ports.clock.now()
  const staff: Staff = { id: ports.ids.next('staff'), name: tidy, role }
  const outcome = await ports.db.together(
    store.addStaff({ ...staff, at }),
    addAudit({ id: ports.ids.next('audit'), actor: 'operator', action: 'staff.added', subject: staff.id, at }),
  )
  // The name is there now: someone else added it in between, and their role stands.
  return outcome.done ? staff : findOrAddStaff(ports, { name, role })
}

/**
 * A fresh one-time sign-in link for one person, valid for an hour. The code is in the link and nowhere else: what is
 * stored is its keyed hash.
 */
export async function makeSignInLink(
  ports: Ports,
  who: NewStaff,
): Promise<{ link: string; staff: Staff; expiresAt: string } | StaffRefusal> {
  const staff = await findOrAddStaff(ports, who)
  if ('refused' in staff) return staff

  const at = ports.clock.now()
  const code = ports.ids.random(codeLength)
  const [codeHash = ''] = await hashesOf(ports.keys.codes, 'sign-in', code)
  const id = ports.ids.next('signin')
  const expiresAt = later(at, linkSeconds)

  const outcome = await ports.db.together(
    store.addSignIn({ id, staffId: staff.id, codeHash, expiresAt, at }),
    addAudit({ id: ports.ids.next('audit'), actor: 'operator', action: 'sign_in.made', subject: staff.id, at }),
  )
  if (!outcome.done) throw new Error(`A sign-in link was refused by ${outcome.breach.on}.`)
  return { link: `${ports.settings.origin}/sign-in/${code}`, staff, expiresAt }
}

export type SignInRefusal = { refused: 'link_invalid' | 'link_expired' | 'link_spent' }

/** Uses a sign-in code up and opens the one session that it is good for. */
export async function signIn(ports: Ports, code: string): Promise<{ sessionId: string; role: Role } | SignInRefusal> {
  const { db, clock, ids, keys } = ports
  const at = clock.now()
  const hashes = await hashesOf(keys.codes, 'sign-in', tidyCode(code))
  const found = await Promise.all(hashes.map((hash) => first(db, store.signInByHash({ hash }))))
  const link = found.find((row) => row !== undefined)

  if (link === undefined) return { refused: 'link_invalid' }
  if (link.used !== null) return { refused: 'link_spent' }
  if (link.expiresAt <= at) return { refused: 'link_expired' }

  const sessionId = ids.next('session')
  const outcome = await db.together(
    store.useSignIn({ signInId: link.id, at }),
    store.addSession({ id: sessionId, staffId: link.staffId, expiresAt: later(at, sessionSeconds) }),
    addAudit({ id: ids.next('audit'), actor: link.staffId, action: 'staff.signed_in', subject: link.id, at }),
  )
  return outcome.done ? { sessionId, role: link.role } : { refused: 'link_spent' }
}

/** Ends a session; ending it again changes nothing. */
export async function signOut({ db, clock, ids }: Ports, sessionId: string): Promise<void> {
  const at = clock.now()
  const staff = await first(db, store.liveSession({ id: sessionId, now: at }))
  if (staff === undefined) return
  const outcome = await db.together(
    store.endSession({ id: sessionId, at }),
    addAudit({ id: ids.next('audit'), actor: staff.id, action: 'staff.signed_out', subject: sessionId, at }),
  )
  if (!outcome.done) throw new Error(`Signing out was refused by ${outcome.breach.on}.`)
}

/**
 * Takes someone out at once: their sessions end and their unused links open nothing any more. What they did stays in
 * the audit trail under their id, and a fresh link would let them in again. Undefined when nobody has that name.
 */
export async function removeStaff(ports: Ports, name: string): Promise<Staff | undefined> {
  const { db, clock, ids } = ports
  const staff = await first(db, staffByName({ name: tidyName(name) }))
  if (staff === undefined) return undefined

  const at = clock.now()
  const links = await db.read(store.openSignIns({ staffId: staff.id, now: at }))
  const outcome = await db.together(
    ...links.map((link) => store.useSignIn({ signInId: link.id, at })),
    store.endSessionsOf({ staffId: staff.id, at }),
    addAudit({ id: ids.next('audit'), actor: 'operator', action: 'staff.removed', subject: staff.id, at }),
  )
  // One of the links was used in between: the session that it opened has to end as well.
  return outcome.done ? staff : removeStaff(ports, name)
}

function tidyName(name: string): string {
  return normalizeText(name).trim().replace(/\s+/g, ' ')
}

function later(iso: string, seconds: number): string {
  return new Date(Date.parse(iso) + seconds * 1000).toISOString()
}
