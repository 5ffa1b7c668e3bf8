/** Expressions of forms: what becomes a condition, what a constraint, and what neither can be. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: as forms name an answer
import { describe, expect, test } from 'vitest'
import { constraintOf } from '../../../../src/survey/questionnaire/xlsform/expression/constraint.ts'
import {
  type ExpressionSubject,
  toCondition,
} from '../../../../src/survey/questionnaire/xlsform/expression/to-condition.ts'
import { Unreadable } from '../../../../src/survey/questionnaire/xlsform/expression/tokens.ts'
import { expressionOf } from '../../../../src/survey/questionnaire/xlsform/expression/write-condition.ts'

const choices = new Map([
  ['a', [1]],
  ['b', [2]],
  ['twice', [3, 4]],
])
const numbered = new Map([
  ['1', [1]],
  ['2', [2]],
])
const subjects: Record<string, ExpressionSubject> = {
  one: { code: 'One', kind: 'choice', choices },
  many: { code: 'Many', kind: 'choices', choices },
  rate: { code: 'Rate', kind: 'choice', choices: numbered },
  age: { code: 'Age', kind: 'number', choices: new Map() },
  'first.name': { code: 'Text', kind: 'other', choices: new Map() },
}
const scope = {
  subject: (name: string) => {
    const found = subjects[name]
    if (!found) throw new Unreadable(name)
    return found
  },
  column: (name: string) => (name === 'land' ? 'a' : undefined),
}

describe('conditions', () => {
  test.each<[string, unknown]>([
    ["${one} = 'a'", { q: 'One', in: [1] }],
    ['${one}="a"', { q: 'One', in: [1] }],
    ['${ one } = “a”', { q: 'One', in: [1] }],
    ['${one} = ’a’', { q: 'One', in: [1] }],
    ["'a' = ${one}", { q: 'One', in: [1] }],
    ["${one} = 'twice'", { q: 'One', in: [3, 4] }],
    ["${one} != 'a'", { not: { q: 'One', in: [1] } }],
    ["selected(${many}, 'b')", { q: 'Many', in: [2] }],
    ["${many} = 'b'", { q: 'Many', only: [2] }],
    ["not(selected(${many}, 'b'))", { not: { q: 'Many', in: [2] } }],
    ["${one} = 'a' or ${one} = 'b'", { q: 'One', in: [1, 2] }],
    [
      "${one} = 'a' OR ${age} > 3",
      {
        any: [
          { q: 'One', in: [1] },
          { q: 'Age', min: 4 },
        ],
      },
    ],
    ['${age} >= 18 and ${age} <= 30', { q: 'Age', min: 18, max: 30 }],
    ['${age} < 18', { q: 'Age', max: 17 }],
    ['18 <= ${age}', { q: 'Age', min: 18 }],
    ['${age} > 1.5', { q: 'Age', min: 2 }],
    ['${age} = 5', { q: 'Age', in: [5] }],
    ['${age} > -3', { q: 'Age', min: -2 }],
    ['${rate} >= 2', { q: 'Rate', min: 2 }],
    ['${rate} = 2', { q: 'Rate', in: [2] }],
    ["${first.name} != ''", { q: 'Text', answered: true }],
    ["${first.name} = ''", { not: { q: 'Text', answered: true } }],
    ['string-length(${first.name}) > 0', { q: 'Text', answered: true }],
    ['count-selected(${many}) >= 1', { q: 'Many', answered: true }],
    [
      '(${age} = 1) and not(${age} = 2 and ${rate} = 1)',
      {
        all: [
          { q: 'Age', in: [1] },
          {
            not: {
              all: [
                { q: 'Age', in: [2] },
                { q: 'Rate', in: [1] },
              ],
            },
          },
        ],
      },
    ],
    ['true()', true],
    ['false() or true()', true],
    ["true() and ${one} = 'a'", { q: 'One', in: [1] }],
    ['land = ${one}', { q: 'One', in: [1] }],
    ["land = 'x'", false],
  ])('%s', (expression, condition) => {
    expect(toCondition(expression, scope)).toEqual(condition)
  })

  test.each([
    '${nobody} = 1',
    "${one} = 'unknown'",
    "${one} > 'a'",
    '${one}',
    '${age} + 1 = 3',
    '${age} = ${rate}',
    '${first.name} = 3',
    '/data/age = 3',
    '../age = 3',
    "instance('x')/root/item = 1",
    "regex(${first.name}, 'a')",
    "${one} = 'a",
    '((${age} = 1)',
    '${age} = 1)',
    '${age} = 1 and',
    'selected(${many})',
    '',
    '()',
  ])('%s is none', (expression) => {
    expect(() => toCondition(expression, scope)).toThrow(Unreadable)
  })

  const own = {
    subject: (name: string) => ({
      code: name,
      kind: name === 'M' ? ('choices' as const) : ('choice' as const),
      choices: numbered,
    }),
  }
  test.each<[object, string | null]>([
    [{ q: 'Q', in: [1, 2] }, "${Q} = '1' or ${Q} = '2'"],
    [{ q: 'M', in: [1] }, "selected(${M}, '1')"],
    [{ q: 'M', only: [2] }, "${M} = '2'"],
    [
      { all: [{ q: 'Q', in: [1, 2] }, { not: { q: 'M', answered: true } }] },
      "(${Q} = '1' or ${Q} = '2') and not(${M} != '')",
    ],
    // These cannot be said, or would come back as something else.
    [{ fact: 'winter' }, null],
    [{ q: 'Q', in: [7] }, null],
    [{ q: 'M', only: [1, 2] }, null],
    [
      {
        any: [
          { q: 'Q', in: [1] },
          { q: 'Q', in: [2] },
        ],
      },
      null,
    ],
    [{ all: [{ q: 'Q', in: [1] }] }, null],
  ])('%j is said as %s', (condition, expression) => {
    expect(expressionOf(condition as never, own)).toBe(expression)
  })
})

describe('constraints', () => {
  const read = (expression: string) => {
    const { hasMore, ...rest } = constraintOf(expression)
    const filled = Object.fromEntries(Object.entries(rest).filter(([, value]) => Object.keys(value).length > 0))
    return hasMore ? { ...filled, hasMore } : filled
  }

  test.each<[string, unknown]>([
    ['. >= 1 and . <= 10', { value: { min: 1, max: 10 } }],
    ['.>0 and .<11', { value: { min: 1, max: 10 } }],
    ['10 >= .', { value: { max: 10 } }],
    ['(. >= 1) and (. >= 3)', { value: { min: 3 } }],
    ['string-length(.) < 20', { length: { max: 19 } }],
    ['count-selected(.) = 2', { picks: { min: 2, max: 2 } }],
    [". > date('2026-01-31') and . < '2026-03-01'", { days: { min: '2026-02-01', max: '2026-02-28' } }],
    ["not(selected(., 'x') and count-selected(.) > 1)", { exclusive: ['x'] }],
    ["not(count-selected(.) >= 2 and selected(., 'x'))", { exclusive: ['x'] }],
    ["not(selected(., 'x')) or count-selected(.) = 1", { exclusive: ['x'] }],
    ["if(selected(., 'x'), count-selected(.) = 1, true())", { exclusive: ['x'] }],
    ['. <= today()', { hasMore: true }],
    ["regex(., '[0-9]{5}') and . > 3", { value: { min: 4 }, hasMore: true }],
    ['. != 3 and . > 1', { value: { min: 2 }, hasMore: true }],
    ['. > 5 or . < 3', { hasMore: true }],
    ['. >', { hasMore: true }],
  ])('%s', (expression, limits) => {
    expect(read(expression)).toEqual(limits)
  })
})

describe('whatever is written', () => {
  test.each([
    ['brackets within one another', `${'('.repeat(5_000)}\${age} = 1${')'.repeat(5_000)}`],
    ['calls within one another', `${'not('.repeat(2_000)}true()`],
    ['quotes that never end', `'${"'".repeat(9_998)}`],
    ['a name without end', 'a'.repeat(9_999)],
    ['signs', '!'.repeat(9_999)],
    ['more than anybody writes', '${age} = 1 or '.repeat(2_000)],
  ])('%s end at once, and are refused', (_, expression) => {
    expect(() => toCondition(expression, scope)).toThrow(Unreadable)
    expect(constraintOf(expression).hasMore).toBe(true)
  })
})
