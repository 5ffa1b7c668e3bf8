import { describe, expect, test } from 'vitest'
import { editorMessages } from '../../../messages/generated/studies/editor.ts'
import { type Condition, languages } from '../../../schema/questionnaire.ts'
import { applyEdit } from '../../../src/survey/editor/apply.ts'
import { joinConditions, partFrom, partsOf } from '../../../src/survey/editor/conditions/parts.ts'
import { conditionWords } from '../../../src/survey/editor/conditions/words.ts'
import type { IsConfirmed } from '../../../src/survey/editor/confirmed.ts'
import type { QuestionnaireDocument } from '../../../src/survey/editor/document.ts'
import type { Edit } from '../../../src/survey/editor/edit.ts'
import { faultWords } from '../../../src/survey/editor/fault-words.ts'
import { conflicts } from '../../../src/survey/editor/form/conflicts.ts'
import { readEdits } from '../../../src/survey/editor/form/fields.ts'
import { statesOf } from '../../../src/survey/editor/translation-state.ts'
import { ask, option, page, row, small, text } from '../questionnaire/small.ts'
import { checkerMessages } from './checker-messages.ts'

const is = (...codes: number[]): Condition => ({ q: 'Q1', in: codes })
const document = small([
  page('one', [ask('Q1', 'single', { options: [option(1), option(2)] }), ask('Q2', 'number', { min: 0, max: 9 })]),
  page('two', [ask('Q3', 'text', { maxLength: 9, when: is(1) }), ask('Q4', 'note', {})], {
    ends: [{ when: is(2), as: 'screened_out' }],
  }),
])

