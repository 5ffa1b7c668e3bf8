/** A page of questions in a preview: its answers travel in its form, and are kept nowhere. */
import type { Context } from 'hono'
import * as z from 'zod'
import type { Answers, Circumstances } from '../../../schema/answers.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { Posted } from '../../platform/http/form.ts'
import type { Shell } from '../../platform/http/layout.tsx'
import type { AppEnv } from '../../ports.ts'
import { draftOf } from '../../survey/questionnaire/check-answers.ts'
import { pageBefore } from '../../survey/questionnaire/dry-run/step.ts'
import { postedFrom } from '../../survey/questionnaire/page/fill-form.ts'
import { pageView } from '../../survey/questionnaire/page/page-view.ts'
import type { ValidationError } from '../../survey/questionnaire/page/view.ts'
import { withPage } from '../../survey/questionnaire/route/page-answers.ts'
import { questionPage } from '../../survey/responses/question-page.tsx'
import type { StudyWithOffers } from '../study.ts'

/** The longest that the answers may be, in characters of JSON; a form of ours is no larger than 64 kB. */
const longestState = 40_000

const answersSchema = z.record(
  z.string().max(40),
  z.union([z.number(), z.string(), z.array(z.number()), z.record(z.string(), z.number())]),
)

/** The answers that a form brought along; none where they are not what a form of ours has. */
export function readState(text: string | undefined): Answers {
  if (text === undefined || text.length > longestState) return {}
  try {
    const parsed = answersSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : {}
  } catch {
    return {}
  }
}

export interface PreviewedPage {
  study: StudyWithOffers
  page: string
  answers: Answers
  circumstances: Circumstances
  /** What was sent and does not lead on: because of these errors, or because another language was asked for. */
  sent: { posted: Posted; errors: ValidationError[] } | null
  /** Where it is drawn, and where the notice is. */
  here: string
  notice: string
}

/** The page as a student would see it, at whatever time and whoever has come before. */
export function drawQuestion(c: Context<AppEnv>, shell: Shell, previewed: PreviewedPage) {
  const { study, page, answers, circumstances, sent, here } = previewed
  const { questionnaire, settings } = study
  const language: Language = shell.language
  // What is filled in decides which consents are due on this very page.
  const typed = sent === null ? null : draftOf(questionnaire, page, answers, sent.posted, circumstances)
  const view = pageView(
    questionnaire,
    page,
    typed === null ? answers : withPage(questionnaire, page, answers, typed),
    circumstances,
  )
  const state = JSON.stringify(answers)
  const errors = sent?.errors ?? []
  const html = questionPage({
    shell,
    study: { slug: study.slug, title: questionnaire.title[language] },
    view,
    fill: sent?.posted ?? postedFrom(view, answers),
    errors,
    hidden: { state: state.length > longestState ? '{}' : state },
    action: `${here}?lang=${language}`,
    back: pageBefore(questionnaire, page, answers, circumstances),
    resume: null,
    fresh: false,
    devices: here,
    status: here,
    mark: '',
    worker: null,
    consent:
      page === questionnaire.pages[0]?.code ? { notice: previewed.notice, asksParadata: settings.paradata } : undefined,
  })
  return c.html(html, errors.length > 0 ? 422 : 200)
}
