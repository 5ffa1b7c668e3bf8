/** That the file is whole, in order, and the one that was signed. */
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { contentHasher } from '../content.ts'
import { type ExportLineOf, kindsInOrder } from '../lines.ts'
import { breachList, type ExportCheck } from './check.ts'

/** Takes lines as text as well, for what they come to. */
export interface FileCheck extends ExportCheck {
  /** A line, without its newline, before it is read; `wrong` says why it cannot be. */
  raw(text: string, number: number, wrong: string | null): void
}

/** Checks that the file is whole: its lines in order, its hash, its end. */
export function wholeFile(): FileCheck {
  const breaches = breachList()
  const content = contentHasher()
  let waiting: string | null = null
  let lines = 0
  let end: ExportLineOf<'end'> | undefined
  let until: string | undefined
  let at = 0
  return {
    name: 'whole_file',
    promise: 'The file is whole: every line is as it was written, in its place, from the first to the last.',
    raw(text, number, wrong) {
      if (waiting !== null) content.add(waiting)
      waiting = `${text}\n`
      lines = number
      if (wrong !== null) breaches.add(`line ${number} ${wrong}`)
    },
    take(line, number) {
      if (end !== undefined) breaches.add(`line ${number} stands behind the end`)
      const place = kindsInOrder.indexOf(line.kind)
      if (place < at || (line.kind === 'books') !== (number === 1)) breaches.add(`line ${number} is out of order`)
      at = Math.max(at, place)
      if (line.kind === 'books') until = line.until
      if (line.kind === 'end') end = line
    },
    end() {
      const hash = content.end()
      if (end === undefined) breaches.add('the end is missing: the file was cut off')
      else {
        if (end.lines !== lines - 1) breaches.add(`there are ${lines - 1} lines, and there were ${end.lines}`)
        if (end.content !== hash) breaches.add('the lines are not those that were written')
        if (end.until !== until) breaches.add('the end is of other books')
      }
      return { figures: { lines }, breaches: breaches.all() }
    },
  }
}

/** Whether whoever holds the service's key wrote the last line. `jwks` is what `/.well-known/jwks.json` serves. */
export function signedBy(jwks: JSONWebKeySet): ExportCheck {
  const keys = createLocalJWKSet(jwks)
  let end: ExportLineOf<'end'> | undefined
  return {
    name: 'signature',
    promise: 'The end is signed by a key of the service.',
    take(line) {
      if (line.kind === 'end') end = line
    },
    async end() {
      const figures = { keys: jwks.keys.length }
      if (end === undefined) return { figures, breaches: ['there is no end that could be signed'] }
      const { until, lines, content, seals, head } = end
      try {
        const { payload, protectedHeader } = await compactVerify(end.signature, keys, { algorithms: ['ES256'] })
        const isSame =
          protectedHeader.typ === 'books+jws' &&
          new TextDecoder().decode(payload) === JSON.stringify({ until, lines, content, seals, head })
        return { figures, breaches: isSame ? [] : ['the signature is of something else'] }
      } catch {
        return { figures, breaches: ['the signature is of none of these keys'] }
      }
    },
  }
}
