import { describe, expect, test } from 'vitest'
import type { Text } from '../../../../schema/questionnaire.ts'
import { questionnaireSchema } from '../../../../schema/shapes/questionnaire.ts'
import { cells } from '../../../../src/survey/questionnaire/cells.ts'
import { checkPage } from '../../../../src/survey/questionnaire/check-answers.ts'
import { checkQuestionnaire } from '../../../../src/survey/questionnaire/checks/check.ts'
import { columns } from '../../../../src/survey/questionnaire/columns.ts'
import { describePosted } from '../../../../src/survey/questionnaire/page/describe-posted.ts'
import { drawing, messageOf } from '../../../../src/survey/questionnaire/page/draw.ts'
import { pageView } from '../../../../src/survey/questionnaire/page/page-view.ts'
import { QuestionField } from '../../../../src/survey/questionnaire/page/question.tsx'
import { valueLabel, variablesOf } from '../../../../src/survey/variables/words.ts'
import { pruneAnswers } from '../route/whole-route.ts'
import { ask, given, option, page, small, text } from '../small.ts'

const limits = { min: '2000-02-29', max: '2028-08-31' }
const arrival = ask('Q2', 'date', limits)
const questionnaire = small([
  page('one', [ask('Q1', 'single', { options: [option(1)] })], { lease: true }),
  page('two', [arrival]),
  page('three', [ask('Q3', 'text', { maxLength: 9, text: text('Since {Q2}?'), optional: true })]),
])
const post = (...values: string[]) => checkPage(questionnaire, 'two', { Q1: 1 }, { Q2: values }, given())
const refused = (code: string, day?: string) =>
  expect.objectContaining({ ok: false, errors: [{ field: 'Q2', code, ...(day && { limits: { day } }) }] })
const view = pageView(questionnaire, 'two', { Q1: 1 }, given())
const [shown] = view.questions
if (!shown) throw new Error('the page shows no question')

describe('a date', () => {
  test.each([
    ['2027-06-05', '2027-06-05'],
    [' 2027-6-5 ', '2027-06-05'],
    ['2027/06/05', '2027-06-05'],
    ['2027.6.5', '2027-06-05'],
    ['20270605', '2027-06-05'],
    ['2027 年 6 月 5 日', '2027-06-05'],
    ['２０２７－０６－０５', '2027-06-05'],
    ['2000-02-29', '2000-02-29'],
    ['2024-02-29', '2024-02-29'],
    ['2028-08-31', '2028-08-31'],
  ])('typed as %j is the day %s', (typed, day) => {
    expect(post(typed)).toEqual({ ok: true, answers: { Q2: day } })
  })

  test.each([
    '2027-02-29',
    '2100-02-29',
    '2027-02-30',
    '2027-04-31',
    '2027-13-01',
    '2027-00-10',
    '2027-06-00',
    '0000-01-01',
    '05/06/2027',
    '27-06-05',
    '12027-06-05',
    '2027-06',
    'tomorrow',
    '-1',
    '2027-06-05T00:00:00.000Z',
  ])('is not %j', (typed) => {
    expect(post(typed)).toEqual(refused('not_a_date'))
  })

  test('keeps within its limits, both included, and shows again what was outside', () => {
    expect(post('2000-02-28')).toEqual(refused('too_early', '2000-02-29'))
    expect(post('2028-09-01')).toEqual(refused('too_late', '2028-08-31'))
    expect(post('2028-09-01').answers).toEqual({ Q2: '2028-09-01' })
  })

  test('is one, and is asked for', () => {
    expect(post()).toEqual(refused('required'))
    expect(post('2027-06-05', '2027-06-06')).toMatchObject({ ok: false, errors: [{ field: 'Q2', code: 'too_many' }] })
  })

  test('that is stored keeps to the rules, or is gone', () => {
    const prunedWith = (Q2: string | number) => pruneAnswers(questionnaire, { Q1: 1, Q2 }, given())
    expect(prunedWith('2027-06-05')).toEqual({ Q1: 1, Q2: '2027-06-05' })
    for (const odd of ['2027-6-5', '2027-02-29', '1999-12-31', '2029-01-01', '', 20270605]) {
      expect(prunedWith(odd), String(odd)).toEqual({ Q1: 1 })
    }
  })

  test('is drawn as the browser’s own control, with its limits, and filled in', async () => {
    const html = String(await QuestionField({ draw: drawing('en', { Q2: ['2027/6/5'] }, []), question: shown }))
    expect(html).toContain('<label class="ask" for="Q2">')
    expect(/<input type="date"[^>]*>/.exec(html)?.[0]).toMatch(
      /id="Q2" name="Q2" value="2027-06-05" min="2000-02-29" max="2028-08-31" placeholder="for example 2027-06-05"/,
    )
    expect(html).toContain('aria-describedby="Q2-h"')
    expect(html).toContain('A date from 29 February 2000 to 31 August 2028')
  })

  test.each([
    ['en', '5 June 2027', 'Please give a date no earlier than 29 February 2000.'],
    ['zh-Hans', '2027年6月5日', '日期不能早于2000年2月29日。'],
    ['zh-Hant', '2027年6月5日', '日期不可早於2000年2月29日。'],
  ] as const)('is said as people of %s say it', (language, day, early) => {
    expect(describePosted(shown, { Q2: ['20270605'] }, language)).toBe(day)
    expect(describePosted(shown, { Q2: ['soon'] }, language)).toBe('soon')
    const later = pageView(questionnaire, 'three', { Q1: 1, Q2: '2027-06-05' }, given()).questions[0]?.text
    expect(later?.[language]).toContain(day)
    const error = { field: 'Q2', code: 'too_early', limits: { day: '2000-02-29' } } as const
    expect(messageOf(language, error)).toBe(early)
  })

  test('is one column of the day in the exports, with codes and with labels', () => {
    const all = columns(questionnaire).filter(({ question }) => question === 'Q2')
    expect(all.map(({ name }) => name)).toEqual(['Q2'])
    const cellsOf = (answers: Record<string, string | number>) => cells(questionnaire, all, answers, given())
    expect([cellsOf({ Q2: '2027-06-05' }), cellsOf({ Q2: -1 }), cellsOf({})]).toEqual([['2027-06-05'], [-1], [null]])
    const [variable] = variablesOf(questionnaire, all, {})
    if (variable === undefined) throw new Error('the date has no variable')
    expect([variable.name, variable.label['zh-Hans'], variable.type]).toEqual(['Q2', 'Q2简', 'day'])
    const label = valueLabel(variable, 'zh-Hans')
    expect([label('2027-06-05'), label(null)]).toEqual(['2027-06-05', null])
    expect(label(-1)).not.toBe(-1)
  })
})

