/** A page as one respondent may see it: which questions, which options, in which order, in which words. */
import type { Answers, Circumstances } from '../../../../schema/answers.ts'
import type { Questionnaire, Text } from '../../../../schema/questionnaire.ts'
import { askPage, dueConsents } from '../ask.ts'
import type { Asked } from '../asked.ts'
import { indexOf, placeOfPage } from '../indexed.ts'
import { holds } from '../route/conditions.ts'
import { progress } from '../route/progress.ts'
import { type QuestionView, typeOf } from '../types/index.ts'
import { fillText } from './fill.ts'
import type { ViewWords } from './option-views.ts'
import type { BaseView } from './view.ts'

/** What stands on a page. */
export interface PageContent {
  code: string
  title: Text
  consents: { code: string; text: Text }[]
  questions: QuestionView[]
}

export interface PageView extends PageContent {
  /** 1-based position among the pages of this route so far, and how many this route may still have in all. */
  at: number
  of: number
}

/**
 * The page as this response sees it after `answers`: pruned, or pruned with what was just given on this page put
 * in by `withPage`, for a consent may depend on that. A page that is not on the route has no questions. Throws a RangeError for a page that the questionnaire does not have.
 * @param known the pages of the route that these answers make, where it has been walked already
 */
export function pageView(
  questionnaire: Questionnaire,
  pageCode: string,
  answers: Answers,
  circumstances: Circumstances,
  known?: readonly string[],
): PageView {
  const content = pageContent(questionnaire, pageCode, answers, circumstances)
  return { ...content, ...progress(questionnaire, pageCode, answers, circumstances, known) }
}

/** The same without how far along the route it is, for pages that are shown together. */
export function pageContent(
  questionnaire: Questionnaire,
  pageCode: string,
  answers: Answers,
  circumstances: Circumstances,
): PageContent {
  const index = indexOf(questionnaire)
  const at = placeOfPage(index, pageCode)
  const asked = askPage(index, at, answers, circumstances)
  const { page, questions } = asked
  const words: ViewWords = {
    index,
    answers,
    circumstances,
    fill: (text) => fillText(text, index, answers, circumstances),
  }
  return {
    code: page.code,
    title: words.fill(page.title),
    consents: dueConsents(asked, answers, circumstances).map(({ code, text }) => ({ code, text: words.fill(text) })),
    questions: questions.map((asked) => questionView(asked, words)),
  }
}

function questionView(asked: Asked, words: ViewWords): QuestionView {
  const { question } = asked.known
  const base: BaseView = {
    code: question.code,
    text: words.fill(wording(asked, words)),
    ...(question.hint && { hint: words.fill(question.hint) }),
    optional: asked.optional,
  }
  return typeOf(question.type).view(base, asked, question, words)
}

function wording({ known: { question } }: Asked, { answers, circumstances }: ViewWords): Text {
  if (!Array.isArray(question.text)) return question.text
  const fits = question.text.find((variant) => holds(variant.when, answers, circumstances)) ?? question.text.at(-1)
  if (!fits) throw new RangeError(`Question ${question.code} has no text.`)
  return fits.text
}
