/** Degrees: a scale, many rows on one scale, and nought to ten. Each is a group of radio buttons drawn as keys. */

import type { Html } from '../../../platform/http/html.ts'
import { ariaDescribedBy, type Draw, errorAt, holds, idOf, isDegree, localized } from './draw.ts'
import { FieldError, Group } from './question-frame.tsx'
import type { OptionView, QuestionView } from './view.ts'

type Of<Type extends QuestionView['type']> = Extract<QuestionView, { type: Type }>

function Key(props: { draw: Draw; field: string; value: number; label?: string }) {
  const id = `${idOf(props.field)}-o${props.value}`
  return (
    <div class="k">
      <input
        type="radio"
        id={id}
        name={props.field}
        value={props.value}
        checked={holds(props.draw, props.field, props.value)}
      />
      <label for={id} class={isDegree(props.value) ? undefined : 'na'}>
        {isDegree(props.value) && <b>{props.value}</b>}
        {props.label && <span class="t"> {props.label}</span>}
      </label>
    </div>
  )
}

function Keys({ draw, field, options }: { draw: Draw; field: string; options: OptionView[] }) {
  return (
    <div class={`keys n${options.length}`}>
      {options.map((option) => (
        <Key draw={draw} field={field} value={option.code} label={localized(draw, option.label)} />
      ))}
    </div>
  )
}

/** One degree of a labelled scale. */
export function Scale({ draw, question }: { draw: Draw; question: Of<'scale'> }): Html {
  return (
    <Group draw={draw} question={question} role="radiogroup">
      <Keys draw={draw} field={question.code} options={question.options} />
    </Group>
  )
}

/**
 * Rows that share a scale. On a phone each row is a small question with every label in sight; on a wide screen the
 * same markup is a grid, and the labels move to its head (kept for readers of the page by ear).
 */
export function Matrix({ draw, question }: { draw: Draw; question: Of<'matrix'> }): Html {
  return (
    <Group draw={draw} question={question} class="matrix">
      <div class={`heads n${question.options.length}`} aria-hidden="true">
        {question.options.map((option) => (
          <span>{localized(draw, option.label)}</span>
        ))}
      </div>
      {question.rows.map((row) => {
        const field = `${question.code}.${row.field}`
        const id = idOf(field)
        return (
          <div
            class={errorAt(draw, field) === null ? 'row' : 'row bad'}
            role="radiogroup"
            id={id}
            aria-labelledby={`${id}-l`}
            {...ariaDescribedBy(draw, field)}
          >
            <div class="name">
              <p id={`${id}-l`}>{localized(draw, row.label)}</p>
              <FieldError draw={draw} field={field} />
            </div>
            <Keys draw={draw} field={field} options={question.options} />
          </div>
        )
      })}
    </Group>
  )
}

/** Nought to ten, with words at both ends. */
export function Nps({ draw, question }: { draw: Draw; question: Of<'nps'> }): Html {
  return (
    <Group draw={draw} question={question} role="radiogroup" class="nps">
      <p class="ends">
        <span>
          <b>0</b> {localized(draw, question.low)}
        </span>
        <span>
          <b>10</b> {localized(draw, question.high)}
        </span>
      </p>
      <div class="keys n11">
        {Array.from({ length: 11 }, (_, value) => (
          <Key draw={draw} field={question.code} value={value} />
        ))}
      </div>
    </Group>
  )
}
