import { describe, expect, test } from 'vitest'
import { type Language, languages, type Text } from '../../../schema/questionnaire.ts'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { faultsOfDraft } from '../../../src/survey/drafts/faults.ts'
import { applyEdit } from '../../../src/survey/editor/apply.ts'
import { addressOfFault, type QuestionnaireDocument, stepsTo } from '../../../src/survey/editor/document.ts'
import type { Edit } from '../../../src/survey/editor/edit.ts'
import { checkQuestionnaire } from '../../../src/survey/questionnaire/checks/check.ts'
import { valueAt } from '../../../src/survey/questionnaire/checks/shape.ts'
import { ask, option, page, row, small, text } from '../questionnaire/small.ts'

const yes = { q: 'Q01', in: [1] }
const document: QuestionnaireDocument = small(
  [
    page('start', [
      ask('Q01', 'single', { options: [option(1), option(2), option(3), option(99, { last: true })] }),
      ask('Q02', 'scale', { options: { set: 'likes' } }),
    ]),
    page(
      'more',
      [
        ask('Q03', 'number', { min: 0, max: 9, when: yes, hint: text('hint') }),
        ask('Q04', 'matrix', { rows: [row(1), row(2)], scale: [option(1), option(2)] }),
        ask('Q05', 'multi', { options: [option(1), option(2)], carry: { from: 'Q01' }, text: text('after {Q02}') }),
      ],
      { consents: [{ code: 'C0a', text: text('I agree') }] },
    ),
    page('end', [ask('Q06', 'text', { maxLength: 10 })], { when: { all: [yes, { q: 'Q02', only: [2] }] } }),
  ],
  {
    place: 'Q01',
    sets: { likes: [option(1), option(2)] },
    rates: { CNYMOP: { rate: '1.1', on: '2026-01-01' } },
  },
)

/** What stands at an address after an edit; the fault when it was refused. */
function after(edit: Edit, at: string, before: QuestionnaireDocument[] = []) {
  const done = applyEdit(document, edit, before)
  if ('fault' in done) return done
  const steps = stepsTo(done.document, at)
  return steps && valueAt(done.document, steps)
}
const without = (language: Language, words: Text) => {
  const { [language]: _, ...others } = words
  return others
}
const codes = (value: unknown) => (value as { code: string | number }[]).map(({ code }) => code)

