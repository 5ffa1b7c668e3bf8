/** One of several options. */
import { OptionChoices } from '../page/choices.tsx'
import { optionViews } from '../page/option-views.ts'
import type { BaseView, OptionView } from '../page/view.ts'
import { oneField, readNumber } from './one-field.ts'
import { describePicks, validateOne } from './picks.ts'
import type { QuestionTypePage } from './question-type.ts'

interface SingleView extends BaseView {
  type: 'single'
  options: OptionView[]
}

export const single: QuestionTypePage<'single', SingleView> = {
  ...oneField,
  read: readNumber,
  validate: validateOne,
  view: (base, asked, _, words) => ({ ...base, type: 'single', options: optionViews(asked, words) }),
  draw: OptionChoices,
  describe: describePicks,
}
