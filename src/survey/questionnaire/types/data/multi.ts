/** The data of `multi`: its columns, variable and samples (`question-data.ts` says what each part is for). */
import type { OptionView } from '../../page/view.ts'
import type { ViewOf } from '../index.ts'
import { setsOfKinds } from './kinds-offered.ts'
import { plain, rangeMistakes } from './plain.ts'
import type { QuestionTypeData, RandomIndex } from './question-data.ts'
import { pickOne, sampleDetail, someOf } from './sample-picks.ts'

export const multi: QuestionTypeData<'multi'> = {
  ...plain,
  counted: 'several',
  conditions: 'codes',
  picks: 'several',
  mistakes: rangeMistakes,
  columns: ({ code }, { options }) =>
    options.map((option) => ({
      name: `${code}_${option.code}`,
      question: code,
      kind: 'option',
      option: option.code,
    })),
  sample: (question, pick) => {
    const picks = somePicks(question, pick)
    return {
      [question.code]: picks.map((option) => String(option.code)),
      ...sampleDetail(question.code, picks, pick),
    }
  },
  answers: (asked, { min = 1, max = Infinity }, kinds) => {
    const { optionsByCode } = asked.known
    return setsOfKinds(asked, kinds, { min, max }, (code) => optionsByCode.get(code)?.exclusive === true)
  },
}

/** Either one pick that excludes the others, or between `min` and `max` (and not very many) that go together. */
function somePicks({ options, min, max }: ViewOf<'multi'>, pick: RandomIndex): OptionView[] {
  const alone = options.filter((option) => option.exclusive)
  const visible = options.filter((option) => !option.exclusive && !option.hidden)
  const together = visible.length >= min ? visible : options.filter((option) => !option.exclusive)
  if (alone.length > 0 && (together.length === 0 || pick(6) === 0)) return [pickOne(alone, pick)]
  const most = Math.max(min, Math.min(max ?? 4, together.length))
  return someOf(together, min + pick(most - min + 1), pick)
}
