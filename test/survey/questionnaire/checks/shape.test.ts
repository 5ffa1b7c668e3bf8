/** What the schema refuses, as errors at the deepest path that can be named. */
import { describe, expect, test } from 'vitest'
import { shapeErrors, valueAt } from '../../../../src/survey/questionnaire/checks/shape.ts'
import { errorsAfter } from './sound.ts'

type Issues = Parameters<typeof shapeErrors>[0]

/** An issue as zod has it, with these words, so deep. */
const issue = (message: string, depth: number) => ({
  code: 'custom',
  path: Array.from({ length: depth }, (_, at) => `level${at}`),
  message,
})

/** What is said of a union none of whose branches fits. */
const ofUnion = (...branches: ReturnType<typeof issue>[][]) =>
  shapeErrors(
    [{ code: 'invalid_union', path: ['here'], message: 'none fits', errors: branches }] as unknown as Issues,
    {
      here: 1,
    },
  ).map(({ path, message }) => `${path}: ${message}`)

describe('of a union', () => {
  const shallow = [issue('shallow', 0)]
  const deep = [issue('deep', 2)]
  const both = [issue('very deep', 3), issue('at the top', 0)]
  const two = [issue('one', 1), issue('two', 1)]
  const one = [issue('alone', 1)]

  test.each<[what: string, branches: ReturnType<typeof issue>[][], said: string[]]>([
    ['the branch whose errors lie deeper was meant', [shallow, deep], ['here.level0.level1: deep']],
    ['wherever it stands', [deep, shallow], ['here.level0.level1: deep']],
    ['an error at its top makes a branch shallow', [both, one], ['here.level0: alone']],
    ['wherever that stands', [one, both], ['here.level0: alone']],
    ['of two as deep it is the one with fewer', [two, one], ['here.level0: alone']],
    ['wherever that one stands', [one, two], ['here.level0: alone']],
    ['without branches it is said of the whole', [], ['here: none fits']],
  ])('%s', (_, branches, expected) => {
    expect(ofUnion(...branches)).toEqual(expected)
  })
})

test.each([
  ['a translation that is missing', 'pages[0].title.en', undefined, 'missing translation'],
  ['one that is empty', 'pages[0].title.en', '', 'missing translation'],
  ['one that is no text', 'pages[0].title.en', 5, 'Invalid input: expected string, received number'],
  ['a code that is missing', 'pages[0].code', undefined, 'Invalid input: expected string, received undefined'],
])('%s is said to be so', (_, path, value, message) => {
  expect(errorsAfter(path, value)).toEqual([`${path}: ${message}`])
})

test.each<[data: unknown, path: (string | number)[], value: unknown]>([
  [{ a: [{ b: 1 }] }, ['a', 0, 'b'], 1],
  [5, [], 5],
  [{ a: null }, ['a', 'b'], undefined],
  [{ a: 'text' }, ['a', 'length'], undefined],
  [undefined, ['a'], undefined],
])('of %j there is at %j: %j', (data, path, value) => {
  expect(valueAt(data, path)).toBe(value)
})
