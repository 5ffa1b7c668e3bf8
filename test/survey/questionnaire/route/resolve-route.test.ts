import { describe, expect, test } from 'vitest'
import { birthAgrees } from '../../../../src/survey/questionnaire/birth-agrees.ts'
import { checkPage } from '../../../../src/survey/questionnaire/check-answers.ts'
import { withoutDraftOnly, withPage } from '../../../../src/survey/questionnaire/route/page-answers.ts'
import { progress } from '../../../../src/survey/questionnaire/route/progress.ts'
import { resolveRoute, resolveRouteWithPage } from '../../../../src/survey/questionnaire/route/resolve-route.ts'
import { endOf, isReached, previousPage } from '../../../../src/survey/questionnaire/route/route.ts'
import { ask, given, option, page, row, small, text } from '../small.ts'
import { nextPage, pruneAnswers } from './whole-route.ts'

const three = [option(1), option(2), option(3)]
const choose = { options: three }
const questionnaire = small([
  page('one', [ask('Q1', 'single', choose)], {
    consents: [{ code: 'C1', text: text('I agree') }],
    ends: [{ when: { q: 'Q1', in: [3] }, as: 'under_age' }],
  }),
  page('two', [ask('Q2', 'multi', { options: [...three, option(90, { detail: 'text' })] })], {
    when: { q: 'Q1', in: [1] },
    ends: [{ when: { q: 'Q2', only: [3] }, as: 'screened_out' }],
  }),
  page('three', [
    ask('Q3', 'single', { options: [...three, option(90, { detail: 'text' })], carry: { from: 'Q2' } }),
    ask('Q4', 'matrix', { rows: [row(1), row(2), row(90)], scale: three, carry: { from: 'Q2' } }),
  ]),
  page('four', [
    { ...ask('Q5', 'text', { maxLength: 20 }), optional: true },
    ask('Q6', 'year', { min: 1930, max: 2020, draftOnly: true }),
  ]),
])
const first = { Q1: 1, C1: 1 }
const full = {
  ...first,
  Q2: [1, 2, 90],
  'Q2.text': 'Mars',
  Q3: 2,
  Q4: { 1: 1, 2: 2, 90: 3 },
  Q5: -1,
  Q6: 2000,
}
const settled = (answers: Parameters<typeof pruneAnswers>[1]) => pruneAnswers(questionnaire, answers, given())
const next = (answers: Parameters<typeof pruneAnswers>[1], after?: string) =>
  nextPage(questionnaire, answers, given(), after)

describe('settling', () => {
  test('leaves alone what is still on the route', () => {
    expect(settled(full)).toEqual(full)
  })

  test('puts answers in the order of the questionnaire', () => {
    const turned = Object.fromEntries(Object.entries(full).reverse())
    expect(Object.keys(settled(turned))).toEqual(['Q1', 'C1', 'Q2', 'Q2.text', 'Q3', 'Q4', 'Q5', 'Q6'])
  })

  test('drops a pick and a row that are no longer offered, and a choice that is gone', () => {
    expect(settled({ ...full, Q2: [1] })).toEqual({ ...first, Q2: [1], Q4: { 1: 1 }, Q5: -1, Q6: 2000 })
  })

  test('drops a question that is no longer shown and everything that hung on it', () => {
    expect(settled({ ...full, Q1: 2 })).toEqual({ Q1: 2, C1: 1, Q3: 2, Q5: -1, Q6: 2000 })
  })

  test('drops the text of an option that is no longer picked', () => {
    expect(settled({ ...first, Q2: [1], 'Q2.text': 'Mars', Q3: 1, 'Q3.text': 'Mars' })).toEqual({
      ...first,
      Q2: [1],
      Q3: 1,
    })
  })

  test('drops everything after an early end', () => {
    expect(settled({ ...full, Q2: [3] })).toEqual({ ...first, Q2: [3] })
    expect(settled({ ...full, Q1: 3 })).toEqual({ Q1: 3, C1: 1 })
  })

  test('drops what is not of this questionnaire or not of the right type', () => {
    const odd = { ...first, Q2: 1, Q3: [1], Q4: 'x', Q5: 7, Q6: '2000', Q9: 1, C9: 1 }
    expect(settled(odd)).toEqual(first)
    expect(settled({ ...first, Q2: [1, 1, 7], Q4: { 1: 1, 2: 7, 9: 1 } })).toEqual({ ...first, Q2: [1], Q4: { 1: 1 } })
  })

  test('takes no text that is none, and leaves no name behind', () => {
    const odd = settled({ ...first, Q2: [90], 'Q2.text': 7, Q3: 9 })
    expect(Object.entries(odd)).toEqual(Object.entries({ ...first, Q2: [90] }))
  })

  test('keeps no more ranks than there are', () => {
    const ranked = small([page('one', [ask('Q1', 'rank', { options: three, max: 2 })])])
    expect(pruneAnswers(ranked, { Q1: [3, 1, 2] }, given())).toEqual({ Q1: [3, 1] })
  })

  test('does not take -1 for an answer where one is required', () => {
    expect(settled({ ...first, Q2: -1 })).toEqual(first)
  })

  test('keeps a part of a page that is still being filled in', () => {
    expect(settled({ ...first, Q2: [90], Q4: {} })).toEqual({ ...first, Q2: [90] })
    expect(next({ ...first, Q2: [90] })).toEqual({ page: 'two' })
  })

  test('never changes the answers it was given', () => {
    const before = structuredClone(full)
    pruneAnswers(questionnaire, { ...full, Q2: [1] }, given())
    withoutDraftOnly(questionnaire, pruneAnswers(questionnaire, full, given()))
    expect(full).toEqual(before)
  })
})

