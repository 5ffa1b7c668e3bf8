import { describe, expect, test } from 'vitest'
import { checkPage } from '../../../../src/survey/questionnaire/check-answers.ts'
import { pageView } from '../../../../src/survey/questionnaire/page/page-view.ts'
import { attentionOf } from '../../../../src/survey/questionnaire/route/attention.ts'
import type { QuestionView } from '../../../../src/survey/questionnaire/types/index.ts'
import { alike, ask, given, option, page, row, seeds, small, text } from '../small.ts'

const one = (code: string, options = [option(1), option(2), option(3)]) => ask(code, 'single', { options })

function questionOf<T extends QuestionView['type']>(
  view: { questions: QuestionView[] },
  code: string,
  type: T,
): Extract<QuestionView, { type: T }> {
  const found = view.questions.find((question) => question.code === code)
  if (found?.type !== type) throw new Error(`${code} is not a ${type} on this page`)
  return found as Extract<QuestionView, { type: T }>
}

describe('what a page shows', () => {
  test('a question, an option, a row and a page are there only when their condition holds', () => {
    const when = { q: 'Q1', in: [1] }
    const questionnaire = small([
      page('one', [one('Q1')]),
      page('two', [
        one('Q2', [option(1), option(2, { when })]),
        ask('Q3', 'text', { maxLength: 10, when }),
        ask('Q4', 'matrix', { rows: [row(1), row(2, { when })], scale: [option(1)] }),
      ]),
      page('three', [one('Q5')], { when }),
    ])
    const shown = (Q1: number) => {
      const view = pageView(questionnaire, 'two', { Q1 }, given())
      return [
        view.questions.map(({ code }) => code),
        questionOf(view, 'Q2', 'single').options.map(({ code }) => code),
        questionOf(view, 'Q4', 'matrix').rows.map(({ code }) => code),
        pageView(questionnaire, 'three', { Q1 }, given()).questions.length,
      ]
    }
    expect(shown(1)).toEqual([['Q2', 'Q3', 'Q4'], [1, 2], ['1', '2'], 1])
    expect(shown(2)).toEqual([['Q2', 'Q4'], [1], ['1'], 0])
  })

  test('the first wording whose condition holds is used', () => {
    const wording = [{ when: { q: 'Q1', in: [1] }, text: text('planned') }, { text: text('past') }]
    const questionnaire = small([page('one', [one('Q1')]), page('two', [{ ...one('Q2'), text: wording }])])
    const words = (Q1: number) => pageView(questionnaire, 'two', { Q1 }, given()).questions[0]?.text.en
    expect([words(1), words(2)]).toEqual(['planned', 'past'])
  })

  test('the last wording stands where no condition holds', () => {
    const wording = ['a', 'b', 'c'].map((words) => ({ when: { fact: words }, text: text(words) }))
    const questionnaire = small([page('one', [{ ...one('Q1'), text: wording }])], { facts: ['a', 'b', 'c'] })
    expect(pageView(questionnaire, 'one', {}, given()).questions[0]?.text.en).toBe('c')
  })

  test('options and rows have all that is drawn of them, and nothing else', () => {
    const land = [{ code: 'JP', label: text('Japan') }]
    const all = [
      option(1, { label: text('{who}') }),
      option(2, { detail: 'text' }),
      option(3, { detail: { list: 'land' } }),
      option(0, { exclusive: true }),
    ]
    const questionnaire = small(
      [
        page('one', [
          ask('Q1', 'multi', { options: all, optional: true, hint: text('for {who}') }),
          ask('Q2', 'matrix', { rows: [row(1, { label: text('{who}') })], scale: [option(1)] }),
        ]),
      ],
      { lists: { land }, facts: ['who'] },
    )
    const view = pageView(questionnaire, 'one', {}, given({ who: 'us' }))
    expect(questionOf(view, 'Q1', 'multi').options).toEqual([
      { code: 1, label: text('us') },
      { code: 2, label: text('option 2'), detail: 'text' },
      { code: 3, label: text('option 3'), detail: { list: land } },
      { code: 0, label: text('option 0'), exclusive: true },
    ])
    expect(questionOf(view, 'Q1', 'multi')).toMatchObject({ hint: text('for us'), optional: true })
    expect(questionOf(view, 'Q2', 'matrix').rows).toEqual([{ field: '1', code: '1', label: text('us') }])
  })

  test('facts and earlier picks are put into texts in each language, and what is unknown is an ellipsis', () => {
    const questionnaire = small(
      [
        page('one', [one('Q1', [option(1, { label: text('until {to}') })])]),
        page('two', [{ ...one('Q2'), text: text('{Q1}, {who}, {absent}, {Q2}') }]),
      ],
      { facts: ['who', 'to', 'absent'] },
    )
    const view = pageView(questionnaire, 'two', { Q1: 1 }, given({ who: text('us'), to: '23 May' }))
    expect(view.questions[0]?.text).toEqual({
      ...alike('until 23 May, us, …, …'),
      'zh-Hans': 'until 23 May简, us简, …, …简',
      'zh-Hant': 'until 23 May繁, us繁, …, …繁',
    })
  })

  test('options hidden by their condition are offered behind the link where all can be shown', () => {
    const questionnaire = small([
      page('one', [one('Q1')]),
      page('two', [
        ask('Q2', 'multi', { options: [option(1), option(2, { when: { q: 'Q1', in: [1] } })], showAll: true }),
      ]),
    ])
    const { options } = questionOf(pageView(questionnaire, 'two', { Q1: 2 }, given()), 'Q2', 'multi')
    expect(options.map(({ code, hidden }) => [code, hidden])).toEqual([
      [1, undefined],
      [2, true],
    ])
  })

  test('the option that equals an earlier answer is left out, for the codes named', () => {
    const without = { q: 'Q1', codes: [1, 2] }
    const options = [option(1), option(2), option(3)]
    const questionnaire = small([page('one', [one('Q1')]), page('two', [ask('Q2', 'single', { options, without })])])
    const codes = (Q1: number) =>
      questionOf(pageView(questionnaire, 'two', { Q1 }, given()), 'Q2', 'single').options.map(({ code }) => code)
    expect([codes(1), codes(2), codes(3)]).toEqual([
      [2, 3],
      [1, 3],
      [1, 2, 3],
    ])
  })

  test('a question with nothing left to choose from is not shown', () => {
    const options = [option(1, { when: { q: 'Q1', in: [1] } })]
    const questionnaire = small([page('one', [one('Q1')]), page('two', [one('Q2', options)])])
    expect(pageView(questionnaire, 'two', { Q1: 2 }, given()).questions).toEqual([])
  })

  test('a decoy is offered where its picks are not carried from, whatever else is conditional', () => {
    const options = [option(1, { when: { q: 'Q1', in: [1] } }), option(2, { decoy: true })]
    const questionnaire = small([page('one', [one('Q1')]), page('two', [one('Q2', options)])])
    const { options: shown } = questionOf(pageView(questionnaire, 'two', { Q1: 2 }, given()), 'Q2', 'single')
    expect(shown.map(({ code }) => code)).toEqual([2])
  })

  test('an unknown page is a RangeError', () => {
    expect(() => pageView(small([page('one', [one('Q1')])]), 'nowhere', {}, given())).toThrow(RangeError)
  })
})

