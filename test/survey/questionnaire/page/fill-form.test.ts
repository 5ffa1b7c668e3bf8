import { expect, test } from 'vitest'
import { postedFrom } from '../../../../src/survey/questionnaire/page/fill-form.ts'
import type { Answers } from '../../../../src/survey/questionnaire/page/view.ts'
import { samplePage, samplePosted } from '../../../platform/http/sample-page.ts'
import { types } from '../types/every-type.ts'

const answers: Answers = {
  C0a: 1,
  Q01: 90,
  'Q01.text': 'typed',
  Q02: 5,
  'Q02.text': 'JP',
  Q03: [1, 7],
  Q04: [3, 1],
  Q05: { 1: 4, AC: 2 },
  Q06: 97,
  Q07: 10,
  Q08: 2024,
  Q09: 2001,
  Q10: 12,
  Q11: 'a < b',
  Q12: '2027-06-05',
}

test('the sample page has a question of every type', () => {
  expect(new Set(samplePage.questions.map(({ type }) => type))).toEqual(new Set(types))
})

test('stored answers become the form that gave them', () => {
  expect(postedFrom(samplePage, answers)).toEqual(samplePosted)
})

test('what was left blank is an empty field, and what the page does not ask is left out', () => {
  expect(postedFrom(samplePage, { Q11: -1, Q07: 0, Z01: 4, C0a: 0 })).toEqual({ Q11: [''], Q07: ['0'] })
})
