/** The parts that the status page and the file to take away have in common. */

import { accountsMessages } from '../../../messages/generated/accounts.ts'
import { commonMessages } from '../../../messages/generated/common.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { Fact } from '../../platform/http/fact.tsx'
import type { Html } from '../../platform/http/html.ts'
import { formatDateTime, gap, sentences } from '../../platform/i18n/format.ts'
import { Scroll } from '../../staff/frame/scroll.tsx'
import type { AnswerInWords } from './answered.ts'
import type { ReviewDecision, StoredResponse } from './kept.ts'

/** Each question with its answer. */
export function AnswersList({ answered, language }: { answered: readonly AnswerInWords[]; language: Language }): Html {
  const words = accountsMessages(language).rights.answers
  if (answered.length === 0) return <p>{words.none}</p>
  return (
    <dl class="facts">
      {answered.map(({ question, label, isTyped }) => (
        <Fact name={question}>{isTyped ? <span lang="">{label}</span> : (label ?? words.picked)}</Fact>
      ))}
    </dl>
  )
}

interface Part {
  kept: StoredResponse
  language: Language
}

/** When and how it was answered, as far as that is kept. */
export function AnsweringFacts({ kept, language }: Part): Html {
  const words = accountsMessages(language).rights.around
  const { progress, savedAt, endedAt, languageStart, exportRef, pages } = kept
  const { lease, unrewarded } = progress
  const time = (iso: string) => formatDateTime(iso, language)
  const reward =
    lease?.state === 'open'
      ? words.held({ at: time(lease.expiresAt) })
      : kept.hasVoucher
        ? words.voucher
        : unrewarded
          ? words.unrewarded
          : words.notHeld
  const titles = new Map(kept.questionnaire.pages.map(({ code, title }) => [code, title]))
  return (
    <>
      <h2>{words.title}</h2>
      <dl class="facts">
        <Fact name={words.started}>{time(progress.startedAt)}</Fact>
        <Fact name={words.saved}>{time(savedAt)}</Fact>
        {endedAt !== null && <Fact name={words.ended}>{time(endedAt)}</Fact>}
        <Fact name={words.languageStart}>
          <span lang={languageStart}>{commonMessages(languageStart).name}</span>
        </Fact>
        <Fact name={words.language}>
          <span lang={progress.language}>{commonMessages(progress.language).name}</span>
        </Fact>
        <Fact name={words.times}>{progress.revision}</Fact>
        <Fact name={words.invitation}>{progress.invitationId === null ? words.openLink : words.invited}</Fact>
        {kept.source !== null && <Fact name={words.source}>{kept.source || words.otherSource}</Fact>}
        <Fact name={words.reward}>{reward}</Fact>
        {kept.groups.length > 0 && (
          <Fact name={words.groups}>
            {kept.groups.map((group) => group[language]).join(commonMessages(language).listSeparator)}
          </Fact>
        )}
        <Fact name={['withdrawn', 'lapsed'].includes(progress.state) ? words.referenceGone : words.reference}>
          <code>{exportRef}</code>
        </Fact>
        <Fact name={words.version}>
          <code>{progress.version.slice(0, 8)}</code>
        </Fact>
        {pages.length > 0 && (
          <Fact name={words.pages}>
            {onLines(
              pages.map(({ page, at }) => words.page({ page: titles.get(page)?.[language] ?? page, at: time(at) })),
            )}
          </Fact>
        )}
      </dl>
      <Visits kept={kept} language={language} />
    </>
  )
}

