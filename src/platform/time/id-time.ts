/**
 * The time inside an id: `prefix_`, then nine characters of milliseconds in base 32, then what was drawn. With it a
 * stretch of time is a stretch of a table's key, which is read without passing over the rest.
 */
import { base32Alphabet } from '../crypto/base32.ts'

/** How many characters of an id its time takes. */
export const timeLength = 9

/** When an id was made, in milliseconds; undefined when it carries no time. */
export function timeOfId(id: string): number | undefined {
  const text = id.slice(id.indexOf('_') + 1).slice(0, timeLength)
  if (!id.includes('_') || text.length < timeLength) return undefined
  let ms = 0
  for (const character of text) {
    const digit = base32Alphabet.indexOf(character)
    if (digit < 0) return undefined
    ms = ms * 32 + digit
  }
  return ms
}

/** Milliseconds as the part of an id that comes first: 45 bits of fixed width, which sort by time until the year 3084. */
export function timePart(ms: number): string {
  let left = Math.max(0, Math.floor(ms))
  let text = ''
  for (let i = 0; i < timeLength; i++) {
    text = base32Alphabet.charAt(left % 32) + text
    left = Math.floor(left / 32)
  }
  return text
}

/** What every id with that prefix that was made at or after `ms` is not below, and every one made before is. */
export function idFrom(prefix: string, ms: number): string {
  return `${prefix}_${timePart(ms)}`
}
