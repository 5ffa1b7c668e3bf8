/** Which cells answers meet, and which quotas can be counted: without a database. */
import { describe, expect, it } from 'vitest'
import { withQuotas } from '../../../demo/quotas.ts'
import type { Condition } from '../../../schema/questionnaire.ts'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { settingsSchema } from '../../../src/journey/settings-schema.ts'
import { studyAbroadStudy } from '../../../src/journey/setup/study-abroad.ts'
import { faultsOfQuotas } from '../../../src/survey/quotas/faults.ts'
import { cellsMet, type Quota } from '../../../src/survey/quotas/quota.ts'
import { given, text } from '../questionnaire/small.ts'

const quota = (cell: string, when: Condition): Quota => ({ cell, label: text(cell), when, limit: 1 })

describe('the cells that answers meet', () => {
  const quotas = [
    quota('studying', { q: 'Q02', in: [3] }),
    quota('abroad', { all: [{ q: 'Q03', in: [5] }, { not: { q: 'Q02', in: [1, 2] } }] }),
    quota('not-by-agent', { not: { q: 'Q09', in: [1] } }),
    quota('any', { any: [{ q: 'Q02', in: [1, 2, 3, 4] }, { fact: 'minors' }] }),
  ]
  it.each([
    ['of one', { Q02: 4, Q03: 1 }, 'places', ['any']],
    ['of several that overlap', { Q02: 3, Q03: 5 }, 'places', ['abroad', 'any', 'studying']],
    ['of none', { Q02: 5, Q03: 1 }, 'places', []],
    ['of one that hangs on what was not said, once it was asked', { Q02: 5 }, null, ['not-by-agent']],
    ['of none by what is still to be asked', {}, 'start', []],
  ] as const)('%s', (_, answers, unfinished, met) => {
    expect(cellsMet(quotas, studyAbroad, { answers, unfinished }, given())).toEqual(met)
  })
})

describe('a quota is refused', () => {
  it.each([
    ['whose name is taken', [quota('a', { q: 'Q02', in: [1] }), quota('a', { q: 'Q02', in: [2] })], 'a is named twice'],
    ['of a question that is not there', [quota('a', { q: 'Q99', in: [1] })], 'a: Q99 is not a question'],
    ['of a code that is not there', [quota('a', { not: { q: 'Q02', in: [9] } })], 'a: 9 is not an answer of Q02'],
    ['of a number', [quota('a', { any: [{ q: 'Q30', min: 1990 }] })], 'a: Q30 has no codes'],
    ['of a text', [quota('a', { all: [{ q: 'Q28', answered: true }] })], 'a: Q28 has no codes'],
    ['of a fact that is not there', [quota('a', { fact: 'summer' })], 'a: summer is not a fact'],
  ] as const)('%s', (_, quotas, fault) => {
    expect(faultsOfQuotas(studyAbroad, quotas)).toEqual([fault])
  })

  it('not of a question with codes on any page', () => {
    expect(
      faultsOfQuotas(studyAbroad, [quota('a', { q: 'Q07', in: [1] }), quota('b', { q: 'Q17', only: [1] })]),
    ).toEqual([])
  })

  it('not in the demonstration, which has room for everybody who looks around', () => {
    const { settings, questionnaire } = withQuotas(studyAbroadStudy('2026-01-01T00:00:00.000Z'))
    const { quotas } = settingsSchema.parse(settings)
    expect(faultsOfQuotas(questionnaire, quotas)).toEqual([])
    expect(quotas.every(({ limit }) => limit >= 5_000)).toBe(true)
  })
})
