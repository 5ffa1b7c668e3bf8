/** The data dictionary, and a response by it. */
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../schema/answers.ts'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { columns } from '../../../src/survey/questionnaire/columns.ts'
import { dictionaryOf } from '../../../src/survey/variables/dictionary.ts'
import { uniqueNames } from '../../../src/survey/variables/names.ts'
import { recordOf } from '../../../src/survey/variables/record.ts'
import type { AskedVersion, Dictionary } from '../../../src/survey/variables/variable.ts'
import { ask, given, option, page, row, small, text } from '../questionnaire/small.ts'

const version = (n: number, questionnaire: AskedVersion['questionnaire'], dataVersion = `v${n}`): AskedVersion => ({
  n,
  version: `v${n}`,
  dataVersion,
  questionnaire,
})
const find = ({ variables }: Dictionary, name: string) => variables.find((one) => one.name === name)

describe('names', () => {
  test.each([
    ['as they are where SPSS takes them', ['Q1', 'Q1_90_text'], ['Q1', 'Q1_90_text']],
    ['each once whatever the case', ['Status', 'status', 'STATUS'], ['Status', 'status_2', 'STATUS_3']],
    ['no reserved word', ['ALL', 'With', 'TO'], ['ALL_2', 'With_2', 'TO_2']],
    ['no minus', ['Q1_-3', 'Q1_m3'], ['Q1_m3', 'Q1_m3_2']],
    ['at most 64 bytes', ['a'.repeat(70), 'A'.repeat(70)], ['a'.repeat(64), `${'A'.repeat(62)}_2`]],
  ])('%s', (_, wishes, names) => {
    const nameFor = uniqueNames()
    expect(wishes.map(nameFor)).toEqual(names)
  })

  test('are none of those that stand beside them in every file, whatever the case', () => {
    const questions = ['Missing', 'STATUS'].map((code) => ask(code, 'text', { maxLength: 9 }))
    const { variables } = dictionaryOf([version(1, small([page('one', questions)]))], {})
    expect(variables.flatMap(({ name, column }) => (column === null ? [] : [name]))).toEqual(['Missing_2', 'STATUS_2'])
  })

  test('are those of the columns in the study itself', () => {
    const { variables } = dictionaryOf([version(1, studyAbroad)], {})
    const own = variables.filter(({ column }) => column !== null)
    expect(own.map(({ name }) => name)).toEqual(columns(studyAbroad).map(({ name }) => name))
    for (const { name } of variables) expect(name).toMatch(/^[A-Za-z]\w{0,63}$/)
  })
})

const options = [option(1), option(2), option(97), option(90, { detail: 'text' })]
const first = small(
  [
    page('one', [ask('Q1', 'multi', { options, optional: true })], { lease: true }),
    page('two', [
      ask('Q2', 'multi', {
        options: [...options, option(5, { always: true }), option(6, { when: { q: 'Q1', in: [2] } })],
        carry: { from: 'Q1' },
      }),
      ask('Q3', 'matrix', { rows: [row(1)], scale: options.slice(0, 3), when: { q: 'Q1', answered: true } }),
      ask('Q4', 'text', { maxLength: 9, optional: true }),
      ask('Q5', 'number', { min: 0, max: 200 }),
    ]),
  ],
  { facts: [] },
)

describe('a dictionary', () => {
  const dictionary = dictionaryOf([version(1, first)], {})

  test('says which codes are no answer, and what a variable is to statistics', () => {
    const about = (name: string) => {
      const { type, measure, codes = [], maxBytes } = find(dictionary, name) ?? {}
      return [
        type,
        measure,
        codes.map(({ code, isMissing }) => (isMissing ? `${code}!` : `${code}`)).join(' '),
        maxBytes,
      ]
    }
    expect(about('Q1_97')).toEqual(['number', 'nominal', '0 1 -1!', null])
    expect(about('Q3_1')).toEqual(['number', 'ordinal', '1 2 97!', null])
    expect(about('Q4')).toEqual(['text', 'nominal', '-1! -2!', 36])
    expect(about('Q5')).toEqual(['number', 'scale', '', null])
    expect(about('Q1_90_text')).toEqual(['text', 'nominal', '-2!', 400])
  })

  test('has a set for each question of several picks, and says who is asked', () => {
    expect(dictionary.sets.map(({ name, variables }) => [name, variables.join(' ')])).toEqual([
      ['Q1', 'Q1_1 Q1_2 Q1_97 Q1_90'],
      ['Q2', 'Q2_1 Q2_2 Q2_97 Q2_90 Q2_5 Q2_6'],
    ])
    expect(dictionary.questions.map(({ code, universe }) => [code, universe?.en])).toEqual([
      ['Q1', undefined],
      ['Q2', undefined],
      ['Q3', expect.stringContaining('Q1')],
      ['Q4', undefined],
      ['Q5', undefined],
    ])
  })
})

