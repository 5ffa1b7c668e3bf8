/**
 * `npm run audit [-- --where edge] [--seal] [--rebuild]` looks at everything that always holds in a live database, prints each
 * promise with its figures, and ends with 1 when one is broken.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { dataDirectoryOf } from '../entry/node-ports.ts'
import { checkFile } from '../platform/db/sqlite-file/check-file.ts'
import { auditDatabase, type CheckResult } from '../reconciliation/integrity/audit.ts'
import { sealAudit } from '../staff/audit-trail/seal.ts'
import { rebuildSegments } from '../survey/insights/segments/check.ts'
import { type EdgePlace, openWhere, wheres } from './open-edge.ts'
import { printChecks } from './print-checks.ts'

const usage = `Usage: npm run audit [-- --where edge|edge-remote] [--seal] [--rebuild]
--seal first seals every audit entry that has no seal, however old; it changes nothing else.
--rebuild first makes every column of answers anew that says something else than the documents.`

function asked(): { where: EdgePlace; seal: boolean; rebuild: boolean } {
  const options = {
    where: { type: 'string', default: 'here' },
    seal: { type: 'boolean', default: false },
    rebuild: { type: 'boolean', default: false },
  } as const
  const { values } = parseArgs({ options })
  const where = wheres.find((it) => it === values.where)
  if (where === undefined) throw new Error(usage)
  return { where, seal: values.seal, rebuild: values.rebuild }
}

/** The embedded database's file itself, looked at before anything else opens it; null for Postgres, which looks after its own. */
function fileOfDatabase(): CheckResult | null {
  const config = readConfig(process.env)
  if (config.DATABASE_URL !== undefined) return null
  const breaches = checkFile(join(dataDirectoryOf(config), 'honorarium.db'), true)
  const promise = 'The file of the database is whole, and has every commit that was acknowledged.'
  return { invariant: 'file_is_whole', promise, ok: breaches.length === 0, figures: {}, breaches }
}

let file: CheckResult | null = null
try {
  const { where, seal, rebuild } = asked()
  file = where === 'here' ? fileOfDatabase() : null
  const { ports, close } = await openWhere(where, process.env, { to: 'look' })
  try {
    if (seal) console.log(`Sealed ${(await sealAudit(ports, true)).sealed} audit entries.`)
    if (rebuild) console.log(`Made ${await rebuildSegments(ports)} columns of answers anew.`)
    printChecks([...(file === null ? [] : [file]), ...(await auditDatabase(ports))])
  } finally {
    await close()
  }
} catch (error) {
  // Where the file is damaged, that is why nothing else could be looked at.
  const why = file?.ok === false ? file.breaches.join('\n') : error instanceof Error ? error.message : String(error)
  console.error(why)
  process.exitCode = 1
}
