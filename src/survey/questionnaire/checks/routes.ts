/**
 * Whether every question, option and row is on some route.
 *
 * Method: go through the pages in order with the set of all situations that a respondent can be in. A situation holds
 * the answers that later pages still look at (one answer for each kind, see `kinds.ts`) and the facts that they look
 * at; everything else is forgotten as soon as nothing refers to it any more, and equal situations are one. On
 * each page the engine itself says what is asked, so the checker cannot disagree with what respondents see.
 *
 * Limits: facts are taken to be free of one another, so a question that needs two facts which no study sets together
 * counts as reachable. A multi with a minimum that carries its options from a question with a maximum is taken to
 * have every option of a picked kind. A questionnaire with more than `most` combinations to try on a page is refused, not guessed at.
 */
import type { Answer, Answers, Facts } from '../../../../schema/answers.ts'
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { askPage, asksAnything } from '../ask.ts'
import type { Asked } from '../asked.ts'
import { indexOf } from '../indexed.ts'
import { rowsOf } from '../parts.ts'
import { endOfPage } from '../route/end.ts'
import type { Kinds } from '../types/data/question-data.ts'
import { combinations } from './combinations.ts'
import { type ContentError, errorAt } from './content-error.ts'
import { kindsOf } from './kinds.ts'
import { eachQuestion, optionsOf } from './places.ts'
import { usesOf } from './uses.ts'

interface Situation {
  answers: Answers
  facts: Facts
}

const most = 100_000
const seed = '0'.repeat(32)

/** Faults for what no route reaches, in a questionnaire whose references are sound. */
export function routeErrors(questionnaire: Questionnaire): ContentError[] {
  const index = indexOf(questionnaire)
  const kinds = kindsOf(questionnaire)
  const uses = usesOf(questionnaire)
  const reached = new Set<string>()
  let situations = new Map<string, Situation>([['', { answers: {}, facts: {} }]])
  for (let at = 0; at < questionnaire.pages.length; at += 1) {
    const after = new Map<string, Situation>()
    const factsHere = [...uses.facts].filter(([, use]) => use.first === at).map(([fact]) => fact)
    const isUsedLater = (code: string) => (uses.questions.get(code) ?? -1) > at
    const isFactUsedLater = (fact: string) => (uses.facts.get(fact)?.last ?? -1) > at
    let tried = 0
    for (const before of situations.values()) {
      for (const facts of withFacts(before.facts, factsHere)) {
        const asked = askPage(index, at, before.answers, { seed, facts })
        const isShown = asksAnything(asked)
        if (isShown) for (const question of asked.questions) note(reached, question, kinds)
        const matter = asked.questions.filter(({ code }) => (uses.questions.get(code) ?? -1) >= at)
        for (const answers of combinations(before.answers, matter, kinds)) {
          tried += 1
          if (tried > most) {
            return [
              errorAt(['pages', at], `more than ${most} combinations of answers to tell apart: too many to check`),
            ]
          }
          if (isShown && endOfPage(asked, answers, { seed, facts })) continue
          const situation = { answers: kept(answers, isUsedLater), facts: kept(facts, isFactUsedLater) }
          after.set(JSON.stringify([situation.answers, situation.facts]), situation)
        }
      }
    }
    situations = after
  }
  return unreached(questionnaire, reached, kinds)
}

function* withFacts(facts: Facts, [fact, ...more]: readonly string[]): Generator<Facts> {
  if (fact === undefined) {
    yield facts
    return
  }
  for (const value of [false, true]) yield* withFacts({ ...facts, [fact]: value }, more)
}

function kept<T extends Answer | Facts[string]>(from: Record<string, T>, keep: (key: string) => boolean) {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keep(key)))
}

function note(reached: Set<string>, { code, options, rows }: Asked, kinds: Kinds): void {
  reached.add(code)
  const kind = kinds.label(code)
  for (const { option } of options) reached.add(`${code}=${kind(option.code)}`)
  for (const row of rows) reached.add(`${code}/${kind(Number(row.code))}`)
}

function unreached(questionnaire: Questionnaire, reached: ReadonlySet<string>, kinds: Kinds): ContentError[] {
  const errors: ContentError[] = []
  eachQuestion(questionnaire, (question, path) => {
    const { code } = question
    if (!reached.has(code)) {
      errors.push(errorAt(path, `no route reaches ${code}`))
      return
    }
    const kind = kinds.label(code)
    const rows = rowsOf(question)
    rows.forEach((row, at) => {
      if (reached.has(`${code}/${kind(row.code)}`)) return
      errors.push(errorAt([...path, 'rows', at], `no route shows row ${row.code} of ${code}`))
    })
    // What rows share as their scale is offered on each of them.
    if (rows.length > 0) return
    const { options, path: place } = optionsOf(questionnaire, question, path)
    options.forEach((option, at) => {
      if (reached.has(`${code}=${kind(option.code)}`)) return
      errors.push(errorAt([...place, at], `no route offers option ${option.code} of ${code}`))
    })
  })
  return errors
}
