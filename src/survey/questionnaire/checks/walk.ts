/**
 * The walk over all routes.
 *
 * Method: go through the pages in order with the set of all situations that a respondent can be in. A situation holds
 * the answers that later pages still look at (one answer for each kind, see `kinds.ts`) and the facts that they look
 * at; everything else is forgotten as soon as nothing refers to it any more, and equal situations are one. On
 * each page the engine itself says what is asked, so the walk cannot disagree with what respondents see.
 *
 * Limits: facts are taken to be free of one another. A multi with a minimum that carries its options from a question with
 * a maximum is taken to have every option of a picked kind.
 */
import type { Answer, Answers, Facts } from '../../../../schema/answers.ts'
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { type AskedPage, askPage, asksAnything } from '../ask.ts'
import { indexOf } from '../indexed.ts'
import { endOfPage, type RouteEnd } from '../route/end.ts'
import { combinations } from './combinations.ts'
import { kindsOf } from './kinds.ts'
import { usesOf } from './uses.ts'

/** What a walk takes along: something for each situation, of everybody who can be in it. */
export interface Walker<Along> {
  /** Before the first page. */
  begin: Along
  /**
   * A page that asks something, as it is asked of those in one situation.
   * @param answers those that are still known
   * @returns what they take along from there
   */
  asked(page: AskedPage, pageAt: number, along: Along, answers: Answers): Along
  /** Two ways into one situation. */
  merged(one: Along, other: Along): Along
  /** Some of them end early. @param answers those that are still known */
  ended?(end: RouteEnd, pageAt: number, along: Along, answers: Answers): void
  /** The situations of those who come to the end. */
  done?(along: Along, answers: Answers): void
  /** Questions whose answers are wanted at the end. */
  keep?: readonly string[]
}

interface Situation<Along> {
  answers: Answers
  facts: Facts
  along: Along
}

/** More combinations of answers than this on one page are not tried. */
export const mostCombinations = 100_000
const seed = '0'.repeat(32)

/**
 * Walks all routes of a questionnaire whose references are sound.
 * @param fixed facts that stand as they are; each of the others is tried both ways
 * @param most so many combinations of answers are tried on one page
 * @returns the number of the page with too many combinations to try, at which it stopped; null when it came to the end
 */
export function walkRoutes<Along>(
  questionnaire: Questionnaire,
  walker: Walker<Along>,
  fixed: Facts = {},
  most = mostCombinations,
): number | null {
  const index = indexOf(questionnaire)
  const kinds = kindsOf(questionnaire)
  const uses = usesOf(questionnaire)
  const tracked = new Set(walker.keep)
  let situations = new Map<string, Situation<Along>>([['', { answers: {}, facts: {}, along: walker.begin }]])
  for (let at = 0; at < questionnaire.pages.length; at += 1) {
    const after = new Map<string, Situation<Along>>()
    const factsHere = [...uses.facts].filter(([, use]) => use.first === at).map(([fact]) => fact)
    const isUsed = (code: string, from: number) => tracked.has(code) || (uses.questions.get(code) ?? -1) >= from
    const isFactUsedLater = (fact: string) => (uses.facts.get(fact)?.last ?? -1) > at
    let tried = 0
    for (const before of situations.values()) {
      for (const facts of withFacts(before.facts, factsHere, fixed)) {
        const asked = askPage(index, at, before.answers, { seed, facts })
        const isShown = asksAnything(asked)
        const along = isShown ? walker.asked(asked, at, before.along, before.answers) : before.along
        const matter = asked.questions.filter(({ code }) => isUsed(code, at))
        const seen = new Set<string>()
        for (const answers of combinations(before.answers, matter, kinds)) {
          tried += 1
          if (tried > most) return at
          const end = isShown ? endOfPage(asked, answers, { seed, facts }) : null
          if (end !== null) {
            walker.ended?.(end, at, along, answers)
            continue
          }
          const next = {
            answers: only(answers, (code) => isUsed(code, at + 1)),
            facts: only(facts, isFactUsedLater),
            along,
          }
          const key = JSON.stringify([next.answers, next.facts])
          if (seen.has(key)) continue
          seen.add(key)
          const there = after.get(key)
          after.set(key, there === undefined ? next : { ...next, along: walker.merged(there.along, along) })
        }
      }
    }
    situations = after
  }
  for (const { along, answers } of situations.values()) walker.done?.(along, answers)
  return null
}

function* withFacts(facts: Facts, [fact, ...more]: readonly string[], fixed: Facts): Generator<Facts> {
  if (fact === undefined) {
    yield facts
    return
  }
  const known = fixed[fact]
  for (const value of known === undefined ? [false, true] : [known])
    yield* withFacts({ ...facts, [fact]: value }, more, fixed)
}

function only<T extends Answer | Facts[string]>(from: Record<string, T>, keep: (key: string) => boolean) {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keep(key)))
}