describe('a record', () => {
  const dictionary = dictionaryOf([version(1, first)], {})
  const record = (answers: Answers | null) => {
    const values = recordOf(dictionary, first, answers, given(), ['ref'])
    return (names: string) =>
      names.split(' ').map((name) => values[dictionary.variables.findIndex((v) => v.name === name)])
  }

  test('has 0 for an option that was offered and not picked, and nothing for one that was not offered', () => {
    const all = 'Q2_1 Q2_2 Q2_97 Q2_90 Q2_5 Q2_6'
    expect(record({ Q1: [1, 97], Q2: [1] })(all)).toEqual([1, null, 0, null, 0, null])
    expect(record({ Q1: [2], Q2: [5] })(all)).toEqual([null, 0, null, null, 1, null])
    expect(record({ Q1: [1] })(all)).toEqual([null, null, null, null, null, null])
    expect(record({ Q1: -1 })('Q1_1 Q1_2')).toEqual([-1, -1])
  })

  test('says of the response itself what it is given, also where there are no answers', () => {
    expect(record(null)('response Q1_1 Q5')).toEqual(['ref', null, null])
  })
})

describe('several versions in one dictionary', () => {
  const asked = (more: Parameters<typeof ask>[2] & object, words: string[]) =>
    small([
      page('start', [
        ask('Q1', 'single', { options: words.map((word, at) => option(at + 1, { label: text(word) })), ...more }),
        ask('Q2', 'number', { min: 1, max: 9 }),
      ]),
    ])
  const old = asked({}, ['One', 'Two'])
  const wider = asked({}, ['One', 'Two', 'Three'])
  const other = asked({}, ['Two', 'One'])
  const names = (dictionary: Dictionary) =>
    dictionary.variables.filter(({ column }) => column !== null).map(({ name }) => name)

  test('are one variable where their codes match, with every code that either has', () => {
    const dictionary = dictionaryOf([version(1, old), version(2, wider)], {})
    expect(names(dictionary)).toEqual(['Q1', 'Q2'])
    expect(find(dictionary, 'Q1')?.codes.map(({ label }) => label.en)).toEqual(['One', 'Two', 'Three'])
    for (const questionnaire of [old, wider]) {
      expect(recordOf(dictionary, questionnaire, { Q1: 2, Q2: 5 }, given()).slice(-2)).toEqual([2, 5])
    }
  })

  test('are two variables where one question has a name in one version that another has in the next', () => {
    const several = (code: string) => ask(code, 'multi', { options: [option(1), option(2)] })
    const before = small([page('one', [several('Q1_2')])])
    const after = small([page('one', [several('Q1'), several('Q1_2')])])
    const both = dictionaryOf([version(1, before), version(2, after)], {})
    const picked = (questionnaire: AskedVersion['questionnaire'], answers: Answers) => {
      const values = recordOf(both, questionnaire, answers, given())
      return both.variables.filter((_, at) => values[at] === 1).map((one) => `${one.question} ${one.column?.option}`)
    }
    expect(picked(before, { Q1_2: [2] })).toEqual(['Q1_2 2'])
    expect(picked(after, { Q1: [2], Q1_2: [1] })).toEqual(['Q1 2', 'Q1_2 1'])
  })

  test('are each a variable of its own where a code means something else, the older with its version in its name', () => {
    const dictionary = dictionaryOf([version(1, old), version(2, other)], {})
    expect(names(dictionary)).toEqual(['Q1', 'Q2', 'Q1_v1'])
    expect(recordOf(dictionary, old, { Q1: 2, Q2: 5 }, given()).slice(-3)).toEqual([null, 5, 2])
    expect(recordOf(dictionary, other, { Q1: 2, Q2: 5 }, given()).slice(-3)).toEqual([2, 5, null])
  })

  test('are the same data where one corrects the words of the other, and the last words count', () => {
    const dictionary = dictionaryOf([version(1, other, 'v1'), version(2, old, 'v1')], {})
    expect(names(dictionary)).toEqual(['Q1', 'Q2'])
    expect(find(dictionary, 'Q1')?.codes.map(({ label }) => label.en)).toEqual(['One', 'Two'])
    expect(find(dictionary, 'Q1')?.wordings.map((one) => one.codes[0]?.label.en)).toEqual(['Two', 'One'])
  })

  test('have one dictionary until an earlier version, a fact, a cell or what weights are called is another', () => {
    const last = small([page('start', [ask('Q1', 'number', { text: text('In {place}?'), min: 1, max: 9 })])])
    const versions = [version(1, old), version(2, last)]
    const of = (place: string, cell = 'a', weight = 'By age', all = versions) =>
      dictionaryOf(all, { place }, [{ cell, label: text(cell) }], text(weight))
    const usual = of('Macao')
    expect(of('Macao')).toBe(usual)
    expect(of('Macao', 'a', 'By age', [version(1, other), version(2, last)]).columns.has(other)).toBe(true)
    expect(find(of('Zhuhai'), 'Q1')?.label.en).toBe('In Zhuhai?')
    expect(JSON.stringify(of('Macao', 'b').variables)).not.toBe(JSON.stringify(usual.variables))
    expect(JSON.stringify(of('Macao', 'a', 'By city').variables)).toContain('By city')
  })
})
