/** Two tabs, one page: what was saved last stands in the form, what this tab had stands beside it. */

import { surveyMessages } from '../../../messages/generated/survey.ts'
import type { Posted } from '../../platform/http/form.ts'
import type { Html } from '../../platform/http/html.ts'
import { layout, type Shell } from '../../platform/http/layout.tsx'
import { describePosted } from '../questionnaire/page/describe-posted.ts'
import { drawing } from '../questionnaire/page/draw.ts'
import type { PageView } from '../questionnaire/page/page-view.ts'
import { ConsentBoxes, QuestionField } from '../questionnaire/page/question.tsx'
import { ownPrefix } from './own-answers.ts'
import { HiddenFields, RouteProgress, type StudyHead } from './question-page.tsx'

export interface ConflictPage {
  shell: Shell
  study: StudyHead
  view: PageView
  /** The newer answers, as stored. */
  fill: Posted
  /** What this tab sent. */
  mine: Posted
  /** Hidden fields of both forms, with the newer revision. */
  hidden: Record<string, string>
  /** Both forms are posted here with `go=next`. */
  action: string
  /** As on a page of questions: what the device keeps of this page goes once it is sent. */
  mark: string
}

/** Only the fields that this page asks: the rest of a post (`go`, `revision`) is not an answer. */
function answersIn(view: PageView, posted: Posted): Posted {
  const codes = new Set([...view.questions, ...view.consents].map(({ code }) => code))
  return Object.fromEntries(Object.entries(posted).filter(([field]) => codes.has(field.split('.')[0] ?? '')))
}

/** Asks which answers should stand. */
export function conflictPage(props: ConflictPage): Html {
  const { shell, study, view, mine, fill } = props
  const { language } = shell
  const words = surveyMessages(language)
  const draw = drawing(language, fill, [])
  const own = answersIn(view, mine)
  const differing = view.questions.flatMap((question) => {
    const here = describePosted(question, mine, language)
    return here === describePosted(question, fill, language) ? [] : [{ text: question.text[language], here }]
  })
  return layout({
    shell,
    title: words.conflict.title,
    study: study.title,
    languages: 'form',
    progress: <RouteProgress words={words} view={view} />,
    children: (
      <>
        <h1>{words.conflict.title}</h1>
        <p class="lead">{words.conflict.lead}</p>
        <form class="note" method="post" action={props.action} data-mark={props.mark}>
          <h2>{words.conflict.here}</h2>
          <dl>
            {differing.map(({ text, here }) => (
              <>
                <dt>{text}</dt>
                <dd>{here || words.conflict.blank}</dd>
              </>
            ))}
          </dl>
          <HiddenFields fields={{ ...props.hidden, ...own }} />
          <p class="actions">
            <button class="button quiet" type="submit" name="go" value="next">
              {words.conflict.mine}
            </button>
          </p>
        </form>
        <form id="page" method="post" action={props.action} novalidate data-live data-mark={props.mark} data-aside>
          <HiddenFields fields={props.hidden} />
          <HiddenFields
            fields={Object.fromEntries(Object.entries(own).map(([field, values]) => [ownPrefix + field, values]))}
          />
          {view.questions.map((question) => (
            <QuestionField draw={draw} question={question} />
          ))}
          <ConsentBoxes draw={draw} view={view} />
          <p class="actions">
            <button class="button" type="submit" name="go" value="next" aria-describedby="keep-hint">
              {words.conflict.keep}
            </button>
          </p>
          <p class="small" id="keep-hint">
            {words.conflict.keepHint}
          </p>
          <p class="status" id="status" role="status" />
        </form>
      </>
    ),
  })
}
