/** Each thing that makes data no questionnaire, one by one, with the path at which it is refused. */
import { describe, expect, test } from 'vitest'
import type { Question } from '../../../../schema/questionnaire.ts'
import { studyAbroad } from '../../../../schema/study-abroad/index.ts'
import { checkQuestionnaire } from '../../../../src/survey/questionnaire/checks/check.ts'
import { alike, ask, option, page, row, text } from '../small.ts'
import { errorsAfter, sound } from './sound.ts'

type Case = [name: string, path: string, value: unknown, error: string]
const cases = (...all: Case[]) => all

test('a sound questionnaire comes back as it went in', () => {
  const checked = checkQuestionnaire(structuredClone(sound))
  expect(checked).toEqual({ ok: true, questionnaire: sound })
})

test('what is no questionnaire at all is refused', () => {
  for (const data of [null, undefined, 'text', [], {}]) expect(checkQuestionnaire(data).ok).toBe(false)
})

describe('the shape', () => {
  test.each(
    cases(
      [
        'a missing translation of a title',
        'pages[1].title.zh-Hant',
        undefined,
        'pages[1].title.zh-Hant: missing translation',
      ],
      ['an empty one', 'title.en', '', 'title.en: missing translation'],
      [
        'a missing translation of a wording',
        'pages[0].questions[0].text.zh-Hans',
        undefined,
        'pages[0].questions[0].text.zh-Hans: missing translation',
      ],
      [
        'a missing translation of one of several wordings',
        'pages[0].questions[0].text',
        [{ text: { ...text('a'), 'zh-Hant': undefined } }],
        'pages[0].questions[0].text[0].text.zh-Hant: missing translation',
      ],
      [
        'a missing translation of an option',
        'pages[0].questions[0].options[1].label.en',
        undefined,
        'pages[0].questions[0].options[1].label.en: missing translation',
      ],
      [
        'a missing translation in a set',
        'sets.scale[0].label.zh-Hant',
        undefined,
        'sets.scale[0].label.zh-Hant: missing translation',
      ],
      [
        'a blank translation',
        'pages[0].consents[0].text.zh-Hant',
        '  ',
        'pages[0].consents[0].text.zh-Hant: missing translation',
      ],
      ['a word that the schema does not know', 'pages[0].colour', 'red', 'pages[0].colour: this is not known here'],
    ),
  )('%s is refused', (_, path, value, error) => {
    expect(errorsAfter(path, value)).toEqual([error])
  })

  test.each([
    ['a question of a type that there is not', 'pages[0].questions[0].type', 'slider', 'pages[0].questions[0].type'],
    ['a code that could not name a column', 'pages[0].questions[0].code', 'q 1', 'pages[0].questions[0].code'],
    ['a condition with an empty list', 'pages[0].ends[0].when.in', [], 'pages[0].ends[0].when.in'],
    ['a page without questions', 'pages[1].questions', [], 'pages[1].questions'],
  ])('%s is refused', (_, path, value, at) => {
    const errors = errorsAfter(path, value)
    expect(errors).toHaveLength(1)
    expect(errors[0]?.startsWith(`${at}: `)).toBe(true)
  })

  test('a lone surrogate is refused', () => {
    expect(errorsAfter('title.en', 'a\ud800')).toEqual(['title.en: not well-formed text'])
  })
})

describe('an option coded -1', () => {
  const coded = [option(1), option(-1)]
  test.each<[what: string, question: Question, isRefused: boolean]>([
    ['of a question that has to be answered stands', ask('Q9', 'single', { options: coded }), false],
    ['of one that may stay blank is refused', ask('Q9', 'single', { options: coded, optional: true }), true],
    [
      'of several picks stands, which are blank without any',
      ask('Q9', 'multi', { options: coded, optional: true }),
      false,
    ],
    ['of a ranking is refused, whose places may stay empty', ask('Q9', 'rank', { options: coded, max: 2 }), true],
  ])('%s', (_, question, isRefused) => {
    const base = structuredClone(sound)
    base.pages[1]?.questions.push(question)
    const error = 'pages[1].questions[3].options[1].code: -1 says that nothing was answered'
    expect(errorsAfter('title', text('t'), base)).toEqual(isRefused ? [error] : [])
  })
})

