/** How a voucher stands, as its holder reads it: what is so, what comes next, and how far it has come. */

import { claimMessages } from '../../../messages/generated/claim.ts'
import { commonMessages } from '../../../messages/generated/common.ts'
import { voucherMessages } from '../../../messages/generated/voucher.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { Fact } from '../../platform/http/fact.tsx'
import { formatDate, formatDateTime } from '../../platform/i18n/format.ts'
import { IntoWechat } from './into-wechat.tsx'
import { channelTitle } from './pages.tsx'
import type { VoucherProgress, VoucherStage } from './progress.ts'
import { ReviewNote } from './review-note.tsx'

export interface Ways {
  /** Where the account is given or changed. */
  claim: string
  /** Where the button posts that receives the money in WeChat; null outside WeChat. */
  receive: string | null
  /** Where a calendar file is. */
  reminder: string
  /** This page. */
  here: string
  /** Where whoever gave the response may object; null for whoever has only the voucher's code. */
  status: string | null
  /** What opens the voucher in WeChat. */
  wechat: IntoWechat
}

/** Its name, its meaning, and the next step: who has to do it, by when, and the money's day. */
export function StageView(props: {
  progress: VoucherProgress
  language: Language
  /** The account, masked, part by part; empty where nothing of it is shown. */
  account: readonly string[]
  ways: Ways
}) {
  const { progress, language, ways } = props
  const words = voucherMessages(language)
  const { name, text, ...more } = words.stages[progress.stage]
  const next = 'next' in more ? more.next : null
  const why = progress.reason && words.reasons[progress.reason]
  const fullText = why ? commonMessages(language).sentences({ first: text, second: why }) : text
  const day = (at: string) => (at.length === 10 ? formatDate(at, language) : formatDateTime(at, language))
  return (
    <>
      <p class="state">
        <span class={`badge ${tones[progress.stage]}`}>{name}</span> {fullText}
      </p>
      {progress.review && <ReviewNote review={progress.review} status={ways.status} language={language} />}
      {(next || progress.channel) && (
        <dl class="facts">
          <PayTo {...props} />
          {next && (
            <>
              <Fact name={words.nextLabel}>{next}</Fact>
              {progress.who && <Fact name={words.whoLabel}>{words.who[progress.who]}</Fact>}
              {progress.from && <Fact name={words.fromLabel}>{day(progress.from)}</Fact>}
              {progress.until && (
                <Fact name={words[deadlineLabels[progress.stage] ?? 'untilLabel']}>
                  {progress.untilAtLeast ? words.atLeast({ day: day(progress.until) }) : day(progress.until)}
                </Fact>
              )}
              {progress.askAt && <Fact name={words.askLabel}>{day(progress.askAt)}</Fact>}
              {progress.expected && <Fact name={words.expectedLabel}>{expectedText(progress.expected, language)}</Fact>}
            </>
          )}
        </dl>
      )}
      <Buttons progress={progress} language={language} ways={ways} />
    </>
  )
}

/** What the day or time is called until which the holder may do something; all else is due by then. */
const deadlineLabels: Partial<Record<VoucherProgress['stage'], 'claimByLabel' | 'confirmByLabel'>> = {
  issued: 'claimByLabel',
  another: 'claimByLabel',
  awaiting: 'confirmByLabel',
}

function PayTo({
  progress,
  language,
  account,
}: {
  progress: VoucherProgress
  language: Language
  account: readonly string[]
}) {
  const words = voucherMessages(language)
  if (progress.channel === null) return null
  return (
    <Fact name={progress.stage === 'paid' ? words.paidTo : words.payTo}>
      {channelTitle(progress.channel, language)}
      {(account.length === 0
        ? [claimMessages(language).fields.login.hint]
        : account.map((part) => <code>{part}</code>)
      ).map((part) => (
        <>
          <br />
          {part}
        </>
      ))}
    </Fact>
  )
}

