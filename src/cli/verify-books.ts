/**
 * `npm run verify-books -- FILE [--jwks FILE] [--head HASH]` checks exported books from the file alone: no database, no
 * keys, no network. It ends with 1 when a promise is broken.
 */
import { createReadStream, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { JSONWebKeySet } from 'jose'
import { splitLines } from '../books/verify/split-lines.ts'
import { verifyBooks } from '../books/verify/verify.ts'
import { printLooked } from './looked.ts'

const usage = `Usage: npm run verify-books -- FILE [--jwks FILE] [--head HASH]
--jwks is what ORIGIN/.well-known/jwks.json serves, kept in a file: without it no signature is checked.
--head is the hash of a seal that is known from earlier: without it nobody can tell that the end was not cut off and the
books signed anew.`

function readJwks(path: string): JSONWebKeySet {
  try {
    const jwks = JSON.parse(readFileSync(path, 'utf8')) as JSONWebKeySet
    if (Array.isArray(jwks.keys)) return jwks
  } catch {}
  throw new Error(`${path} is no key set: it must be what /.well-known/jwks.json serves.`)
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { jwks: { type: 'string' }, head: { type: 'string' } },
  })
  const [path, ...others] = positionals
  if (path === undefined || others.length > 0) throw new Error(usage)
  const jwks = values.jwks === undefined ? undefined : readJwks(values.jwks)
  const lines = splitLines(createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 }))
  printLooked(await verifyBooks(lines, { jwks, head: values.head }))
  if (jwks === undefined) console.log('The signature was not checked: --jwks FILE does.')
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
