/** Who gave an answer to a question of several picks, whichever of its options they were offered. */
import { expect, it } from 'vitest'
import { decoderOf } from '../../../src/survey/insights/decoder.ts'
import { readResults } from '../../../src/survey/insights/questions/read-results.ts'
import { layoutOf } from '../../../src/survey/insights/segments/layout.ts'
import { weightingCells } from '../../../src/survey/insights/weights/cells.ts'
import { weighingOf } from '../../../src/survey/insights/weights/weighing.ts'
import { dictionaryOf } from '../../../src/survey/variables/dictionary.ts'
import { ask, option, page, small } from '../questionnaire/small.ts'
import { type Person, stored } from './stored.ts'

const onlyFirst = { when: { q: 'Q1', in: [1] } }

// Three options share a character: those of the first are not offered to everybody, or those of none are.
const forms = {
  'the first options': [1, 2, 3]
    .map((code) => option(code, onlyFirst))
    .concat([4, 5, 6, 7].map((code) => option(code))),
  'each option': [1, 2, 3, 4, 5, 6, 7].map((code) =>
    option(code, code > 6 ? { when: { q: 'Q1', in: [2] } } : onlyFirst),
  ),
  'an option that says there is no answer': [1, 2, 3, 4, 5, 6]
    .map((code) => option(code))
    .concat(option(99, { ...onlyFirst, exclusive: true })),
}
const people: Person[] = [
  { answers: { Q1: 1, Q2: [1, 4] } },
  { answers: { Q1: 1, Q2: [2] } },
  { answers: { Q1: 2, Q2: -1 } },
  { answers: { Q1: 3 } },
]

it.each(Object.entries(forms))('%s may be offered to some alone', async (_, options) => {
  const questionnaire = small([
    page('one', [ask('Q1', 'single', { options: [option(1), option(2), option(3)] })], { lease: true }),
    page('two', [ask('Q2', 'multi', { options, optional: true, when: { q: 'Q1', in: [1, 2] } })]),
  ])
  const dictionary = dictionaryOf([{ n: 1, version: 'v1', dataVersion: 'v1', questionnaire }], {})
  const into = { decoder: decoderOf(questionnaire), layout: layoutOf(questionnaire), size: 3 }
  const last = options.at(-1)?.code ?? 0
  const all: Person[] = [
    ...people,
    // Of those whom the first of the options are not offered.
    { answers: { Q1: 2, Q2: [last === 99 ? 5 : 7] } },
    { answers: { Q1: 1, Q2: [last === 99 ? 99 : 3] } },
  ]
  const ones = weighingOf(weightingCells([], into), Float64Array.of(10_000))
  for (const weighing of [null, ones]) {
    const { counted } = await readResults(
      () => stored(questionnaire, all),
      questionnaire,
      dictionary,
      { held: 'in', clauses: [] },
      dictionary.questions,
      weighing,
    )
    const result = counted.find(({ question }) => question.code === 'Q2')?.result
    expect(result).toMatchObject({ base: last === 99 ? 3 : 4, beside: { notShown: 1, blank: 1 } })
  }
})
