/** One degree of a labelled scale. */
import { KeyRow } from '../page/keys.tsx'
import { optionViews } from '../page/option-views.ts'
import { Group } from '../page/question-frame.tsx'
import type { BaseView, OptionView } from '../page/view.ts'
import { oneField, readNumber } from './one-field.ts'
import { describePicks, validateOne } from './picks.ts'
import type { QuestionTypePage } from './question-type.ts'

interface ScaleView extends BaseView {
  type: 'scale'
  options: OptionView[]
}

export const scale: QuestionTypePage<'scale', ScaleView> = {
  ...oneField,
  read: readNumber,
  validate: validateOne,
  view: (base, asked, _, words) => ({ ...base, type: 'scale', options: optionViews(asked, words) }),
  draw: ({ draw, question }) => (
    <Group draw={draw} question={question} role="radiogroup">
      <KeyRow draw={draw} field={question.code} options={question.options} />
    </Group>
  ),
  describe: describePicks,
}
