/** Which answers a condition may name, and what pages and places may not be made of. */

import { describe, expect, test } from 'vitest'
import type { Question } from '../../../../schema/questionnaire.ts'
import { languages } from '../../../../schema/text.ts'
import { alike, ask, page, text } from '../small.ts'
import { errorsAfter, sound } from './sound.ts'

/** The sound questionnaire with two notes on its second page, which have no names that could be the same, and with a year there that may stay blank or not. */
function withYear(optional: boolean) {
  const base = structuredClone(sound)
  const questions: Question[] = [ask('N1', 'note', {}), ask('N2', 'note', {})]
  if (optional) questions.push(ask('Q9', 'year', { min: 2010, max: 2030, optional: true }))
  else questions.push(ask('Q9', 'year', { min: 2010, max: 2030 }))
  base.pages[1]?.questions.push(...questions)
  return base
}

describe('a condition', () => {
  const at = 'pages[2].questions[2].when'

  test.each<[what: string, optional: boolean, codes: number[], errors: string[]]>([
    ['a blank where one may stay', true, [-1], []],
    ['no blank where none may stay', false, [-1], [`${at}.in[0]: -1 is not an answer of Q9`]],
    ['the first and the last of a range', true, [2010, 2030], []],
    ['the same where nothing may stay blank', false, [2010, 2030], []],
    [
      'nothing beside a range',
      true,
      [2009, 2031],
      [`${at}.in[0]: 2009 is not an answer of Q9`, `${at}.in[1]: 2031 is not an answer of Q9`],
    ],
  ])('may name %s', (_, optional, codes, errors) => {
    expect(errorsAfter(at, { q: 'Q9', in: codes }, withYear(optional))).toEqual(errors)
  })

  test('may not look at what is only read', () => {
    expect(errorsAfter(at, { q: 'N1', answered: true }, withYear(true))).toEqual([`${at}.q: N1 has no answer`])
  })
})

test.each<[what: string, min: number, max: number, optional: true | undefined, errors: string[]]>([
  ['holds it and that may stay blank', -5, 5, true, ['-1 of Q9 is a number, and not a blank']],
  ['begins with it', -1, 5, true, ['-1 of Q9 is a number, and not a blank']],
  ['ends with it', -5, -1, true, ['-1 of Q9 is a number, and not a blank']],
  ['holds it and has to be answered', -5, 5, undefined, []],
  ['is above it', 0, 5, true, []],
  ['is below it', -5, -2, true, []],
])('-1 of a range that %s', (_, min, max, optional, errors) => {
  const base = structuredClone(sound)
  base.pages[1]?.questions.push(ask('Q9', 'number', { min, max, ...(optional && { optional }) }))
  const at = 'pages[2].questions[2].when'
  expect(errorsAfter(at, { q: 'Q9', in: [-1] }, base)).toEqual(errors.map((error) => `${at}.in[0]: ${error}`))
  expect(errorsAfter(at, { q: 'Q9', in: [-2] }, base)).toEqual(
    min > -2 ? [`${at}.in[0]: -2 is not an answer of Q9`] : [],
  )
})

test('what is only read cannot be named in a text', () => {
  expect(errorsAfter('pages[2].title', alike('{N1}'), withYear(true))).toEqual(
    languages.map((language) => `pages[2].title.${language}: {N1} is not a fact or a question`),
  )
})

test('a page of what is only read needs a consent', () => {
  const base = structuredClone(sound)
  const notes = page('fourth', [ask('N1', 'note', {})])
  base.pages.push(notes)
  expect(errorsAfter('pages[3]', notes, base)).toEqual(['pages[3].questions: nothing on this page can be answered'])
  const consents = [{ code: 'C2', text: text('I agree') }]
  expect(errorsAfter('pages[3]', { ...notes, consents }, base)).toEqual([])
  expect(errorsAfter('pages[3]', { ...notes, consents: [] }, base)).not.toEqual([])
})

test('the place may not stay blank', () => {
  expect(errorsAfter('pages[0].questions[0].optional', true)).toEqual(['place: Q1 is not asked of everyone'])
})

test('a scale that is not there is one error, whatever is to be picked of it', () => {
  const at = 'pages[2].questions[2].scale.set'
  expect(errorsAfter(at, 'moods')).toEqual([`${at}: moods is not a set`])
})
