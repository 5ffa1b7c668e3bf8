/**
 * `npm run verify-books -- FILE [--jwks FILE] [--head HASH]` checks exported books from the file alone: no database, no
 * keys, no network. With `--report FILE` it checks a signed report or a study's public figures, against the books if
 * they are given too. It ends with 1 when a promise is broken.
 */
import { createReadStream, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { JSONWebKeySet } from 'jose'
import { readLine } from '../reconciliation/export/lines.ts'
import { splitLines } from '../reconciliation/export/verify/split-lines.ts'
import { verifyBooks } from '../reconciliation/export/verify/verify.ts'
import { type SealedLine, verifyReport } from '../reconciliation/reports/signing/verify.ts'
import { printChecks } from './print-checks.ts'

const usage = `Usage: npm run verify-books -- FILE [--jwks FILE] [--head HASH] [--report FILE]
       npm run verify-books -- --report FILE --jwks FILE
--jwks is a file with what ORIGIN/.well-known/jwks.json serves; without it no signature is checked.
--head is the hash of a seal that you kept from an earlier export; without it nobody can tell whether the end was cut
off and the books signed again.
--report is a signed report, or what ORIGIN/s/STUDY/trust.json serves.`

function readJwks(path: string): JSONWebKeySet {
  try {
    const jwks = JSON.parse(readFileSync(path, 'utf8')) as JSONWebKeySet
    if (Array.isArray(jwks.keys)) return jwks
  } catch {}
  throw new Error(`${path} is not a key set: it must be what /.well-known/jwks.json serves.`)
}

/** The seals of exported books, and those of their entries that tell of signed reports. */
async function trailOf(path: string) {
  const seals = new Set<string>()
  const entries: SealedLine[] = []
  for await (const text of linesOf(path)) {
    const line = readLine(text)
    if ('wrong' in line || line.kind !== 'seal') continue
    seals.add(line.hash)
    if (!('entry' in line)) continue
    const [, actor, action, subject] = line.entry
    if (action === 'report.signed') entries.push({ hash: line.hash, actor, action, subject })
  }
  return { seals, entries }
}

function linesOf(path: string) {
  return splitLines(createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 }))
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { jwks: { type: 'string' }, head: { type: 'string' }, report: { type: 'string' } },
  })
  const [path, ...others] = positionals
  const { report, head } = values
  if ((path === undefined && report === undefined) || others.length > 0) throw new Error(usage)
  const jwks = values.jwks === undefined ? undefined : readJwks(values.jwks)
  if (report !== undefined && jwks === undefined) throw new Error(usage)
  const results = [
    ...(path === undefined ? [] : await verifyBooks(linesOf(path), { jwks, head })),
    ...(report === undefined || jwks === undefined
      ? []
      : await verifyReport(readFileSync(report, 'utf8'), jwks, path === undefined ? null : await trailOf(path))),
  ]
  printChecks(results)
  if (jwks === undefined) console.log('The signature was not checked; use --jwks FILE to check it.')
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