describe('what no form can be answered with', () => {
  const coded = [option(1), option(1_000_000_000)]
  const long = [option(1), option(-1_000_000_001)]
  const digits = (at: string) => `${at} is beyond what can be answered`
  test.each<[what: string, question: Question, error: string | null]>([
    ['a code of a thousand million stands', ask('Q9', 'single', { options: coded }), null],
    [
      'a code of more is refused',
      ask('Q9', 'multi', { options: long }),
      digits('pages[1].questions[3].options[1].code: -1000000001'),
    ],
    [
      'so is one of a row',
      ask('Q9', 'matrix', { rows: [{ code: 1_000_000_001, label: text('r') }], scale: coded }),
      digits('pages[1].questions[3].rows[0].code: 1000000001'),
    ],
    ['numbers of as many stand', ask('Q9', 'number', { min: -1_000_000_000, max: 1_000_000_000 }), null],
    [
      'a largest number of more is refused',
      ask('Q9', 'number', { min: 0, max: 1_000_000_001 }),
      digits('pages[1].questions[3].max: 1000000001'),
    ],
    ['as many places as options stand', ask('Q9', 'rank', { options: coded, max: 2 }), null],
    [
      'a ranking of more places is refused',
      ask('Q9', 'rank', { options: coded, max: 3 }),
      'pages[1].questions[3].max: 2 options are fewer than the places',
    ],
  ])('%s', (_, question, error) => {
    const base = structuredClone(sound)
    base.pages[1]?.questions.push(question)
    expect(errorsAfter('title', text('t'), base)).toEqual(error === null ? [] : [error])
  })
})

describe('duplicate codes', () => {
  test.each(
    cases(
      ['pages', 'pages[1].code', 'first', 'pages[1].code: duplicate page first'],
      [
        'options of a question',
        'pages[0].questions[0].options[1].code',
        1,
        'pages[0].questions[0].options[1].code: duplicate option 1',
      ],
      ['options of a set', 'sets.scale[1].code', 1, 'sets.scale[1].code: duplicate option 1'],
      [
        'entries of a list',
        'lists.countries[1]',
        { code: 'AA', label: text('B') },
        'lists.countries[1].code: duplicate entry AA',
      ],
      ['names', 'pages[1].questions[0].name', 'q1', 'pages[1].questions[0].name: duplicate name q1'],
      ['facts', 'facts[2]', 'flag', 'facts[2]: duplicate fact flag'],
      ['a consent and a question', 'pages[0].consents[0].code', 'Q1', 'pages[0].consents[0].code: duplicate code Q1'],
      [
        'two consents',
        'pages[0].consents[1]',
        { code: 'C1', text: text('again') },
        'pages[0].consents[1].code: duplicate code C1',
      ],
      [
        'an attention row and a question',
        'pages[2].questions[2].attention.code',
        'Q1',
        'pages[2].questions[2].attention.code: duplicate code Q1',
      ],
    ),
  )('%s with one code are refused', (_, path, value, error) => {
    expect(errorsAfter(path, value)).toEqual([error])
  })

  test('two questions with one code are refused', () => {
    expect(errorsAfter('pages[1].questions[2].code', 'Q3')).toContain('pages[1].questions[2].code: duplicate code Q3')
  })

  test('two rows with one code are refused', () => {
    expect(errorsAfter('pages[2].questions[2].rows[1].code', 1)).toEqual([
      'pages[2].questions[2].rows[1].code: duplicate row 1',
    ])
  })
})

