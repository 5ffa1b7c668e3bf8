/** What can be done about an exception, by the role of whoever looks: taking it on, a note, closing, matching, lifting. */
import type { ExceptionsMessages } from '../../../messages/generated/exceptions.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import { ChoiceField, LinesField } from '../../staff/frame/field.tsx'
import { kinds } from '../formats/statement.ts'
import type { Candidate, Candidates } from '../matching/candidates.ts'
import { isWord } from '../reading-rules/rule.ts'
import { actions, type Detail, defaultAction, needsTwo } from './exception.ts'
import type { Aged } from './exceptions-page.tsx'

export interface FormsProps {
  exception: Aged
  /** Whether whoever looks may work on it. */
  mayWork: boolean
  isMine: boolean
  /** Payouts that its line could be; null where it is about no such line. */
  candidates: Candidates | null
  words: ExceptionsMessages
  language: Language
}

export function ExceptionForms(props: FormsProps) {
  const { exception, mayWork, isMine, candidates, words } = props
  if (!mayWork) return null
  const at = `/finance/exceptions/${exception.id}`
  const isAlone = !needsTwo(exception.class)
  return (
    <div class="no-print">
      {!isMine && (
        <form method="post" action={`${at}/owner`}>
          <p class="actions">
            <button class="button quiet" type="submit">
              {exception.owner === null ? words.takeOn : words.takeOver}
            </button>
          </p>
        </form>
      )}
      <form method="post" action={`${at}/notes`}>
        <Note id="note" words={words} />
        <p class="actions">
          <button class="button quiet" type="submit">
            {words.addNote}
          </button>
        </p>
      </form>
      {exception.isStopping && (
        <form method="post" action={`${at}/stop`}>
          <h2>{words.lift}</h2>
          <p>{words.stopHint}</p>
          <Note id="lift-note" words={words} />
          <p class="actions">
            <button class="button" type="submit">
              {words.lift}
            </button>
          </p>
        </form>
      )}
      {candidates !== null && <Match {...props} candidates={candidates} />}
      <form method="post" action={`${at}/closing`}>
        <h2>{words.close}</h2>
        <p>{isAlone ? words.closeAlone : words.closeTwo}</p>
        {!isAlone && (
          <ChoiceField
            wide
            name="action"
            label={words.action}
            value={defaultAction[exception.class]}
            options={actions.map((action) => [action, words.actions[action]] as const)}
          />
        )}
        {exception.class === 'unknown_type' && isWord((JSON.parse(exception.detail) as Detail).rawType) && (
          <ChoiceField
            wide
            name="kind"
            label={words.kind}
            hint={words.kindHint}
            value=""
            options={[
              ['', words.kindUnsaid] as const,
              ...kinds.filter((kind) => kind !== 'unknown').map((kind) => [kind, words.kinds[kind]] as const),
            ]}
          />
        )}
        <Note id="closing-note" words={words} />
        <p class="actions">
          <button class="button" type="submit">
            {isAlone ? words.closeNow : words.propose}
          </button>
        </p>
      </form>
    </div>
  )
}

function Note({ id, words }: { id: string; words: ExceptionsMessages }) {
  return <LinesField name={id} label={words.note} hint={words.noteHint} value="" rows={2} />
}

function Match({ exception, candidates, words, language }: FormsProps & { candidates: Candidates }) {
  const { attempts, isOnly } = candidates
  const label = ({ reference, day }: Candidate) =>
    `${reference} · ${formatDate(day, language)}${isOnly ? ` · ${words.onlyOne}` : ''}`
  return (
    <form method="post" action={`/finance/exceptions/${exception.id}/match`}>
      <h2>{words.match}</h2>
      <p>{words.matchHint}</p>
      {attempts.length === 0 ? (
        <p class="empty">{words.noCandidates}</p>
      ) : (
        <>
          <ChoiceField
            wide
            name="attempt"
            label={words.candidates}
            value={attempts[0]?.id ?? ''}
            options={attempts.map((one) => [one.id, label(one)] as const)}
          />
          <ul class="small">
            {attempts.map(({ payoutId, reference }) => (
              <li>
                <a href={`/finance/payouts/${payoutId}`}>
                  <code>{reference}</code>
                </a>
              </li>
            ))}
          </ul>
          <Note id="match-note" words={words} />
          <p class="actions">
            <button class="button" type="submit">
              {words.matchThis}
            </button>
          </p>
        </>
      )}
    </form>
  )
}
