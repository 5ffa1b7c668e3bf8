/** Which answers are alike to everything that comes later. */
import { describe, expect, test } from 'vitest'
import type { Condition } from '../../../../schema/questionnaire.ts'
import { kindsOf } from '../../../../src/survey/questionnaire/checks/kinds.ts'
import { ask, option, page, row, small } from '../small.ts'

describe('of a range, one number of each kind is tried', () => {
  test.each<[what: string, Condition[], numbers: number[]]>([
    ['all alike', [], [2030]],
    ['a number that is named', [{ q: 'Q1', in: [2020] }], [2020, 2021]],
    ['one that is to be the only', [{ q: 'Q1', only: [2020] }], [2020, 2021]],
    ['from a number on', [{ q: 'Q1', min: 2020 }], [2019, 2030]],
    ['up to a number', [{ q: 'Q1', max: 2020 }], [2020, 2021]],
    ['all of the range', [{ q: 'Q1', min: 2010 }], [2030]],
    ['all that was answered', [{ q: 'Q1', answered: true }], [2030]],
    [
      'before, between and after two',
      [{ not: { all: [{ q: 'Q1', min: 2015 }] } }, { any: [{ q: 'Q1', max: 2020 }] }],
      [2011, 2020, 2021],
    ],
  ])('%s', (_, conditions, numbers) => {
    const questions = conditions.map((when, at) => ask(`T${at}`, 'text', { maxLength: 9, when }))
    const year = ask('Q1', 'year', { min: 2010, max: 2030 })
    const made = small([page('one', [year]), page('two', [ask('Q2', 'text', { maxLength: 9 }), ...questions])])
    expect(
      kindsOf(made)
        .numbers.get('Q1')
        ?.toSorted((one, other) => one - other),
    ).toEqual(numbers)
  })
})

describe('of options and rows', () => {
  const when = { fact: 'a' }
  const options = [
    option(1),
    option(2),
    option(3, { exclusive: true }),
    option(4, { decoy: true }),
    option(5, { when }),
  ]
  const rows = [row(1, { when }), row(2, { when: { fact: 'b' } }), row(3), row(4), row(5)]
  const made = small(
    [
      page('one', [ask('Q1', 'multi', { options }), ask('Q2', 'single', { options })]),
      page('two', [ask('Q3', 'single', { options: options.slice(0, 2), carry: { from: 'Q1' } })]),
      page('three', [ask('Q4', 'matrix', { rows, scale: [option(1), option(9)] })]),
    ],
    { facts: ['a', 'b'] },
  )

  test('those that do the same stand for one another, in every question that they are carried to', () => {
    const { standIn } = kindsOf(made)
    const kinds = (code: string) => Object.fromEntries(standIn.get(code) ?? [])
    expect(kinds('Q1')).toEqual({ 1: 1, 2: 1, 3: 3, 4: 4, 5: 5 })
    expect(kinds('Q3')).toEqual({ 1: 1, 2: 1 })
    // When an option is offered matters later only where picks are carried on.
    expect(kinds('Q2')).toEqual({ 1: 1, 2: 1, 3: 3, 4: 4, 5: 1 })
    expect(kinds('Q4')).toEqual({ 1: 1, 2: 2, 3: 3, 4: 3, 5: 3 })
  })

  test('only those of carried picks go by the name of their kind', () => {
    const { label } = kindsOf(made)
    expect(['Q1', 'Q2', 'Q3', 'Q4'].map((code) => label(code)(2))).toEqual([1, 2, 1, 2])
    expect(label('Q1')(7)).toBe(7)
  })
})
