import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../schema/answers.ts'
import type { Question } from '../../../schema/questionnaire.ts'
import type { Posted } from '../../../src/platform/http/form.ts'
import { checkDraft, checkPage, draftOf } from '../../../src/survey/questionnaire/check-answers.ts'
import { pageView } from '../../../src/survey/questionnaire/page/page-view.ts'
import { detailMaxLength } from '../../../src/survey/questionnaire/page/view.ts'
import { attentionOf } from '../../../src/survey/questionnaire/route/attention.ts'
import { ask, given, option, page, row, small, text } from './small.ts'

const three = [option(1), option(2), option(3)]
const list = [
  { code: 'FR', label: text('France') },
  { code: 'JP', label: text('Japan') },
]

function post(question: Question, posted: Posted, before: Answers = {}) {
  const pages = [page('zero', [ask('Q0', 'single', { options: three })]), page('one', [question])]
  return checkPage(small(pages, { lists: { list } }), 'one', before, posted, given())
}
const accepted = (answers: Answers) => ({ ok: true, answers })
const refused = (field: string, code: string, limits?: Record<string, number>) =>
  expect.objectContaining({ ok: false, errors: [limits ? { field, code, limits } : { field, code }] })

describe('a single choice', () => {
  const single = ask('Q1', 'single', { options: [option(1), option(2, { when: { q: 'Q0', in: [1] } })] })

  test('is kept as the code', () => {
    expect(post(single, { Q1: [' 1 '] })).toEqual(accepted({ Q1: 1 }))
  })
  test.each([
    [[], 'required'],
    [[' '], 'required'],
    [['7'], 'unknown_code'],
    [['-1'], 'unknown_code'],
    [['2'], 'not_offered'],
    [['two'], 'wrong_type'],
    [['1.0'], 'wrong_type'],
    [['99999999999999999999'], 'wrong_type'],
  ])('%j is refused: %s', (values, code) => {
    expect(post(single, { Q1: values })).toEqual(refused('Q1', code))
  })
  test('two values are refused', () => {
    expect(post(single, { Q1: ['1', '2'] })).toEqual(refused('Q1', 'too_many', { max: 1 }))
  })
})

describe('a multiple choice', () => {
  const options = [option(3), option(1), option(2), option(0, { exclusive: true })]
  const multi = ask('Q1', 'multi', { options, min: 2, max: 2 })

  test('is kept in the order of the questionnaire, each pick once', () => {
    expect(post(multi, { Q1: ['1', '3', '1'] })).toEqual(accepted({ Q1: [3, 1] }))
  })
  test('an exclusive pick alone is enough', () => {
    expect(post(multi, { Q1: ['0'] })).toEqual(accepted({ Q1: [0] }))
  })
  test('an exclusive pick with others is refused and shown again', () => {
    const checked = post(multi, { Q1: ['0', '1', '3'] })
    expect(checked).toEqual(refused('Q1', 'exclusive'))
    expect(checked.answers).toEqual({ Q1: [0, 1, 3] })
  })
  test('too few and too many are refused with the limit', () => {
    expect(post(multi, { Q1: ['1'] })).toEqual(refused('Q1', 'too_few', { min: 2 }))
    expect(post(multi, { Q1: ['1', '2', '3'] })).toEqual(refused('Q1', 'too_many', { max: 2 }))
    expect(post(multi, {})).toEqual(refused('Q1', 'required'))
  })
  test('the least number asked for is never more than what is offered', () => {
    const scarce = ask('Q1', 'multi', { options: [option(1), option(2, { when: { fact: 'more' } })], min: 2 })
    expect(post(scarce, { Q1: ['1'] })).toEqual(accepted({ Q1: [1] }))
  })
  test('one bad pick is refused and the good ones are shown again', () => {
    expect(post(multi, { Q1: ['1', '3', '9'] })).toEqual({
      ok: false,
      errors: [{ field: 'Q1', code: 'unknown_code' }],
      answers: { Q1: [3, 1] },
    })
    expect(post(multi, { Q1: ['x', 'y'] })).toEqual(refused('Q1', 'wrong_type'))
    expect(post(multi, { Q1: ['1', 'x'] })).toMatchObject({ ok: false, errors: [{ code: 'wrong_type' }] })
  })
  test('an option behind the link is accepted', () => {
    const all = ask('Q1', 'multi', { options: [option(1), option(2, { when: { fact: 'more' } })], showAll: true })
    expect(post(all, { Q1: ['2'] })).toEqual(accepted({ Q1: [2] }))
  })
})

