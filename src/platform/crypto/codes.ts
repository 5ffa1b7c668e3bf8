/**
 * Codes that people hold. A voucher's and a resume code are derived from an id under a key, so that the holder can see
 * them again and none is ever stored; an invitation's and a sign-in's are random and stored as keyed hashes.
 */
import type { KeyRing, MacKey } from '../keys/secret-keys.ts'
import { base32 } from './base32.ts'

/** `length` characters (five bits each) derived from `text` under the key; `label` keeps uses apart. */
export async function derive(named: MacKey, label: string, text: string, length: number): Promise<string> {
  return base32(await named.mac(`${label}\n${text}`), length)
}

/** The keyed hash of a code, 255 bits as text. */
export function keyedHash(named: MacKey, label: string, code: string): Promise<string> {
  return derive(named, label, code, 51)
}

/** The keyed hash of a code under each key, newest first: the first is what is stored, any may be what was stored. */
export async function hashesOf(ring: KeyRing, label: string, code: string): Promise<string[]> {
  return Promise.all([...ring.all].reverse().map((named) => keyedHash(named, label, code)))
}

/** What a person may have typed, as it was made: lower case, no spaces or dashes, o for 0, and i or l for 1. */
export function tidyCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
}

/** In groups of four, in capitals, to be read and typed. */
export function groupedCode(code: string): string {
  return (code.toUpperCase().match(/.{1,4}/g) ?? []).join('-')
}

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function sameText(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}
