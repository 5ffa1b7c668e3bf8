/** Questions answered by one control: a year, a number, a text. */

import type { Html } from '../../../platform/http/html.ts'
import { ariaDescribedBy, type Draw, first, holds, localized } from './draw.ts'
import { hintId, Single } from './question-frame.tsx'
import type { QuestionView } from './view.ts'

type Of<Type extends QuestionView['type']> = Extract<QuestionView, { type: Type }>

/** Up to this many years are a list, which a cheap phone shows as a wheel; more are quicker to type. */
const listedYears = 40

/** A year; the latest comes first in a list. */
export function Year({ draw, question }: { draw: Draw; question: Of<'year'> }): Html {
  const { code, min, max } = question
  const about = ariaDescribedBy(draw, code, hintId(draw, question))
  return (
    <Single draw={draw} question={question}>
      {max - min < listedYears ? (
        <select id={code} name={code} class="short" autocomplete="off" {...about}>
          <option value="">{draw.words.page.choose}</option>
          {Array.from({ length: max - min + 1 }, (_, i) => max - i).map((year) => (
            <option value={year} selected={holds(draw, code, year)}>
              {year}
            </option>
          ))}
        </select>
      ) : (
        <Digits draw={draw} code={code} length={4} about={about} />
      )}
    </Single>
  )
}

/** A whole number, with its unit behind it. */
export function Numeric({ draw, question }: { draw: Draw; question: Of<'number'> }): Html {
  const { code, min, max, unit } = question
  const length = Math.max(String(min).length, String(max).length)
  return (
    <Single draw={draw} question={question}>
      <Digits draw={draw} code={code} length={length} about={ariaDescribedBy(draw, code, hintId(draw, question))} />
      {unit && <span class="unit"> {localized(draw, unit)}</span>}
    </Single>
  )
}

function Digits(props: { draw: Draw; code: string; length: number; about: object }) {
  return (
    <input
      type="text"
      inputmode="numeric"
      class="short"
      id={props.code}
      name={props.code}
      value={first(props.draw, props.code)}
      maxlength={props.length}
      autocomplete="off"
      {...props.about}
    />
  )
}

/** An open text; the script counts what is left. */
export function OpenText({ draw, question }: { draw: Draw; question: Of<'text'> }): Html {
  const { code, maxLength } = question
  return (
    <Single draw={draw} question={question}>
      <textarea
        id={code}
        name={code}
        rows={4}
        maxlength={maxLength}
        data-left={draw.words.page.charactersLeft({ n: '{n}' })}
        {...ariaDescribedBy(draw, code, hintId(draw, question))}
      >
        {first(draw, code)}
      </textarea>
    </Single>
  )
}
