/** Texts that people typed, in files where a code stands in their place. */
import type { Value } from '../../variables/variable.ts'

/**
 * A value of a text as it stands there: codes as digits, and a text that somebody typed with a blank in front where it
 * would be read as one. No text begins with a blank otherwise, so that nothing is taken for another.
 */
export function textBesideCodes(value: NonNullable<Value>): string {
  if (typeof value === 'number') return String(value)
  return value === '-1' || value === '-2' ? ` ${value}` : value
}
