/**
 * `npm run export-books -- --to FILE [--through DAY] [--where edge]` writes the books for an auditor: everything up to
 * now, or to the end of a day (UTC), signed, with nothing of an answer or a payee in it.
 */

import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { commit } from '../platform/db/perform.ts'
import { dayMs } from '../platform/time/zone.ts'
import type { Ports } from '../ports.ts'
import { exportBooks, settleMs } from '../reconciliation/export/export.ts'
import { addAudit } from '../staff/audit-trail/audit.ts'
import { newestSeal } from '../staff/audit-trail/seal.ts'
import { type EdgePlace, openWhere, wheres } from './open-edge.ts'

const usage = `Usage: npm run export-books -- --to FILE [--through 2026-02-28] [--where edge|edge-remote]
Without --through, the books include everything up to a minute ago.`

function asked(): { to: string; through: string | undefined; where: EdgePlace } {
  const { values } = parseArgs({
    options: { to: { type: 'string' }, through: { type: 'string' }, where: { type: 'string', default: 'here' } },
  })
  const where = wheres.find((it) => it === values.where)
  if (values.to === undefined || where === undefined) throw new Error(usage)
  return { to: values.to, through: values.through, where }
}

function untilOf(through: string | undefined, now: string): string {
  const latest = new Date(Date.parse(now) - settleMs).toISOString()
  if (through === undefined) return latest
  const begins = /^\d{4}-\d\d-\d\d$/.test(through) ? Date.parse(through) : Number.NaN
  if (Number.isNaN(begins)) throw new Error(`${through} is not a day.\n${usage}`)
  const until = new Date(begins + dayMs).toISOString()
  if (until > latest) throw new Error(`${through} is not over yet (UTC).`)
  return until
}

/** Writes beside the file first, so that half of it never goes by its name. */
async function write(ports: Ports, to: string, until: string): Promise<void> {
  const part = `${to}.part`
  try {
    await pipeline(Readable.from(exportBooks(ports, until)), createWriteStream(part, { mode: 0o600 }))
    renameSync(part, to)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

try {
  const { to, through, where } = asked()
  const { ports, close } = await openWhere(where, process.env)
  try {
    const { db, clock, ids } = ports
    const at = clock.now()
    const until = untilOf(through, at)
    const audit = { id: ids.next('audit'), actor: 'operator', action: 'books.exported', subject: until, at }
    await commit(db, 'An audit entry', addAudit(audit))
    await write(ports, to, until)
    const [head] = await db.read(newestSeal({}))
    console.log(`Wrote the books up to ${until} to ${to}.`)
    if (head !== undefined) {
      console.log(`The latest seal of the audit trail is number ${head.n}:\n${head.hash}`)
      console.log(
        'Keep this hash somewhere else: every later export has to contain it (npm run verify-books -- FILE --head HASH).',
      )
    }
  } finally {
    await close()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
