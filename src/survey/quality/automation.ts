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
  const all = [...visits]
  const first = all.find(([, visit]) => visit.key !== undefined)?.[1].key
  const pagesOf = (holds: (visit: Visit) => boolean) => all.filter(([, visit]) => holds(visit)).map(([page]) => page)
  // Begun before pages were signed, or under a key that was taken out since.
  const isSigned = first !== undefined && isKeyKnown(first)
  const never = isSigned ? pagesOf(({ odd }) => odd === 'missing' || odd === 'unknown') : []
  const disordered = isSigned ? pagesOf(({ odd }) => odd === 'of_another_page') : []
  const fast = pagesOf(({ ms, done, again, n, odd }) => {
    return done === 1 && again === 0 && odd === undefined && n >= fewest && ms < shortestMs
  })
  return [
    ...(never.length > 0 ? [flag('page_never_issued', { pages: never })] : []),
    ...(disordered.length > 0 ? [flag('page_out_of_order', { pages: disordered })] : []),
    ...(fast.length > 0 ? [flag('page_too_fast', { pages: fast })] : []),
  ]
}
