/** The route that answers make: its pages, what of the answers is kept on it, and how far the response has come. */
import type { Answers, Circumstances } from '../../../../schema/answers.ts'
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { type AskedPage, askPage, asksAnything, dueConsents } from '../ask.ts'
import type { Index } from '../asked.ts'
import { indexOf, placeOfPage } from '../indexed.ts'
import { validateAnswer } from '../validate-answer.ts'
import { endOfPage, type RouteEnd } from './end.ts'
import { hasSome, withPage } from './page-answers.ts'

export interface Route {
  /** The pruned answers, in the questionnaire's order. */
  answers: Answers
  /** The codes of the route's pages in order, up to an early end. */
  pages: string[]
  /** What each of these pages asks, in the same order. */
  asked: AskedPage[]
  /** The first page that still lacks something; null when none does. */
  unfinished: string | null
  /** How the response ends early after the last of `pages`, if it does. */
  end: RouteEnd | null
}

/**
 * Resolves the route once, from the first page. Each page is asked with what was kept of the pages before it, so one answer that is gone
 * takes with it everything that depended on it.
 */
export function resolveRoute(questionnaire: Questionnaire, answers: Answers, circumstances: Circumstances): Route {
  const begun: Route = { answers: {}, pages: [], asked: [], unfinished: null, end: null }
  return resolveFrom(indexOf(questionnaire), 0, begun, answers, circumstances)
}

/**
 * The route when one page of the route `before` is answered anew: as `resolveRoute` of `withPage`, but the pages before that
 * one are not asked again, since nothing on them depends on a later one.
 */
export function resolveRouteWithPage(
  questionnaire: Questionnaire,
  before: Route,
  pageCode: string,
  page: Answers,
  circumstances: Circumstances,
): Route {
  const index = indexOf(questionnaire)
  const at = placeOfPage(index, pageCode)
  const isEarlier = (code: string) => placeOfPage(index, code) < at
  const begun: Route = {
    answers: answersUpTo(index, at, before.answers),
    pages: before.pages.filter(isEarlier),
    asked: before.asked.filter(({ page }) => isEarlier(page.code)),
    unfinished: before.unfinished !== null && isEarlier(before.unfinished) ? before.unfinished : null,
    end: null,
  }
  return resolveFrom(index, at, begun, withPage(questionnaire, pageCode, before.answers, page), circumstances)
}

/** A copy of what the pages before page number `at` hold, in the questionnaire's order, as the answers of a route are. */
function answersUpTo(index: Index, at: number, answers: Answers): Answers {
  if (!index.pages.slice(at).some(({ keys }) => hasSome(answers, keys))) return { ...answers }
  const result: Answers = {}
  const take = (key: string) => {
    const answer = answers[key]
    if (answer !== undefined) result[key] = answer
  }
  for (const { page, questions } of index.pages.slice(0, at)) {
    for (const { question, textKey } of questions) {
      take(question.code)
      take(textKey)
    }
    for (const { code } of page.consents ?? []) take(code)
  }
  return result
}

/** Goes on with a route from page number `from`. */
function resolveFrom(index: Index, from: number, result: Route, answers: Answers, circumstances: Circumstances): Route {
  for (let at = from; at < index.pages.length; at += 1) {
    const asked = askPage(index, at, result.answers, circumstances)
    if (!asksAnything(asked)) continue
    result.pages.push(asked.page.code)
    result.asked.push(asked)
    const complete = keep(index, asked, answers, result.answers, circumstances)
    result.end = endOfPage(asked, result.answers, circumstances)
    if (result.end) break
    if (!complete) result.unfinished ??= asked.page.code
  }
  return result
}

/** Copies what is allowed of a page's answers; whether that answers the page in full. */
function keep(index: Index, asked: AskedPage, from: Answers, to: Answers, circumstances: Circumstances): boolean {
  let complete = true
  for (const question of asked.questions) {
    const { code } = question
    const { textKey } = question.known
    const text = from[textKey]
    const result = validateAnswer(index, question, from[code], typeof text === 'string' ? text : undefined)
    if (result.answer !== undefined) to[code] = result.answer
    if (result.text !== undefined) to[textKey] = result.text
    if (result.errors.length > 0) complete = false
  }
  for (const { code } of dueConsents(asked, to, circumstances)) {
    if (from[code] === 1) to[code] = 1
    else complete = false
  }
  return complete
}
