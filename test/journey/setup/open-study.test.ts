import { expect, it } from 'vitest'
import { readConfig } from '../../../src/config.ts'
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