describe('an edit', () => {
  test.each<[what: string, edit: Edit, at: string, is: unknown]>([
    [
      'a text in one language',
      { edit: 'text', at: 'questions/Q03/hint', language: 'en', text: 'How many?' },
      'questions/Q03/hint',
      { ...text('hint'), en: 'How many?' },
    ],
    [
      'the title of all',
      { edit: 'text', at: 'title', language: 'zh-Hant', text: '題' },
      'title',
      { ...text('Small'), 'zh-Hant': '題' },
    ],
    [
      'a text taken out of one language',
      { edit: 'text', at: 'sets/likes/2/label', language: 'en', text: ' ' },
      'sets/likes/2/label',
      without('en', text('option 2')),
    ],
    [
      'a text that was not there',
      { edit: 'text', at: 'questions/Q06/hint', language: 'en', text: 'Short.' },
      'questions/Q06/hint',
      { en: 'Short.' },
    ],
    ['a limit', { edit: 'set', at: 'questions/Q03', key: 'max', value: 20 }, 'questions/Q03/max', 20],
    ['a flag', { edit: 'set', at: 'questions/Q03', key: 'optional', value: true }, 'questions/Q03/optional', true],
    [
      'an option that asks for more',
      { edit: 'set', at: 'questions/Q01/options/3', key: 'detail', value: 'text' },
      'questions/Q01/options/3/detail',
      'text',
    ],
    ['a condition', { edit: 'condition', at: 'questions/Q06', when: yes }, 'questions/Q06/when', yes],
    ['no condition', { edit: 'condition', at: 'questions/Q03', when: null }, 'questions/Q03/when', null],
    [
      'an early end',
      { edit: 'add_end', page: 'start', when: yes, as: 'screened_out' },
      'pages/start/ends/0',
      { when: yes, as: 'screened_out' },
    ],
    [
      'an early end by a fact, which is listed',
      { edit: 'add_end', page: 'start', when: { not: { fact: 'winter' } }, as: 'screened_out' },
      'facts',
      ['winter'],
    ],
    ['the page of the reward', { edit: 'lease', page: 'more' }, 'pages/more/lease', true],
    ['a consent that goes', { edit: 'remove', at: 'consents/C0a' }, 'pages/more/consents', null],
  ])('sets %s', (_, edit, at, is) => {
    expect(after(edit, at)).toEqual(is)
  })

  test.each<[what: string, edit: Edit, list: string, is: (string | number)[]]>([
    [
      'an option added stands before those that stay last',
      { edit: 'add_item', list: 'questions/Q01/options', label: { en: 'new' } },
      'questions/Q01/options',
      [1, 2, 3, 4, 99],
    ],
    [
      'a row is added',
      { edit: 'add_item', list: 'questions/Q04/rows', label: { en: 'new' } },
      'questions/Q04/rows',
      [1, 2, 3],
    ],
    [
      'an option that nobody names goes',
      { edit: 'remove', at: 'questions/Q01/options/2' },
      'questions/Q01/options',
      [1, 3, 99],
    ],
    [
      'an option moves up',
      { edit: 'move', at: 'questions/Q01/options/3', before: '1' },
      'questions/Q01/options',
      [3, 1, 2, 99],
    ],
    ['a page moves to the end', { edit: 'move', at: 'pages/start', before: null }, 'pages', ['more', 'end', 'start']],
    [
      'a question moves to another page',
      { edit: 'move', at: 'questions/Q02', before: 'Q04', page: 'more' },
      'pages/more/questions',
      ['Q03', 'Q02', 'Q04', 'Q05'],
    ],
    [
      'a question is added',
      {
        edit: 'add_question',
        page: 'end',
        before: 'Q06',
        question: { type: 'number', text: { en: '?' }, options: [], rows: [] },
      },
      'pages/end/questions',
      ['Q07', 'Q06'],
    ],
    [
      'a page is added with its question',
      {
        edit: 'add_page',
        before: 'end',
        title: { en: 'New' },
        question: { type: 'text', text: { en: '?' }, options: [], rows: [] },
      },
      'pages',
      ['start', 'more', 'page-4', 'end'],
    ],
    [
      'a consent is added',
      { edit: 'add_consent', page: 'more', text: { en: 'Me too' } },
      'pages/more/consents',
      ['C0a', 'C1'],
    ],
  ])('%s', (_, edit, list, is) => {
    expect(codes(after(edit, list))).toEqual(is)
  })

  test.each<[what: string, edit: Edit, fault: string, by?: string[]]>([
    [
      'a question whose answer conditions name',
      { edit: 'remove', at: 'questions/Q01' },
      'referred_to',
      ['questions/Q03/when', 'pages/end/when', 'questions/Q05/carry', 'place'],
    ],
    [
      'a question that a text names',
      { edit: 'remove', at: 'questions/Q02' },
      'referred_to',
      ['pages/end/when', 'questions/Q05/text'],
    ],
    [
      'an option that a condition names',
      { edit: 'remove', at: 'questions/Q01/options/1' },
      'referred_to',
      ['questions/Q03/when', 'pages/end/when'],
    ],
    [
      'an option of a shared list that a condition names',
      { edit: 'remove', at: 'sets/likes/2' },
      'referred_to',
      ['pages/end/when'],
    ],
    [
      'a page whose questions are named on others',
      { edit: 'remove', at: 'pages/start' },
      'referred_to',
      ['questions/Q03/when', 'pages/end/when', 'questions/Q05/text', 'questions/Q05/carry', 'place'],
    ],
    ['the only question of a page', { edit: 'remove', at: 'questions/Q06' }, 'last_one'],
    ['what is not there', { edit: 'remove', at: 'questions/Q77' }, 'not_found'],
    ['what is no part', { edit: 'remove', at: 'questions/Q03/max' }, 'not_found'],
    ['what every object has', { edit: 'text', at: '__proto__/title', language: 'en', text: 'x' }, 'not_found'],
    ['a limit that the type has not', { edit: 'set', at: 'questions/Q01', key: 'maxLength', value: 3 }, 'not_so'],
    ['a limit that is no number', { edit: 'set', at: 'questions/Q03', key: 'max', value: 'many' }, 'not_so'],
    ['a name that another has', { edit: 'set', at: 'questions/Q03', key: 'name', value: 'q01' }, 'taken'],
    [
      'options for a question that has none',
      { edit: 'add_item', list: 'questions/Q03/options', label: { en: 'x' } },
      'not_found',
    ],
    [
      'what carries from a question that is not there',
      { edit: 'carry', at: 'questions/Q01', from: 'Q77' },
      'not_found',
    ],
    ['to leave out no code', { edit: 'without', at: 'questions/Q05', without: { q: 'Q01', codes: [] } }, 'not_so'],
    ['a second check of attention', { edit: 'add_attention', at: 'questions/Q01', label: { en: '?' } }, 'not_so'],
    ['a fact that texts could not name', { edit: 'add_fact', fact: 'Two words' }, 'not_so'],
    [
      'a condition by such a fact',
      { edit: 'condition', at: 'questions/Q06', when: { all: [yes, { fact: 'Two words' }] } },
      'not_so',
    ],
    ['to take away a rate that every object has', { edit: 'rate', name: 'constructor', rate: null }, 'not_found'],
    ['a list with the name of one that every object has', { edit: 'add_list', list: 'constructor' }, 'not_so'],
    ['an entry of no list', { edit: 'add_entry', list: 'lists/towns', code: 'ST', label: { en: 'x' } }, 'not_found'],
    [
      'a rate under a name that another has',
      { edit: 'rate', name: 'CNYMOP', rate: { rate: '2', on: '2026-01-01' } },
      'taken',
    ],
    [
      'a new shared list under a name that another has',
      { edit: 'add_set', at: 'questions/Q01', set: 'likes' },
      'taken',
    ],
    ['a new shared list without a name', { edit: 'add_set', at: 'questions/Q01', set: '' }, 'not_so'],
    [
      'the options of a shared list that is not there',
      { edit: 'share', at: 'questions/Q01', set: 'loves' },
      'not_found',
    ],
    ['a rate that is no number', { edit: 'rate', name: 'CNYHKD', rate: { rate: 'low', on: '2026-01-01' } }, 'not_so'],
    ['a shared list that a question uses', { edit: 'remove', at: 'sets/likes' }, 'referred_to', ['questions/Q02']],
    [
      'a question of picks without options',
      {
        edit: 'add_question',
        page: 'end',
        before: null,
        question: { type: 'multi', text: { en: '?' }, options: [], rows: [] },
      },
      'items_needed',
    ],
  ])('refuses %s', (_, edit, fault, by) => {
    expect(applyEdit(document, edit)).toEqual(by ? { fault, by: expect.arrayContaining(by) } : { fault })
  })

  test('a code that any version had is never given to something new', () => {
    const before = [studyAbroad as QuestionnaireDocument]
    expect(after({ edit: 'add_item', list: 'sets/likes', label: { en: 'x' } }, 'sets/likes/3/label')).toEqual({
      en: 'x',
    })
    const question = { type: 'note' as const, text: { en: 'Read this' }, options: [], rows: [] }
    const done = applyEdit(document, { edit: 'add_question', page: 'end', before: null, question }, before)
    const added = 'added' in done ? (done.added ?? '') : ''
    expect(stepsTo(studyAbroad, added)).toBeNull()
    expect(Number(/\d+/.exec(added)?.[0])).toBeGreaterThan(20)
    const removed = applyEdit(document, { edit: 'remove', at: 'questions/Q01/options/3' })
    if ('fault' in removed) throw new Error(removed.fault)
    const again: Edit = { edit: 'add_item', list: 'questions/Q01/options', label: { en: 'x' } }
    expect(applyEdit(removed.document, again, [document])).toMatchObject({ added: 'questions/Q01/options/4' })
  })
})