describe('a page put into the answers', () => {
  test('replaces what that page held, texts and consents too', () => {
    expect(withPage(questionnaire, 'two', full, { Q2: [1] })).toEqual({
      ...first,
      Q2: [1],
      Q3: 2,
      Q4: full.Q4,
      Q5: -1,
      Q6: 2000,
    })
    expect(withPage(questionnaire, 'one', first, { Q1: 2 })).toEqual({ Q1: 2 })
    // Nought is an answer, too.
    expect(withPage(questionnaire, 'four', { ...first, Q6: 0 }, {})).toEqual(first)
  })
})

/** Two questions on a page whose end and consent depend on them and on an earlier page. */
const twoOfEach = small([
  page('zero', [ask('Q0', 'single', { ...choose, when: { fact: 'asked' } })]),
  page('one', [ask('Q1', 'single', choose), ask('Q2', 'single', choose)], {
    consents: [
      { code: 'C1', text: text('I agree'), when: { q: 'Q2', in: [2] } },
      { code: 'C2', text: text('I agree'), when: { q: 'Q0', in: [2] } },
    ],
    ends: [
      { when: { not: { q: 'Q2', in: [1, 2] } }, as: 'under_age' },
      { when: { not: { q: 'Q0', in: [1] } }, as: 'screened_out' },
    ],
  }),
])

describe('a page of several questions', () => {
  const at = (answers: Parameters<typeof pruneAnswers>[1], facts = {}) =>
    resolveRoute(twoOfEach, answers, given(facts)).end

  test('is not left by an answer that it has yet to get, but is by one that nobody is asked for', () => {
    expect(at({ Q0: 1 }, { asked: true })).toBeNull()
    expect(at({ Q0: 1, Q1: 1, Q2: 3 }, { asked: true })).toBe('under_age')
    expect(at({ Q0: 1, Q1: 1, Q2: 1 }, { asked: true })).toBeNull()
    expect(at({ Q1: 1, Q2: 1 })).toBe('screened_out')
  })

  test('may ask for a consent that hangs on any of them, and for none that hangs on what nobody is asked', () => {
    const check = (posted: Record<string, string[]>) => checkPage(twoOfEach, 'one', {}, posted, given())
    expect(check({ Q1: ['1'], Q2: ['2'], C1: ['1'] })).toMatchObject({ ok: true })
    expect(check({ Q1: ['1'], Q2: ['2'], C1: ['1'], C2: ['1'] })).toMatchObject({
      errors: [{ field: 'C2', code: 'not_shown' }],
    })
  })
})

describe('a page to read', () => {
  const reading = small([
    page('one', [ask('N1', 'note', {})], { consents: [{ code: 'C1', text: text('I agree') }] }),
    page('two', [ask('N2', 'note', {})]),
    page('three', [ask('Q1', 'single', choose)]),
  ])

  test('is on the route when it asks for a consent, and not when it asks for nothing', () => {
    expect(resolveRoute(reading, { C1: 1 }, given())).toMatchObject({ pages: ['one', 'three'], unfinished: 'three' })
    expect(progress(reading, 'one', {}, given())).toEqual({ at: 1, of: 2 })
    expect(progress(reading, 'three', {}, given())).toEqual({ at: 2, of: 2 })
  })

  test('counts ahead while its consent may be asked for', () => {
    const later = small([
      page('one', [ask('Q1', 'single', choose)]),
      page('two', [ask('N1', 'note', {})], {
        consents: [
          { code: 'C1', text: text('I agree'), when: { q: 'Q1', in: [1] } },
          { code: 'C2', text: text('I agree'), when: { fact: 'never' } },
        ],
      }),
    ])
    expect(progress(later, 'one', {}, given())).toEqual({ at: 1, of: 2 })
    expect(progress(later, 'two', { Q1: 1 }, given())).toEqual({ at: 2, of: 2 })
    expect(progress(small([...reading.pages.slice(1)]), 'three', {}, given())).toEqual({ at: 1, of: 1 })
  })
})

describe('one page answered anew', () => {
  const anew: [page: string, answers: Parameters<typeof pruneAnswers>[1]][] = [
    ['one', { Q1: 2, C1: 1 }],
    ['one', { Q1: 1 }],
    ['two', { Q2: [1] }],
    ['two', { Q2: [3] }],
    ['three', {}],
    ['four', { Q5: 'words' }],
  ]
  const befores = [full, first, { ...full, Q1: 2 }, { Q1: 1, Q2: [1], Q3: 1 }, { ...full, Q4: {} }]

  test.each(anew)('of page %s makes the route that it makes from the start: %j', (code, answers) => {
    for (const before of befores) {
      const route = resolveRoute(questionnaire, before, given())
      if (!route.pages.includes(code)) continue
      const taken = resolveRouteWithPage(questionnaire, route, code, answers, given())
      const whole = resolveRoute(questionnaire, withPage(questionnaire, code, route.answers, answers), given())
      expect(taken).toEqual(whole)
      expect(Object.entries(taken.answers)).toEqual(Object.entries(whole.answers))
    }
  })
})

