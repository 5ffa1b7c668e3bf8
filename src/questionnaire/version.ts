/** What a questionnaire version is: the hash of its content, which a response keeps. */
import type { Questionnaire } from '../../schema/questionnaire.ts'

/**
 * The RFC 8785 canonical JSON of a value made of plain objects, arrays, strings, finite numbers, booleans and null.
 * Anything else (undefined, a lone surrogate, NaN, a Date) is a TypeError that names its place.
 */
export function canonicalJson(value: unknown): string {
  return written(value, '$')
}

/**
 * The version id: the SHA-256, in 64 lower-case hex digits, of the canonical JSON with all strings in NFC. Two
 * questionnaires that a reader cannot tell apart have the same. Give it the data as it is, with no default filled in.
 */
export async function versionOf(questionnaire: Questionnaire): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(composed(questionnaire, '$')))
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function written(value: unknown, at: string): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return writtenText(value, at)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${at} is ${value}, which JSON cannot hold`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${Array.from(value, (item, n) => written(item, `${at}[${n}]`)).join(',')}]`
  if (!isPlain(value)) throw new TypeError(`${at} is not a JSON value`)
  // The default sort compares UTF-16 code units, as the RFC asks.
  const members = Object.keys(value)
    .sort()
    .map((key) => `${writtenText(key, at)}:${written(value[key], `${at}.${key}`)}`)
  return `{${members.join(',')}}`
}

function writtenText(text: string, at: string): string {
  if (!text.isWellFormed()) throw new TypeError(`${at} has a lone surrogate`)
  return JSON.stringify(text)
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** The value with every string, also of keys, in NFC. */
function composed(value: unknown, at: string): unknown {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map((item, n) => composed(item, `${at}[${n}]`))
  if (!isPlain(value)) return value
  const result: Record<string, unknown> = Object.create(null)
  for (const [key, member] of Object.entries(value)) {
    const name = key.normalize('NFC')
    if (name in result) throw new TypeError(`${at} has the key ${name} twice in NFC`)
    result[name] = composed(member, `${at}.${key}`)
  }
  return result
}