describe('carrying picks forward', () => {
  const options = [
    option(1),
    option(2),
    option(3, { decoy: true }),
    option(90, { detail: 'text', last: true }),
    option(0, { exclusive: true, last: true }),
  ]
  const questionnaire = small([
    page('one', [ask('Q1', 'multi', { options, when: { fact: 'ask' } })]),
    page('two', [
      ask('Q2', 'single', { options: [...options, option(98, { always: true })], carry: { from: 'Q1' } }),
      ask('Q3', 'matrix', {
        rows: [row(1), row(2), row(3), row(90), row(0)],
        scale: [option(1), option(2)],
        carry: { from: 'Q1' },
      }),
      { ...one('Q4'), text: text('You said {Q1}') },
    ]),
  ])
  const view = (answers: Record<string, number[] | string>) => pageView(questionnaire, 'two', answers, given())
  const carried = (picks: number[]) =>
    questionOf(view({ Q1: picks, 'Q1.text': 'Mars {to}' }), 'Q2', 'single').options.map(({ code }) => code)

  test('only what was picked is offered, never the decoy, and always what is always offered', () => {
    expect(carried([2, 3])).toEqual([2, 98])
    expect(carried([3])).toEqual([98])
  })

  test('one pick is carried like several, and what is a decoy at either end is not', () => {
    const from = [option(1), option(2, { decoy: true }), option(3)]
    const to = [option(1), option(2), option(3, { decoy: true })]
    const chain = small([
      page('one', [one('Q1', from)]),
      page('two', [{ ...one('Q2', to), carry: { from: 'Q1' } }, one('Q3')]),
    ])
    const shown = [1, 2, 3].map((Q1) => pageView(chain, 'two', { Q1 }, given()).questions.map(({ code }) => code))
    expect(shown).toEqual([['Q2', 'Q3'], ['Q3'], ['Q3']])
  })

  test('what was typed is not asked for again, and not taken', () => {
    const answers = { Q1: [90], 'Q1.text': 'Mars' }
    const posted = { Q2: ['90'], 'Q3.90': ['1'], Q4: ['1'] }
    expect(checkPage(questionnaire, 'two', answers, posted, given())).toMatchObject({ ok: true })
    expect(checkPage(questionnaire, 'two', answers, { ...posted, 'Q2.text': ['Venus'] }, given())).toMatchObject({
      errors: [{ field: 'Q2.text', code: 'not_shown' }],
    })
  })

  test('everything but the decoy is offered when the earlier question was not on the route', () => {
    const { options } = questionOf(view({}), 'Q2', 'single')
    expect(options.map(({ code }) => code)).toEqual([1, 2, 90, 0, 98])
    expect(options.find(({ code }) => code === 90)?.detail).toBe('text')
  })

  test('rows are the picks, without exclusive ones and decoys; without any the matrix is not shown', () => {
    const { rows } = questionOf(view({ Q1: [1, 3, 90], 'Q1.text': 'Mars' }), 'Q3', 'matrix')
    expect(rows.map(({ code }) => code)).toEqual(['1', '90'])
    for (const picks of [[0], [3]]) expect(view({ Q1: picks }).questions.map(({ code }) => code)).not.toContain('Q3')
    expect(view({}).questions.map(({ code }) => code)).not.toContain('Q3')
  })

  test('what was typed stands in place of "other", as it was typed, and is not asked again', () => {
    const shown = view({ Q1: [1, 90], 'Q1.text': 'Mars {to}' })
    const other = questionOf(shown, 'Q2', 'single').options.find(({ code }) => code === 90)
    expect(other).toEqual({ code: 90, label: alike('Mars {to}') })
    expect(questionOf(shown, 'Q3', 'matrix').rows[1]?.label.en).toBe('Mars {to}')
    expect(questionOf(shown, 'Q4', 'single').text).toEqual({
      ...alike('You said option 1, Mars {to}'),
      'zh-Hans': 'You said option 1简、Mars {to}简',
      'zh-Hant': 'You said option 1繁、Mars {to}繁',
    })
  })
})

