import { describe, expect, test } from 'vitest'
import { decideCondition, holds } from '../../../../src/survey/questionnaire/route/conditions.ts'
import { given, text } from '../small.ts'

const answers = { Q1: 3, Q2: [1, 2], Q3: -1, Q4: 'words', Q5: { 1: 4 }, Q6: 2020, Q7: [], Q8: [2020] }

describe('a condition', () => {
  test.each([
    [{ q: 'Q1', in: [3, 4] }, true],
    [{ q: 'Q1', in: [4] }, false],
    [{ q: 'Q2', in: [2, 9] }, true],
    [{ q: 'Q2', in: [9] }, false],
    [{ q: 'Q2', only: [1, 2, 3] }, true],
    [{ q: 'Q2', only: [1] }, false],
    [{ q: 'Q1', only: [3] }, true],
    [{ q: 'Q9', only: [3] }, false],
    [{ q: 'Q6', min: 2020 }, true],
    [{ q: 'Q6', max: 2019 }, false],
    [{ q: 'Q6', min: 2021 }, false],
    [{ q: 'Q6', max: 2020 }, true],
    [{ q: 'Q6', max: 2021 }, true],
    [{ q: 'Q8', min: 2010 }, false],
    [{ q: 'Q7', only: [1] }, false],
    [{ q: 'Q4', only: [1] }, false],
    [{ q: 'Q5', only: [4] }, false],
    [{ q: 'Q3', max: 5 }, false],
    [{ q: 'Q3', answered: true as const }, false],
    [{ q: 'Q4', answered: true as const }, true],
    [{ q: 'Q5', answered: true as const }, true],
    [{ q: 'Q9', answered: true as const }, false],
    [{ not: { q: 'Q9', in: [1] } }, true],
    [
      {
        all: [
          { q: 'Q1', in: [3] },
          { q: 'Q2', in: [1] },
        ],
      },
      true,
    ],
    [
      {
        all: [
          { q: 'Q1', in: [3] },
          { q: 'Q2', in: [9] },
        ],
      },
      false,
    ],
    [
      {
        any: [
          { q: 'Q1', in: [9] },
          { q: 'Q2', in: [1] },
        ],
      },
      true,
    ],
    [
      {
        any: [
          { q: 'Q1', in: [9] },
          { q: 'Q2', in: [9] },
        ],
      },
      false,
    ],
  ])('%j is %s', (condition, expected) => {
    expect(holds(condition, answers, given())).toBe(expected)
  })

  test('on a fact holds when the fact is there and not false or empty', () => {
    const circumstances = given({ yes: true, no: false, name: text('Ann'), word: 'a', empty: '' })
    const facts = ['yes', 'no', 'name', 'word', 'empty', 'absent']
    expect(facts.map((fact) => holds({ fact }, {}, circumstances))).toEqual([true, false, true, true, false, false])
  })

  test('that is not given always holds', () => {
    expect(holds(undefined, {}, given())).toBe(true)
  })

  test('is undecided only when an open question could still turn it', () => {
    const open = (code: string) => code === 'Q9'
    const on9 = { q: 'Q9', in: [1] }
    const decided = (condition: Parameters<typeof decideCondition>[0]) =>
      decideCondition(condition, answers, given(), open)
    expect(decided(on9)).toBeNull()
    expect(decided({ not: on9 })).toBeNull()
    expect(decided({ all: [on9, { q: 'Q1', in: [9] }] })).toBe(false)
    expect(decided({ any: [on9, { q: 'Q1', in: [3] }] })).toBe(true)
    expect(decided({ all: [on9, { q: 'Q1', in: [3] }] })).toBeNull()
    expect(decided({ q: 'Q8', in: [1] })).toBe(false)
  })
})
