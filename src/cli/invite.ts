/**
 * `npm run invite -- [--count N] [--days D] [--study SLUG]` prints fresh personal links; `--revoke LINK` ends one that
 * has not been spent.
 */
import { parseArgs } from 'node:util'
import { findInvitation, invite, revokeInvitation } from '../survey/respondents/actions.ts'
import { findStudy } from '../survey/studies/store.ts'
import { openWhere, wheres } from './open-edge.ts'

const dayMs = 24 * 3_600_000

function asked() {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '1' },
      days: { type: 'string', default: '90' },
      study: { type: 'string', default: 'study-abroad' },
      revoke: { type: 'string' },
      where: { type: 'string', default: 'here' },
    },
  })
  const count = Number(values.count)
  const days = Number(values.days)
  const where = wheres.find((it) => it === values.where)
  if (!Number.isInteger(count) || count < 1 || count > 100_000) throw new Error('--count is a number from 1 to 100000.')
  if (!Number.isInteger(days) || days < 1 || days > 3_650) throw new Error('--days is a number from 1 to 3650.')
  if (where === undefined) throw new Error(`--where is one of ${wheres.join(', ')}.`)
  return { count, days, where, study: values.study, revoke: values.revoke }
}

try {
  const { count, days, where, study: slug, revoke } = asked()
  const { ports, close } = await openWhere(where, process.env)
  try {
    if (revoke !== undefined) {
      const invitation = await findInvitation(ports, revoke.split('/').at(-1) ?? '')
      if (invitation === undefined) throw new Error('There is no such invitation.')
      const revoked = await revokeInvitation(ports, invitation.id, 'operator')
      console.log(revoked ? 'The invitation is revoked.' : 'The invitation had already ended.')
    } else {
      const study = await findStudy(ports.db, slug, ports.clock.now())
      if (study === undefined) throw new Error(`There is no study ${slug}.`)
      const expiresAt = new Date(Date.parse(ports.clock.now()) + days * dayMs).toISOString()
      for (let made = 0; made < count; made++) {
        console.log(`${ports.settings.origin}/i/${await invite(ports, study.id, expiresAt)}`)
      }
    }
  } finally {
    await close()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
