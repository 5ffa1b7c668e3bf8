/** What is kept of a respondent as files to take away: a page for people, JSON for programs. */
import { raw } from 'hono/html'
import { accountsMessages } from '../../../messages/generated/accounts.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { Html } from '../../platform/http/html.ts'
import { formatDateTime } from '../../platform/i18n/format.ts'
import type { StoredVisit } from '../../survey/quality/store.ts'
import type { AnswerInWords } from './answered.ts'
import type { StoredResponse } from './kept.ts'
import { ObjectionSection } from './objection.tsx'
import { AnsweringFacts, AnswersList, Decisions, GivenConsents } from './sections.tsx'

/** A document that stands by itself: it asks for nothing from anywhere. */
export function storedDocument(
  stored: StoredResponse,
  answered: readonly AnswerInWords[],
  language: Language,
  at: string,
): Html {
  const words = accountsMessages(language).rights
  const title = words.answers.file({ study: stored.questionnaire.title[language] })
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title}</title>
        </head>
        <body>
          <h1>{title}</h1>
          <p>{words.answers.made({ at: formatDateTime(at, language) })}</p>
          <h2>{words.answers.title}</h2>
          <AnswersList answered={answered} language={language} />
          <AnsweringFacts kept={stored} language={language} />
          <GivenConsents kept={stored} language={language} />
          <Decisions kept={stored} language={language} />
          {stored.review !== null && <ObjectionSection review={stored.review} language={language} action={null} />}
        </body>
      </html>
    </>
  )
}

/** What each page has of it. */
function byPage<What>(visits: Readonly<Record<string, StoredVisit>>, of: (visit: StoredVisit) => What) {
  return Object.fromEntries(Object.entries(visits).map(([page, visit]) => [page, of(visit)]))
}

/** The same as JSON; times are ISO 8601 in UTC, answers have their codes and their words. */
export function storedJson(
  stored: StoredResponse,
  answered: readonly AnswerInWords[],
  study: string,
  at: string,
): string {
  const {
    progress,
    languageStart,
    savedAt,
    endedAt,
    exportRef,
    pages,
    consents,
    notice,
    decisions,
    groups,
    fullGroup,
  } = stored
  const { state, version, startedAt, language, unrewarded, invitationId, lease, revision } = progress
  const file = {
    study,
    version,
    made_at: at,
    state,
    answers: answered.map(({ name, question, value, label }) => ({ name, question, value, label })),
    kept_beside: {
      started_at: startedAt,
      saved_at: savedAt,
      ended_at: endedAt,
      language_start: languageStart,
      language,
      times_saved: revision,
      reference: exportRef,
      invited: invitationId !== null,
      link_tag: stored.source,
      unrewarded,
      typing_may_be_counted: stored.paradata,
      reward_held_until: lease?.state === 'open' ? lease.expiresAt : null,
      pages: pages.map(({ page, at }) => ({ page, saved_at: at })),
      counts_in: groups,
      full_group: fullGroup,
    },
    consents: consents.map(({ code, text, at, version, hash }) => ({ code, text, at, version, sha256: hash })),
    privacy_notice: notice === null ? null : { version: notice.version, sha256: notice.hash, shown_at: notice.at },
    objections: (stored.review?.objections ?? []).map(({ madeAt, words, dueDay, outcome, decidedAt, reply }) => ({
      at: madeAt,
      words,
      due: dueDay,
      outcome,
      decided_at: decidedAt,
      reply,
    })),
    decisions: decisions.map(({ what, reason, byRule, at }) => ({ what, reason, by_rule: byRule, at })),
    checks_found: (stored.flags?.said ?? []).map(({ name, words }) => ({ name, words: words[language] })),
    page_times_ms: stored.visits && byPage(stored.visits, ({ ms }) => ms),
    typing_counted: stored.visits && byPage(stored.visits, ({ typed }) => typed),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
