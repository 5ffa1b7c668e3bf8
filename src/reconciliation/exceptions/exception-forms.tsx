/** What can be done about an exception, by the role of whoever looks: taking it on, a note, closing, matching, lifting. */
import type { ExceptionsMessages } from '../../../messages/generated/exceptions.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { ProposalKind } from '../../../schema/tables.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import { ChoiceField, LinesField } from '../../staff/frame/field.tsx'
import { type MovementKind, movementKinds } from '../formats/statement.ts'
import type { Candidate, Candidates } from '../matching/candidates.ts'
import type { Aged } from './aged.ts'
import type { ClosingChoice } from './close.ts'
import { type Action, needsTwo } from './exception.ts'

/** What a form held that was refused. */
export interface RefusedForm {
  form: 'notes' | 'stop' | 'match' | 'closing'
  note: string
  action?: Action | undefined
  kind?: MovementKind | undefined
  attempt?: string
}

export interface FormsProps {
  exception: Aged
  /** Whether whoever looks may work on it. */
  mayWork: boolean
  isMine: boolean
  /** What may close it, the usual first, and why the rest cannot. */
  choices: readonly ClosingChoice[]
  /** Payouts that its line could be; null where it is about no such line. */
  candidates: Candidates | null
  /** What a meaning that is chosen for its type will do; null where it has no type that could be learned. */
  willLearn: string | null
  /** Kinds of proposals about it that wait: what is proposed already is not offered once more. */
  waits: readonly ProposalKind[]
  /** What was typed into the form that was refused, if one was. */
  typed: RefusedForm | null
  words: ExceptionsMessages
  language: Language
}

export function ExceptionForms(props: FormsProps) {
  const { exception, mayWork, isMine, candidates, waits, words } = props
  if (!mayWork) return null
  const at = `/finance/exceptions/${exception.id}`
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
        <Note id="note" form="notes" {...props} />
        <p class="actions">
          <button class="button quiet" type="submit">
            {words.addNote}
          </button>
        </p>
      </form>
      {exception.isStopping && !waits.includes('stop_lifted') && (
        <form method="post" action={`${at}/stop`}>
          <h2>{words.lift}</h2>
          <p>{words.stopHint}</p>
          <Note id="lift-note" form="stop" {...props} />
          <p class="actions">
            <button class="button" type="submit">
              {words.lift}
            </button>
          </p>
        </form>
      )}
      {candidates !== null && !waits.includes('match') && <Match {...props} candidates={candidates} />}
      {!waits.includes('exception_closed') && <Closing {...props} />}
    </div>
  )
}

function Closing({ exception, choices, typed, willLearn, words }: FormsProps) {
  const isAlone = !needsTwo(exception.class)
  const offered = choices.filter(({ refused }) => refused === null)
  return (
    <form method="post" action={`/finance/exceptions/${exception.id}/closing`}>
      <h2>{words.close}</h2>
      <p>{isAlone ? words.closeAlone : words.closeTwo}</p>
      {!isAlone && offered.length > 0 && (
        <ChoiceField
          wide
          name="action"
          label={words.action}
          value={typed?.action ?? offered[0]?.action ?? ''}
          options={offered.map(({ action }) => [action, words.actions[action]] as const)}
        />
      )}
      <Refused choices={choices} words={words} />
      {willLearn !== null && (
        <ChoiceField
          wide
          name="kind"
          label={words.kind}
          hint={willLearn}
          value={typed?.kind ?? ''}
          options={[
            ['', words.kindUnsaid] as const,
            ...movementKinds.filter((kind) => kind !== 'unknown').map((kind) => [kind, words.kinds[kind]] as const),
          ]}
        />
      )}
      {offered.length > 0 && (
        <>
          <Note id="closing-note" form="closing" {...{ typed, words }} />
          <p class="actions">
            <button class="button" type="submit">
              {isAlone ? words.closeNow : words.propose}
            </button>
          </p>
        </>
      )}
    </form>
  )
}

/** What cannot close it as things stand, each with its reason; what is never an action for such a one is not named. */
function Refused({ choices, words }: Pick<FormsProps, 'choices' | 'words'>) {
  const refused = choices.filter((choice) => choice.refused !== null && choice.refused !== 'not_this')
  if (refused.length === 0) return null
  return (
    <>
      <p class="small">{words.notNow}</p>
      <ul class="small">
        {refused.map(({ action, refused }) => (
          <li>
            {words.refusedAs({ action: words.actions[action], why: refused === null ? '' : words.refusals[refused] })}
          </li>
        ))}
      </ul>
    </>
  )
}

function Note({
  id,
  form,
  typed,
  words,
}: Pick<FormsProps, 'typed' | 'words'> & { id: string; form: RefusedForm['form'] }) {
  const value = typed?.form === form ? typed.note : ''
  return <LinesField name={id} label={words.note} hint={words.noteHint} value={value} rows={2} />
}

function Match(props: FormsProps & { candidates: Candidates }) {
  const { exception, candidates, typed, words, language } = props
  const { attempts, isOnly, begun, isBack } = candidates
  const label = ({ id, reference, day }: Candidate) => {
    const why = isOnly ? words.onlyOne : id === begun ? words.onlyBegun : ''
    return `${reference} · ${formatDate(day, language)}${why === '' ? '' : ` · ${why}`}`
  }
  return (
    <form method="post" action={`/finance/exceptions/${exception.id}/match`}>
      <h2>{words.match}</h2>
      <p>{isBack ? words.matchBackHint : words.matchHint}</p>
      {attempts.length === 0 ? (
        <p class="empty">{words.noCandidates}</p>
      ) : (
        <>
          <ChoiceField
            wide
            name="attempt"
            label={words.candidates}
            value={typed?.attempt ?? attempts[0]?.id ?? ''}
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
          <Note id="match-note" form="match" {...props} />
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
