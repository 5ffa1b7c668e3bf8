/** The status page: what is kept of a respondent, and what they may do about it. */

import { accountsMessages } from '../../../messages/generated/accounts.ts'
import { commonMessages } from '../../../messages/generated/common.ts'
import { findingsMessages } from '../../../messages/generated/insights/findings.ts'
import type { Html } from '../../platform/http/html.ts'
import { layout, type Shell } from '../../platform/http/layout.tsx'
import { gap, sentences } from '../../platform/i18n/format.ts'
import { type Resume, ResumeCode } from '../../survey/responses/resume-code.tsx'
import type { AnswerInWords } from './answered.ts'
import type { StoredResponse } from './kept.ts'
import { ObjectionSection, type TypedObjection } from './objection.tsx'
import { AnsweringFacts, AnswersList, Decisions, GivenConsents } from './sections.tsx'
import type { WithdrawalKind } from './take-back.ts'

export interface StatusPage {
  shell: Shell
  kept: StoredResponse
  answered: readonly AnswerInWords[]
  /** Null when it can no longer be derived. */
  resume: Resume | null
  /** Addresses that begin so are over with, and what the device has kept of them goes; nothing while answering goes on. */
  over: string | undefined
  /** Of an objection that is being typed, where there is a field for it. */
  mark: string | undefined
  /** Whether the study counts typing of those who allow it. */
  asksParadata: boolean
  typed: TypedObjection | undefined
  /** What has just been done here. */
  done: WithdrawalKind | null
  ways: {
    takeBack: (way: WithdrawalKind) => string
    file: (format: 'html' | 'json') => string
    /** Where answering goes on; null when it is over. */
    onward: string | null
    /** Posted to. */
    voucher: string | null
    paradata: string
    devices: string
    privacy: string
    findings: string
    objection: string
  }
}

/** One's own answers, what is kept beside them, what one agreed to and what was decided. */
export function statusPage(props: StatusPage): Html {
  const { shell, kept, ways } = props
  const { language } = shell
  const words = accountsMessages(language).rights
  const isWithdrawn = kept.progress.state === 'withdrawn' || kept.progress.state === 'lapsed'
  const hasNone = Object.keys(kept.answers).length === 0
  const isErased = isWithdrawn && hasNone
  const state = isErased && kept.progress.state === 'withdrawn' ? 'erased' : kept.progress.state
  const isHeld = ['held', 'objected'].includes(kept.decisions.at(-1)?.what ?? '')
  // What waits for somebody, or can still be done something about, comes before what is merely kept.
  const isOpen = kept.review !== null && kept.review.now.is !== 'over'
  const offered: WithdrawalKind[] = isHeld
    ? ['give_up']
    : [...(isWithdrawn ? [] : ['withdraw' as const]), ...(isErased ? [] : ['erase' as const])]
  return layout({
    shell,
    title:
      props.typed === undefined ? words.title : sentences(language, commonMessages(language).errorPrefix, words.title),
    study: kept.questionnaire.title[language],
    languages: 'links',
    over: props.over,
    children: (
      <>
        <h1>{words.title}</h1>
        {props.done !== null && (
          <p class="note" role="status">
            {words.takeBack.done[props.done]}
          </p>
        )}
        <p class="lead">{sentences(language, props.done === null && words.states[state], words.lead)}</p>
        <GoingOn {...props} />
        {isOpen && <Judged {...props} />}
        <AnswersSection {...props} />
        <AnsweringFacts kept={kept} language={language} />
        <GivenConsents kept={kept} language={language} notice={ways.privacy} />
        <ParadataChoice {...props} />
        {!isOpen && <Judged {...props} />}
        {offered.length > 0 && (
          <>
            <h2>{words.takeBack.title}</h2>
            {isHeld && <p>{words.takeBack.held}</p>}
            <ul class="points">
              {offered.map((way) => (
                <li>
                  <a href={ways.takeBack(way)}>{words.takeBack[way].link}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        <p class="small">
          <a href={ways.findings}>{findingsMessages(language).link}</a>
        </p>
        <p class="small">
          <a href={ways.devices}>{commonMessages(language).devices}</a>
        </p>
      </>
    ),
  })
}

/** What was decided about the answers, and what can be done about it. */
function Judged({ shell: { language }, kept, ways, mark, typed }: StatusPage) {
  return (
    <>
      <Decisions kept={kept} language={language} />
      {kept.review !== null && (
        <ObjectionSection review={kept.review} language={language} action={ways.objection} mark={mark} typed={typed} />
      )}
    </>
  )
}

/** Where it goes on, to the questions or to the voucher, and the code that leads back to here. */
function GoingOn({ shell: { language }, kept, resume, ways }: StatusPage) {
  const words = accountsMessages(language).rights
  const hasNone = Object.keys(kept.answers).length === 0
  return (
    <>
      {ways.onward !== null && (
        <p>
          <a href={ways.onward}>{words.goOn}</a>
        </p>
      )}
      {ways.voucher !== null && (
        <form method="post" action={ways.voucher}>
          <p>
            <button class="back" type="submit">
              {words.voucher}
            </button>
          </p>
        </form>
      )}
      {resume !== null && (
        <section class="note resume" aria-labelledby="code">
          <h2 id="code">{words.code}</h2>
          <ResumeCode language={language} resume={resume} />
          <p>{hasNone && kept.progress.state !== 'in_progress' ? words.keepErased : words.keep}</p>
        </section>
      )}
    </>
  )
}

/** One's own answers, here and as files. */
function AnswersSection({ shell: { language }, answered, ways }: StatusPage) {
  const words = accountsMessages(language).rights
  return (
    <>
      <h2>{words.answers.title}</h2>
      {answered.length === 0 ? (
        <p>{words.answers.none}</p>
      ) : (
        <details>
          <summary>{words.answers.show}</summary>
          <AnswersList answered={answered} language={language} />
        </details>
      )}
      <ul class="points">
        <li>
          <a href={ways.file('html')}>{words.answers.html}</a>
        </li>
        <li>
          <a href={ways.file('json')}>{words.answers.json}</a>
        </li>
      </ul>
    </>
  )
}

/** Whether notes of how a page was filled in may be kept. */
function ParadataChoice({ shell: { language }, kept, ways, asksParadata }: StatusPage) {
  const words = accountsMessages(language).rights
  if (!kept.paradata && (ways.onward === null || !asksParadata)) return null
  return (
    <form method="post" action={ways.paradata}>
      <p>
        {kept.paradata ? words.paradata.allowed : words.paradata.refused}
        {gap(language)}
        <button class="back" type="submit" name="allow" value={kept.paradata ? '0' : '1'}>
          {kept.paradata ? words.paradata.refuse : words.paradata.allow}
        </button>
      </p>
    </form>
  )
}
