/** What each type does with an answer of another kind, with what was posted in words, and what it shows for its form. */
import { describe, expect, test } from 'vitest'
import type { Answer } from '../../../../schema/answers.ts'
import type { Posted } from '../../../../src/platform/http/form.ts'
import { askPage } from '../../../../src/survey/questionnaire/ask.ts'
import type { Asked } from '../../../../src/survey/questionnaire/asked.ts'
import { indexOf } from '../../../../src/survey/questionnaire/indexed.ts'
import { describePosted } from '../../../../src/survey/questionnaire/page/describe-posted.ts'
import { postedFrom } from '../../../../src/survey/questionnaire/page/fill-form.ts'
import { pageView } from '../../../../src/survey/questionnaire/page/page-view.ts'
import { typeOf } from '../../../../src/survey/questionnaire/types/index.ts'
import { validateAnswer } from '../../../../src/survey/questionnaire/validate-answer.ts'
import { ask, given, option, page, row, small, text } from '../small.ts'

const options = [
  option(1),
  option(2, { detail: { list: 'land' } }),
  option(3),
  option(4),
  option(90, { detail: 'text' }),
]
const questionnaire = small(
  [
    page('one', [
      ask('Single', 'single', { options }),
      ask('Multi', 'multi', { options, min: 2, max: 3 }),
      ask('Rank', 'rank', { options, max: 2 }),
      ask('Matrix', 'matrix', { rows: [row(1), row(2)], scale: options.slice(0, 1) }),
      ask('Scale', 'scale', { options: options.slice(0, 1) }),
      ask('Nps', 'nps', { low: text('low'), high: text('high') }),
      ask('Year', 'year', { min: 1930, max: 2012 }),
      ask('Number', 'number', { min: 0, max: 120, unit: text('months') }),
      ask('Text', 'text', { maxLength: 9 }),
      ask('Date', 'date', { min: '2026-09-01', max: '2028-08-31' }),
      ask('Note', 'note', {}),
      ask('Maybe', 'matrix', { rows: [row(1), row(2)], scale: options.slice(0, 1), optional: true }),
    ]),
  ],
  { lists: { land: [{ code: 'JP', label: text('Japan') }] } },
)
const view = () => pageView(questionnaire, 'one', {}, given())
const one = (code: string) => {
  const found = view().questions.find((question) => question.code === code)
  if (!found) throw new Error(`${code} is not on the page`)
  return found
}
function refusals(code: string, answer: Answer | undefined) {
  const index = indexOf(questionnaire)
  const asked = askPage(index, 0, {}, given()).questions.find((question) => question.code === code)
  if (!asked) throw new Error(`${code} is not asked`)
  const { answer: previous, errors } = validateAnswer(index, asked, answer, undefined)
  return [previous, ...errors.map(({ field, code }) => `${field} ${code}`)]
}

describe('an answer of another kind', () => {
  test.each<[code: string, others: Answer[]]>([
    ['Single', ['words', [1], { 1: 1 }]],
    ['Multi', ['words', 1, { 1: 1 }]],
    ['Rank', ['words', 1, { 1: 1 }]],
    ['Matrix', ['words', 1, [1]]],
    ['Scale', ['words', [1], { 1: 1 }]],
    ['Nps', ['words', [1], { 1: 1 }]],
    ['Year', ['2000', [2000], { 1: 1 }]],
    ['Number', ['7', [7], { 1: 1 }]],
    ['Text', [1, [1], { 1: 1 }]],
    ['Date', [1, [1], { 1: 1 }]],
  ])('is refused by %s, and a blank is asked for', (code, others) => {
    for (const other of others) expect(refusals(code, other)).toEqual([undefined, `${code} wrong_type`])
    expect(refusals(code, undefined)).toEqual([undefined, `${code} required`])
  })

  test.each<[code: string, Answer, refused: string]>([
    ['Multi', [], 'Multi required'],
    ['Rank', [], 'Rank required'],
    ['Text', '', 'Text required'],
    ['Date', '2027-02-30', 'Date not_a_date'],
  ])('of %s that says nothing is refused: %j', (code, answer, refused) => {
    expect(refusals(code, answer)).toEqual([undefined, refused])
  })

  test('of rows keeps those that are right', () => {
    expect(refusals('Matrix', { 1: 1, 2: 7 })).toEqual([{ 1: 1 }, 'Matrix.2 unknown_code'])
    expect(refusals('Maybe', { 1: 7, 2: -1 })).toEqual([{ 2: -1 }, 'Maybe.1 unknown_code'])
    expect(refusals('Matrix', { 1: -1 })).toEqual([undefined, 'Matrix.1 unknown_code', 'Matrix.2 required'])
  })

  test('keeps as much as is allowed', () => {
    expect(refusals('Rank', [1, 3, 4])).toEqual([[1, 3], 'Rank too_many'])
    expect(refusals('Single', 7)).toEqual([undefined, 'Single unknown_code'])
    expect(refusals('Rank', [1, 7])).toEqual([[1], 'Rank unknown_code'])
    expect(refusals('Text', '123456789')).toEqual(['123456789'])
    expect(refusals('Text', '1234567890')).toEqual([undefined, 'Text too_long'])
  })

  test('is nothing that a form could hold', () => {
    const rows = { 1: 1 }
    for (const code of ['Single', 'Multi', 'Rank', 'Scale', 'Nps', 'Year', 'Number', 'Text', 'Date', 'Note']) {
      expect(postedFrom(view(), { [code]: rows })).toEqual({})
    }
    for (const other of ['words', 1, [1]]) expect(postedFrom(view(), { Matrix: other })).toEqual({})
    expect(postedFrom(view(), { Rank: 3 })).toEqual({ 'Rank.1': ['3'] })
    expect(postedFrom(view(), { Matrix: { 1: 1 }, Rank: [3, 1], Multi: [1, 3] })).toEqual({
      ...{ 'Matrix.1': ['1'], 'Rank.1': ['3'], 'Rank.2': ['1'], Multi: ['1', '3'] },
    })
  })
})

