/** What stands in place of the `{placeholders}` of a text, answer by answer. */
import { describe, expect, it, test } from 'vitest'
import type { Answers } from '../../../../schema/answers.ts'
import type { Questionnaire } from '../../../../schema/questionnaire.ts'
import { indexOf } from '../../../../src/survey/questionnaire/indexed.ts'
import { fillText, typedFor } from '../../../../src/survey/questionnaire/page/fill.ts'
import { pageView } from '../../../../src/survey/questionnaire/page/page-view.ts'
import { ask, given, option, page, row, small, text } from '../small.ts'

const options = [option(1), option(2, { detail: { list: 'land' } }), option(90, { detail: 'text' })]
const two = [option(1), option(2)]
const questionnaire = small(
  [
    page('one', [
      ask('Q1', 'multi', { options }),
      ask('Q2', 'year', { min: 2000, max: 2030 }),
      ask('Q3', 'text', { maxLength: 9 }),
      ask('Q4', 'date', { min: '2026-01-01', max: '2026-12-31' }),
      ask('Q5', 'matrix', { rows: [row(1)], scale: two }),
    ]),
    page('two', [ask('Q6', 'multi', { options: [option(2), option(90)], carry: { from: 'Q1' } })]),
    page('three', [ask('Q7', 'single', { options: [option(2), option(90)], carry: { from: 'Q6' } })]),
  ],
  { lists: { land: [{ code: 'JP', label: text('Japan') }] } },
)
const index = indexOf(questionnaire)
const filledWith = (name: string, answers: Answers) => {
  const words = fillText(text(`{${name}}`), index, answers, given())
  return [words.en, words['zh-Hans'].replace(/简$/, '')]
}

test.each<[what: string, name: string, Answers, en: string, hans: string]>([
  ['a number is a number', 'Q2', { Q2: 2020 }, '2020', '2020'],
  ['a text is as it was typed', 'Q3', { Q3: 'words' }, 'words', 'words'],
  ['a day is said as the language has it', 'Q4', { Q4: '2026-06-05' }, '5 June 2026', '2026年6月5日'],
  ['rows say nothing', 'Q5', { Q5: { 1: 2 } }, '…', '…'],
  ['no answer is not known', 'Q2', {}, '…', '…'],
  ['nor is a blank one', 'Q2', { Q2: -1 }, '…', '…'],
  ['a pick is its label', 'Q1', { Q1: [1] }, 'option 1', 'option 1简'],
  ['a pick that there is not is its number', 'Q1', { Q1: [7] }, '7', '7'],
  ['what was typed stands for its pick', 'Q1', { Q1: [90], 'Q1.text': 'Mars' }, 'Mars', 'Mars'],
  ['what was picked from a list has its label', 'Q1', { Q1: [2], 'Q1.text': 'JP' }, 'Japan', 'Japan简'],
  ['and its code where the list has it no more', 'Q1', { Q1: [2], 'Q1.text': 'XX' }, 'XX', 'XX'],
  ['a text that is none is not said', 'Q1', { Q1: [90], 'Q1.text': 5 }, 'option 90', 'option 90简'],
  ['what was typed follows a pick', 'Q6', { Q1: [90], 'Q1.text': 'Mars', Q6: [90] }, 'Mars', 'Mars'],
  ['and once more', 'Q7', { Q1: [90], 'Q1.text': 'Mars', Q6: [90], Q7: 90 }, 'Mars', 'Mars'],
])('%s', (_, name, answers, en, hans) => {
  expect(filledWith(name, answers)).toEqual([en, hans])
})

it('a text without placeholders is itself, and one in a single language is filled there', () => {
  const plain = text('plain')
  expect(fillText(plain, index, {}, given())).toBe(plain)
  expect(fillText({ ...plain, en: '{Q2}' }, index, { Q2: 2020 }, given())).toEqual({ ...plain, en: '2020' })
})

it('nothing was typed for what is no question, no option or not carried', () => {
  const answers = { Q1: [90], 'Q1.text': 'Mars' }
  expect(typedFor(index, 'Q9', 90, answers)).toBeNull()
  expect(typedFor(index, 'Q1', 7, answers)).toBeNull()
  expect(typedFor(index, 'Q1', 1, answers)).toBeNull()
  expect(typedFor({ ...index, lists: new Map() }, 'Q1', 2, { 'Q1.text': 'JP' })?.en).toBe('JP')
})

describe('a page', () => {
  const seen = (made: Questionnaire, answers: Answers = {}) =>
    pageView(made, 'one', answers, given({ who: text('us') }))

  it('fills its title, consents and hints', () => {
    const made = small(
      [
        page('one', [{ ...ask('Q1', 'single', { options: two }), hint: text('for {who}') }], {
          title: text('of {who}'),
          consents: [{ code: 'C1', text: text('with {who}') }],
        }),
      ],
      { facts: ['who'] },
    )
    expect(seen(made)).toMatchObject({
      title: { en: 'of us' },
      consents: [{ code: 'C1', text: { en: 'with us' } }],
      questions: [{ hint: { en: 'for us' } }],
    })
  })

  it('has the entries of the list that an option asks for, and none where the list is gone', () => {
    const details = (made: Questionnaire) =>
      seen(made).questions.flatMap((question) =>
        'options' in question ? question.options.map(({ detail }) => detail) : [],
      )
    expect(details(questionnaire).slice(0, 3)).toEqual([
      undefined,
      { list: [{ code: 'JP', label: text('Japan') }] },
      'text',
    ])
    expect(details({ ...questionnaire, lists: {} })[1]).toEqual({ list: [] })
  })

  it('falls back on its last wording, and says which question has none', () => {
    const when = { fact: 'never' }
    const wording = (...variants: { when: typeof when; text: ReturnType<typeof text> }[]) => ({
      ...questionnaire,
      pages: [page('one', [{ ...ask('Q1', 'single', { options: two }), text: variants }])],
    })
    const words = seen(wording({ when, text: text('first') }, { when, text: text('last') })).questions[0]?.text
    expect(words?.en).toBe('last')
    expect(() => seen(wording())).toThrow('Question Q1 has no text')
  })

  it('names the target of its attention row by word and by number, and leaves other places to the facts', () => {
    const attention = { code: 'AC', targets: [2], label: text('{target} {target_code} {who}') }
    const made = small([page('one', [ask('Q1', 'matrix', { rows: [row(1)], scale: two, attention })])], {
      facts: ['who'],
    })
    const [question] = seen(made).questions
    const labels = question?.type === 'matrix' ? question.rows.map(({ label }) => label.en) : []
    expect(labels).toEqual(['row 1', 'option 2 2 us'])
  })
})
