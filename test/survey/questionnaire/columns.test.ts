import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../schema/answers.ts'
import { layoutOf } from '../../../src/survey/insights/segments/layout.ts'
import { cells } from '../../../src/survey/questionnaire/cells.ts'
import { columns } from '../../../src/survey/questionnaire/columns.ts'
import { attentionOf } from '../../../src/survey/questionnaire/route/attention.ts'
import { dictionaryOf } from '../../../src/survey/variables/dictionary.ts'
import { ask, given, option, page, row, small, text } from './small.ts'

const options = [option(1), option(2), option(90, { detail: 'text' })]
const attention = { code: 'AC', targets: [1, 2], label: text('{target}') }
const questionnaire = small([
  page('one', [ask('Q1', 'single', { options })], { consents: [{ code: 'C1', text: text('I agree') }] }),
  page('two', [
    ask('Q2', 'multi', { options, optional: true }),
    ask('Q3', 'rank', { options: options.slice(0, 2), max: 2 }),
    ask('Q4', 'matrix', { rows: [row(1), row(2)], scale: options.slice(0, 2), attention }),
    ask('Q5', 'text', { maxLength: 9, optional: true }),
    ask('Q6', 'nps', { low: text('low'), high: text('high') }),
    ask('N1', 'note', {}),
  ]),
  page('three', [
    ask('Q7', 'single', { options, carry: { from: 'Q2' } }),
    ask('Q8', 'year', { min: 1930, max: 2020, draftOnly: true }),
  ]),
])
const all = columns(questionnaire)
const target = attentionOf(questionnaire, 'seed').Q4?.target

function record(answers: Answers) {
  const values = cells(questionnaire, all, answers, given())
  return Object.fromEntries(all.map(({ name }, at) => [name, values[at]]))
}

describe('the columns of an export', () => {
  test('have names of their own, whatever codes questions have', () => {
    const detailed = [option(1), option(2, { detail: 'text' })]
    const odd = small([
      page('one', [
        ask('Q1', 'multi', { options: detailed }),
        ask('Q1_2', 'single', { options: [option(1)] }),
        ask('Q1_2_text', 'text', { maxLength: 9 }),
        ask('Q1_2_2', 'rank', { options: [option(1)], max: 1 }),
        ask('Q1_2_2_r1', 'year', { min: 1930, max: 2020 }),
        ask('M', 'matrix', {
          rows: [row(1)],
          scale: [option(3)],
          attention: { ...attention, code: 'M_1', targets: [3] },
        }),
      ]),
    ])
    const own = columns(odd)
    const answers = { Q1: [2], 'Q1.text': 'typed', Q1_2: 1, Q1_2_text: 'said', Q1_2_2: [1], Q1_2_2_r1: 1999 }
    const values = cells(odd, own, { ...answers, M: { 1: 3, M_1: 3 } }, given())
    expect(own.map(({ name }, at) => [name, values[at]])).toEqual([
      ...[
        ['Q1_1', 0],
        ['Q1_2_3', 1],
        ['Q1_2_text_2', 'typed'],
        ['Q1_2', 1],
        ['Q1_2_text', 'said'],
      ],
      ...[
        ['Q1_2_2_r1_2', 1],
        ['Q1_2_2_r1', 1999],
        ['M_1_2', 3],
        ['M_1', 3],
        ['M_1_target', 3],
      ],
    ])
    const { variables } = dictionaryOf([{ n: 1, version: 'v', dataVersion: 'v', questionnaire: odd }], {})
    expect(variables.flatMap(({ column }) => column ?? [])).toEqual(own)
    expect([...layoutOf(odd).fields.keys()].filter((name) => !name.startsWith('_'))).toEqual(
      own.map(({ name }) => name),
    )
  })

  test('are fixed by the questionnaire', () => {
    expect(all.map(({ name }) => name).join(' ')).toBe(
      'Q1 Q1_90_text C1 Q2_1 Q2_2 Q2_90 Q2_90_text Q3_r1 Q3_r2 Q4_1 Q4_2 AC AC_target Q5 Q6 Q7 Q7_90_text Q8_agrees',
    )
  })

  test('hold what was answered', () => {
    const answers = {
      Q1: 90,
      'Q1.text': 'sun',
      C1: 1,
      Q2: [2, 90],
      'Q2.text': 'Mars',
      Q3: [2],
      Q4: { 1: 1, 2: 2, AC: 1 },
      Q5: 'words',
      Q6: 0,
      Q7: 2,
      'Q8.agrees': 1,
    }
    expect(record(answers)).toEqual({
      Q1: 90,
      Q1_90_text: 'sun',
      C1: 1,
      Q2_1: 0,
      Q2_2: 1,
      Q2_90: 1,
      Q2_90_text: 'Mars',
      Q3_r1: 2,
      Q3_r2: -1,
      Q4_1: 1,
      Q4_2: 2,
      AC: 1,
      AC_target: target,
      Q5: 'words',
      Q6: 0,
      Q7: 2,
      Q7_90_text: null,
      Q8_agrees: 1,
    })
  })

  test('tell what was not shown from what was left blank', () => {
    expect(Object.values(record({}))).toEqual(all.map(() => null))
    expect(record({ Q2: -1, Q5: -1 })).toMatchObject({ Q1: null, Q2_1: -1, Q2_90: -1, Q2_90_text: null, Q5: -1 })
    expect(record({ Q4: -1 })).toMatchObject({ Q4_1: -1, Q4_2: -1, AC: -1 })
    expect(record({ Q4: { 1: 2, AC: 1 } })).toMatchObject({ Q4_1: 2, Q4_2: null, AC_target: target })
  })

  test('show what was typed also where the pick was carried to', () => {
    expect(record({ Q2: [90], 'Q2.text': 'Mars', Q7: 90 })).toMatchObject({ Q7: 90, Q7_90_text: 'Mars' })
  })

  test('tell an option that was not offered from one that was not picked, and leave out a column that is not there', () => {
    const isFirst = { q: 'Q1', in: [1] }
    const short = small([
      page('one', [ask('Q1', 'single', { options: [option(1), option(2)] })]),
      page('two', [
        ask('Q2', 'multi', { options: [option(1), option(2, { when: isFirst }), option(3)] }),
        ask('Q3', 'multi', { options: [option(1), option(2)] }),
      ]),
    ])
    const its = [null, ...columns(short)]
    expect(cells(short, its, { Q1: 1, Q2: [1], Q3: [1] }, given())).toEqual([null, 1, 1, 0, 0, 1, 0])
    expect(cells(short, its, { Q1: 2, Q2: [1], Q3: [2] }, given())).toEqual([null, 2, 1, null, 0, 0, 1])
  })

  test('have a code of its own for a blank where -1 is a number', () => {
    const number = (code: string, min: number) => ask(code, 'number', { min, max: 9, optional: true })
    const short = small([
      page('one', [ask('Q1', 'single', { options: [option(1)] }), number('Q2', -9), number('Q3', 0)]),
    ])
    const row = (answers: Answers) => cells(short, columns(short), answers, given())
    expect(row({ Q1: 1, Q2: -1, Q3: -1 })).toEqual([1, -99, -1])
    expect(row({ Q1: 1, Q2: [-1], Q3: 1 })).toEqual([1, -1, 1])
  })
})
