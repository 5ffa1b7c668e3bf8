/** Suspending, letting in again and removing people: at once, because every request asks who is there. */
import { limit, taken } from '../../../schema/constraints.ts'
import { type Plan, perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import type { Ports } from '../../ports.ts'
import { asOthers, mayBeOne } from '../accounts/counts-as.ts'
import { readStaffById } from '../accounts/session.ts'
import type { Staff } from '../accounts/store.ts'
import { endSessionsOf, openSignIns, useSignIn } from '../accounts/store.ts'
import { isUnconfirmed } from '../accounts/vouched.ts'
import { addAudit } from '../audit-trail/audit.ts'
import { may } from '../permissions/may.ts'
import { countingOwners, ownedBy } from '../permissions/owners.ts'
import * as store from './store.ts'

export const changes = ['suspend', 'resume', 'remove'] as const
export type StaffAction = (typeof changes)[number]

/**
 * `no_one`: nobody has that id; `not_here`: they have left, or are in that state already; `not_yours`: they have roles in
 * a study that whoever asks does not own; `last_owner`: nobody else owns one of their studies.
 */
export type PersonRefusal = { refused: 'no_one' | 'not_here' | 'not_yours' | 'last_owner' }

const actions = { suspend: 'staff.suspended', resume: 'staff.resumed', remove: 'staff.left' } as const

/** Whether somebody answers for all that another one may do: then they may be let in or kept out by them. */
export function mayAnswerFor(owner: Staff, other: Staff): boolean {
  const ownsAll = other.grants.every(({ studyId }) => may(owner, 'staff.manage', studyId))
  return ownsAll && (other.grants.length > 0 || other.usualRole === 'none' || owner.usualRole === 'owner')
}

/** Changes whether somebody may come in. */
export function changePerson(
  ports: Ports,
  owner: Staff,
  id: string,
  change: StaffAction,
): Promise<{ done: Staff } | PersonRefusal> {
  return perform(ports.db, 'Changing who may come in', () => decide(ports, owner, id, change))
}

async function decide(
  ports: Ports,
  owner: Staff,
  id: string,
  change: StaffAction,
): Promise<PersonRefusal | Plan<{ done: Staff } | PersonRefusal>> {
  const { db, clock, ids } = ports
  const staff = await readStaffById(db, id)
  if (staff === undefined) return { refused: 'no_one' }
  if (!mayAnswerFor(owner, staff)) return { refused: 'not_yours' }
  if (staff.state === 'removed' || (staff.state === 'suspended') === (change === 'suspend')) {
    if (!(change === 'remove' && staff.state !== 'removed')) return { refused: 'not_here' }
  }
  const at = clock.now()
  const links = await db.read(openSignIns({ staffId: id, now: at }))
  const itself = {
    suspend: [store.suspend({ id, at })],
    resume: [store.resume({ id })],
    remove: [
      store.markRemoved({ id, at }),
      store.removeRoles({ staffId: id }),
      store.removeIdentities({ staffId: id }),
    ],
  }[change]
  const rows = [
    ...itself,
    ...links.map((link) => useSignIn({ signInId: link.id, at })),
    endSessionsOf({ staffId: id, at }),
  ]
  return plan<{ done: Staff } | PersonRefusal>({
    rows: countingOwners(ownedBy(staff), rows, change === 'resume'),
    audit: addAudit({ id: ids.next('audit'), actor: owner.id, action: actions[change], subject: id, at }),
    done: { done: staff },
    refused: (breach) => {
      if (breach.on === limit.someOwner) return { refused: 'last_owner' }
      // One of the links was used in between: the session that it opened has to end as well.
      return breach.on === taken.signIn ? stale(breach) : unexpected
    },
  })
}

/** An address as it is kept; null for none, undefined for what is none. */
export function tidyEmail(typed: string): string | null | undefined {
  const email = typed.trim().toLowerCase()
  if (email === '') return null
  return email.length <= 254 && /^[^\s@\p{C}]+@[^\s@\p{C}]+\.[^\s@\p{C}]+$/u.test(email) ? email : undefined
}

type Emailed = { done: true } | { refused: 'no_one' | 'not_here' | 'not_yours' | 'email_taken' | 'bad_email' }

/**
 * Keeps the address of somebody: whoever a provider vouches it for comes in as them, and counts as whoever entered it until
 * somebody else has confirmed the account.
 */
export function changeEmail(ports: Ports, owner: Staff, id: string, typed: string): Promise<Emailed> {
  const { db, clock, ids } = ports
  return perform<Emailed>(db, 'An address', async () => {
    const email = tidyEmail(typed)
    if (email === undefined) return { refused: 'bad_email' }
    const staff = await readStaffById(db, id)
    if (staff === undefined) return { refused: 'no_one' }
    if (staff.state === 'removed') return { refused: 'not_here' }
    if (!mayAnswerFor(owner, staff)) return { refused: 'not_yours' }
    const at = clock.now()
    return plan<Emailed>({
      rows: [
        email === null ? store.clearEmail({ id }) : store.setEmail({ id, email, by: owner.id, as: asOthers(owner) }),
      ],
      audit: addAudit({ id: ids.next('audit'), actor: owner.id, action: 'staff.email_set', subject: id, at }),
      done: { done: true },
      refused: (breach) => (breach.on === taken.staffEmail ? { refused: 'email_taken' } : unexpected),
    })
  })
}

type Unbound = { done: true } | { refused: 'no_one' | 'not_here' | 'not_yours' | 'not_bound' | 'last_way' }

/**
 * Takes an account at a provider of sign-ins from somebody, and ends their sessions: it may be in other hands. The address
 * that would bind it anew goes as well. `last_way`: there is neither another account nor a link that is still good.
 * @param boundAt when it was bound (ISO 8601), which tells it from their others
 */
export function unbindIdentity(ports: Ports, owner: Staff, id: string, boundAt: string): Promise<Unbound> {
  const { db, clock, ids } = ports
  return perform<Unbound>(db, 'Unbinding an account', async () => {
    const staff = await readStaffById(db, id)
    if (staff === undefined) return { refused: 'no_one' }
    if (staff.state === 'removed') return { refused: 'not_here' }
    if (!mayAnswerFor(owner, staff)) return { refused: 'not_yours' }
    const at = clock.now()
    const bound = await db.read(store.identitiesOf({ staffId: id }))
    const gone = bound.find((one) => one.at === boundAt)
    if (gone === undefined) return { refused: 'not_bound' }
    const left = bound.filter((one) => one !== gone)
    if (left.length === 0 && (await db.read(openSignIns({ staffId: id, now: at }))).length === 0) {
      return { refused: 'last_way' }
    }
    return plan<Unbound>({
      rows: [
        store.removeIdentity({ issuer: gone.issuer, subject: gone.subject, staffId: id }),
        ...(left.some(({ issuer }) => issuer === gone.issuer) ? [] : [store.clearEmail({ id })]),
        endSessionsOf({ staffId: id, at }),
      ],
      audit: addAudit({ id: ids.next('audit'), actor: owner.id, action: 'staff.unbound', subject: id, at }),
      done: { done: true },
      refused: () => unexpected,
    })
  })
}

type Confirmed = { done: true } | { refused: 'no_one' | 'not_here' | 'not_yours' | 'not_bound' | 'own_word' }

/**
 * Confirms that an account which an address bound is that person's own: from then on it counts as nobody else's, and lets
 * them in where they have a role of the money. `own_word`: whoever asks entered the address, or may be who did, or is the
 * person.
 * @param boundAt when it was bound (ISO 8601), which tells it from their others
 */
export function confirmAccount(ports: Ports, owner: Staff, id: string, boundAt: string): Promise<Confirmed> {
  const { db, clock, ids } = ports
  return perform<Confirmed>(db, 'Confirming an account', async () => {
    const staff = await readStaffById(db, id)
    if (staff === undefined) return { refused: 'no_one' }
    if (staff.state === 'removed') return { refused: 'not_here' }
    if (!mayAnswerFor(owner, staff)) return { refused: 'not_yours' }
    const bound = (await db.read(store.identitiesOf({ staffId: id }))).find(({ at }) => at === boundAt)
    if (bound === undefined || !isUnconfirmed(bound)) return { refused: 'not_bound' }
    if (owner.id === id || mayBeOne(owner, { id: bound.vouchedBy, countsAs: bound.vouchedAs })) {
      return { refused: 'own_word' }
    }
    const at = clock.now()
    const { issuer, subject } = bound
    return plan<Confirmed>({
      rows: [store.confirmIdentity({ issuer, subject, staffId: id, by: owner.id, at })],
      audit: addAudit({ id: ids.next('audit'), actor: owner.id, action: 'staff.account_confirmed', subject: id, at }),
      done: { done: true },
      refused: () => unexpected,
    })
  })
}