describe('an option that asks for more', () => {
  const options = [option(1), option(2, { detail: 'text' }), option(3, { detail: { list: 'list' } })]
  const single = ask('Q1', 'single', { options })

  test('keeps what was typed, cleaned', () => {
    const typed = ' caf\u0065\u0301\u0000\r\nb\tc\ud800 '
    expect(post(single, { Q1: ['2'], 'Q1.text': [typed] })).toEqual(accepted({ Q1: 2, 'Q1.text': 'café\nb c\ufffd' }))
  })
  test('without it is refused at the text', () => {
    expect(post(single, { Q1: ['2'], 'Q1.text': [' '] })).toEqual(refused('Q1.text', 'detail_missing'))
    expect(post(single, { Q1: ['3'] })).toEqual(refused('Q1.text', 'detail_missing'))
  })
  test('counts code points', () => {
    const full = '𠮷'.repeat(detailMaxLength)
    expect(post(single, { Q1: ['2'], 'Q1.text': [full] })).toEqual(accepted({ Q1: 2, 'Q1.text': full }))
    const over = post(single, { Q1: ['2'], 'Q1.text': [`${full}a`] })
    expect(over).toEqual(refused('Q1.text', 'too_long', { max: detailMaxLength }))
    expect(over.answers['Q1.text']).toBe(`${full}a`)
  })
  test('takes a code of its list only', () => {
    expect(post(single, { Q1: ['3'], 'Q1.text': ['JP'] })).toEqual(accepted({ Q1: 3, 'Q1.text': 'JP' }))
    expect(post(single, { Q1: ['3'], 'Q1.text': ['XX'] })).toEqual(refused('Q1.text', 'not_in_list'))
  })
  test.each(['Japan', ' JAPAN ', 'ＪＡＰＡＮ', 'jp', 'Jápan'])(
    'takes %j for the entry of its list, and keeps the code',
    (typed) => {
      expect(post(single, { Q1: ['3'], 'Q1.text': [typed] })).toEqual(accepted({ Q1: 3, 'Q1.text': 'JP' }))
    },
  )
  test('that is no entry of its list is shown again as it was typed', () => {
    expect(post(single, { Q1: ['3'], 'Q1.text': ['Japa'] }).answers).toEqual({ Q1: 3, 'Q1.text': 'Japa' })
  })
  test('that is not picked leaves its text behind', () => {
    expect(post(single, { Q1: ['1'], 'Q1.text': ['left over'] })).toEqual(accepted({ Q1: 1 }))
  })
  test('a text where no option asks for one is refused', () => {
    const plain = ask('Q1', 'single', { options: three })
    expect(post(plain, { Q1: ['1'], 'Q1.text': ['x'] })).toEqual(refused('Q1.text', 'not_shown'))
  })
})

describe('a rank', () => {
  const rank = ask('Q1', 'rank', { options: [...three, option(90, { detail: 'text' })], max: 3 })

  test('keeps the order and closes gaps', () => {
    expect(post(rank, { 'Q1.1': ['3'], 'Q1.2': [''], 'Q1.3': ['1'] })).toEqual(accepted({ Q1: [3, 1] }))
    expect(post(rank, { 'Q1.2': ['90'], 'Q1.text': ['sun'] })).toEqual(accepted({ Q1: [90], 'Q1.text': 'sun' }))
  })
  test('refuses the same pick twice, none, a stranger and a rank too many', () => {
    expect(post(rank, { 'Q1.1': ['3'], 'Q1.3': ['3'] })).toEqual(refused('Q1', 'twice'))
    expect(post(rank, {})).toEqual(refused('Q1', 'required'))
    expect(post(rank, { 'Q1.1': ['8'] })).toEqual(refused('Q1', 'unknown_code'))
    expect(post(rank, { 'Q1.1': ['1'], 'Q1.4': ['2'] })).toEqual(refused('Q1.4', 'not_shown'))
  })
})