describe('a form', () => {
  test.each<[what: string, posted: Record<string, string | string[]>, edits: object[]]>([
    ['that changes nothing', { 't/questions/Q3/text/en': ' Q3\r\n', 's/questions/Q2/max': '9' }, []],
    [
      'changes a text',
      { 't/questions/Q3/text/en': 'Why?' },
      [{ edit: 'text', at: 'questions/Q3/text', language: 'en', text: 'Why?' }],
    ],
    ['changes a limit', { 's/questions/Q2/max': '12' }, [{ edit: 'set', at: 'questions/Q2', key: 'max', value: 12 }]],
    [
      'ticks a box',
      { boxes: ['questions/Q2/optional'], 's/questions/Q2/optional': '1' },
      [{ edit: 'set', at: 'questions/Q2', key: 'optional', value: true }],
    ],
    ['leaves a box as it was', { boxes: ['questions/Q2/optional'] }, []],
    [
      'adds an option',
      { 'n/questions/Q1/options/zh-Hans': ' 三 ', 'n/questions/Q1/options/en': '' },
      [{ edit: 'add_item', list: 'questions/Q1/options', label: { 'zh-Hans': '三' } }],
    ],
    [
      'adds a part to a condition by its own button',
      { 'c.at': 'questions/Q3', 'c.q': 'Q2', 'c.how': 'between', 'c.min': '3', 'c.join': 'any', do: 'part' },
      [{ edit: 'condition', at: 'questions/Q3', when: { any: [is(1), { q: 'Q2', min: 3 }] } }],
    ],
    [
      'adds a fact together with a part that is there, either of which is enough',
      { 'c.at': 'questions/Q3', 'c.q': 'fact:winter', 'c.how': 'holds_not', 'c.to': '0', 'c.join': 'all', do: 'part' },
      [{ edit: 'condition', at: 'questions/Q3', when: { all: [{ any: [is(1), { not: { fact: 'winter' } }] }] } }],
    ],
    [
      'leaves what is picked in lists as it was',
      { 'k/questions/Q1/carry': '', place: 'Q1', 'kn/questions/Q1/share': 'x' },
      [],
    ],
    [
      'that is saved with a part half picked',
      { 'c.at': 'questions/Q3', 'c.q': 'Q2', 'c.how': 'answered', do: 'save' },
      [],
    ],
    [
      'takes the only part of a condition away',
      { 'c.at': 'questions/Q3', do: 'drop questions/Q3 0' },
      [{ edit: 'condition', at: 'questions/Q3', when: null }],
    ],
    [
      'adds an early end',
      {
        'c.at': 'pages/one/ends/new',
        'c.q': 'Q1',
        'c.how': 'is',
        'c.code': ['2', '1'],
        'c.as': 'under_age',
        do: 'part',
      },
      [{ edit: 'add_end', page: 'one', when: is(1, 2), as: 'under_age' }],
    ],
    [
      'moves a question over the edge of its page',
      { do: 'down questions/Q2' },
      [{ edit: 'move', at: 'questions/Q2', before: 'Q3', page: 'two' }],
    ],
    [
      'moves an option up',
      { do: 'up questions/Q1/options/2' },
      [{ edit: 'move', at: 'questions/Q1/options/2', before: '1' }],
    ],
    [
      'adds a question, an option on each line',
      {
        add: 'question',
        'add.page': 'two',
        'add.type': 'multi',
        'add.language': 'en',
        'add.text': 'Which?',
        'add.options': 'One\r\n\r\n Two',
      },
      [
        {
          edit: 'add_question',
          page: 'two',
          before: null,
          question: { type: 'multi', text: { en: 'Which?' }, options: [{ en: 'One' }, { en: 'Two' }], rows: [] },
        },
      ],
    ],
    ['that somebody made up', { 't/': 'x', 's/x/constructor': '1', 'n/x/zxx': 'x', do: 'up nothing', add: 'all' }, []],
  ])('%s', (_, posted, edits) => {
    const listed = Object.entries(posted).map(([name, value]) => [name, [value].flat()])
    const made = readEdits(Object.fromEntries(listed), document).filter(
      ({ edit }) => edit !== 'move' || edits.length > 0,
    )
    expect(made).toEqual(edits)
  })

  test('clashes only with what was changed at the same place', () => {
    const now = small(document.pages.map((one, n) => (n === 0 ? { ...one, title: text('first') } : one)))
    const at = 'pages/one/title'
    const edits = [
      { edit: 'text', at, language: 'en', text: 'mine' },
      { edit: 'text', at: 'pages/two/title', language: 'en', text: 'mine' },
      { edit: 'remove', at: 'pages/one' },
      { edit: 'add_item', list: 'questions/Q1/options', label: { en: 'x' } },
    ] as const
    expect(conflicts(edits, document, now)).toEqual([edits[0], edits[2]])
  })

  test.each<[what: string, mine: Edit, theirs: Edit[]]>([
    [
      'where the scale of a matrix comes from',
      { edit: 'share', at: 'questions/Q5', set: 'worse' },
      [{ edit: 'share', at: 'questions/Q5', set: 'better' }],
    ],
    [
      'a shared list of one name',
      { edit: 'add_set', at: 'questions/Q1', set: 'ours' },
      [{ edit: 'add_set', at: 'questions/Q6', set: 'ours' }],
    ],
    [
      'rows, and from where rows are carried',
      { edit: 'carry', at: 'questions/Q5', from: 'Q1' },
      [{ edit: 'add_item', list: 'questions/Q5/rows', label: { en: 'x' } }],
    ],
    ['the page of the reward', { edit: 'lease', page: 'two' }, [{ edit: 'lease', page: 'three' }]],
    [
      'the order of wordings',
      { edit: 'move', at: 'questions/Q6/text/0', before: '2' },
      [{ edit: 'remove', at: 'questions/Q6/text/0' }],
    ],
    [
      'for whom the wording in a place is',
      { edit: 'condition', at: 'questions/Q6/text/0', when: is(1) },
      [{ edit: 'move', at: 'questions/Q6/text/1', before: '0' }],
    ],
  ])('clashes where two change %s', (_, mine, theirs) => {
    const shown = small(
      [
        ...document.pages,
        page('three', [
          ask('Q5', 'matrix', { rows: [row(1)], scale: [option(1), option(2)] }),
          ask('Q6', 'single', {
            options: [option(3)],
            text: [{ text: text('one') }, { text: text('two') }, { text: text('three') }],
          }),
        ]),
      ],
      { sets: { better: [option(1)], worse: [option(2)] } },
    )
    const now = theirs.reduce<QuestionnaireDocument>((before, edit) => {
      const done = applyEdit(before, edit)
      if ('fault' in done) throw new Error(done.fault)
      return done.document
    }, shown)
    expect(conflicts([mine], shown, shown)).toEqual([])
    expect(conflicts([mine], shown, now)).toEqual([mine])
  })
})

