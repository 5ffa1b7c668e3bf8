/** Several of several options. */

import type { Html } from '../../../platform/http/html.ts'
import type { Asked } from '../asked.ts'
import { OptionChoices } from '../page/choices.tsx'
import type { Draw } from '../page/draw.ts'
import { optionViews } from '../page/option-views.ts'
import { valuesOf, wholeNumber } from '../page/posted-values.ts'
import type { BaseView, OptionView } from '../page/view.ts'
import { oneField } from './one-field.ts'
import { describePicks, keepPicks, offeredOf } from './picks.ts'
import { addError, type QuestionTypePage } from './question-type.ts'

interface MultiView extends BaseView {
  type: 'multi'
  options: OptionView[]
  min: number
  max: number | null
}

export const multi: QuestionTypePage<'multi', MultiView> = {
  ...oneField,
  read: (posted, { code }, _, errors) => {
    const picks: number[] = []
    for (const value of valuesOf(posted, code)) {
      const number = wholeNumber(value)
      if (number !== null) picks.push(number)
      else if (!errors.some(({ field }) => field === code)) errors.push({ field: code, code: 'wrong_type' })
    }
    return picks.length > 0 ? picks : undefined
  },
  validate: (result, given, asked, question) => {
    const { answer } = given
    if (!Array.isArray(answer)) return addError(result, asked.code, 'wrong_type')
    const offered = offeredOf(asked, answer, result)
    const together = offered.filter(({ option }) => !option.exclusive)
    const { min, max } = limitsOf(asked, question)
    let accepted = offered
    if (together.length > 0 && together.length < offered.length) {
      addError(result, asked.code, 'exclusive')
      accepted = together
    }
    if (max !== null && accepted.length > max) {
      addError(result, asked.code, 'too_many', { max })
      accepted = accepted.slice(0, max)
    }
    if (accepted.length === 0) return result.errors.length === 0 ? addError(result, asked.code, 'required') : result
    if (together.length > 0 && accepted.length < min) addError(result, asked.code, 'too_few', { min })
    const codes = accepted.map(({ option }) => option.code)
    return keepPicks(result, codes, accepted, given, asked)
  },
  view: (base, asked, question, words) => ({
    ...base,
    type: 'multi',
    options: optionViews(asked, words),
    ...limitsOf(asked, question),
  }),
  draw: Multi,
  describe: describePicks,
}

/** The fewest and most picks, as far as what is offered allows. */
export function limitsOf(
  asked: Asked,
  question: { min?: number | undefined; max?: number | undefined },
): { min: number; max: number | null } {
  const together = asked.options.reduce((count, { option }) => count + (option.exclusive ? 0 : 1), 0)
  return { min: Math.max(1, Math.min(question.min ?? 1, together)), max: question.max ?? null }
}

function Multi({ draw, question }: { draw: Draw; question: MultiView }): Html {
  return <OptionChoices draw={draw} question={question} hint={hintOf(draw, question)} />
}

/** How many may be chosen. */
function hintOf(draw: Draw, { min, max }: MultiView): string {
  const { page } = draw.words
  if (min > 1) return max === null ? page.chooseAtLeast({ min }) : page.chooseBetween({ min, max })
  return max === null ? page.chooseAll : page.chooseUpTo({ max })
}
