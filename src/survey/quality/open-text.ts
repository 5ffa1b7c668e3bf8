/** Check 6: free text that others have written before, or that says nothing. */
import { type Flag, flag } from './flag.ts'
import type { TypingCounts } from './visit.ts'

/** So much must be written before two texts alike are more than chance: characters with and without Chinese ones. */
const fewest = { chinese: 8, others: 20 }
const fewestOfOne = 4
/** A word that an input method puts in is one. */
const lettersAKey = 8

/** A text as it is compared: one width and case, without spaces, punctuation and signs. */
export function tidyText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Whether a tidy text is long enough to be compared with others'. */
export function isComparable(tidy: string): boolean {
  const length = [...tidy].length
  return length >= (/\p{Script=Han}/u.test(tidy) ? fewest.chinese : fewest.others)
}

/** A free text with the question that it answers, in every language. */
export interface OpenText {
  question: string
  text: string
  wordings: readonly string[]
  /** What was counted on its page, where that is allowed. */
  typed?: TypingCounts | undefined
}

const tidyWordings = new WeakMap<readonly string[], ReadonlySet<string>>()

function tidied(wordings: readonly string[]): ReadonlySet<string> {
  const known = tidyWordings.get(wordings)
  if (known !== undefined) return known
  const made = new Set(wordings.map(tidyText))
  tidyWordings.set(wordings, made)
  return made
}

/** What a text says by itself. */
export function emptyTexts(texts: readonly OpenText[]): Flag[] {
  const flags: Flag[] = []
  const names = (all: readonly OpenText[]) => ({ questions: all.map(({ question }) => question) })
  const ofOne = texts.filter(({ text }) => {
    const letters = [...text.normalize('NFKC').replace(/\s/gu, '')]
    return letters.length >= fewestOfOne && new Set(letters).size < 2
  })
  const repeated = texts.filter(({ text, wordings }) => {
    const tidy = tidyText(text)
    return isComparable(tidy) && tidied(wordings).has(tidy)
  })
  const atOnce = texts.filter(({ text, typed }) => {
    const length = [...text].length
    return typed !== undefined && length >= fewest.others && typed.keys * lettersAKey < length
  })
  if (ofOne.length > 0) flags.push(flag('text_of_one_character', names(ofOne)))
  if (repeated.length > 0) flags.push(flag('text_of_the_question', names(repeated)))
  // Dictation and one's own notes come at once, too: it is shown to whoever reviews, and counts for nothing.
  if (atOnce.length > 0) flags.push(flag('text_not_typed', names(atOnce)))
  return flags
}
