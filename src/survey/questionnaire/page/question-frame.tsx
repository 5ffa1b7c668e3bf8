/** What every question has around it: its wording, a hint, and what was wrong with the answer. */

import type { Child } from 'hono/jsx'
import { commonMessages } from '../../../../messages/generated/common.ts'
import type { Html } from '../../../platform/http/html.ts'
import { type Draw, elementId, errorAt, localized } from './draw.ts'
import type { BaseView } from './view.ts'

/** The message at a field, in an element that the field's `aria-describedby` names. */
export function FieldError({ draw, field }: { draw: Draw; field: string }): Html | null {
  const message = errorAt(draw, field)
  if (!message) return null
  return (
    <p class="error" id={`${elementId(field)}-e`}>
      <span class="sr">{commonMessages(draw.language).errorPrefix} </span>
      {message}
    </p>
  )
}

/** What a question is drawn with: its view, and the hint of its type where the question has none of its own. */
interface Framed {
  draw: Draw
  question: BaseView
  hint?: string | null
  children?: Child
}

/** The question's own hint; otherwise what its type says where that is not plain from the control. */
function hintOf({ draw, question, hint }: Framed): string | null {
  return question.hint ? localized(draw, question.hint) : (hint ?? null)
}

/** The id of a question's hint, or null when it has none. */
export function hintId(question: BaseView, hint: string | null = null): string | null {
  return question.hint || hint !== null ? `${question.code}-h` : null
}

function Wording({ draw, question }: { draw: Draw; question: BaseView }) {
  return (
    <>
      {localized(draw, question.text)}
      {question.optional && <span class="optional">{draw.words.page.optional}</span>}
    </>
  )
}

function Hint(framed: Framed) {
  const hint = hintOf(framed)
  if (hint === null) return null
  return (
    <p class="hint" id={`${framed.question.code}-h`}>
      {hint}
    </p>
  )
}

/** A question of several controls: a group named by its wording. */
export function Group(props: Framed & { role?: 'radiogroup'; class?: string; max?: number | null }): Html {
  const { draw, question, role, hint = null } = props
  const faulty = errorAt(draw, question.code) !== null
  const about = [hintId(question, hint), faulty ? `${question.code}-e` : null].filter((id) => id).join(' ')
  return (
    <fieldset
      id={question.code}
      class={['q', props.class, faulty && 'bad'].filter(Boolean).join(' ')}
      role={role}
      aria-invalid={role && faulty ? 'true' : undefined}
      aria-describedby={about || undefined}
      data-max={props.max ?? undefined}
    >
      <legend>
        <Wording draw={draw} question={question} />
      </legend>
      <Hint draw={draw} question={question} hint={hint} />
      <FieldError draw={draw} field={question.code} />
      {props.children}
    </fieldset>
  )
}

/** A question of one control, which has the question's code as its id. */
export function Single(props: Framed): Html {
  const { draw, question, hint = null } = props
  return (
    <div class={errorAt(draw, question.code) === null ? 'q' : 'q bad'}>
      <label class="ask" for={question.code}>
        <Wording draw={draw} question={question} />
      </label>
      <Hint draw={draw} question={question} hint={hint} />
      <FieldError draw={draw} field={question.code} />
      {props.children}
    </div>
  )
}