describe('a condition', () => {
  test.each<[Condition | undefined]>([
    [undefined],
    [is(1)],
    [{ all: [is(1), is(2)] }],
    [{ any: [is(1), { all: [is(2)] }] }],
    [{ all: [{ any: [is(1)] }] }],
  ])('%j is the same once it was taken apart and put together', (condition) => {
    expect(joinConditions(partsOf(condition))).toEqual(condition ?? null)
  })

  test.each([
    ['is', { q: 'Q1', in: [1, 2] }],
    ['is_not', { not: { q: 'Q1', in: [1, 2] } }],
    ['only', { q: 'Q1', only: [1, 2] }],
    ['between', { q: 'Q1', min: 3 }],
    ['answered', { q: 'Q1', answered: true }],
    ['not_answered', { not: { q: 'Q1', answered: true } }],
  ] as const)('is picked: %s', (how, condition) => {
    expect(partFrom({ q: 'Q1', how, codes: [2, 1, 2], min: 3, max: null })).toEqual(condition)
  })

  test('without anything picked is none', () => {
    const nothing = { q: 'Q1', codes: [], min: null, max: null }
    expect([partFrom({ ...nothing, how: 'is' }), partFrom({ ...nothing, how: 'between' })]).toEqual([null, null])
  })

  test.each([
    [is(1), '‘Q1’ is ‘option 1’'],
    [
      { all: [{ not: is(2) }, { any: [{ q: 'Q2', min: 1, max: 3 }, { fact: 'winter' }] }] },
      '‘Q1’ is not ‘option 2’ and (‘Q2’ is between 1 and 3 or “winter” is true of this person)',
    ],
  ] as const)('%j is said in words', (condition, words) => {
    expect(conditionWords(document, condition as Condition, 'en')).toBe(words)
  })
})

test.each([
  [
    'nothing changed',
    { en: 'a', 'zh-Hans': 'b' },
    { en: 'a', 'zh-Hans': 'b' },
    { en: 'said', 'zh-Hans': 'said', 'zh-Hant': 'missing' },
  ],
  [
    'one was changed',
    { en: 'new', 'zh-Hans': 'b' },
    { en: 'a', 'zh-Hans': 'b' },
    { en: 'said', 'zh-Hans': 'old', 'zh-Hant': 'missing' },
  ],
  ['one was added', { en: 'a', 'zh-Hant': 'c' }, { en: 'a' }, { en: 'said', 'zh-Hans': 'missing', 'zh-Hant': 'said' }],
  [
    'all were changed',
    { en: 'x', 'zh-Hans': 'y', 'zh-Hant': 'z' },
    { en: 'a', 'zh-Hans': 'b' },
    { en: 'said', 'zh-Hans': 'said', 'zh-Hant': 'said' },
  ],
  ['it is new', { en: 'x', 'zh-Hans': '' }, null, { en: 'said', 'zh-Hans': 'missing', 'zh-Hant': 'missing' }],
] as const)('which languages of a text are to be looked at when %s', (_, words, before, states) => {
  expect(statesOf('title', words, before)).toMatchObject(states)
})

test('a translation that was found right is looked at again only when a language says something else', () => {
  const isConfirmed: IsConfirmed = ({ at, language }, { en }) =>
    at === 'title' && language === 'zh-Hans' && en === 'new'
  const before = { en: 'a', 'zh-Hans': 'b', 'zh-Hant': 'c' }
  const states = (en: string) => statesOf('title', { ...before, en }, before, isConfirmed)
  expect([states('new'), states('newer')]).toMatchObject([
    { en: 'said', 'zh-Hans': 'confirmed', 'zh-Hant': 'old' },
    { en: 'said', 'zh-Hans': 'old', 'zh-Hant': 'old' },
  ])
})

test('whatever the checker says has words in every language', () => {
  const messages = checkerMessages('src/survey/questionnaire')
  expect(messages.length).toBeGreaterThan(30)
  for (const language of languages) {
    const { wrong } = editorMessages(language)
    const unknown = messages.filter(
      (message) => faultWords({ path: 'title.zh-Hant', message }, language) === wrong.other({ text: message }),
    )
    expect(unknown).toEqual([])
  }
})
