import type { Context } from 'hono'
import { landingMessages } from '../../../messages/generated/landing.ts'
import { surveyMessages } from '../../../messages/generated/survey.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { Posted } from '../../platform/http/form.ts'
import { refuse, refuseFields, wantsJson } from '../../platform/http/refuse.tsx'
import { shellOf } from '../../platform/http/shell.ts'
import { formatDateTime } from '../../platform/i18n/format.ts'
import { languageOf, namedLanguage, offeredLanguages } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { messageOf } from '../../survey/questionnaire/page/draw.ts'
import type { PageView } from '../../survey/questionnaire/page/page-view.ts'
import type { ValidationError } from '../../survey/questionnaire/page/view.ts'
import { answersMark } from '../../survey/respondents/actions.ts'
import { type QuestionPage, questionPage } from '../../survey/responses/question-page.tsx'
import { type Doors, finishBy, openingOf, type Study } from '../../survey/studies/study.ts'
import { paths } from '../paths.ts'
import { resumeOf } from '../resume.ts'
import type { StudyWithOffers } from '../study.ts'
import { offlineWorker } from './offline-routes.ts'
import type { ResponseProgress } from './response-progress.ts'

interface Drawing {
  study: StudyWithOffers
  view: PageView
  fill: Posted
  errors: ValidationError[]
  hidden: Record<string, string>
  back: string | null
  /** Whoever may see the resume code. */
  respondent: ResponseProgress | null
  action: string
  /** Said above the questions. */
  said?: string | undefined
  /** On the page that asks for consent, before anybody has begun. */
  consent?: QuestionPage['consent']
}

type PageProps = Parameters<typeof questionPage>[0]

/** The language that a form asked for, or else the one that its page is in. */
export function languageOfForm(c: Context<AppEnv>, posted: Posted): Language {
  const asked = namedLanguage(posted.lang?.[0])
  return asked !== undefined && offeredLanguages(c).includes(asked) ? asked : languageOf(c)
}

/** Answers with a page of questions, in the language just asked for or else remembered. 422 when something is wrong with it. */
export async function drawPage(
  c: Context<AppEnv>,
  { study, view, fill, errors, hidden, back, respondent, action, said, consent }: Drawing,
  page: (props: PageProps) => ReturnType<typeof questionPage> = questionPage,
  status: 200 | 409 = 200,
) {
  const language = languageOfForm(c, fill)
  if (wantsJson(c) && (errors.length > 0 || status === 409)) return refuseJson(c, language, errors)
  const props: PageProps = {
    shell: shellOf(c, study, language),
    study: { slug: study.slug, title: study.questionnaire.title[language] },
    view,
    fill,
    errors,
    hidden,
    action,
    back,
    mark: respondent === null ? '' : await answersMark(c.var.ports.keys, respondent),
    resume: respondent === null ? null : await resumeOf(c, study.slug, respondent),
    fresh: view.at === 2,
    devices: paths.devices(study.slug),
    worker: respondent === null ? null : offlineWorker(c, study.slug),
    status: paths.status(study.slug),
    said: respondent === null ? said : closingNotice(c, study, language),
    consent,
  }
  return c.html(page(props), errors.length > 0 ? 422 : status)
}

function refuseJson(c: Context<AppEnv>, language: Language, errors: ValidationError[]) {
  if (errors.length === 0) return refuse(c, 'conflict')
  const problems = errors.map((error) => ({ field: error.field, code: error.code, detail: messageOf(language, error) }))
  return refuseFields(c, surveyMessages(language).page.errors({ n: errors.length }), problems)
}

/** What somebody who has begun a study that has closed is told on each page: until when they may finish. Null before. */
export function closingNotice(
  c: Context<AppEnv>,
  study: Doors & Pick<Study, 'settings'>,
  language: Language,
): string | null {
  const end = finishBy(study)
  if (end === null || openingOf(study, c.var.ports.clock.now()) !== 'closed') return null
  return landingMessages(language).closedBegun({ day: formatDateTime(end, language) })
}
