/** How a page was shown and sent, told from the server's side alone: a pure function over what came with each form. */

/** What came with a form. `since`: when the page was drawn, in milliseconds; `filled`: it was drawn with answers in it. */
export type ShownForm =
  | { is: 'issued'; since: number; filled: boolean }
  /** Nothing came with it. */
  | { is: 'missing' }
  /** It was issued to this respondent, for another page. */
  | { is: 'of_another_page' }
  /** It is none of ours. */
  | { is: 'unknown' }

/** Counts, never contents. */
export interface TypingCounts {
  keys: number
  pastes: number
}

/** What is kept of one page. Short names: it is stored with every page. */
export interface Visit {
  /** Active time until the page was first left by Next, in milliseconds, capped. */
  ms: number
  /** When the page that it is measured from was drawn. */
  at: number
  /** Of pages of it that were drawn before that one. */
  base: number
  /** 1: it has been left by Next, and whatever is sent later changes nothing. */
  done: 0 | 1
  /** 1: drawn with answers in it, or sent again: its time says nothing of how fast it was answered. */
  again: 0 | 1
  /** How many questions it asked. */
  n: number
  /** What was wrong with what came with a form. */
  odd?: 'missing' | 'of_another_page' | 'unknown'
  /** How often something was typed and pasted on it, where its respondent allows that to be counted. */
  typed?: TypingCounts
  /** Of a first page: the key under which its response's pages are signed. */
  key?: string
}

/** What one page counts at the most: whoever is away for an hour has not read for an hour. */
export const longestMs = 5 * 60_000

const none: Visit = { ms: 0, at: 0, base: 0, done: 0, again: 0, n: 0 }

/**
 * The visit after a form was sent.
 * @param before what is known of the page; null for nothing
 * @param now in milliseconds
 * @param how `left`: by Next; else the form was saved while it was being filled in
 */
export function visited(
  before: Visit | null,
  shown: ShownForm,
  now: number,
  questions: number,
  how: 'left' | 'saved',
): Visit {
  // Sent again, by a lost reply, the way back, a second tab: the first time counts.
  if (before?.done === 1) return before
  const known = before ?? none
  const done = how === 'left' ? 1 : 0
  if (shown.is !== 'issued') return { ...known, done, again: 1, n: questions, odd: known.odd ?? shown.is }
  const isSame = known.at === shown.since
  const base = isSame ? known.base : known.ms
  const ms = Math.min(longestMs, base + Math.max(0, now - shown.since))
  return {
    ...known,
    ms: Math.max(known.ms, ms),
    at: shown.since,
    base,
    done,
    again: known.again === 1 || shown.filled || (!isSame && known.at > 0) ? 1 : 0,
    n: questions,
  }
}

/** The first page of a response, which nothing has been measured from yet. */
export function firstVisit(ms: number, questions: number, key: string): Visit {
  return { ...none, ms: Math.min(longestMs, Math.max(0, ms)), done: 1, again: 1, n: questions, key }
}

/** All of it: the time that somebody spent, in milliseconds. */
export function activeMs(visits: Iterable<Visit>): number {
  let sum = 0
  for (const { ms } of visits) sum += ms
  return sum
}

/** The visit with what was counted; a page that was drawn again counts from nothing, so the higher counts stand. */
export function withTyped(visit: Visit, typed: TypingCounts | undefined): Visit {
  if (typed === undefined) return visit
  const { keys = 0, pastes = 0 } = visit.typed ?? {}
  return { ...visit, typed: { keys: Math.max(keys, typed.keys), pastes: Math.max(pastes, typed.pastes) } }
}

/** What the page's script has counted, as it posts it: `12.1`. */
export function typedOf(text: string | undefined): TypingCounts | undefined {
  const counts = /^(\d{1,6})\.(\d{1,6})$/.exec(text ?? '')
  return counts === null ? undefined : { keys: Number(counts[1]), pastes: Number(counts[2]) }
}
