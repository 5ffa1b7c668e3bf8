/** The data of `rank`: its columns, variable and samples (`question-data.ts` says what each part is for). */
import type { Posted } from '../../../../platform/http/form.ts'
import { setsOfKinds } from './kinds-offered.ts'
import { plain } from './plain.ts'
import type { QuestionTypeData } from './question-data.ts'
import { sampleDetail, someOf } from './sample-picks.ts'

export const rank: QuestionTypeData<'rank'> = {
  ...plain,
  counted: 'rank',
  conditions: 'codes',
  picks: 'several',
  columns: ({ code, max }) =>
    Array.from({ length: max }, (_, at) => ({
      name: `${code}_r${at + 1}`,
      question: code,
      kind: 'rank',
      place: at,
    })),
  sample: ({ code, options, max }, pick) => {
    const picks = someOf(options, 1 + pick(Math.min(max, options.length)), pick)
    const posted: Posted = Object.fromEntries(picks.map((option, at) => [`${code}.${at + 1}`, [String(option.code)]]))
    return { ...posted, ...sampleDetail(code, picks, pick) }
  },
  answers: (asked, { max }, kinds) => setsOfKinds(asked, kinds, { min: 1, max }, () => false),
}
