/** One question of every type; a type without an example here does not compile. */
import type { Question, QuestionType } from '../../../../schema/questionnaire.ts'
import { ask, option, page, row, small, text } from '../small.ts'

const options = [option(1), option(2), option(3), option(90, { detail: 'text' })]
const three = options.slice(0, 3)

const examples: { [T in QuestionType]: (code: string) => Question } = {
  single: (code) => ask(code, 'single', { options, shuffle: true }),
  multi: (code) => ask(code, 'multi', { options: [...options, option(0, { exclusive: true })], min: 2 }),
  rank: (code) => ask(code, 'rank', { options, max: 2 }),
  matrix: (code) => {
    const attention = { code: `${code}A`, targets: [1, 2], label: text('{target}') }
    return ask(code, 'matrix', { rows: [row(1), row(2)], scale: three, attention })
  },
  scale: (code) => ask(code, 'scale', { options: three }),
  nps: (code) => ask(code, 'nps', { low: text('low'), high: text('high') }),
  year: (code) => ask(code, 'year', { min: 1930, max: 2012 }),
  number: (code) => ask(code, 'number', { min: 0, max: 120, unit: text('months') }),
  text: (code) => ask(code, 'text', { maxLength: 300 }),
  date: (code) => ask(code, 'date', { min: '2026-09-01', max: '2028-08-31' }),
  note: (code) => ask(code, 'note', {}),
}

export const types = Object.keys(examples) as QuestionType[]

/** A question of this type; `more` is put on it whatever it is, such as `optional`. */
const exampleOf = (type: QuestionType, code: string, more: object = {}): Question => ({
  ...examples[type](code),
  ...more,
})

/** Two pages with a question of every type on each: once required, once optional and only for those who pick 1. */
export const everyType = small([
  page('place', [ask('Q1', 'single', { options: three })], { lease: true }),
  page(
    'required',
    types.map((type) => exampleOf(type, `R_${type}`)),
  ),
  page(
    'optional',
    types.map((type) =>
      exampleOf(type, `O_${type}`, { when: { q: 'Q1', in: [1, 2] }, ...(type !== 'note' && { optional: true }) }),
    ),
  ),
])