function expectedText(expected: NonNullable<VoucherProgress['expected']>, language: Language): string {
  const words = voucherMessages(language)
  if ('by' in expected) return words.expectedBy({ day: formatDate(expected.by, language) })
  if ('ifYou' in expected) return words.expectedIfYou({ day: formatDate(expected.ifYou, language) })
  if ('late' in expected) return words.expectedLate({ day: formatDate(expected.late, language) })
  if ('usualDays' in expected) return words.expectedUsual({ days: expected.usualDays })
  if ('overDays' in expected) return words.expectedOver({ days: expected.overDays })
  return words.expectedUnknown({ year: expected.unknownYear })
}

function Buttons({ progress, language, ways }: { progress: VoucherProgress; language: Language; ways: Ways }) {
  const words = voucherMessages(language)
  const { may, stage } = progress
  return (
    <>
      {may.claim && (
        <p>
          <a class="button big" href={ways.claim}>
            {stage === 'another' ? words.anotherButton : words.claimButton}
          </a>
        </p>
      )}
      {may.receive && <Receive progress={progress} language={language} ways={ways} />}
      {(may.change || stage === 'receive' || stage === 'receive_later' || progress.who === 'provider') && (
        <p class="actions">
          {may.change && (
            <a class="button quiet" href={ways.claim}>
              {words.changeButton}
            </a>
          )}
          {(stage === 'receive' || stage === 'receive_later') && (
            <a class="button quiet" href={ways.reminder} download>
              {claimMessages(language).receive.reminder}
            </a>
          )}
          {progress.who === 'provider' && (
            <a class="button quiet" href={ways.here}>
              {words.lookAgain}
            </a>
          )}
        </p>
      )}
    </>
  )
}

/** In WeChat a button; elsewhere the way there. Opening the page asks WeChat for nothing. */
function Receive({ progress, language, ways }: { progress: VoucherProgress; language: Language; ways: Ways }) {
  const { receive: words } = claimMessages(language)
  return (
    <>
      {progress.stage === 'receive' && <p>{words.when}</p>}
      {ways.receive === null ? (
        <IntoWechat language={language} {...ways.wechat} />
      ) : (
        <form method="post" action={ways.receive}>
          <p>
            <button class="button big" type="submit">
              {progress.stage === 'awaiting' ? words.open : words.button}
            </button>
          </p>
        </form>
      )}
    </>
  )
}

/** What the calendar has ahead, and the steps: done, under way, to come. */
export function ProgressView({ progress, language }: { progress: VoucherProgress; language: Language }) {
  const words = voucherMessages(language)
  const stepLabels = { done: words.stepDone, now: words.stepNow, coming: words.stepComing }
  return (
    <>
      {progress.endsSoon && (
        <p class="notice wait">{words.endsSoon({ day: formatDate(progress.endsSoon, language) })}</p>
      )}
      {progress.notices.map(({ is, from, to }) => (
        <p class="notice wait">{words[is]({ from: formatDate(from, language), to: formatDate(to, language) })}</p>
      ))}
      {progress.steps.length > 0 && (
        <>
          <h2>{words.stepsTitle}</h2>
          <ol class="steps">
            {progress.steps.map(({ name, is, day }) => (
              <li class={is} aria-current={is === 'now' ? 'step' : undefined}>
                {progress.stage === 'held' && name === 'issued' ? words.issuedHeld : words.steps[name]}{' '}
                <span class="sr">{stepLabels[is]}</span>
                {day && (
                  <>
                    <br />
                    <span class="small">{formatDate(day, language)}</span>
                  </>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  )
}

const tones: Record<VoucherStage, 'good' | 'wait' | 'bad'> = {
  held: 'wait',
  rejected: 'bad',
  given_up: 'bad',
  issued: 'good',
  another: 'bad',
  waiting: 'wait',
  changed: 'wait',
  approving: 'wait',
  approved: 'wait',
  receive: 'good',
  receive_later: 'wait',
  sending: 'wait',
  delayed: 'wait',
  unknown: 'wait',
  stopping: 'wait',
  awaiting: 'good',
  lapsed: 'wait',
  again: 'wait',
  paid: 'good',
  paid_outside: 'good',
  expired: 'bad',
  voided: 'bad',
  superseded: 'bad',
}
