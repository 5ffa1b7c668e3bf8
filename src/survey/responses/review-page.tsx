/** All answers before they are sent for good, as their respondent saw the questions, each with its way back. */
import { surveyMessages } from '../../../messages/generated/survey.ts'
import type { Answers } from '../../../schema/answers.ts'
import { Fact } from '../../platform/http/fact.tsx'
import type { Posted } from '../../platform/http/form.ts'
import type { Html } from '../../platform/http/html.ts'
import { layout, type Shell } from '../../platform/http/layout.tsx'
import { describePosted } from '../questionnaire/page/describe-posted.ts'
import { postedFrom } from '../questionnaire/page/fill-form.ts'
import type { PageContent, PageView } from '../questionnaire/page/page-view.ts'
import { HiddenFields, RouteProgress, type StudyHead } from './question-page.tsx'

export interface ReviewPage {
  shell: Shell
  study: StudyHead
  /** The pages of the route, in order. */
  views: readonly PageContent[]
  /** The one in front of this. */
  last: PageView
  answers: Answers
  /** What the answers were when the page was drawn; they are sent only while they are the same. */
  seen: number
  /** Until when a study that has closed may be finished, in words; null while it is open. */
  closing: string | null
  /** They have changed since it was opened before. */
  isChanged: boolean
  /** Where Finish is posted. */
  action: string
  /** Where a page is opened so that its Next leads back here. */
  pageHref: (page: string) => string
  /** Where the script is that shows pages without a connection. */
  worker: string
}

/** What people type may be in any language. */
const isTyped = ({ code, type }: PageContent['questions'][number], posted: Posted) =>
  (type === 'text' ? posted[code] : posted[`${code}.text`])?.[0]

/** The page in front of the end: nothing is filled in here. */
export function reviewPage(props: ReviewPage): Html {
  const { shell, views, last, answers } = props
  const { language } = shell
  const words = surveyMessages(language)
  return layout({
    shell,
    title: words.review.title,
    study: props.study.title,
    languages: 'links',
    progress: <RouteProgress words={words} view={{ ...last, at: last.of }} />,
    children: (
      <>
        <h1>{words.review.title}</h1>
        {props.isChanged && (
          <p class="notice wait" role="alert">
            {words.review.changed}
          </p>
        )}
        {props.closing && <p class="notice wait">{props.closing}</p>}
        <p class="lead">{words.review.lead}</p>
        {views.map((view) => {
          const posted = postedFrom(view, answers)
          const questions = view.questions.filter(({ type }) => type !== 'note')
          return (
            questions.length > 0 && (
              <section>
                <h2>{view.title[language]}</h2>
                <dl class="facts">
                  {questions.map((question) => (
                    <Fact name={question.text[language]}>
                      <span lang={isTyped(question, posted) ? '' : undefined}>
                        {describePosted(question, posted, language) || words.conflict.blank}
                      </span>{' '}
                      <a href={`${props.pageHref(view.code)}#${question.code}`}>
                        {words.review.change} <span class="sr">{question.text[language]}</span>
                      </a>
                    </Fact>
                  ))}
                </dl>
              </section>
            )
          )
        })}
        <form id="page" method="post" action={props.action} data-live data-worker={props.worker}>
          <HiddenFields fields={{ seen: String(props.seen) }} />
          <div class="actions pager">
            <button class="button" type="submit" name="go" value="next">
              {words.page.finish}
            </button>
            <a class="back" href={props.pageHref(last.code)}>
              {words.page.back}
            </a>
          </div>
          <p class="status" id="status" role="status" />
        </form>
      </>
    ),
  })
}