describe('a matrix', () => {
  const attention = { code: 'AC', targets: [2], label: text('{target}') }
  const rows = [row(1), row(2), row(3, { when: { q: 'Q0', in: [1] } })]
  const matrix = ask('Q1', 'matrix', { rows, scale: three, attention })
  const drawn = `Q1.${attentionOf(small([page('one', [matrix])]), 'seed').Q1?.field}`

  test('keeps a code for each row, the attention row under its own code', () => {
    const posted = { 'Q1.1': ['1'], 'Q1.2': ['3'], [drawn]: ['2'] }
    expect(post(matrix, posted)).toEqual(accepted({ Q1: { 1: 1, 2: 3, AC: 2 } }))
  })
  test('says at each row what is wrong, and keeps the other rows', () => {
    expect(post(matrix, { 'Q1.1': ['x'], 'Q1.2': ['9'] })).toEqual({
      ok: false,
      errors: [
        { field: 'Q1.1', code: 'wrong_type' },
        { field: 'Q1.2', code: 'unknown_code' },
        { field: drawn, code: 'required' },
      ],
      answers: {},
    })
    expect(post(matrix, { 'Q1.1': ['1'] }).answers).toEqual({ Q1: { 1: 1 } })
  })
  test('refuses a row that is not shown, and the attention row under any name but the drawn one', () => {
    const whole = { 'Q1.1': ['1'], 'Q1.2': ['3'], [drawn]: ['2'] }
    expect(post(matrix, { ...whole, 'Q1.3': ['1'] })).toEqual(refused('Q1.3', 'not_shown'))
    expect(post(matrix, { ...whole, 'Q1.AC': ['1'] })).toEqual(refused('Q1.AC', 'not_shown'))
    expect(post(matrix, { ...whole, AC: ['1'] })).toEqual(refused('AC', 'not_shown'))
    expect(post(matrix, { ...whole, 'Q1.3': ['1'] }, { Q0: 1 })).toMatchObject({ ok: true })
  })
  test('that is optional marks the rows left blank', () => {
    const optional = ask('Q1', 'matrix', { rows: [row(1), row(2)], scale: three, optional: true })
    expect(post(optional, { 'Q1.2': ['3'] })).toEqual(accepted({ Q1: { 1: -1, 2: 3 } }))
    expect(post(optional, {})).toEqual(accepted({ Q1: -1 }))
  })
})

describe('numbers and texts', () => {
  const year = ask('Q1', 'year', { min: 2010, max: 2030 })

  test('a year may be typed in wide digits', () => {
    expect(post(year, { Q1: ['２０２４'] })).toEqual(accepted({ Q1: 2024 }))
  })
  test('out of range is refused with the limits and shown again', () => {
    const checked = post(year, { Q1: ['2009'] })
    expect(checked).toEqual(refused('Q1', 'out_of_range', { min: 2010, max: 2030 }))
    expect(checked.answers).toEqual({ Q1: 2009 })
    const nps = ask('Q1', 'nps', { low: text('low'), high: text('high') })
    expect(post(nps, { Q1: ['0'] })).toEqual(accepted({ Q1: 0 }))
    expect(post(nps, { Q1: ['11'] })).toEqual(refused('Q1', 'out_of_range', { min: 0, max: 10 }))
    const number = ask('Q1', 'number', { min: -5, max: 5 })
    expect(post(number, { Q1: ['-5'] })).toEqual(accepted({ Q1: -5 }))
  })
  test('an optional blank is -1, and a wrong one is not', () => {
    const remark = ask('Q1', 'text', { maxLength: 3, optional: true })
    expect(post(remark, { Q1: [' \r\n '] })).toEqual(accepted({ Q1: -1 }))
    expect(post(remark, {})).toEqual(accepted({ Q1: -1 }))
    expect(post(remark, { Q1: ['四個字啊'] })).toEqual(refused('Q1', 'too_long', { max: 3 }))
    const maybe = ask('Q1', 'year', { min: 2010, max: 2030, optional: true })
    expect(post(maybe, { Q1: ['soon'] })).toEqual({
      ok: false,
      errors: [{ field: 'Q1', code: 'wrong_type' }],
      answers: {},
    })
  })
  test('a text beside a question without options is refused and not shown again', () => {
    expect(post(year, { Q1: ['2020'], 'Q1.text': ['x'] })).toEqual({
      ok: false,
      errors: [{ field: 'Q1.text', code: 'not_shown' }],
      answers: { Q1: 2020 },
    })
  })
  test('a required text must hold something', () => {
    expect(post(ask('Q1', 'text', { maxLength: 3 }), { Q1: ['\u0007 '] })).toEqual(refused('Q1', 'required'))
  })
})