describe('drawn orders', () => {
  const options = [...Array.from({ length: 8 }, (_, at) => option(at + 1)), option(90, { last: true })]
  const questionnaire = small([
    page('one', [
      ask('Q1', 'single', { options: [option(90, { last: true }), ...options.slice(0, 8)], shuffle: true }),
      ask('Q2', 'single', { options, shuffle: true }),
      ask('Q3', 'single', { options }),
    ]),
    page('two', [ask('Q4', 'single', { options, shuffle: true, without: { q: 'Q3', codes: [1, 2, 3] } })]),
  ])
  const order = (seed: string, code: string, where = 'one', answers = {}) =>
    questionOf(pageView(questionnaire, where, answers, given({}, seed)), code, 'single').options.map((it) => it.code)

  test('are permutations, the same for the same seed, with the last options last', () => {
    for (const seed of seeds) {
      expect(order(seed, 'Q2')).toEqual(order(seed, 'Q2'))
      expect([...order(seed, 'Q2')].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 90])
      expect([order(seed, 'Q1').at(-1), order(seed, 'Q2').at(-1)]).toEqual([90, 90])
      expect(order(seed, 'Q3')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 90])
    }
  })

  test('differ between seeds and between questions, and put each option first now and then', () => {
    expect(new Set(seeds.map((seed) => order(seed, 'Q2').join())).size).toBeGreaterThan(50)
    expect(seeds.filter((seed) => order(seed, 'Q1').join() === order(seed, 'Q2').join()).length).toBeLessThan(3)
    expect(new Set(seeds.map((seed) => order(seed, 'Q2')[0])).size).toBe(8)
  })

  test('do not move what stays when an option goes', () => {
    for (const seed of seeds) {
      const whole = order(seed, 'Q4', 'two')
      expect(order(seed, 'Q4', 'two', { Q3: 2 })).toEqual(whole.filter((code) => code !== 2))
    }
  })

  test('are of the rows where there are rows: the scale that they share keeps its order', () => {
    const scale = [1, 2, 3, 4, 5].map((code) => option(code))
    const rows = [1, 2, 3, 4, 5].map((code) => row(code))
    const same = { rows, scale, shuffle: true as const }
    const matrix = small([page('one', [ask('Q1', 'matrix', same), ask('Q2', 'matrix', same)])])
    const of = (code: string) =>
      seeds.map((seed) => questionOf(pageView(matrix, 'one', {}, given({}, seed)), code, 'matrix'))
    const views = of('Q1')
    const others = of('Q2')
    const codes = (view?: { rows: { code: string }[] }) => view?.rows.map(({ code }) => code).join()
    expect(others.filter((view, at) => codes(views[at]) !== codes(view)).length).toBeGreaterThan(20)
    for (const { options } of views) expect(options.map(({ code }) => code)).toEqual([1, 2, 3, 4, 5])
    expect(new Set(views.map(codes)).size).toBeGreaterThan(20)
  })
})