describe('what was posted, in words', () => {
  test.each<[code: string, Posted, en: string, hans?: string]>([
    ['Single', { Single: ['1'] }, 'option 1', 'option 1简'],
    ['Single', { Single: [''] }, ''],
    ['Single', { Single: ['2'], 'Single.text': ['JP'] }, 'option 2 (Japan)', 'option 2简（Japan简）'],
    ['Single', { Single: ['2'], 'Single.text': ['XX'] }, 'option 2 (XX)', 'option 2简（XX）'],
    ['Multi', { Multi: ['3', '1'] }, 'option 1, option 3', 'option 1简、option 3简'],
    ['Multi', { Multi: ['90'], 'Multi.text': ['Mars'] }, 'option 90 (Mars)', 'option 90简（Mars）'],
    ['Rank', { 'Rank.1': ['3'], 'Rank.2': ['1'] }, 'option 3, option 1', 'option 3简、option 1简'],
    ['Rank', { 'Rank.2': ['7'], 'Rank.3': ['1'] }, '7'],
    ['Matrix', { 'Matrix.1': ['1'], 'Matrix.2': ['1'] }, 'row 1: option 1; row 2: option 1'],
    ['Matrix', { 'Matrix.2': ['1'] }, 'row 2: option 1'],
    ['Scale', { Scale: ['1'] }, 'option 1', 'option 1简'],
    ['Nps', { Nps: ['7'] }, '7'],
    ['Year', { Year: ['2000', '2001'] }, '2000 2001'],
    ['Number', {}, ''],
    ['Text', { Text: ['two words'] }, 'two words'],
    ['Date', { Date: ['2027/6/5'] }, '5 June 2027', '2027年6月5日'],
    ['Date', { Date: ['June', '2027-02-30'] }, 'June 2027-02-30'],
    ['Date', { Date: ['120270605', '202706051'] }, '120270605 202706051'],
    ['Date', {}, ''],
    ['Note', { Note: ['1'] }, ''],
  ])('of %s: %j', (code, posted, en, hans) => {
    expect(describePosted(one(code), posted, 'en')).toBe(en)
    if (hans !== undefined) expect(describePosted(one(code), posted, 'zh-Hans')).toBe(hans)
  })
})

test('a rank has a field for each place', () => {
  const asked = askPage(indexOf(questionnaire), 0, {}, given()).questions[2]
  const question = asked?.known.question
  if (question?.type !== 'rank') throw new Error('It is no rank.')
  const has = (part: string) => typeOf('rank').hasField(part, asked as Asked, { ...question, max: 12 })
  expect(['1', '9', '10', '12'].map(has)).toEqual([true, true, true, true])
  expect(['0', '13', '01', '1x', 'x1', '', 'text', '1e1'].map(has)).toEqual(Array(8).fill(false))
})

test('what a page shows has what its form needs', () => {
  const words = { code: expect.any(String), text: expect.any(Object), optional: false }
  expect(view().questions).toMatchObject([
    { ...words, type: 'single', options: [{}, {}, {}, {}, {}] },
    { ...words, type: 'multi', options: [{}, {}, {}, {}, {}], min: 2, max: 3 },
    { ...words, type: 'rank', options: [{}, {}, {}, {}, {}], max: 2 },
    { ...words, type: 'matrix', rows: [{ code: '1' }, { code: '2' }], options: [{ code: 1 }] },
    { ...words, type: 'scale', options: [{ code: 1 }] },
    { ...words, type: 'nps', low: text('low'), high: text('high') },
    { ...words, type: 'year', min: 1930, max: 2012 },
    { ...words, type: 'number', min: 0, max: 120, unit: text('months') },
    { ...words, type: 'text', maxLength: 9 },
    { ...words, type: 'date', min: '2026-09-01', max: '2028-08-31' },
    { ...words, type: 'note' },
    { ...words, type: 'matrix', optional: true },
  ])
})