describe('labels and placeholders', () => {
  const long = '長'.repeat(41)

  test('a label over 120 UTF-8 bytes needs a short form', () => {
    const path = 'pages[0].questions[0].options[1]'
    const label = { ...text('x'), 'zh-Hant': long }
    expect(errorsAfter(path, option(2, { label }))).toEqual([
      `${path}.label.zh-Hant: the label is over 120 bytes and has no short form`,
    ])
    expect(errorsAfter(path, option(2, { label, short: text('x') }))).toEqual([])
    expect(errorsAfter(path, option(2, { label: { ...label, 'zh-Hant': long.slice(0, 40) } }))).toEqual([])
    expect(errorsAfter(path, option(2, { label, short: text('長'.repeat(39)) }))).toEqual([])
    expect(errorsAfter(path, option(2, { label, short: label }))).toEqual([
      `${path}.short.zh-Hant: the short form is over 120 bytes`,
    ])
  })

  test.each([
    ['a row', 'pages[2].questions[2].rows[0].label.zh-Hans'],
    ['the attention row', 'pages[2].questions[2].attention.label.zh-Hans'],
    ['an option of a set', 'sets.scale[0].label.zh-Hans'],
    ['an entry of a list', 'lists.countries[0].label.zh-Hans'],
  ])('so does that of %s', (_, path) => {
    expect(errorsAfter(path, long)).toContain(`${path}: the label is over 120 bytes and has no short form`)
  })

  test('a placeholder is a fact, or a question on an earlier page', () => {
    const at = 'pages[1].questions[0].text'
    expect(errorsAfter(at, alike('{name} and {Q1}'))).toEqual([])
    expect(errorsAfter(at, alike('{nobody}'))[0]).toBe(`${at}.en: {nobody} is not a fact or a question`)
    expect(errorsAfter(at, alike('{Q3}'))[0]).toBe(`${at}.en: {Q3} is not on an earlier page`)
    expect(errorsAfter(at, alike('{target}'))[0]).toBe(`${at}.en: {target} is not a fact or a question`)
    expect(errorsAfter('sets.scale[0].label', alike('{Q5}'))[0]).toBe(
      'sets.scale[0].label.en: {Q5} is not on an earlier page',
    )
  })

  test('a placeholder that one language forgot is refused there', () => {
    expect(errorsAfter('pages[1].title', { ...alike('{name}'), 'zh-Hant': 'name' })).toEqual([
      'pages[1].title.zh-Hant: {name} stands in another language and not here',
    ])
  })
})

