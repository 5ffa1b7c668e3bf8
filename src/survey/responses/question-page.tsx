/** The questionnaire pages. */

import { commonMessages } from '../../../messages/generated/common.ts'
import { type SurveyMessages, surveyMessages } from '../../../messages/generated/survey.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { Posted } from '../../platform/http/form.ts'
import type { Html } from '../../platform/http/html.ts'
import { layout, type Shell } from '../../platform/http/layout.tsx'
import { sentences } from '../../platform/i18n/format.ts'
import { drawing } from '../questionnaire/page/draw.ts'
import type { PageView } from '../questionnaire/page/page-view.ts'
import { ConsentBoxes, type ConsentPage, ErrorSummary, QuestionField } from '../questionnaire/page/question.tsx'
import type { ValidationError } from '../questionnaire/page/view.ts'
import { type Resume, ResumeCode } from './resume-code.tsx'

/** What a page says of its study: the title in the reader's language. */
export interface StudyHead {
  slug: string
  title: string
}

export interface QuestionPage {
  shell: Shell
  study: StudyHead
  view: PageView
  /** What to fill in. */
  fill: Posted
  errors: ValidationError[]
  /** Hidden fields; the script saves as it goes only where `revision` is one of them. */
  hidden: Record<string, string>
  /** Where the form is posted: `go=next`, `go=back`, `lang=…`, or `draft=1` by the script. */
  action: string
  /** Address of the page before, or null on the first; going back posts `go=back`, so that nothing typed is lost. */
  back: string | null
  /** What opens the response on another device; shown at once when `fresh`. */
  resume: Resume | null
  fresh: boolean
  /** Where other devices are signed out. */
  devices: string
  /** Where whoever has the code sees what is kept of them. */
  status: string
  /** Until when a study that has closed may be finished, or why the first page comes again, in words. */
  said?: string | null | undefined
  /** Tells one respondent's answers from another's where a phone keeps them through a lost connection. */
  mark: string
  /** Where the script is that shows pages without a connection; null before anything has begun. */
  worker: string | null
  /** Where the privacy notice is, and whether counting is asked for; only before anything has begun. */
  consent?: ConsentPage | undefined
}

/** Hidden fields of a form, each value one field. */
export function HiddenFields({ fields }: { fields: Record<string, string | string[]> }): Html {
  return (
    <>
      {Object.entries(fields).flatMap(([name, values]) =>
        [values].flat().map((value) => <input type="hidden" name={name} value={value} />),
      )}
    </>
  )
}

/** How far along the route a page is. */
export function RouteProgress({ words, view }: { words: SurveyMessages; view: PageView }): Html {
  const { at, of } = view
  return (
    <div class="progress">
      <label for="progress">{at >= of ? words.page.progressLast({ at, of }) : words.page.progress({ at, of })}</label>
      <progress id="progress" max={of} value={at - 0.5}>
        {at}/{of}
      </progress>
    </div>
  )
}

function ComingBack(props: { language: Language; resume: Resume; fresh: boolean; devices: string; status: string }) {
  const { language, resume } = props
  const words = surveyMessages(language)
  if (props.fresh) {
    return (
      <section class="note resume" aria-labelledby="resume">
        <h2 id="resume">{words.resume.fresh}</h2>
        <ResumeCode language={language} resume={resume} />
        <p>{words.resume.keep}</p>
      </section>
    )
  }
  return (
    <details class="resume">
      <summary>{words.resume.summary}</summary>
      <ResumeCode language={language} resume={resume} />
      <p>{words.resume.keep}</p>
      <p>
        <a href={props.devices}>{commonMessages(language).devices}</a> ·{' '}
        <a href={props.status}>{commonMessages(language).rights}</a>
      </p>
    </details>
  )
}

/** One page of questions. */
export function questionPage(props: QuestionPage): Html {
  const { shell, study, view, resume } = props
  const words = surveyMessages(shell.language)
  const common = commonMessages(shell.language)
  const draw = drawing(shell.language, props.fill, props.errors)
  const title = view.title[shell.language]
  const comingBack = resume && (
    <ComingBack
      language={shell.language}
      resume={resume}
      fresh={props.fresh}
      devices={props.devices}
      status={props.status}
    />
  )
  return layout({
    shell,
    title: props.errors.length > 0 ? sentences(shell.language, common.errorPrefix, title) : title,
    study: study.title,
    languages: 'form',
    progress: <RouteProgress words={words} view={view} />,
    children: (
      <>
        <h1>{title}</h1>
        <ErrorSummary draw={draw} view={view} />
        {props.said && (
          <p class="notice wait" role="status">
            {props.said}
          </p>
        )}
        {props.fresh && comingBack}
        <form
          id="page"
          method="post"
          action={props.action}
          novalidate
          data-live
          data-mark={props.mark || undefined}
          data-worker={props.worker ?? undefined}
        >
          <HiddenFields fields={props.hidden} />
          {view.questions.map((question) => (
            <QuestionField draw={draw} question={question} />
          ))}
          <ConsentBoxes draw={draw} view={view} page={props.consent} />
          <div class="actions pager">
            <button class="button" type="submit" name="go" value="next">
              {view.at >= view.of && !props.hidden.review ? words.page.finish : common.next}
            </button>
            {props.back !== null && (
              <button class="back" type="submit" name="go" value="back" formnovalidate>
                {words.page.back}
              </button>
            )}
          </div>
          {props.mark && <p class="small" hidden data-note />}
          <p class="status" id="status" role="status" />
        </form>
        {!props.fresh && comingBack}
      </>
    ),
  })
}