describe('the route', () => {
  test('goes to the first page that lacks something', () => {
    expect(next({})).toEqual({ page: 'one' })
    expect(next({ Q1: 1 })).toEqual({ page: 'one' })
    expect(next(first)).toEqual({ page: 'two' })
    expect(next({ ...first, Q1: 2 })).toEqual({ page: 'three' })
    const { 90: _, ...rows } = full.Q4
    expect(next({ ...full, Q4: rows as typeof full.Q4 })).toEqual({ page: 'three' })
    expect(next(full)).toEqual({ end: 'complete' })
  })

  test('counts an optional question that was never seen as missing', () => {
    const { Q5: _, ...unseen } = full
    expect(next(unseen)).toEqual({ page: 'four' })
  })

  test('goes on from a page, but not past one that lacks something', () => {
    expect(next(full, 'one')).toEqual({ page: 'two' })
    expect(next({ ...full, Q1: 2, Q3: 1 }, 'one')).toEqual({ page: 'three' })
    expect(next(full, 'four')).toEqual({ end: 'complete' })
    expect(next(first, 'three')).toEqual({ page: 'two' })
    expect(next({ ...full, Q3: 3 }, 'four')).toEqual({ page: 'three' })
  })

  test('ends early, even where the page lacks a consent', () => {
    expect(next({ Q1: 3 })).toEqual({ end: 'under_age' })
    expect(next({ ...first, Q2: [3] })).toEqual({ end: 'screened_out' })
    expect(endOf(questionnaire, 'one', { Q1: 3 }, given())).toBe('under_age')
    expect(endOf(questionnaire, 'one', first, given())).toBeNull()
  })

  test('goes to an earlier page that lacks something before it ends early', () => {
    expect(next({ Q1: 1, Q2: [3] })).toEqual({ page: 'one' })
  })

  test('goes back over pages that are not on it', () => {
    const back = (code: string, Q1: number) => previousPage(resolveRoute(questionnaire, { ...full, Q1 }, given()), code)
    expect([back('three', 1), back('three', 2), back('one', 1)]).toEqual(['two', 'one', null])
  })

  test('lets a page be visited once everything before it is there', () => {
    const may = (code: string, answers: Parameters<typeof pruneAnswers>[1]) =>
      isReached(resolveRoute(questionnaire, answers, given()), code)
    expect([may('one', {}), may('two', {}), may('two', first), may('three', first)]).toEqual([true, false, true, false])
    expect([may('two', { Q1: 2, C1: 1 }), may('three', { Q1: 2, C1: 1 })]).toEqual([false, true])
    expect([may('one', full), may('four', full), may('nowhere', full)]).toEqual([true, true, false])
  })

  test('lists its pages', () => {
    const { asked, ...route } = resolveRoute(questionnaire, full, given())
    expect(asked.map(({ page }) => page.code)).toEqual(route.pages)
    expect(route).toEqual({
      answers: full,
      pages: ['one', 'two', 'three', 'four'],
      unfinished: null,
      end: null,
    })
  })
})

describe('final answers', () => {
  test('hold nothing that lives in the draft only', () => {
    const { Q6: _, ...rest } = full
    expect(withoutDraftOnly(questionnaire, pruneAnswers(questionnaire, { ...full, Q9: 1 }, given()))).toEqual(rest)
  })

  test('hold no text of what lives in the draft only either', () => {
    const typed = small([
      page('one', [{ ...ask('Q1', 'single', { options: [option(90, { detail: 'text' })] }), draftOnly: true }]),
    ])
    expect(withoutDraftOnly(typed, { Q1: 90, 'Q1.text': 'Mars' })).toEqual({})
  })
})

describe('the birth year', () => {
  test.each([
    [3, 2008, 1],
    [3, 2007, 1],
    [3, 2003, 1],
    [3, 2009, 0],
    [3, 2002, 0],
    [6, 1991, 1],
    [6, 1992, 0],
    [2, 2012, 1],
    [2, 2013, 0],
  ])('with age code %i in 2026, %i gives %i', (Q01, Q30, agrees) => {
    // Codes: 2 is 14-17, 3 is 18-22, 6 is 35 and over; nobody's birthday is known, so both ages of the year count.
    expect(birthAgrees({ Q01, Q30 }, 2026)).toBe(agrees)
  })

  test('says nothing when either answer is missing', () => {
    expect([birthAgrees({ Q01: 3 }, 2026), birthAgrees({ Q30: 2000 }, 2026)]).toEqual([null, null])
    expect(birthAgrees({ Q01: 3, Q30: -1 }, 2026)).toBeNull()
  })
})
