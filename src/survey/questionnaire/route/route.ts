/** Where a response goes from here. */
import type { Answers, Circumstances } from '../../../../schema/answers.ts'
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { askPage } from '../ask.ts'
import { indexOf, placeOfPage } from '../indexed.ts'
import { endOfPage, type RouteEnd } from './end.ts'
import type { Route } from './resolve-route.ts'

export type Next = { page: string } | { end: RouteEnd | 'complete' }

/**
 * The first page of a route that still lacks something, or how the response ends. With `after`, the first page of the
 * route after that one, but never one beyond a page that lacks something.
 */
export function nextOf(questionnaire: Questionnaire, { pages, unfinished, end }: Route, after?: string): Next {
  const index = indexOf(questionnaire)
  const from = after === undefined ? null : placeOfPage(index, after)
  for (const page of pages) {
    if (page === unfinished || (from !== null && placeOfPage(index, page) > from)) return { page }
  }
  return { end: end ?? 'complete' }
}

/** The page of the route before this one, or null. */
export function previousPage({ pages }: Route, pageCode: string): string | null {
  return pages[pages.indexOf(pageCode) - 1] ?? null
}

/** Whether a page of this route may be visited: everything before it is there. */
export function isReached({ pages, unfinished }: Route, pageCode: string): boolean {
  const here = pages.indexOf(pageCode)
  return here >= 0 && (unfinished === null || here <= pages.indexOf(unfinished))
}

/** How the response ends when this page is left with these (pruned) answers, or null when it goes on. */
export function endOf(
  questionnaire: Questionnaire,
  pageCode: string,
  answers: Answers,
  circumstances: Circumstances,
): RouteEnd | null {
  const index = indexOf(questionnaire)
  return endOfPage(askPage(index, placeOfPage(index, pageCode), answers, circumstances), answers, circumstances)
}
