/** How a number that was typed is told from a blank, as tables. */
import { expect, test } from 'vitest'
import type { Answer } from '../../../../schema/answers.ts'
import { answerOfNumber, blankBeside, numberOfAnswer } from '../../../../src/survey/questionnaire/types/typed-number.ts'

test.each<[typed: number, stored: Answer]>([
  [-1, [-1]],
  [1, 1],
  [0, 0],
  [-2, -2],
])('%j is stored as %j, and read again', (typed, stored) => {
  expect(answerOfNumber(typed)).toEqual(stored)
  expect(numberOfAnswer(stored)).toBe(typed)
})

test.each<[answer: Answer, number: number | null]>([
  [-1, -1],
  [[1], null],
  [[-1, -1], null],
  [[], null],
  [{ 1: -1 }, null],
  ['-1', null],
])('%j is the number %j', (answer, number) => {
  expect(numberOfAnswer(answer)).toBe(number)
})

test.each<[min: number, max: number, blank: number | undefined]>([
  [0, 9, undefined],
  [-9, -2, undefined],
  [-1, 9, -9],
  [-9, -1, -99],
  [-8, 9, -9],
  [-99, 9, -999],
  [-999_999_998, 9, -999_999_999],
  [-999_999_999, 9, -1_000_000_000],
])('between %i and %i a blank is %j', (min, max, blank) => {
  expect(blankBeside({ min, max })).toBe(blank)
})