/** The edits one after the other; throws where one is refused. */
const all = (...edits: Edit[]) =>
  edits.reduce((now, edit) => {
    const done = applyEdit(now, edit)
    if ('fault' in done) throw new Error(`${edit.edit}: ${done.fault}`)
    return done.document
  }, document)

test('wordings stand in the order in which they are tried, and the last one left is the wording', () => {
  const at = 'questions/Q06'
  const two = all(
    { edit: 'add_wording', at },
    { edit: 'text', at: `${at}/text/0/text`, language: 'en', text: 'First' },
    { edit: 'condition', at: `${at}/text/0`, when: yes },
    { edit: 'add_wording', at },
  )
  const textsOf = (of: QuestionnaireDocument) => {
    const wording = of.pages[2]?.questions[0]?.text
    return Array.isArray(wording) ? wording.map((one) => one.text.en) : wording?.en
  }
  expect(textsOf(two)).toEqual(['First', 'Q06', 'Q06'])
  const moved = applyEdit(two, { edit: 'move', at: `${at}/text/0`, before: '2' })
  expect('document' in moved && textsOf(moved.document)).toEqual(['Q06', 'First', 'Q06'])
  const left = [0, 0].reduce((now, n) => {
    const done = applyEdit(now, { edit: 'remove', at: `${at}/text/${n}` })
    return 'document' in done ? done.document : now
  }, two)
  expect(textsOf(left)).toBe('Q06')
})