describe('the shape of a date', () => {
  const errorsWith = (more: object, when?: object) => {
    const changed = structuredClone(questionnaire)
    Object.assign(changed.pages[1]?.questions[0] ?? {}, more)
    if (when) Object.assign(changed.pages[2]?.questions[0] ?? {}, { when })
    const checked = checkQuestionnaire(changed)
    return checked.ok ? [] : checked.errors.map(({ path, message }) => `${path}: ${message}`)
  }

  test('has days of the calendar as its limits, the earlier one first', () => {
    expect(errorsWith({})).toEqual([])
    expect(errorsWith({ min: '2028-08-31' })).toEqual([])
    expect(errorsWith({ min: '2028-09-01' })).toEqual(['pages[1].questions[0].min: min is over max'])
    // What figures could not tell apart.
    expect(errorsWith({ min: '1800-01-01', max: '2499-12-31' })).toEqual([])
    expect(errorsWith({ min: '1799-12-31', max: '2500-01-01' })).toEqual([
      'pages[1].questions[0].min: min is before 1800-01-01',
      'pages[1].questions[0].max: max is after 2499-12-31',
    ])
    for (const min of ['2027-02-29', '0000-01-01', '2027-6-5', 'soon', 20270605]) {
      expect(errorsWith({ min }), String(min)).toEqual([expect.stringMatching(/^pages\[1\]\.questions\[0\]\.min: /)])
    }
  })

  test('lets conditions ask whether it was answered, and no more', () => {
    expect(errorsWith({}, { q: 'Q2', answered: true })).toEqual([])
    expect(errorsWith({}, { q: 'Q2', min: 2027 })).toEqual([
      'pages[2].questions[0].when: of Q2 one can only ask whether it was answered',
    ])
  })

  test('is part of the questionnaire as it is given, with nothing filled in', () => {
    const wording: Text = text('When?')
    const data = { ...questionnaire, pages: [page('one', [{ ...arrival, text: wording }])] }
    expect(questionnaireSchema.parse(data)).toEqual(data)
  })
})
