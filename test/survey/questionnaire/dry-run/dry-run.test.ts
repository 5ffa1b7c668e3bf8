/** What a questionnaire comes to before anybody answers it. */
import { describe, expect, it, test } from 'vitest'
import type { Condition } from '../../../../schema/questionnaire.ts'
import { studyAbroad } from '../../../../schema/study-abroad/index.ts'
import { conditionText } from '../../../../src/survey/questionnaire/dry-run/condition-text.ts'
import { dryRun } from '../../../../src/survey/questionnaire/dry-run/dry-run.ts'
import { ask, option, page, small } from '../small.ts'

const three = [option(1), option(2), option(3)]
const options = { options: three }
/** Two ways on, one of them screened out, and a question that nobody can be asked. */
const forked = (more: Condition = { q: 'Q1', in: [2] }) =>
  small(
    [
      page('first', [ask('Q1', 'single', options)], {
        lease: true,
        ends: [{ when: { q: 'Q1', in: [3] }, as: 'screened_out' }],
      }),
      page('second', [ask('Q2', 'single', options), ask('Q3', 'single', { ...options, when: more })], {
        when: { q: 'Q1', in: [2] },
      }),
      page('third', [ask('Q4', 'single', options)]),
    ],
    { place: 'Q1', facts: ['flag'] },
  )

describe('a dry run', () => {
  it('says every route, its length and its end', () => {
    const { routes, unreached, places, isMore, stoppedAt, faults } = dryRun(forked())
    expect(routes.map(({ pages, end, questions }) => [pages.join(' '), end, questions.least, questions.most])).toEqual([
      ['first', 'screened_out', 1, 1],
      ['first third', 'complete', 2, 2],
      ['first second third', 'complete', 4, 4],
    ])
    expect([unreached, [...places], isMore, stoppedAt, faults]).toEqual([[], [1, 2], false, null, []])
    const [short, , long] = routes
    for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const)
      expect(long?.seconds[language].most).toBeGreaterThan(short?.seconds[language].most ?? 0)
  })

  it('names what nobody is asked, with the condition that keeps it from everybody', () => {
    const { unreached } = dryRun(forked({ all: [{ q: 'Q1', in: [1] }, { fact: 'flag' }] }))
    expect(unreached).toEqual([
      {
        path: 'pages[1].questions[1]',
        message: 'no route reaches Q3',
        when: ['Q1 = 2', 'Q1 = 1 & flag'],
      },
    ])
  })

  it('goes by facts that are the same for everybody, and tries the others both ways', () => {
    const questionnaire = forked({ fact: 'flag' })
    const asked = (facts = {}) => dryRun(questionnaire, facts).routes.at(-1)?.questions
    expect(asked()).toEqual({ least: 3, most: 4 })
    expect(asked({ flag: false })).toEqual({ least: 3, most: 3 })
  })

  it('says that it stopped where there is too much to try, and walks nothing of what is not sound', () => {
    expect(dryRun(forked({ all: [{ q: 'Q1', in: [1] }, { fact: 'flag' }] }), {}, 2)).toMatchObject({
      stoppedAt: 'first',
      unreached: [],
    })
    const broken = dryRun(forked({ q: 'Q9', in: [1] }))
    expect([broken.routes, broken.faults.map(({ path }) => path)]).toEqual([[], ['pages[1].questions[1].when.q']])
  })

  it('of the study-abroad questionnaire reaches all, every place of study, and three ends', () => {
    const { routes, unreached, places } = dryRun(studyAbroad)
    expect(unreached).toEqual([])
    expect(new Set(routes.map(({ end }) => end))).toEqual(new Set(['under_age', 'screened_out', 'complete']))
    expect(places.size).toBeGreaterThan(3)
    expect(routes.at(-1)?.seconds.en.most).toBeGreaterThan(120)
  })
})

test.each<[string, Condition]>([
  ['Q1 = 1, 2', { q: 'Q1', in: [1, 2] }],
  ['Q1 ⊆ 1', { q: 'Q1', only: [1] }],
  ['Q1 ≠ ∅', { q: 'Q1', answered: true }],
  ['2 ≤ Q1', { q: 'Q1', min: 2 }],
  ['2 ≤ Q1 ≤ 5', { q: 'Q1', min: 2, max: 5 }],
  ['¬ (a & b) | c', { any: [{ not: { all: [{ fact: 'a' }, { fact: 'b' }] } }, { fact: 'c' }] }],
])('a condition is written down as %s', (written, condition) => {
  expect(conditionText(condition)).toBe(written)
})