test('a fact and a long list stay as long as something names them', () => {
  const named = all(
    { edit: 'condition', at: 'questions/Q06', when: { not: { fact: 'winter' } } },
    { edit: 'add_list', list: 'towns' },
    { edit: 'add_entry', list: 'lists/towns', code: 'ST', label: { en: 'Sha Tin' } },
    { edit: 'add_entry', list: 'lists/towns', code: 'TP', label: { en: 'Tai Po' } },
    { edit: 'move', at: 'lists/towns/TP', before: 'ST' },
    { edit: 'set', at: 'questions/Q01/options/1', key: 'detail', value: 'towns' },
  )
  expect(named.facts).toEqual(['winter'])
  expect(codes(named.lists.towns)).toEqual(['TP', 'ST'])
  expect(applyEdit(named, { edit: 'remove_fact', fact: 'winter' })).toEqual({
    fault: 'referred_to',
    by: ['questions/Q06/when'],
  })
  expect(applyEdit(named, { edit: 'remove', at: 'lists/towns' })).toEqual({
    fault: 'referred_to',
    by: ['questions/Q01'],
  })
  expect(applyEdit(named, { edit: 'add_entry', list: 'lists/towns', code: 'ST', label: { en: 'x' } })).toEqual({
    fault: 'taken',
  })
  expect(applyEdit(named, { edit: 'remove', at: 'lists/towns/ST' })).toHaveProperty('document')
})

test('every fault of the checker leads to the part that it is about', () => {
  const broken = { ...document, pages: document.pages.map(({ lease: _, ...one }) => one) }
  const checked = checkQuestionnaire(broken)
  const faults = checked.ok ? [] : checked.errors
  expect(faults.map((fault) => addressOfFault(broken, fault))).toContain('pages')
  const path = 'pages[1].questions[0].hint.zh-Hant'
  expect(addressOfFault(document, { path, message: '' })).toBe('questions/Q03/hint/zh-Hant')
})

test('a text that is cleared in its last language is blank, and one that need not be is gone', () => {
  const last = languages.at(-1) ?? expect.unreachable('there are languages')
  const clear = (at: string) => {
    let now = document
    for (const language of languages) {
      const done = applyEdit(now, { edit: 'text', at, language, text: '' })
      if ('fault' in done) throw new Error(done.fault)
      now = done.document
    }
    return now
  }
  expect(clear('pages/start/title').pages[0]?.title).toEqual({ [last]: '' })
  expect(faultsOfDraft(clear('pages/start/title')).map(({ path }) => path)).toContain(`pages[0].title.${last}`)
  expect(clear('questions/Q03/hint').pages[1]?.questions[0]).not.toHaveProperty('hint')
})

test('a question that may be left blank from now on has no option that means so', () => {
  const options = [option(-1), option(1)]
  const asked = small([
    page('one', [ask('Q1', 'single', { options }), ask('Q2', 'single', { options })], { lease: true }),
  ])
  expect(faultsOfDraft(asked)).toEqual([])
  const done = applyEdit(asked, { edit: 'set', at: 'questions/Q2', key: 'optional', value: true })
  if ('fault' in done) throw new Error(done.fault)
  expect(faultsOfDraft(done.document)).toEqual([
    { path: 'pages[0].questions[1].options[0].code', message: '-1 says that nothing was answered' },
  ])
})
