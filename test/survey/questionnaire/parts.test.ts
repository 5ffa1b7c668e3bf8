/** The parts of a question's shape, type by type. */
import { describe, expect, it, test } from 'vitest'
import type { Question } from '../../../schema/questionnaire.ts'
import { askPage } from '../../../src/survey/questionnaire/ask.ts'
import { indexOf, placeOfPage } from '../../../src/survey/questionnaire/indexed.ts'
import * as parts from '../../../src/survey/questionnaire/parts.ts'
import { ask, given, option, page, row, small, text } from './small.ts'

const options = [option(1), option(2)]
const attention = { code: 'AC', targets: [1], label: text('{target}') }

const single = ask('Q1', 'single', { options })
const carrying = ask('Q2', 'multi', { options, carry: { from: 'Q1' }, without: { q: 'Q1', codes: [1] }, shuffle: true })
const matrix = ask('Q3', 'matrix', { rows: [row(1)], scale: { set: 'scale' }, attention, carry: { from: 'Q1' } })
const words = ask('Q4', 'text', { maxLength: 9 })
const note = ask('N1', 'note', {})

test.each<[string, Question, object]>([
  ['picks', single, { options: { key: 'options', given: options }, answered: true }],
  [
    'picks among those of an earlier one',
    carrying,
    {
      ...{ options: { key: 'options', given: options }, answered: true, carried: 'Q1', isShuffled: true },
      without: { q: 'Q1', codes: [1] },
    },
  ],
  [
    'rows',
    matrix,
    {
      ...{ options: { key: 'scale', given: { set: 'scale' } }, answered: true, carried: 'Q1', rows: [row(1)] },
      ...{ attention, carriesRows: true },
    },
  ],
  ['words', words, { answered: true }],
  ['nothing to answer', note, {}],
])('a question of %s', (_, question, has) => {
  expect({
    answered: parts.isAnswered(question),
    options: parts.givenOptions(question),
    rows: parts.rowsOf(question),
    carriesRows: parts.carriesRows(question),
    carried: parts.carriedFrom(question),
    without: parts.withoutOf(question),
    attention: parts.attentionRow(question),
    isShuffled: parts.isShuffled(question),
  }).toEqual({ answered: false, options: null, rows: [], carriesRows: false, isShuffled: false, ...has })
})

describe('a questionnaire', () => {
  const questionnaire = small([page('one', [ask('Q1', 'single', { options: { set: 'place' } })])], {
    sets: { place: options },
  })

  it('is prepared once', () => {
    expect(indexOf(questionnaire)).toBe(indexOf(questionnaire))
    expect(indexOf(structuredClone(questionnaire))).not.toBe(indexOf(questionnaire))
  })

  it('offers what a set has, and names the set that it lacks', () => {
    expect(indexOf(questionnaire).questions.get('Q1')?.options).toEqual(options)
    expect(() => indexOf({ ...questionnaire, sets: {} })).toThrow(
      'Question Q1 names the set "place", which is not there',
    )
  })

  it('says which page it does not have', () => {
    expect(() => placeOfPage(indexOf(questionnaire), 'two')).toThrow('no page "two"')
    expect(() => askPage(indexOf(questionnaire), 1, {}, given())).toThrow('no page number 1')
  })
})