describe('what this route does not show', () => {
  const questionnaire = small([
    page('one', [ask('Q1', 'single', { options: three }), ask('Q2', 'text', { maxLength: 9, when: { fact: 'more' } })]),
    page('two', [ask('Q3', 'single', { options: three })]),
  ])

  test('is refused at its field, whether of this page or another', () => {
    const checked = checkPage(questionnaire, 'one', {}, { Q1: ['1'], Q2: ['x'], Q3: ['1'] }, given())
    expect(checked).toMatchObject({
      ok: false,
      errors: [
        { field: 'Q2', code: 'not_shown' },
        { field: 'Q3', code: 'not_shown' },
      ],
    })
    expect(checked.answers).toEqual({ Q1: 1 })
  })
  test('is refused for ten fields at most, under a consent too, and leaves no names behind', () => {
    const rows = Array.from({ length: 12 }, (_, at) => [`Q3.${at}`, ['1']])
    const many = checkPage(questionnaire, 'one', {}, { Q1: ['1'], ...Object.fromEntries(rows) }, given())
    expect(many.ok ? [] : many.errors).toHaveLength(10)
    const consented = small([
      page('one', [ask('Q1', 'single', { options: three })], { consents: [{ code: 'C1', text: text('I agree') }] }),
    ])
    expect(checkPage(consented, 'one', {}, { Q1: ['1'], C1: ['1'], 'C1.x': ['1'] }, given())).toEqual(
      refused('C1.x', 'not_shown'),
    )
    expect(checkPage(consented, 'one', {}, {}, given()).answers).toStrictEqual({})
  })

  test('is told apart from what is wrong with each question, once each', () => {
    const two = small([page('one', [ask('Q1', 'year', { min: 1, max: 9 }), ask('Q2', 'year', { min: 1, max: 9 })])])
    expect(checkPage(two, 'one', {}, { Q1: ['x'], Q2: ['y'] }, given())).toStrictEqual({
      ok: false,
      errors: [
        { field: 'Q1', code: 'wrong_type' },
        { field: 'Q2', code: 'wrong_type' },
      ],
      answers: {},
    })
    const picks = small([page('one', [ask('Q1', 'multi', { options: three, max: 2 })])])
    const checked = checkPage(picks, 'one', {}, { Q1: ['1', '2', '3', '9'] }, given())
    expect(checked).toEqual({
      ok: false,
      errors: [
        { field: 'Q1', code: 'unknown_code' },
        { field: 'Q1', code: 'too_many', limits: { max: 2 } },
      ],
      answers: { Q1: [1, 2, 3, 9] },
    })
  })

  test('does not matter when it is blank, or no question of this questionnaire', () => {
    const posted = { Q1: ['1'], Q3: [''], lang: ['en'], 'revision.x': ['3'], go: ['next'], Q99: ['1'] }
    expect(checkPage(questionnaire, 'one', {}, posted, given())).toEqual(accepted({ Q1: 1 }))
  })
})

describe('consents and endings', () => {
  const guardian = { q: 'Q1', in: [2] }
  const questionnaire = small([
    page('one', [ask('Q1', 'single', { options: three })], {
      consents: [
        { code: 'C1', text: text('I agree') },
        { code: 'C2', text: text('They agree'), when: guardian },
        { code: 'C3', text: text('To {whom}'), when: { fact: 'whom' } },
      ],
      ends: [
        { when: { q: 'Q1', in: [1] }, as: 'under_age' },
        { when: { not: { q: 'Q1', in: [2, 3] } }, as: 'screened_out' },
      ],
    }),
  ])
  const check = (posted: Posted) => checkPage(questionnaire, 'one', {}, posted, given())

  test('a consent must be ticked', () => {
    expect(check({ Q1: ['3'] })).toEqual(refused('C1', 'consent'))
    expect(check({ Q1: ['3'], C1: ['0'] })).toEqual(refused('C1', 'consent'))
    expect(check({ Q1: ['3'], C1: ['1'] })).toEqual(accepted({ Q1: 3, C1: 1 }))
  })
  test('a consent that depends on the answer above it is asked for once that is known', () => {
    expect(check({ Q1: ['2'], C1: ['1'] })).toEqual(refused('C2', 'consent'))
    expect(check({ Q1: ['2'], C1: ['1'], C2: ['1'] })).toEqual(accepted({ Q1: 2, C1: 1, C2: 1 }))
    expect(check({ Q1: ['3'], C1: ['1'], C2: ['1'] })).toEqual(accepted({ Q1: 3, C1: 1 }))
    const shown = (Q1: number) => pageView(questionnaire, 'one', { Q1 }, given()).consents.map(({ code }) => code)
    expect([shown(2), shown(3)]).toEqual([['C1', 'C2'], ['C1']])
  })
  test('a consent that this response is not asked for is refused', () => {
    expect(check({ Q1: ['3'], C1: ['1'], C3: ['1'] })).toEqual(refused('C3', 'not_shown'))
  })
  test('nothing more is asked of someone whose answer ends the response', () => {
    expect(check({ Q1: ['1'] })).toEqual(accepted({ Q1: 1 }))
  })
  test('what the page held before has no say in what it is asked now', () => {
    const again = (before: Answers, posted: Posted) => checkPage(questionnaire, 'one', before, posted, given())
    expect(again({ Q1: 3, C1: 1 }, { Q1: ['2'], C1: ['1'] })).toEqual(refused('C2', 'consent'))
    expect(again({ Q1: 1 }, { C1: ['1'] })).toEqual(refused('Q1', 'required'))
  })
  test('a blank page ends nothing', () => {
    expect(check({})).toMatchObject({ ok: false, errors: [{ code: 'required' }, { code: 'consent' }] })
  })
})

