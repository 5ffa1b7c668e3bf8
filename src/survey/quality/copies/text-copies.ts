/** Whether two free texts are copies of one another, to the letter or nearly. Pure. */
import { isComparable, tidyText } from '../open-text.ts'

/** From this Jaccard similarity of their three-letter pieces on, texts are copies. */
const nearCopy = 0.85

/** Its pieces of three letters. */
export function trigrams(tidy: string): Set<string> {
  const letters = [...tidy]
  return new Set(letters.slice(2).map((_, at) => letters.slice(at, at + 3).join('')))
}

/** How much two sets have in common, 0 to 1. */
function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0
  for (const item of one) if (other.has(item)) both += 1
  const all = one.size + other.size - both
  return all === 0 ? 0 : both / all
}

/** Whether a later text is a copy of an earlier one of the same question: 1 to the letter, 0 no copy. */
export function copyScore(earlier: string, later: string): number {
  const [one, other] = [tidyText(earlier), tidyText(later)]
  if (!isComparable(one) || !isComparable(other)) return 0
  if (one === other) return 1
  const alike = jaccard(trigrams(one), trigrams(other))
  return alike >= nearCopy ? alike : 0
}
