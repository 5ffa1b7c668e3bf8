import { taken } from '../../../schema/constraints.ts'
import type { Role } from '../../../schema/tables.ts'
import { hashesOf, tidyCode } from '../../platform/crypto/codes.ts'
import { commit, type Plan, perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { first } from '../../platform/db/together.ts'
import { normalizeText } from '../../platform/http/form.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../audit-trail/audit.ts'
import { type GiveRefusal, giveRole, roleWrites, studiesMeant } from '../permissions/give.ts'
import { readSession, readStaff } from './session.ts'
import type { Staff } from './store.ts'
import * as store from './store.ts'

/** How long a session lasts at most: a working day, and then a fresh link. */
const sessionSeconds = 12 * 3600
const linkSeconds = 3600
/** 26 characters of five bits: 130, beyond guessing. */
const codeLength = 26

export interface NewStaff {
  name: string
  /** Needed for a name that is new; given to one that is known as well, where it is of the desk that they have. */
  role?: Role | undefined
  /** The slug of the one study that the role is for; every study when there is none, also those opened from now on. */
  study?: string | undefined
}

export type StaffRefusal = { refused: 'bad_name' | 'role_needed' } | GiveRefusal

/**
 * The person of that name with the role that is asked for, added when the name is new.
 * - `bad_name`: empty, over 80 characters or with control characters
 * - `role_needed`: the name is new
 */
export function findOrAddStaff(ports: Ports, who: NewStaff): Promise<Staff | StaffRefusal> {
  return perform(ports.db, 'A member of staff', () => decideStaff(ports, who))
}

async function decideStaff(ports: Ports, { name, role, study }: NewStaff): Promise<Staff | StaffRefusal | Plan<Staff>> {
  const tidy = tidyName(name)
  if (tidy === '' || tidy.length > 80 || /\p{C}/u.test(tidy)) return { refused: 'bad_name' }
  const known = await readStaff(ports.db, tidy)
  if (known !== undefined) return role === undefined ? known : giveRole(ports, known, role, study)
  if (role === undefined) return { refused: 'role_needed' }

  const studies = await studiesMeant(ports.db, study)
  if (studies === undefined) return { refused: 'no_study' }
  const at = ports.clock.now()
  const id = ports.ids.next('staff')
  const usualRole = study === undefined ? role : 'none'
  return plan<Staff>({
    rows: [
      store.addStaff({ id, name: tidy, usualRole, at }),
      addAudit({ id: ports.ids.next('audit'), actor: 'operator', action: 'staff.added', subject: id, at }),
      ...studies.flatMap((studyId) => roleWrites(ports, { staffId: id, studyId, role, hasDesk: false, at })),
    ],
    done: { id, name: tidy, usualRole, grants: studies.map((studyId) => ({ studyId, role })) },
    // The name is there now: someone else added it in between, and what they were given stands.
    refused: (breach) => (breach.on === taken.staff ? stale(breach) : unexpected),
  })
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

  await commit(
    ports.db,
    'A sign-in link',
    store.addSignIn({ id, staffId: staff.id, codeHash, expiresAt, at }),
    addAudit({ id: ports.ids.next('audit'), actor: 'operator', action: 'sign_in.made', subject: staff.id, at }),
  )
  return { link: `${ports.settings.origin}/sign-in/${code}`, staff, expiresAt }
}

export type SignInRefusal = { refused: 'link_invalid' | 'link_expired' | 'link_spent' }

/** Uses a sign-in code up and opens the one session that it is good for. */
export async function signIn(ports: Ports, code: string): Promise<{ sessionId: string } | SignInRefusal> {
  const { db, clock, ids, keys } = ports
  const at = clock.now()
  const hashes = await hashesOf(keys.codes, 'sign-in', tidyCode(code))
  const found = await Promise.all(hashes.map((hash) => first(db, store.signInByHash({ hash }))))
  const link = found.find((row) => row !== undefined)

  if (link === undefined) return { refused: 'link_invalid' }
  if (link.used !== null) return { refused: 'link_spent' }
  if (link.expiresAt <= at) return { refused: 'link_expired' }

  const sessionId = ids.next('session')
  return perform(db, 'Signing in', async () =>
    plan<{ sessionId: string } | SignInRefusal>({
      rows: [
        store.useSignIn({ signInId: link.id, at }),
        store.addSession({ id: sessionId, staffId: link.staffId, expiresAt: later(at, sessionSeconds) }),
      ],
      audit: addAudit({ id: ids.next('audit'), actor: link.staffId, action: 'staff.signed_in', subject: link.id, at }),
      done: { sessionId },
      refused: () => ({ refused: 'link_spent' }),
    }),
  )
}

/** Ends a session; ending it again changes nothing. */
export async function signOut({ db, clock, ids }: Ports, sessionId: string): Promise<void> {
  const at = clock.now()
  const staff = await readSession(db, sessionId, at)
  if (staff === undefined) return
  await commit(
    db,
    'Signing out',
    store.endSession({ id: sessionId, at }),
    addAudit({ id: ids.next('audit'), actor: staff.id, action: 'staff.signed_out', subject: sessionId, at }),
  )
}

/**
 * Takes someone out at once: their sessions end and their unused links open nothing any more. What they did stays in
 * the audit trail under their id, and a fresh link would let them in again. Undefined when nobody has that name.
 */
export function removeStaff(ports: Ports, name: string): Promise<Staff | undefined> {
  return perform(ports.db, 'Removing staff', () => decideRemoval(ports, name))
}

async function decideRemoval(ports: Ports, name: string): Promise<Plan<Staff> | undefined> {
  const { db, clock, ids } = ports
  const staff = await readStaff(db, tidyName(name))
  if (staff === undefined) return undefined

  const at = clock.now()
  const links = await db.read(store.openSignIns({ staffId: staff.id, now: at }))
  return plan<Staff>({
    rows: [
      ...links.map((link) => store.useSignIn({ signInId: link.id, at })),
      store.endSessionsOf({ staffId: staff.id, at }),
    ],
    audit: addAudit({ id: ids.next('audit'), actor: 'operator', action: 'staff.removed', subject: staff.id, at }),
    done: staff,
    // One of the links was used in between: the session that it opened has to end as well.
    refused: stale,
  })
}

export function tidyName(name: string): string {
  return normalizeText(name).trim().replace(/\s+/g, ' ')
}

function later(iso: string, seconds: number): string {
  return new Date(Date.parse(iso) + seconds * 1000).toISOString()
}
