/** Nought to ten, with words at both ends. */
import type { Text } from '../../../../schema/questionnaire.ts'
import { formHolds, localized } from '../page/draw.ts'
import { drawnOnce } from '../page/drawn-once.ts'
import { KeyField } from '../page/keys.tsx'
import { Group } from '../page/question-frame.tsx'
import type { BaseView } from '../page/view.ts'
import { oneField, readNumber, validateRange } from './one-field.ts'
import type { QuestionTypePage } from './question-type.ts'

interface NpsView extends BaseView {
  type: 'nps'
  low: Text
  high: Text
}

const limits = { min: 0, max: 10 }

export const nps: QuestionTypePage<'nps', NpsView> = {
  ...oneField,
  read: readNumber,
  validate: (result, given, asked) => validateRange(result, given, asked, limits),
  view: (base, _, { low, high }, { fill }) => ({ ...base, type: 'nps', low: fill(low), high: fill(high) }),
  draw: ({ draw, question }) => (
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
        {Array.from({ length: 11 }, (_, value) => {
          const drawn = () => <KeyField draw={draw} field={question.code} value={value} />
          const what = `${question.code} ${value}`
          return formHolds(draw, question.code, value) ? drawn() : drawnOnce(draw, question.low, what, drawn)
        })}
      </div>
    </Group>
  ),
}