describe('references', () => {
  const q = 'pages[1].questions[1]'
  test.each(
    cases(
      ['a question that there is not', `${q}.when`, { q: 'Q99', in: [1] }, `${q}.when.q: Q99 is not a question`],
      ['a question of the same page', `${q}.when`, { q: 'Q2', in: [1] }, `${q}.when.q: Q2 is not on an earlier page`],
      [
        'a question of a later page',
        `${q}.when`,
        { not: { q: 'Q5', in: [1] } },
        `${q}.when.not.q: Q5 is not on an earlier page`,
      ],
      [
        'a code that the question has not',
        `${q}.when`,
        { q: 'Q1', in: [1, 7] },
        `${q}.when.in[1]: 7 is not an answer of Q1`,
      ],
      [
        'such a code deeper down',
        `${q}.when`,
        { any: [{ all: [{ q: 'Q1', only: [8] }] }] },
        `${q}.when.any[0].all[0].only[0]: 8 is not an answer of Q1`,
      ],
      ['a fact that there is not', `${q}.when`, { fact: 'moon' }, `${q}.when.fact: moon is not a fact`],
      [
        'a range without limits',
        `${q}.when`,
        { q: 'Q1' },
        `${q}.when: a range needs min or max; to ask whether there is an answer, say answered`,
      ],
      [
        'a page condition that comes too early',
        'pages[1].when',
        { q: 'Q3', min: 2020 },
        'pages[1].when.q: Q3 is not on an earlier page',
      ],
      [
        'an option condition',
        'pages[0].questions[0].options[1].when',
        { q: 'Q1', in: [1] },
        'pages[0].questions[0].options[1].when.q: Q1 is not on an earlier page',
      ],
      [
        'a condition inside a set',
        'sets.scale[1].when',
        { q: 'Q5', in: [1] },
        'sets.scale[1].when.q: Q5 is not on an earlier page',
      ],
      [
        'a row condition',
        'pages[2].questions[2].rows[0].when',
        { q: 'Q8', min: 3 },
        'pages[2].questions[2].rows[0].when.q: Q8 is not on an earlier page',
      ],
      ['a range over several picks', 'pages[2].when', { q: 'Q2', min: 1 }, 'pages[2].when: Q2 is not one number'],
      [
        'a code of an open text',
        'pages[2].when',
        { q: 'Q4', in: [1] },
        'pages[2].when: of Q4 one can only ask whether it was answered',
      ],
      [
        'a year outside its range',
        'pages[2].when',
        { q: 'Q3', in: [1999] },
        'pages[2].when.in[0]: 1999 is not an answer of Q3',
      ],
      [
        'an end of a later page',
        'pages[0].ends[0].when',
        { q: 'Q3', max: 2011 },
        'pages[0].ends[0].when.q: Q3 is not on an earlier page',
      ],
      [
        'a consent of a later page',
        'pages[0].consents[0].when',
        { q: 'Q2', in: [1] },
        'pages[0].consents[0].when.q: Q2 is not on an earlier page',
      ],
      [
        'a carry from nowhere',
        'pages[2].questions[0].carry.from',
        'Q99',
        'pages[2].questions[0].carry.from: Q99 is not a question',
      ],
      [
        'a carry from the same page',
        'pages[2].questions[1].carry.from',
        'Q5',
        'pages[2].questions[1].carry.from: Q5 is not on an earlier page',
      ],
      [
        'a carry from a year',
        'pages[2].questions[0].carry.from',
        'Q3',
        'pages[2].questions[0].carry.from: Q3 has no picks to carry',
      ],
      [
        'a row that cannot be carried',
        'pages[2].questions[1].rows[2]',
        row(5),
        'pages[2].questions[1].rows[2].code: Q2 has no option 5',
      ],
      [
        'a pick that has no row',
        'pages[2].questions[1].rows',
        [row(1)],
        'pages[2].questions[1].rows: option 2 of Q2 has no row',
      ],
      [
        'a without from nowhere',
        'pages[2].questions[0].without.q',
        'Q99',
        'pages[2].questions[0].without.q: Q99 is not a question',
      ],
      [
        'a without of several picks',
        'pages[2].questions[0].without.q',
        'Q2',
        'pages[2].questions[0].without.q: Q2 does not have a single pick',
      ],
      [
        'a without code that the other has not',
        'pages[2].questions[0].without.codes',
        [98],
        'pages[2].questions[0].without.codes[0]: Q1 has no option 98',
      ],
      [
        'a without code that it has not itself',
        'pages[2].questions[0].without.codes',
        [3],
        'pages[2].questions[0].without.codes[0]: Q5 has no option 3',
      ],
      [
        'a set that there is not',
        'pages[2].questions[1].scale.set',
        'moods',
        'pages[2].questions[1].scale.set: moods is not a set',
      ],
      [
        'a list that there is not',
        'pages[0].questions[0].options[0].detail',
        { list: 'towns' },
        'pages[0].questions[0].options[0].detail.list: towns is not a list',
      ],
      [
        'a list that a set names',
        'sets.scale[0].detail',
        { list: 'towns' },
        'sets.scale[0].detail.list: towns is not a list',
      ],
      [
        'an attention target off the scale',
        'pages[2].questions[2].attention.targets',
        [1, 5],
        'pages[2].questions[2].attention.targets[1]: the scale has no option 5',
      ],
      [
        'a last wording with a condition',
        'pages[1].questions[0].text',
        [{ when: { fact: 'flag' }, text: text('a') }],
        'pages[1].questions[0].text[0].when: the last wording must always fit',
      ],
      ['a minimum over the maximum', 'pages[1].questions[1].min', 2031, 'pages[1].questions[1].min: min is over max'],
    ),
  )('%s is refused', (_, path, value, error) => {
    expect(errorsAfter(path, value)).toEqual([error])
  })

  test('a blank answer can be named where the question is optional', () => {
    expect(errorsAfter('pages[2].questions[2].when', { not: { q: 'Q4', answered: true } })).toEqual([])
  })

  test('the end of a page and its consents may look at the page itself', () => {
    expect(errorsAfter('pages[0].consents[0].when', { q: 'Q1', in: [1] })).toEqual([])
  })

  test('two options of a question that both ask for more are refused', () => {
    const options = [option(1, { detail: 'text' }), option(2), option(3, { detail: 'text' })]
    expect(errorsAfter('pages[0].questions[0].options', options)).toEqual([
      'pages[0].questions[0]: option 3 is the second that asks for more',
    ])
  })
})

