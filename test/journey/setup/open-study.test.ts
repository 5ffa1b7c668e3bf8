import { expect, it } from 'vitest'
import { readConfig } from '../../../src/config.ts'
import { studyAbroadStudy } from '../../../src/journey/setup/study-abroad.ts'
import { pageView } from '../../../src/survey/questionnaire/page/page-view.ts'
import { surveySettingsSchema } from '../../../src/survey/studies/settings-schema.ts'
import { startFacts } from '../../../src/survey/studies/study.ts'
import { fresh } from '../../support/databases/fresh.ts'

it.each(['XAU', 'cny', 'ABC'])(
  'a study with a reward in %s, which has no minor unit, does not open',
  async (currency) => {
    const opened = fresh({
      study: (study) => ({ ...study, offers: study.offers.map((offer) => ({ ...offer, currency })) }),
    })
    await expect(opened).rejects.toThrow(`${currency} is no currency of ISO 4217`)
  },
)

it('a yearly limit in an unknown currency is refused before anything starts', () => {
  expect(readConfig({ PAYEE_YEAR_LIMITS: 'CNY:80000,KWD:9000' }).PAYEE_YEAR_LIMITS).toEqual({ CNY: 80_000, KWD: 9000 })
  expect(() => readConfig({ PAYEE_YEAR_LIMITS: 'CNY:80000,ABC:9000' })).toThrow('unknown currency')
})

it('a study with a quota that cannot be counted does not open', async () => {
  const label = { en: 'a', 'zh-Hans': 'a', 'zh-Hant': 'a' }
  const quotas = [{ cell: 'born', label, when: { q: 'Q30', min: 2_000 }, limit: 5 }]
  const opened = fresh({ study: (study) => ({ ...study, settings: { ...study.settings, quotas } }) })
  await expect(opened).rejects.toThrow('quotas: born: Q30 has no codes')
})

it.each([
  ['2026-11-29T08:00:00.000Z', '2027-01-08'],
  ['2027-02-13T08:00:00.000Z', '2027-01-08'],
  ['2027-02-14T08:00:00.000Z', '2027-12-28'],
])('the study of a fresh installation, opened at %s, asks about the winter vacation from %s on', (opensAt, from) => {
  const { questionnaire, settings } = studyAbroadStudy(opensAt)
  expect(settings.winter?.from).toBe(from)
  const facts = startFacts(surveySettingsSchema.parse(settings), opensAt)
  const { questions } = pageView(questionnaire, 'border', { Q02: 3 }, { seed: '1', facts })
  expect(questions.map(({ code }) => code)).toContain('Q21')
})