/** How long each page was open and what was counted on it, in the order of the questionnaire. */
function Visits({ kept: { visits, questionnaire }, language }: Part): Html | null {
  const words = accountsMessages(language).rights.around
  const known = questionnaire.pages.flatMap(({ code, title }) => {
    const visit = visits?.[code]
    return visit === undefined ? [] : [{ page: title[language], ...visit }]
  })
  if (known.length === 0) return null
  const isCounted = known.some(({ typed }) => typed !== undefined)
  const heads = [words.onePage, words.openFor, ...(isCounted ? [words.typed, words.pasted] : [])]
  return (
    <>
      <h3>{words.visits}</h3>
      <Scroll label={words.visits}>
        <table class="table narrow">
          <thead>
            <tr>
              {heads.map((head, n) => (
                <th scope="col" class={n > 0 ? 'number' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {known.map(({ page, ms, typed }) => {
              const seconds = Math.round(ms / 1000)
              return (
                <tr>
                  <th scope="row">{page}</th>
                  <td class="number">{words.time({ minutes: Math.floor(seconds / 60), seconds: seconds % 60 })}</td>
                  {isCounted && <td class="number">{typed?.keys}</td>}
                  {isCounted && <td class="number">{typed?.pastes}</td>}
                </tr>
              )
            })}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}

/** Each on a line of its own. */
function onLines(lines: readonly string[]): Html {
  return (
    <>
      {lines.map((line, n) => (
        <>
          {n > 0 && <br />}
          {line}
        </>
      ))}
    </>
  )
}

/** The SHA-256 of a text, by which it is known again. */
function Hash({ of }: { of: string | null }): Html | null {
  return of === null ? null : (
    <>
      <br />
      <code class="small">{of.replace(/(.{16})(?=.)/g, '$1\u200b')}</code>
    </>
  )
}

/** What was agreed to, in the words that were agreed to, and when; `notice` is where the privacy notices are. */
export function GivenConsents({ kept, language, notice }: Part & { notice?: string }): Html {
  const words = accountsMessages(language).rights.consents
  return (
    <>
      <h2>{words.title}</h2>
      {kept.consents.length === 0 && <p>{words.none}</p>}
      <ul class="points">
        {kept.consents.map(({ text, at, version, hash }) => (
          <li>
            {text[language]}
            {gap(language)}
            <span class="small">
              {version === null
                ? words.agreed({ at: formatDateTime(at, language) })
                : words.versioned({ version, at: formatDateTime(at, language) })}
            </span>
            <Hash of={hash} />
          </li>
        ))}
        {kept.notice?.version != null && (
          <li>
            {words.notice}
            {gap(language)}
            {notice === undefined ? (
              words.versioned({ version: kept.notice.version, at: formatDateTime(kept.notice.at, language) })
            ) : (
              <a href={`${notice}?version=${kept.notice.version}`}>
                {words.versioned({ version: kept.notice.version, at: formatDateTime(kept.notice.at, language) })}
              </a>
            )}
            <Hash of={kept.notice.hash} />
          </li>
        )}
      </ul>
    </>
  )
}

/** Each decision with why, who and when, the newest first. */
export function Decisions({ kept, language }: Part): Html {
  const { decisions: words, reasons } = accountsMessages(language).rights
  const whys: Record<string, string> = reasons
  const labelOf = (what: ReviewDecision['what']) =>
    what === 'over_quota' ? words.over_quota({ group: kept.fullGroup?.[language] ?? '' }) : words[what]
  const why = ({ reason }: ReviewDecision) => (reason === null ? null : (whys[reason] ?? reasons.other))
  // An objection is the respondent's own, and what is final says so itself.
  const who = ({ what, byRule }: ReviewDecision) =>
    what === 'objected' || what === 'final' ? null : byRule ? words.byRule : words.byPerson
  return (
    <>
      <h2>{words.title}</h2>
      {kept.decisions.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="points">
          {kept.decisions.toReversed().map((decision) => (
            <li>
              {decision.reason === 'given_up'
                ? words.givenUp
                : sentences(language, labelOf(decision.what), why(decision), who(decision))}
              {gap(language)}
              <span class="small">{formatDateTime(decision.at, language)}</span>
            </li>
          ))}
        </ul>
      )}
      {kept.flags !== null && (
        <>
          <p>{kept.flags.found[language]}</p>
          <ul class="points">
            {kept.flags.said.map((flag) => (
              <li>{flag.words[language]}</li>
            ))}
          </ul>
        </>
      )}
      {kept.decisions.length > 0 && kept.review === null && <p>{words.disagree}</p>}
    </>
  )
}
