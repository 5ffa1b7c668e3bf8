/** What every question has around it: its wording, a hint, and what was wrong with the answer. */

import type { Child } from 'hono/jsx'
import { commonMessages } from '../../../../messages/generated/common.ts'
import type { Html } from '../../../platform/http/html.ts'
import { type Draw, errorAt, idOf, localized } from './draw.ts'
import type { QuestionView } from './view.ts'

/** The message at a field, in an element that the field's `aria-describedby` names. */
export function FieldError({ draw, field }: { draw: Draw; field: string }): Html | null {
  const message = errorAt(draw, field)
  if (!message) return null
  return (
    <p class="error" id={`${idOf(field)}-e`}>
      <span class="sr">{commonMessages(draw.language).errorPrefix} </span>
      {message}
    </p>
  )
}

/** The question's own hint; otherwise how many may be chosen, where that is not plain from the control. */
function hintOf(draw: Draw, question: QuestionView): string | null {
  const { page } = draw.words
  if (question.hint) return localized(draw, question.hint)
  if (question.type === 'rank') return page.chooseUpTo({ max: question.max })
  if (question.type === 'number') return page.from({ min: question.min, max: question.max })
  if (question.type !== 'multi') return null
  if (question.min > 1) {
    const { min, max } = question
    return max === null ? page.chooseAtLeast({ min }) : page.chooseBetween({ min, max })
  }
  return question.max === null ? page.chooseAll : page.chooseUpTo({ max: question.max })
}

/** The id of a question's hint, or null when it has none. */
export function hintId(draw: Draw, question: QuestionView): string | null {
  return hintOf(draw, question) === null ? null : `${question.code}-h`
}

function Wording({ draw, question }: { draw: Draw; question: QuestionView }) {
  return (
    <>
      {localized(draw, question.text)}
      {question.optional && <span class="optional"> ({draw.words.page.optional})</span>}
    </>
  )
}

function Hint({ draw, question }: { draw: Draw; question: QuestionView }) {
  const id = hintId(draw, question)
  if (!id) return null
  return (
    <p class="hint" id={id}>
      {hintOf(draw, question)}
    </p>
  )
}

/** A question of several controls: a group named by its wording. */
export function Group(props: {
  draw: Draw
  question: QuestionView
  role?: 'radiogroup'
  class?: string
  max?: number | null
  children?: Child
}): Html {
  const { draw, question, role } = props
  const faulty = errorAt(draw, question.code) !== null
  const about = [hintId(draw, question), faulty ? `${question.code}-e` : null].filter((id) => id).join(' ')
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
      <Hint draw={draw} question={question} />
      <FieldError draw={draw} field={question.code} />
      {props.children}
    </fieldset>
  )
}

/** A question of one control, which has the question's code as its id. */
export function Single(props: { draw: Draw; question: QuestionView; children?: Child }): Html {
  const { draw, question } = props
  return (
    <div class={errorAt(draw, question.code) === null ? 'q' : 'q bad'}>
      <label class="ask" for={question.code}>
        <Wording draw={draw} question={question} />
      </label>
      <Hint draw={draw} question={question} />
      <FieldError draw={draw} field={question.code} />
      {props.children}
    </div>
  )
}
