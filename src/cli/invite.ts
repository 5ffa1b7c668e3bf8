/**
 * `npm run invite -- [--count N] [--days D] [--study SLUG]` prints fresh personal links, and needs no study where there is
 * only one; `--guardian-confirmed` for somebody of 14 to 17 whose parent or guardian has confirmed in writing; `--revoke LINK`
 * ends one that has not been spent; `--sign-out LINK` signs out whoever began by it. `--where edge|edge-remote` is the Worker's D1.
 */
import { parseArgs } from 'node:util'
import type { Ports } from '../ports.ts'
import { findInvitation, type Invitation, invite, revokeInvitation } from '../survey/respondents/actions.ts'
import { endSessionsOfInvitation } from '../survey/respondents/end-sessions.ts'
import { findStudy, listStudies } from '../survey/studies/store.ts'
import type { Study } from '../survey/studies/study.ts'
import { openWhere, wheres } from './open-edge.ts'

const dayMs = 24 * 3_600_000

function asked() {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '1' },
      days: { type: 'string', default: '90' },
      study: { type: 'string' },
      revoke: { type: 'string' },
      'sign-out': { type: 'string' },
      'guardian-confirmed': { type: 'boolean', default: false },
      where: { type: 'string', default: 'here' },
    },
  })
  const count = Number(values.count)
  const days = Number(values.days)
  const where = wheres.find((it) => it === values.where)
  if (!Number.isInteger(count) || count < 1 || count > 100_000) throw new Error('--count is a number from 1 to 100000.')
  if (!Number.isInteger(days) || days < 1 || days > 3_650) throw new Error('--days is a number from 1 to 3650.')
  if (where === undefined) throw new Error(`--where is one of ${wheres.join(', ')}.`)
  return {
    count,
    days,
    where,
    study: values.study,
    revoke: values.revoke,
    signOut: values['sign-out'],
    guardian: values['guardian-confirmed'],
  }
}

/** The study of this slug; without one, the only study that there is. */
async function studyMeant({ db, clock }: Pick<Ports, 'db' | 'clock'>, slug: string | undefined): Promise<Study> {
  if (slug !== undefined) {
    const named = await findStudy(db, slug, clock.now())
    if (named === undefined) throw new Error(`There is no study ${slug}.`)
    return named
  }
  const studies = await listStudies(db, clock.now())
  const [only, ...others] = studies
  if (only === undefined) throw new Error('There is no study yet.')
  if (others.length > 0) throw new Error(`Which study? --study ${studies.map((study) => study.slug).join('|')}`)
  return only
}

/** The invitation that a link, or its code, is of. */
async function invitationOf(ports: Ports, link: string): Promise<Invitation> {
  const invitation = await findInvitation(ports, link.split('/').at(-1) ?? '')
  if (invitation === undefined) throw new Error('There is no such invitation.')
  return invitation
}

try {
  const { count, days, where, study: slug, revoke, signOut, guardian } = asked()
  const { ports, close } = await openWhere(where, process.env)
  try {
    if (signOut !== undefined) {
      const someone = await endSessionsOfInvitation(ports, await invitationOf(ports, signOut), 'operator')
      console.log(someone ? 'Every device that began by it is signed out.' : 'Nobody has begun by it.')
    } else if (revoke !== undefined) {
      const invitation = await invitationOf(ports, revoke)
      const revoked = await revokeInvitation(ports, invitation.id, 'operator')
      console.log(revoked ? 'The invitation is revoked.' : 'The invitation had already ended.')
    } else {
      const study = await studyMeant(ports, slug)
      const expiresAt = new Date(Date.parse(ports.clock.now()) + days * dayMs).toISOString()
      for (let made = 0; made < count; made++) {
        console.log(`${ports.settings.origin}/i/${await invite(ports, study.id, expiresAt, guardian)}`)
      }
    }
  } finally {
    await close()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
