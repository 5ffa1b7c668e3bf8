/** What is done with accounts of staff: added, given a sign-in link, signed in and out, removed. */
import { taken } from '../../../schema/constraints.ts'
import type { Role } from '../../../schema/tables.ts'
import { hashesOf, tidyCode } from '../../platform/crypto/codes.ts'
import { commit, type Plan, perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { first } from '../../platform/db/together.ts'
import { normalizeText } from '../../platform/http/form.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../audit-trail/audit.ts'
import { type GiveRefusal, giveRole, roleWrites, studiesMeant } from '../permissions/give.ts'
import { countingOwners } from '../permissions/owners.ts'
import { asOthers, type CameIn } from './counts-as.ts'
import { addSeconds, openSession } from './open-session.ts'
import { readSession, readStaff } from './session.ts'
import type { Staff } from './store.ts'
import * as store from './store.ts'

const linkSeconds = 3600
/** 26 characters of five bits: 130, beyond guessing. */
const codeLength = 26

export interface NewStaff {
  name: string
  /** Needed for a name that is new; given to one that is known as well, where it is of the desk that they have. */
  role?: Role | undefined
  /** The slug of the one study that the role is for; every study when there is none, also those opened from now on. */
  study?: string | undefined
  /** In lower case; of a name that is new. */
  email?: string | null
  /** Who asks, as their session has them; left out for a command. */
  maker?: CameIn | null
}

export type StaffRefusal = { refused: 'bad_name' | 'role_needed' | 'email_taken' } | GiveRefusal

/**
 * The person of that name with the role that is asked for, added when the name is new.
 * - `bad_name`: empty, over 80 characters or with control characters
 * - `role_needed`: the name is new
 * - `email_taken`: somebody else has that address
 */
export function findOrAddStaff(ports: Ports, who: NewStaff): Promise<Staff | StaffRefusal> {
  return perform(ports.db, 'A member of staff', () => decideStaff(ports, who))
}

async function decideStaff(
  ports: Ports,
  { name, role, study, email = null, maker = null }: NewStaff,
): Promise<Staff | StaffRefusal | Plan<Staff | StaffRefusal>> {
  const by = maker?.id ?? 'operator'
  const tidy = tidyName(name)
  if (tidy === '' || tidy.length > 80 || /\p{C}/u.test(tidy)) return { refused: 'bad_name' }
  const known = await readStaff(ports.db, tidy)
  if (known !== undefined) return role === undefined ? known : giveRole(ports, known, role, study, by)
  if (role === undefined) return { refused: 'role_needed' }

  const studies = await studiesMeant(ports.db, study)
  if (studies === undefined) return { refused: 'no_study' }
  const at = ports.clock.now()
  const id = ports.ids.next('staff')
  const usualRole = study === undefined ? role : 'none'
  const rows = [
    store.addStaff({
      ...{ id, name: tidy, usualRole, email, at },
      ...(email === null || maker === null
        ? { emailBy: null, emailAs: null }
        : { emailBy: maker.id, emailAs: asOthers(maker) }),
    }),
    addAudit({ id: ports.ids.next('audit'), actor: by, action: 'staff.added', subject: id, at }),
    ...studies.flatMap((studyId) => roleWrites(ports, { staffId: id, studyId, role, hasDesk: false, at, by })),
  ]
  const owned = role === 'owner' ? [...studies, ...(study === undefined ? [null] : [])] : []
  const grants = studies.map((studyId) => ({ studyId, role }))
  return plan<Staff | StaffRefusal>({
    rows: countingOwners(owned, rows, true),
    done: { id, name: tidy, usualRole, grants, state: 'here', email },
    // The name is there now: someone else added it in between, and what they were given stands.
    refused: (breach) => {
      if (breach.on === taken.staffEmail) return { refused: 'email_taken' }
      return breach.on === taken.staff ? stale(breach) : unexpected
    },
  })
}

/**
 * A fresh one-time sign-in link for one person, valid for an hour unless told otherwise. The code is in the link and
 * nowhere else: what is stored is its keyed hash.
 * @param maker who makes it, as their session has them; null for a command
 */
export async function makeSignInLink(
  ports: Ports,
  who: Omit<NewStaff, 'maker'>,
  maker: CameIn | null = null,
  seconds = linkSeconds,
): Promise<{ link: string; staff: Staff; expiresAt: string } | StaffRefusal> {
  const staff = await findOrAddStaff(ports, { ...who, maker })
  if ('refused' in staff) return staff
  if (staff.state !== 'here') return { refused: 'not_here' }

  const at = ports.clock.now()
  const code = ports.ids.random(codeLength)
  const [codeHash = ''] = await hashesOf(ports.keys.codes, 'sign-in', code)
  const id = ports.ids.next('signin')
  const expiresAt = addSeconds(at, seconds)

  await commit(
    ports.db,
    'A sign-in link',
    store.addSignIn({
      ...{ id, staffId: staff.id, codeHash, expiresAt, at },
      ...{ madeBy: maker?.id ?? null, madeAs: maker === null ? null : asOthers(maker) },
    }),
    addAudit({
      id: ports.ids.next('audit'),
      actor: maker?.id ?? 'operator',
      action: 'sign_in.made',
      subject: staff.id,
      at,
    }),
  )
  return { link: `${ports.settings.origin}/sign-in/${code}`, staff, expiresAt }
}

/** A one-time link that somebody opened. */
export interface LinkHeld {
  id: string
  staffId: string
  /** Who of the staff made it; null of the command line. */
  madeBy: string | null
  /** As whom else they counted then (`asOthers`). */
  madeAs: string | null
}

export type SignInRefusal = { refused: 'link_invalid' | 'link_expired' | 'link_spent' | 'not_here' }

/** The link that a code is of, as long as it lets in whom it was made for. */
export async function findSignIn({ db, clock, keys }: Ports, code: string): Promise<LinkHeld | SignInRefusal> {
  const hashes = await hashesOf(keys.codes, 'sign-in', tidyCode(code))
  const found = await Promise.all(hashes.map((hash) => first(db, store.signInByHash({ hash }))))
  const link = found.find((row) => row !== undefined)

  if (link === undefined) return { refused: 'link_invalid' }
  if (link.suspendedAt !== null || link.removedAt !== null) return { refused: 'not_here' }
  if (link.used !== null) return { refused: 'link_spent' }
  if (link.expiresAt <= clock.now()) return { refused: 'link_expired' }
  return { id: link.id, staffId: link.staffId, madeBy: link.madeBy ?? null, madeAs: link.madeAs ?? null }
}

/** Uses a sign-in code up and opens the one session that it is good for. */
export async function signIn(ports: Ports, code: string): Promise<{ sessionId: string } | SignInRefusal> {
  const { db, clock } = ports
  const link = await findSignIn(ports, code)
  if ('refused' in link) return link
  const at = clock.now()
  return perform(db, 'Signing in', async () => {
    const { sessionId, rows, audit } = openSession(ports, {
      staffId: link.staffId,
      way: 'link',
      by: link.id,
      linkBy: link.madeBy,
      linkAs: link.madeAs,
      at,
      provedAt: at,
    })
    return plan<{ sessionId: string } | SignInRefusal>({
      rows: [store.useSignIn({ signInId: link.id, at }), ...rows],
      audit,
      done: { sessionId },
      refused: () => ({ refused: 'link_spent' }),
    })
  })
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

/** A name as it is stored: normalized, without blanks around it, one blank between its words. */
export function tidyName(name: string): string {
  return normalizeText(name).trim().replace(/\s+/g, ' ')
}
