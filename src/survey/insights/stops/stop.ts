/** Where somebody stopped who has not come back: a pure function of what they saved. */
import type { Answers, Circumstances } from '../../../../schema/answers.ts'
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { askPage } from '../../questionnaire/ask.ts'
import { indexOf, placeOfPage } from '../../questionnaire/indexed.ts'
import { resolveRoute } from '../../questionnaire/route/resolve-route.ts'
import type { Retention } from '../../retention/rules.ts'

export interface Stop {
  /** The first page that lacks something; `beforeEnd` where none does and it was not sent. */
  page: string
  /** The first question behind the last one of the page that has an answer; '' where none is behind it. */
  question: string
}

/** No page of a questionnaire has such a code. */
export const beforeEnd = '~review'

/**
 * Where a response stands. What was typed is saved as it is typed where scripts run, so that the question is known there;
 * without them it is the first of the page. Who read on without answering cannot be seen.
 */
export function stopOf(questionnaire: Questionnaire, answers: Answers, circumstances: Circumstances): Stop {
  const route = resolveRoute(questionnaire, answers, circumstances)
  if (route.unfinished === null) return { page: beforeEnd, question: '' }
  const index = indexOf(questionnaire)
  const asked = askPage(index, placeOfPage(index, route.unfinished), route.answers, circumstances)
  const questions = asked.questions.filter(({ known }) => known.isAnswered)
  const last = questions.findLastIndex(({ code }) => answers[code] !== undefined)
  return { page: route.unfinished, question: questions[last + 1]?.code ?? '' }
}

const week = 7

/** After how many days without a step somebody has stopped: a week, or before the draft is erased. */
export function quietDays({ drafts }: Pick<Retention, 'drafts'>): number {
  return drafts === null ? week : Math.max(1, Math.min(week, drafts - 1))
}
