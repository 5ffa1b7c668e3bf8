/** Where a respondent is signed in: what to press when a phone was lost or lent, or when somebody else was here. */
import { accountsMessages } from '../../../messages/generated/accounts.ts'
import { commonMessages } from '../../../messages/generated/common.ts'
import type { Html } from '../../platform/http/html.ts'
import { layout, type Shell } from '../../platform/http/layout.tsx'
import { type Resume, ResumeCode } from '../../survey/responses/resume-code.tsx'

/** Each button posts to `action` and its own name; `resume` is what counts now, null when it is not known. */
export function devicesPage(props: {
  shell: Shell
  study: string
  action: string
  resume: Resume | null
  /** All other devices have just been signed out. */
  isDone: boolean
  home: string
  /** Where what is kept of the respondent is shown. */
  status: string
}): Html {
  const { language } = props.shell
  const words = accountsMessages(language).devices
  return layout({
    shell: props.shell,
    title: words.title,
    study: props.study,
    languages: 'links',
    children: (
      <>
        <h1>{words.title}</h1>
        {props.isDone ? (
          <p class="lead" role="status">
            {words.done}
          </p>
        ) : (
          <p class="lead">{words.lead}</p>
        )}
        {props.resume !== null && (
          <section class="note resume" aria-labelledby="code">
            <h2 id="code">{words.code}</h2>
            <ResumeCode language={language} resume={props.resume} />
            <p>{words.keep}</p>
          </section>
        )}
        <Way action={`${props.action}/others`} words={words.others} />
        <Way action={`${props.action}/all`} words={words.all} />
        <p class="small">{words.voucher}</p>
        <p>
          <a href={`${props.action}/here`}>{commonMessages(language).forget}</a>
        </p>
        <p>
          <a href={props.status}>{commonMessages(language).rights}</a>
        </p>
        <p>
          <a href={props.home}>{words.back}</a>
        </p>
      </>
    ),
  })
}

function Way({ action, words }: { action: string; words: { title: string; text: string; button: string } }) {
  return (
    <form method="post" action={action}>
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <p class="actions">
        <button class="button quiet" type="submit">
          {words.button}
        </button>
      </p>
    </form>
  )
}

/**
 * Says what is lost before this device forgets; the button posts to `action`. `resume` is null for whoever has brought a
 * voucher's code alone, or nothing.
 */
export function forgetPage(props: {
  shell: Shell
  study: string
  action: string
  resume: Resume | null
  home: string
}): Html {
  const { language } = props.shell
  const { forget } = commonMessages(language)
  const { here: words, back } = accountsMessages(language).devices
  return layout({
    shell: props.shell,
    title: forget,
    study: props.study,
    languages: 'links',
    children: (
      <>
        <h1>{forget}</h1>
        <p class="lead">{words.lead}</p>
        <h2>{words.lost}</h2>
        <ul class="points">
          <li>{words.opens}</li>
          <li>{words.typed}</li>
          <li>{words.stays}</li>
        </ul>
        {props.resume === null ? (
          <p class="notice wait">{words.noCode}</p>
        ) : (
          <section class="note resume" aria-labelledby="code">
            <h2 id="code">{words.code}</h2>
            <ResumeCode language={language} resume={props.resume} />
          </section>
        )}
        <form method="post" action={props.action}>
          <p class="actions">
            <button class="button" type="submit">
              {forget}
            </button>
            <a class="button quiet" href={props.home}>
              {back}
            </a>
          </p>
        </form>
      </>
    ),
  })
}
