/**
 * `npm run audit [-- --where edge] [--seal]` looks at everything that always holds in a live database, prints each
 * promise with its figures, and ends with 1 when one is broken.
 */
import { parseArgs } from 'node:util'
import { auditDatabase } from '../reconciliation/integrity/audit.ts'
import { sealAudit } from '../staff/audit-trail/seal.ts'
import { openWhere, type Where, wheres } from './open-edge.ts'
import { printChecks } from './print-checks.ts'

const usage = `Usage: npm run audit [-- --where edge|edge-remote] [--seal]
--seal first seals every audit entry that has no seal, however old; it changes nothing else.`

function asked(): { where: Where; seal: boolean } {
  const options = { where: { type: 'string', default: 'here' }, seal: { type: 'boolean', default: false } } as const
  const { values } = parseArgs({ options })
  const where = wheres.find((it) => it === values.where)
  if (where === undefined) throw new Error(usage)
  return { where, seal: values.seal }
}

try {
  const { where, seal } = asked()
  const { ports, close } = await openWhere(where, process.env, { to: 'look' })
  try {
    if (seal) console.log(`Sealed ${(await sealAudit(ports, true)).sealed} audit entries.`)
    printChecks(await auditDatabase(ports))
  } finally {
    await close()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
