/** A year of `min` to `max`. */

import type { Html } from '../../../platform/http/html.ts'
import { Digits } from '../page/digits.tsx'
import { ariaDescribedBy, type Draw, formHolds } from '../page/draw.ts'
import { hintId, Single } from '../page/question-frame.tsx'
import type { BaseView } from '../page/view.ts'
import { oneField, readTypedNumber, validateRange } from './one-field.ts'
import type { QuestionTypePage } from './question-type.ts'

interface YearView extends BaseView {
  type: 'year'
  min: number
  max: number
}

export const year: QuestionTypePage<'year', YearView> = {
  ...oneField,
  read: readTypedNumber,
  validate: validateRange,
  view: (base, _, { min, max }) => ({ ...base, type: 'year', min, max }),
  draw: Year,
}

/** Up to this many years are a list, which a cheap phone shows as a wheel; more are quicker to type. */
const listedYears = 40

/** The latest year comes first in a list. */
function Year({ draw, question }: { draw: Draw; question: YearView }): Html {
  const { code, min, max } = question
  const about = ariaDescribedBy(draw, code, hintId(question))
  return (
    <Single draw={draw} question={question}>
      {max - min < listedYears ? (
        <select id={code} name={code} class="short" autocomplete="off" {...about}>
          <option value="">{draw.words.page.choose}</option>
          {Array.from({ length: max - min + 1 }, (_, i) => max - i).map((year) => (
            <option value={year} selected={formHolds(draw, code, year)}>
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
