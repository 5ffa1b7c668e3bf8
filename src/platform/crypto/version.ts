/** What a questionnaire version is: the hash of its content, which a response keeps. */
import type { Questionnaire } from '../../../schema/questionnaire.ts'
import { keptByText } from '../memory/kept-by-text.ts'
import { sha256 } from './sha256.ts'

/**
 * The RFC 8785 canonical JSON of a value made of plain objects, arrays, strings, finite numbers, booleans and null.
 * Anything else (undefined, a lone surrogate, NaN, a Date) is a TypeError that names its place.
 */
export function canonicalJson(value: unknown): string {
  try {
    return written(value)
  } catch (error) {
    throw error instanceof NotJson ? new TypeError(misfit(value, '$')) : error
  }
}

/**
 * The version id: the SHA-256, in 64 lower-case hex digits, of the canonical JSON with all strings in NFC. Two
 * questionnaires that a reader cannot tell apart have the same. Give it the data as it is, with no default filled in.
 */
export function versionOf(questionnaire: Questionnaire): string {
  return sha256(canonicalOf(questionnaire))
}

/** Canonical JSON with all strings in NFC: of two texts that a reader cannot tell apart it is the same. */
export function canonicalOf(value: unknown): string {
  return canonicalJson(composed(value, '$'))
}

/** Thrown without a place, because keeping one would be the dearest part of writing what is sound. */
class NotJson extends Error {}

/** Text is added to text: pieces in lists, and lists that are joined, are twice as dear. */
function written(value: unknown): string {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotJson()
    return String(value)
  }
  if (typeof value === 'string') return writtenText(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return writtenItems(value)
  if (!isPlain(value)) throw new NotJson()
  let text = ''
  for (const key of sorted(Object.keys(value)))
    text += `${text === '' ? '{' : ','}${names(key, nameOf)}${written(value[key])}`
  return text === '' ? '{}' : `${text}}`
}

function writtenItems(items: readonly unknown[]): string {
  let text = '['
  // By number, since what a list lacks is no JSON value either.
  for (let n = 0; n < items.length; n += 1) text += n === 0 ? written(items[n]) : `,${written(items[n])}`
  return `${text}]`
}

/** Names of members come again and again: codes of questions, and our own. */
const names = keptByText<string>({ most: 5_000, longest: 40 })

const nameOf = (key: string) => `${writtenText(key)}:`

/** By UTF-16 code units, as the RFC asks, and as the default sort compares. What was stored in this order needs no sorting. */
function sorted(keys: string[]): string[] {
  for (let n = 1; n < keys.length; n += 1) if ((keys[n - 1] ?? '') > (keys[n] ?? '')) return keys.sort()
  return keys
}

/** ASCII without quotation marks, backslashes and control characters: nothing of it is escaped. */
const plain = /^[ !#-[\]-~]*$/

function writtenText(text: string): string {
  if (plain.test(text)) return `"${text}"`
  if (!text.isWellFormed()) throw new NotJson()
  return JSON.stringify(text)
}

/** Says where in a value the first thing stands that JSON cannot hold. */
function misfit(value: unknown, at: string): string {
  const inside = Array.isArray(value)
    ? Array.from(value, (item, n) => [`${at}[${n}]`, item] as const)
    : isPlain(value)
      ? Object.entries(value).map(([key, item]) => [`${at}.${key}`, item] as const)
      : []
  for (const [place, item] of inside) {
    try {
      written(item)
    } catch {
      return misfit(item, place)
    }
  }
  return `${at} is not a JSON value`
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
