/** Check 10: what a program does and no hand. */
import { type Flag, flag } from './flag.ts'
import type { Visit } from './visit.ts'

/** So many questions are not read and answered in so short a time, in milliseconds. */
const fewest = 3
const shortestMs = 1_000

/**
 * @param visits by page
 * @param isKeyKnown whether the key is still there under which the pages of this response have been signed: without it
 *   nothing is said of what cannot be read
 */
export function automation(visits: ReadonlyMap<string, Visit>, isKeyKnown: (kid: string) => boolean): Flag[] {
  let first: string | undefined
  for (const { key } of visits.values()) first ??= key
  // Begun before pages were signed, or under a key that was taken out since.
  const isSigned = first !== undefined && isKeyKnown(first)
  const [never, disordered, fast]: [string[], string[], string[]] = [[], [], []]
  for (const [page, { ms, done, again, n, odd }] of visits) {
    if (odd !== undefined) {
      if (isSigned) (odd === 'of_another_page' ? disordered : never).push(page)
    } else if (done === 1 && again === 0 && n >= fewest && ms < shortestMs) fast.push(page)
  }
  return [
    ...(never.length > 0 ? [flag('page_never_issued', { pages: never })] : []),
    ...(disordered.length > 0 ? [flag('page_out_of_order', { pages: disordered })] : []),
    ...(fast.length > 0 ? [flag('page_too_fast', { pages: fast })] : []),
  ]
}
