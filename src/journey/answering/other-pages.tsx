/** What surrounds the questions: no reward left, the polite ends, and going on from another device. */
import { commonMessages } from '../../../messages/generated/common.ts'
import { type SurveyMessages, surveyMessages } from '../../../messages/generated/survey.ts'
import type { Html } from '../../platform/http/html.ts'
import { layout, type Shell } from '../../platform/http/layout.tsx'
import { gap } from '../../platform/i18n/format.ts'
import type { StudyHead } from '../../survey/responses/question-page.tsx'
import { type Resume, ResumeCode } from '../../survey/responses/resume-code.tsx'

/**
 * The reward cannot be had now: `action` is posted to when going on without one; `retry` is the address to try again at, which
 * is offered only where waiting may help; `status` is where whoever stops sees what is kept.
 */
export function rewardGonePage(props: {
  shell: Shell
  study: StudyHead
  /** `budgetNone`: nobody holds one that may yet come back. */
  reason: 'budget' | 'budgetNone'
  action: string
  retry: string
  status: string
}): Html {
  const { shell, study } = props
  const words = surveyMessages(shell.language).rewardGone
  const isFinal = props.reason === 'budgetNone'
  const title = isFinal ? words.titleNone : words.title
  return layout({
    shell,
    title,
    study: study.title,
    languages: 'links',
    children: (
      <>
        <h1>{title}</h1>
        <p class="lead">{words[props.reason]}</p>
        <p>{words.safe}</p>
        <form method="post" action={props.action}>
          <p class="actions">
            {!isFinal && (
              <a class="button" href={props.retry}>
                {words.retry}
              </a>
            )}
            <button class="button quiet" type="submit" name="unrewarded" value="ask">
              {words.goOn}
            </button>
          </p>
        </form>
        {isFinal ? (
          <p>
            <a href={props.status}>{commonMessages(shell.language).rights}</a>
          </p>
        ) : (
          <p class="small">{words.later}</p>
        )}
      </>
    ),
  })
}

/** Asks once more before a reward is given up; `action` is posted to then, and opened to go back. */
export function giveUpPage({ shell, study, action }: { shell: Shell; study: StudyHead; action: string }): Html {
  const words = surveyMessages(shell.language).rewardGone
  return layout({
    shell,
    title: words.sureTitle,
    study: study.title,
    languages: 'links',
    children: (
      <>
        <h1>{words.sureTitle}</h1>
        <p class="lead">{words.sure}</p>
        <form method="post" action={action}>
          <p class="actions">
            <a class="button" href={action}>
              {words.sureNo}
            </a>
            <button class="button quiet" type="submit" name="unrewarded" value="1">
              {words.sureYes}
            </button>
          </p>
        </form>
      </>
    ),
  })
}

export type EndScreen = 'under_age' | 'screened_out' | 'over_quota' | 'withdrawn' | 'complete_unrewarded' | 'elsewhere'

/**
 * The polite end of a response. `minimumAge`, in years, is named to the under-aged; `resume` adds a form for the resume
 * code, posted there as `code`; `home` leads back to the study's start page.
 */
export function endPage(props: {
  shell: Shell
  study: StudyHead
  how: EndScreen
  minimumAge: number
  home: string | null
  resume?: { action: string; wrong: boolean } | null
  /** What the device may forget by now: addresses that begin so. */
  over?: string | undefined
  /** How whoever may see what is kept of them comes back, and where that is; null when nothing is. */
  own?: { resume: Resume | null; status: string } | null
  /** Whom the cell counts that was full; null where none was. */
  group?: string | null
}): Html {
  const { shell, study, how, resume, own } = props
  const words = surveyMessages(shell.language)
  const { title } = words.end[how]
  const text = how === 'under_age' ? words.end.under_age.text({ age: props.minimumAge }) : words.end[how].text
  const group = how === 'over_quota' ? props.group : null
  return layout({
    shell,
    title,
    study: study.title,
    languages: 'links',
    over: props.over,
    children: (
      <>
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        {how === 'under_age' && props.minimumAge === 14 && <p>{words.end.guardian}</p>}
        {group && <p>{words.end.over_quota.group({ group })}</p>}
        {resume && <ResumeForm words={words} action={resume.action} typed="" wrong={resume.wrong} />}
        {own?.resume && (
          <section class="note resume" aria-labelledby="resume">
            <h2 id="resume">{words.resume.fresh}</h2>
            <ResumeCode language={shell.language} resume={own.resume} />
            <p>{words.resume.keepAfter}</p>
          </section>
        )}
        {own && (
          <p>
            <a href={own.status}>{commonMessages(shell.language).rights}</a>
          </p>
        )}
        <p>
          {words.end.close}
          {gap(shell.language)}
          {props.home && <a href={props.home}>{words.end.home}</a>}
        </p>
      </>
    ),
  })
}

function ResumeForm(props: { words: SurveyMessages; action: string; typed: string; wrong: boolean }) {
  const words = props.words.resume
  return (
    <form method="post" action={props.action} class={props.wrong ? 'q bad' : 'q'}>
      <label class="ask" for="code">
        {words.label}
      </label>
      <p class="hint" id="code-h">
        {words.hint}
      </p>
      {props.wrong && (
        <p class="error" id="code-e" role="alert">
          {words.wrong}
        </p>
      )}
      <input
        type="text"
        id="code"
        name="code"
        value={props.typed}
        maxlength={64}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        class="coded"
        data-hash
        aria-invalid={props.wrong ? 'true' : undefined}
        aria-describedby={props.wrong ? 'code-h code-e' : 'code-h'}
      />
      <p class="actions">
        <button class="button" type="submit">
          {words.button}
        </button>
      </p>
    </form>
  )
}

/** A form for the resume code, posted to `action` as `code`. */
export function resumePage(props: {
  shell: Shell
  study: StudyHead
  action: string
  typed?: string
  wrong: boolean
  /** The device has just been signed out, or made to forget. */
  isOut?: boolean
  /** What the code is asked for, unless it is for going on. */
  heading?: { title: string; lead: string }
  /** What the device forgets: addresses that begin so. */
  over?: string | undefined
}): Html {
  const { shell, study } = props
  const words = surveyMessages(shell.language)
  const { title, lead } = props.heading ?? words.resume
  return layout({
    shell,
    title,
    study: study.title,
    languages: 'links',
    over: props.over,
    children: (
      <>
        <h1>{title}</h1>
        {props.isOut && (
          <p class="note" role="status">
            {words.resume.out}
          </p>
        )}
        <p class="lead">{lead}</p>
        <ResumeForm words={words} action={props.action} typed={props.typed ?? ''} wrong={props.wrong} />
      </>
    ),
  })
}

/** An invitation that was begun on another device: `action` is where to go on, `resumeAction` is posted a resume `code`. */
export function invitationElsewherePage(props: {
  shell: Shell
  study: StudyHead
  action: string
  resumeAction: string
  wrong: boolean
}): Html {
  const { shell, study } = props
  const words = surveyMessages(shell.language)
  return layout({
    shell,
    title: words.elsewhere.title,
    study: study.title,
    languages: { links: '?elsewhere=1&lang=' },
    children: (
      <>
        <h1>{words.elsewhere.title}</h1>
        <p class="lead">{words.elsewhere.text}</p>
        <p class="actions">
          <a class="button" href={props.action}>
            {words.elsewhere.goOn}
          </a>
        </p>
        <h2>{words.elsewhere.orCode}</h2>
        <ResumeForm words={words} action={props.resumeAction} typed="" wrong={props.wrong} />
      </>
    ),
  })
}
