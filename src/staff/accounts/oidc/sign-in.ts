/**
 * Signing in as whom a provider names. By invitation only: an identity is somebody's of the staff when they used a one-time
 * link with it, or when the provider vouches for the address that an owner entered. Never by a name. An address is a word
 * of whoever entered it, who may own the mailbox: the account counts as theirs as well until somebody else has confirmed it,
 * and before that lets nobody in who deals with money.
 */
import { taken } from '../../../../schema/constraints.ts'
import { perform, plan, stale, unexpected } from '../../../platform/db/perform.ts'
import { type Breach, first } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import { addAudit } from '../../audit-trail/audit.ts'
import { identitiesOf } from '../../people/store.ts'
import type { LinkHeld } from '../actions.ts'
import { openSession } from '../open-session.ts'
import type { RefusedSignIn } from '../refused-sign-ins.ts'
import { readStaffById } from '../session.ts'
import { useSignIn } from '../store.ts'
import { dealsWithMoney, isUnconfirmed, type Vouched } from '../vouched.ts'
import type { Identity } from './provider.ts'
import * as store from './store.ts'

type Signed = { sessionId: string } | { refused: RefusedSignIn }

/**
 * Opens a session for the one whose identity it is, or becomes now.
 * @param link the one-time link that somebody opened before they went to the provider
 */
export function signInAs(ports: Ports, who: Identity, link: LinkHeld | null): Promise<Signed> {
  const { db, clock, ids } = ports
  return perform<Signed>(db, 'Signing in by a provider', async () => {
    const known = await first(db, store.staffByIdentity(who))
    if (known !== undefined && link !== null && known.id !== link.staffId) return { refused: 'identity_taken' }
    // Whoever else made the link may be the one who holds it: it does not add an account of theirs to somebody's own.
    const isByAnother = link !== null && link.madeBy !== null && link.madeBy !== link.staffId
    if (known === undefined && isByAnother && (await hasIdentity(ports, link.staffId)))
      return { refused: 'has_identity' }
    const found = known ?? link ?? (await invitedByEmail(ports, who))
    if (found === undefined) return { refused: 'not_invited' }
    if ('removedAt' in found && (found.suspendedAt !== null || found.removedAt !== null)) return { refused: 'not_here' }

    const at = clock.now()
    const staffId = link?.staffId ?? found.id
    const vouched = link !== null && known === undefined ? byNobody : vouchedFor(known ?? found)
    const { issuer, subject } = who
    const binding =
      known === undefined
        ? [
            store.addIdentity({ issuer, subject, staffId, at, ...vouched }),
            addAudit({
              ...{ id: ids.next('audit'), actor: staffId, action: 'staff.bound', at },
              subject: vouched.vouchedBy === null ? staffId : `${staffId} ${vouched.vouchedBy}`,
            }),
          ]
        : []
    const refused = (breach: Breach) => (breach.on === taken.identity ? stale(breach) : unexpected)
    if (vouched.vouchedBy !== null && link === null && (await isOfMoney(ports, staffId))) {
      if (binding.length === 0) return { refused: 'unconfirmed' }
      return plan<Signed>({ rows: binding, done: { refused: 'unconfirmed' }, refused })
    }
    // A provider whose clock is ahead proves nothing of later than now.
    const provedAt = who.provedAt !== null && who.provedAt < at ? who.provedAt : at
    // An account that the link binds shows no more than the link did.
    const shown = known === undefined && link !== null ? link : { madeBy: vouched.vouchedBy, madeAs: vouched.vouchedAs }
    const { sessionId, rows, audit } = openSession(ports, {
      ...{ staffId, way: 'oidc', by: 'oidc', at, provedAt },
      ...{ linkBy: shown.madeBy, linkAs: shown.madeAs },
    })
    return plan<Signed>({
      rows: [...(link === null ? [] : [useSignIn({ signInId: link.id, at })]), ...binding, ...rows],
      audit,
      done: { sessionId },
      refused: (breach) => (breach.on === taken.signIn ? { refused: 'link_spent' } : refused(breach)),
    })
  })
}

const byNobody = { vouchedBy: null, vouchedAs: null }

/** By whose word an account is somebody's; by nobody's where it is confirmed, or where they entered the address themselves. */
function vouchedFor(found: Vouched & { id: string; vouchedAs?: string | null | undefined }) {
  if (found.vouchedBy === found.id || !isUnconfirmed(found)) return byNobody
  return { vouchedBy: found.vouchedBy, vouchedAs: found.vouchedAs ?? null }
}

async function isOfMoney({ db }: Pick<Ports, 'db'>, id: string): Promise<boolean> {
  const staff = await readStaffById(db, id)
  return staff !== undefined && dealsWithMoney(staff)
}

async function hasIdentity({ db }: Pick<Ports, 'db'>, staffId: string): Promise<boolean> {
  return (await first(db, identitiesOf({ staffId }))) !== undefined
}

/** Only the first identity of a provider comes by an address: whoever gets a mailbox later gets nobody's account. */
async function invitedByEmail({ db }: Pick<Ports, 'db'>, { verifiedEmail, issuer }: Identity) {
  if (verifiedEmail === null) return undefined
  const found = await first(db, store.staffByEmail({ email: verifiedEmail, issuer }))
  return found === undefined || found.subject !== null ? undefined : found
}