describe('a draft', () => {
  const options = [option(1), option(2, { detail: 'text' }), option(3), option(0, { exclusive: true })]
  const questionnaire = small([
    page('one', [
      ask('Q1', 'multi', { options, max: 2 }),
      ask('Q2', 'text', { maxLength: 3, optional: true }),
      ask('Q3', 'matrix', { rows: [row(1), row(2)], scale: three }),
      ask('Q4', 'matrix', { rows: [row(1), row(2)], scale: three, optional: true }),
      ask('Q5', 'year', { min: 2010, max: 2030 }),
    ]),
  ])

  test('keeps what is allowed, without a word about the rest', () => {
    const posted = { Q1: ['2', '0', '9'], 'Q3.2': ['1'], 'Q4.1': ['2'], Q5: ['1999'], Q9: ['1'] }
    expect(draftOf(questionnaire, 'one', {}, posted, given())).toEqual({ Q1: [2], Q3: { 2: 1 }, Q4: { 1: 2 } })
  })
  test('keeps as many picks as are allowed, each once', () => {
    const ranked = small([page('one', [ask('Q1', 'rank', { options: three, max: 3 })])])
    expect(draftOf(questionnaire, 'one', {}, { Q1: ['1', '2', '3'], 'Q1.text': ['x'] }, given())).toEqual({
      Q1: [1, 2],
      'Q1.text': 'x',
    })
    expect(draftOf(ranked, 'one', {}, { 'Q1.1': ['2'], 'Q1.2': ['2'], 'Q1.3': ['1'] }, given())).toEqual({ Q1: [2, 1] })
  })
  test('keeps the picks of an optional question as they are', () => {
    const optional = small([page('one', [ask('Q1', 'multi', { options, optional: true })])])
    expect(draftOf(optional, 'one', {}, { Q1: ['1', '3'] }, given())).toStrictEqual({ Q1: [1, 3] })
  })
  test('keeps a word and a number of an optional question too', () => {
    const optional = small([
      page('one', [
        ask('Q1', 'text', { maxLength: 9, optional: true }),
        ask('Q2', 'year', { min: 2010, max: 2030, optional: true }),
      ]),
    ])
    expect(draftOf(optional, 'one', {}, { Q1: ['words'], Q2: ['2020'] }, given())).toEqual({ Q1: 'words', Q2: 2020 })
  })
  test.each<[what: string, posted: Posted, isWhole: boolean]>([
    ['nothing', {}, true],
    ['what is allowed, and not all that is asked', { Q1: ['2'], 'Q3.2': ['1'], Q2: ['abc'] }, true],
    ['a text that is too long', { Q2: ['abcd'] }, false],
    ['a year half typed', { Q5: ['20'] }, false],
    ['a pick too many', { Q1: ['1', '2', '3'] }, false],
  ])('says whether it is all that was given: %s', (_, posted, isWhole) => {
    expect(checkDraft(questionnaire, 'one', {}, posted, given()).isWhole).toBe(isWhole)
  })
  test('never says that a question was left blank', () => {
    expect(draftOf(questionnaire, 'one', {}, {}, given())).toEqual({})
  })
})
