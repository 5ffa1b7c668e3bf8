/** Orders that were shown once are shown again, so they must not change from one release to the next. */
import { describe, expect, it } from 'vitest'
import { attentionOf } from '../../../../src/survey/questionnaire/route/attention.ts'
import { drawer, drawnRanks } from '../../../../src/survey/questionnaire/route/shuffle.ts'
import { ask, option, page, row, small, text } from '../small.ts'

describe('a seed', () => {
  it('draws the same numbers for the same purpose, in every release', () => {
    const draw = drawer('seed', 'purpose')
    expect(Array.from({ length: 8 }, () => draw(100))).toEqual([29, 21, 25, 39, 48, 97, 38, 6])
  })

  it.each([
    ['seed', 'purpose', [2, 4, 3, 1, 5, 0]],
    ['seed', 'another', [2, 4, 1, 0, 5, 3]],
    ['other', 'purpose', [1, 4, 3, 2, 5, 0]],
  ])('%s draws the same order for %s, in every release', (seed, purpose, ranks) => {
    expect(drawnRanks(6, (item) => item === 1 || item === 4, seed, purpose)).toEqual(ranks)
  })

  it('draws every order of three', () => {
    const orders = Array.from({ length: 200 }, (_, n) => drawnRanks(3, () => false, `seed ${n}`, 'purpose').join(''))
    expect([...new Set(orders)].sort()).toEqual(['012', '021', '102', '120', '201', '210'])
  })

  it('draws the field and the target of an attention row, in every release', () => {
    const attention = { code: 'AC', targets: [1, 2, 3], label: text('{target}') }
    const scale = [option(1), option(2), option(3)]
    const questionnaire = small([page('one', [ask('Q1', 'matrix', { rows: [row(1)], scale, attention })])])
    expect(attentionOf(questionnaire, 'seed')).toEqual({ Q1: { field: '67', target: 2 } })
  })
})
