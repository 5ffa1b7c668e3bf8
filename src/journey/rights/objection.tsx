/** The part of the status page about a review: who decides by when, how to object, and what came of it. */
import { accountsMessages } from '../../../messages/generated/accounts.ts'
import { surveyMessages } from '../../../messages/generated/survey.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { Html } from '../../platform/http/html.ts'
import { formatDate, formatDateTime, gap, sentences } from '../../platform/i18n/format.ts'
import { objectionWorkingDays } from '../reviews/objections/object.ts'
import type { ObjectionStatus, ReviewStatus } from '../reviews/objections/review-status.ts'
import { longestWords } from '../reviews/objections/words.ts'

/** What was typed and is not kept, and why: `empty` asks once whether it is meant to have no words. */
export interface TypedObjection {
  words: string
  refused: 'over' | 'long' | 'empty'
}

interface Props {
  review: ReviewStatus
  language: Language
  /** Where an objection is posted to; null in a file to take away. */
  action: string | null
  /** Tells what one respondent types from another's where the device keeps it. */
  mark?: string | undefined
  typed?: TypedObjection | undefined
}

/** Whether there is a field to type an objection into. */
export const hasObjectionForm = ({ now }: ReviewStatus, typed: TypedObjection | undefined): boolean =>
  now.is === 'mayObject' || (typed !== undefined && typed.refused !== 'empty')

/** What can be done about a review now, and every objection so far. */
export function ObjectionSection({ review, language, action, mark, typed: asked }: Props): Html | null {
  const words = accountsMessages(language).rights.objection
  const { now, objections } = review
  // Whoever wrote nothing is asked only where there is something to object to.
  const typed = asked?.refused === 'empty' && now.is !== 'mayObject' ? undefined : asked
  if (now.is === 'over' && objections.length === 0 && typed === undefined) return null
  return (
    <section id="objection" aria-labelledby="objection-title">
      <h2 id="objection-title">{words.title}</h2>
      {now.is === 'held' && (
        <p>
          {sentences(
            language,
            words.held({ days: now.workingDays }),
            now.by !== null && words.by({ day: formatDate(now.by, language) }),
            words.howTo,
          )}
        </p>
      )}
      {now.is === 'tooLate' && <p>{words.tooLate({ at: formatDateTime(now.since, language) })}</p>}
      {objections.map((objection) => (
        <Said objection={objection} language={language} />
      ))}
      {hasObjectionForm(review, typed) && action !== null && (
        <form method="post" action={action} data-live="keep" data-mark={mark}>
          {now.is === 'mayObject' && (
            <p>{words.mayObject({ at: formatDateTime(now.until, language), days: objectionWorkingDays })}</p>
          )}
          <label class="ask" for="words">
            {words.label}
          </label>
          <p class="hint" id="words-h">
            {words.hint}
          </p>
          {typed !== undefined && (
            <p class="error" id="words-e" role="alert">
              {typed.refused === 'long' ? words.refused.long({ most: longestWords }) : words.refused[typed.refused]}
            </p>
          )}
          <textarea
            id="words"
            name="words"
            rows={6}
            maxlength={longestWords}
            data-left={surveyMessages(language).page.charactersLeft({ n: '{n}' })}
            aria-describedby={typed === undefined ? 'words-h' : 'words-e words-h'}
            aria-invalid={typed !== undefined ? 'true' : undefined}
          >
            {typed?.words}
          </textarea>
          <p class="small" hidden data-note />
          <p class="status" id="status" role="status" />
          {typed?.refused === 'empty' && <input type="hidden" name="wordless" value="1" />}
          {now.is === 'mayObject' && (
            <p class="actions">
              <button class="button" type="submit">
                {words.button}
              </button>
            </p>
          )}
        </form>
      )}
    </section>
  )
}

function Said({ objection, language }: { objection: ObjectionStatus; language: Language }) {
  const words = accountsMessages(language).rights.objection
  const { madeAt, dueDay, decidedAt, outcome, words: statement, reply } = objection
  return (
    <>
      <p>{words.made({ at: formatDateTime(madeAt, language) })}</p>
      {statement !== null && <blockquote lang="">{statement}</blockquote>}
      {outcome === null || decidedAt === null ? (
        <p>
          {sentences(
            language,
            words.waits({ days: objectionWorkingDays }),
            dueDay !== null && words.by({ day: formatDate(dueDay, language) }),
          )}
        </p>
      ) : (
        <>
          <p>
            {words.outcome[outcome]}
            {gap(language)}
            <span class="small">{formatDateTime(decidedAt, language)}</span>
          </p>
          <p>{words.reply}</p>
          {reply === null ? <blockquote>{words.erased}</blockquote> : <blockquote lang="">{reply}</blockquote>}
        </>
      )}
    </>
  )
}