describe('the lease and the place', () => {
  test('no page that takes the lease is refused, and so is a second', () => {
    expect(errorsAfter('pages[0].lease')).toEqual(['pages: no page takes the lease'])
    expect(errorsAfter('pages[1].lease', true)).toEqual(['pages[1].lease: an earlier page takes the lease already'])
  })

  test('a questionnaire may ask for no place', () => {
    expect(errorsAfter('place')).toEqual([])
  })

  test('the place must be known to everyone when the lease is taken', () => {
    expect(errorsAfter('place', 'Q99')).toEqual(['place: Q99 is not a question'])
    expect(errorsAfter('place', 'Q5')).toEqual(['place: Q5 comes after the lease page'])
    expect(errorsAfter('place', 'Q2')).toEqual(['place: Q2 has no single pick'])
    expect(errorsAfter('pages[0].when', { fact: 'flag' })).toEqual(['place: Q1 is not asked of everyone'])
  })
})

describe('routes', () => {
  test('a question whose conditions exclude each other is refused', () => {
    expect(
      errorsAfter('pages[1].questions[1].when', {
        all: [
          { q: 'Q1', in: [1] },
          { q: 'Q1', in: [2] },
        ],
      }),
    ).toContain('pages[1].questions[1]: no route reaches Q3')
  })

  test('a question for people who have left early is refused', () => {
    expect(errorsAfter('pages[2].questions[2].when', { q: 'Q1', in: [3] })).toEqual([
      'pages[2].questions[2]: no route reaches Q7',
    ])
    expect(errorsAfter('pages[0].ends', undefined)).toEqual([])
  })

  test('a question that hangs on one that is out of reach is refused with it', () => {
    const errors = errorsAfter('pages[1].when', { q: 'Q1', in: [3] })
    expect(errors.slice(0, 3)).toEqual([
      'pages[1].questions[0]: no route reaches Q2',
      'pages[1].questions[1]: no route reaches Q3',
      'pages[1].questions[2]: no route reaches Q4',
    ])
    expect(errors).toContain('pages[2].questions[1]: no route reaches Q6')
    expect(errors).toContain('pages[2].questions[3]: no route reaches Q8')
  })

  test('a fact that would have to be true and false is seen across pages', () => {
    const base = structuredClone(sound)
    const [, second] = base.pages
    if (second) second.when = { fact: 'flag' }
    const when = { all: [{ not: { fact: 'flag' } }, { q: 'Q3', answered: true }] }
    expect(errorsAfter('pages[2].questions[2].when', when, base)).toEqual([
      'pages[2].questions[2]: no route reaches Q7',
    ])
  })

  test('a number is told apart exactly where conditions turn', () => {
    const at = 'pages[2].questions[2].when'
    const between = (min: number, max: number) => ({
      all: [
        { q: 'Q3', min },
        { q: 'Q3', max },
      ],
    })
    expect(errorsAfter(at, between(2015, 2015))).toEqual([])
    expect(errorsAfter(at, between(2016, 2015))).toEqual(['pages[2].questions[2]: no route reaches Q7'])
    expect(errorsAfter(at, { q: 'Q3', min: 2031 })).toEqual(['pages[2].questions[2]: no route reaches Q7'])
    expect(errorsAfter(at, { all: [{ q: 'Q3', min: 2025 }, { not: { q: 'Q3', in: [2025, 2030] } }] })).toEqual([])
  })

  test('picks that exclude each other cannot be had together', () => {
    const at = 'pages[2].questions[2].when'
    expect(
      errorsAfter(at, {
        all: [
          { q: 'Q2', in: [1] },
          { q: 'Q2', in: [2] },
        ],
      }),
    ).toEqual([])
    expect(
      errorsAfter(at, {
        all: [
          { q: 'Q2', in: [1] },
          { q: 'Q2', in: [0] },
        ],
      }),
    ).toEqual(['pages[2].questions[2]: no route reaches Q7'])
  })

  test('more picks than a multi allows cannot be had, nor fewer than it asks for', () => {
    const both = {
      all: [
        { q: 'Q2', in: [1] },
        { q: 'Q2', in: [2] },
      ],
    }
    const base = (limit: { min?: number; max?: number }) => {
      const made = structuredClone(sound)
      Object.assign(made.pages[1]?.questions[0] ?? {}, limit)
      return made
    }
    const at = 'pages[2].questions[2].when'
    const unreached = ['pages[2].questions[2]: no route reaches Q7']
    expect(errorsAfter(at, both, base({ max: 2 }))).toEqual([])
    expect(errorsAfter(at, both, base({ max: 1 }))).toEqual(unreached)
    expect(errorsAfter(at, { q: 'Q2', only: [1] }, base({}))).toEqual([])
    expect(errorsAfter(at, { q: 'Q2', only: [1] }, base({ min: 2 }))).toEqual(unreached)
  })

  test('what is carried is only what was picked', () => {
    const base = structuredClone(sound)
    base.pages.push(page('fourth', [ask('Q9', 'text', { maxLength: 9 })]))
    const at = 'pages[3].questions[0].when'
    expect(
      errorsAfter(
        at,
        {
          all: [
            { q: 'Q5', in: [2] },
            { q: 'Q2', in: [2] },
          ],
        },
        base,
      ),
    ).toEqual([])
    expect(errorsAfter(at, { all: [{ q: 'Q5', in: [2] }, { not: { q: 'Q2', in: [2] } }] }, base)).toEqual([
      'pages[3].questions[0]: no route reaches Q9',
    ])
    expect(
      errorsAfter(
        at,
        {
          all: [
            { q: 'Q5', in: [98] },
            { q: 'Q2', in: [9] },
          ],
        },
        base,
      ),
    ).toEqual([])
    expect(
      errorsAfter(
        at,
        {
          all: [
            { q: 'Q5', in: [1] },
            { q: 'Q1', in: [1] },
          ],
        },
        base,
      ),
    ).toEqual(['pages[3].questions[0]: no route reaches Q9'])
  })

  test('an option or row that nobody can be offered is refused', () => {
    expect(errorsAfter('pages[1].questions[0].options[0].when', { q: 'Q1', in: [3] })).toContain(
      'pages[1].questions[0].options[0]: no route offers option 1 of Q2',
    )
    expect(errorsAfter('pages[2].questions[0].options[2]', option(7))).toEqual([
      'pages[2].questions[0].options[2]: no route offers option 7 of Q5',
    ])
    expect(errorsAfter('pages[2].questions[2].rows[1].when', { q: 'Q1', in: [3] })).toEqual([
      'pages[2].questions[2].rows[1]: no route shows row 2 of Q7',
    ])
  })

  test('in the study-abroad questionnaire a closed way is found', () => {
    // Nobody who lives in the mainland studies away in the mainland.
    const when = {
      all: [
        { q: 'Q03', in: [1] },
        { q: 'Q07', in: [1] },
      ],
    }
    expect(errorsAfter('pages[8].questions[2].when', when, studyAbroad)).toEqual([
      'pages[8].questions[2]: no route reaches Q22',
    ])
  })
})
