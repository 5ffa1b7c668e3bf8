/** Several exceptions of one class, each with all that closing it would do, and one note and one button for all of them. */
import type { Context } from 'hono'
import { commonMessages } from '../../../../messages/generated/common.ts'
import { type ExceptionsMessages, exceptionsMessages } from '../../../../messages/generated/exceptions.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import type { ExceptionClass } from '../../../../schema/tables.ts'
import { type Notice, NoticeLine } from '../../../platform/http/notice-line.tsx'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { ProposalDetails } from '../../../staff/approvals/details.tsx'
import type { Details } from '../../../staff/approvals/effect.ts'
import { ChoiceField, LinesField } from '../../../staff/frame/field.tsx'
import { StaffPage } from '../../../staff/frame/frame.tsx'
import { closings } from '../closings.ts'
import { type Action, needsTwo } from '../exception.ts'
import { exceptionHint } from '../shown/exception.ts'
import type { ChosenException } from './close-together.ts'
import { exceptionLine } from './exception-line.ts'

export interface TogetherProps {
  c: Context<AppEnv>
  name: ExceptionClass
  action: Action
  /** Those that can be closed so, each with all that it would do. */
  possible: readonly { chosen: ChosenException; details: Details }[]
  /** Those that cannot as they stand. */
  impossible: readonly ChosenException[]
  note: string
  notice: Notice | null
}

export function CloseTogetherPage({ c, name, action, possible, impossible, note, notice }: TogetherProps) {
  const language = languageOf(c)
  const words = exceptionsMessages(language)
  const { labelled } = commonMessages(language)
  const count = possible.length
  const isTwo = needsTwo(name)
  const choices = closings[name].map((one) => [one, words.actions[one]] as const)
  return (
    <StaffPage c={c} title={labelled({ label: words.classes[name], text: words.together.title({ count }) })}>
      <NoticeLine notice={notice} />
      <p>{exceptionHint({ class: name }, {}, language)}</p>
      <form method="post" action="/finance/exceptions/selection">
        <input type="hidden" name="class" value={name} />
        <input type="hidden" name="shown" value={action} />
        {[...possible.map(({ chosen }) => chosen), ...impossible].map(({ exception }) => (
          <input type="hidden" name="exception" value={exception.id} />
        ))}
        {choices.length === 1 ? (
          <input type="hidden" name="action" value={action} />
        ) : (
          <>
            <ChoiceField wide name="action" label={words.action} value={action} options={choices} />
            <p class="actions no-print">
              <button class="button quiet" type="submit" formaction="/finance/exceptions/selection/look">
                {words.together.show}
              </button>
            </p>
          </>
        )}
        <Impossible impossible={impossible} words={words} language={language} />
        {count === 0 && <p class="empty">{words.together.nothing}</p>}
        {count > 0 && <h2>{words.actions[action]}</h2>}
        {possible.map(({ chosen: { exception }, details }) => (
          <article class="q" aria-labelledby={exception.id}>
            <h3 id={exception.id}>{exceptionLine(exception, language)}</h3>
            <ProposalDetails {...details} />
          </article>
        ))}
        <p>{isTwo ? words.closeTwo : words.closeAlone}</p>
        <LinesField name="note" label={words.note} hint={words.noteHint} value={note} rows={2} />
        {count > 0 && (
          <p class="actions no-print">
            <button class="button" type="submit">
              {isTwo ? words.together.propose({ count }) : words.together.close({ count })}
            </button>
          </p>
        )}
      </form>
      <p class="actions no-print">
        <a class="button quiet" href={`/finance/exceptions?class=${name}`}>
          {words.together.back({ name: words.classes[name] })}
        </a>
      </p>
    </StaffPage>
  )
}

type ImpossibleProps = { impossible: readonly ChosenException[]; words: ExceptionsMessages; language: Language }

/** Those that are left out, each with its reason. */
function Impossible({ impossible, words, language }: ImpossibleProps) {
  if (impossible.length === 0) return null
  return (
    <section>
      <h2>{words.notNow}</h2>
      <ul>
        {impossible.map(({ exception, refused }) => (
          <li>
            <a href={`/finance/exceptions/${exception.id}`}>{exceptionLine(exception, language)}</a>
            <br />
            <span class="small">{refused === null ? '' : words.refusals[refused]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