describe('the attention row', () => {
  const scale = [option(1), option(2), option(3)]
  const attention = { code: 'AC', targets: [1, 2], label: text('pick {target}') }
  const rows = [row(1), row(2), row(3), row(4), row(5, { when: { fact: 'more' } })]
  const questionnaire = small([page('one', [ask('Q1', 'matrix', { rows, scale, shuffle: true, attention })])])
  const draw = (seed: string) => {
    const view = questionOf(pageView(questionnaire, 'one', {}, given({}, seed)), 'Q1', 'matrix')
    const at = view.rows.findIndex(({ code }) => code === 'AC')
    return { at, row: view.rows[at], rows: view.rows, target: attentionOf(questionnaire, seed).Q1 }
  }
  // Drawn within each test, so that it is seen to be what they show.
  const all = () => seeds.map(draw)

  test('is never first or last, and stands in each place between', () => {
    expect(new Set(all().map(({ at }) => at))).toEqual(new Set([1, 2, 3]))
    expect(all().every(({ rows }) => rows.length === 5)).toBe(true)
  })

  test('has a field of its own that differs between responses', () => {
    for (const { row, rows, target } of all()) {
      expect(rows.filter(({ field }) => field === row?.field)).toHaveLength(1)
      expect(row?.field).toBe(target?.field)
    }
    expect(new Set(all().map(({ row }) => row?.field)).size).toBeGreaterThan(20)
  })

  test('never takes the field of another row', () => {
    const many = Array.from({ length: 90 }, (_, at) => row(at + 1))
    const crowded = small([page('one', [ask('Q1', 'matrix', { rows: many, scale, attention })])])
    const fields = seeds.map((seed) => Number(attentionOf(crowded, seed).Q1?.field))
    expect(fields.filter((field) => field <= 90)).toEqual([])
    const { rows } = questionOf(pageView(crowded, 'one', {}, given()), 'Q1', 'matrix')
    expect(rows.filter(({ code }) => code === 'AC')).toHaveLength(1)
  })

  test('names the target that the seed drew, in each language', () => {
    for (const { row, target } of all()) {
      expect(row?.label.en).toBe(`pick option ${target?.target}`)
      expect(row?.label['zh-Hant']).toBe(`pick option ${target?.target}繁繁`)
    }
    expect(new Set(all().map(({ target }) => target?.target))).toEqual(new Set([1, 2]))
  })

  test('is drawn for the export only where there is one', () => {
    expect(attentionOf(small([page('one', [one('Q1')])]), 'seed')).toEqual({})
  })
})

describe('progress', () => {
  const when = { q: 'Q1', in: [1] }
  const questionnaire = small([
    page('one', [one('Q1')]),
    page('two', [one('Q2')], { when }),
    page('three', [one('Q3')]),
    page('four', [{ ...one('Q4'), when: { q: 'Q2', in: [1] } }]),
  ])
  const at = (code: string, answers: Record<string, number>) => {
    const view = pageView(questionnaire, code, answers, given())
    return [view.at, view.of]
  }

  test('counts a later page until the answers rule it out', () => {
    expect(at('one', {})).toEqual([1, 4])
    expect(at('two', { Q1: 1 })).toEqual([2, 4])
    expect(at('three', { Q1: 1, Q2: 2 })).toEqual([3, 3])
    expect(at('three', { Q1: 2 })).toEqual([2, 2])
    expect(at('four', { Q1: 1, Q2: 1, Q3: 1 })).toEqual([4, 4])
  })

  test('knows that a question which is ruled out rules out what hangs on it', () => {
    const chain = small([
      page('one', [one('Q1')]),
      page('two', [one('Q2')]),
      page('three', [{ ...one('Q3'), when }]),
      page('four', [{ ...one('Q4'), when: { q: 'Q3', in: [1] } }]),
    ])
    expect(pageView(chain, 'two', { Q1: 2 }, given())).toMatchObject({ at: 2, of: 2 })
    expect(pageView(chain, 'two', { Q1: 1 }, given())).toMatchObject({ at: 2, of: 4 })
  })
})
