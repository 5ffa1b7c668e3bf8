/** A whole number of `min` to `max`, with its unit behind it. */

import type { Text } from '../../../../schema/questionnaire.ts'
import type { Html } from '../../../platform/http/html.ts'
import { Digits } from '../page/digits.tsx'
import { ariaDescribedBy, type Draw, localized } from '../page/draw.ts'
import { hintId, Single } from '../page/question-frame.tsx'
import type { BaseView } from '../page/view.ts'
import { oneField, readTypedNumber, validateRange } from './one-field.ts'
import type { QuestionTypePage } from './question-type.ts'

interface NumberView extends BaseView {
  type: 'number'
  min: number
  max: number
  unit?: Text
}

export const number: QuestionTypePage<'number', NumberView> = {
  ...oneField,
  read: readTypedNumber,
  validate: validateRange,
  view: (base, _, { min, max, unit }, { fill }) => {
    return { ...base, type: 'number', min, max, ...(unit && { unit: fill(unit) }) }
  },
  draw: Numeric,
}

function Numeric({ draw, question }: { draw: Draw; question: NumberView }): Html {
  const { code, min, max, unit } = question
  const hint = draw.words.page.from({ min, max })
  const length = Math.max(String(min).length, String(max).length)
  return (
    <Single draw={draw} question={question} hint={hint}>
      <Digits draw={draw} code={code} length={length} about={ariaDescribedBy(draw, code, hintId(question, hint))} />
      {unit && <span class="unit"> {localized(draw, unit)}</span>}
    </Single>
  )
}
