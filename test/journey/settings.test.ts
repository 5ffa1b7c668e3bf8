import { describe, expect, it } from 'vitest'
import { type GivenSettings, settingsSchema } from '../../src/journey/settings-schema.ts'
import { studyAbroadStudy } from '../../src/journey/setup/study-abroad.ts'
import { readRewardSettings } from '../../src/rewards/offers/offer.ts'
import { readSurveySettings } from '../../src/survey/studies/study.ts'

const at = '2026-03-02T02:00:00.000Z'
/** As a study that opens writes them: it always says how long what is kept. */
const whole: GivenSettings = { ...studyAbroadStudy(at).settings, retention: {} }
/** What a study may leave out. */
const optional = [
  'finishDays',
  'paradata',
  'quotas',
  'mainland',
  'voucherDays',
  'graceDays',
  'calendar',
  'limits',
  'tax',
  'costCentre',
  'projectCode',
] as const
const without = (names: readonly string[]) =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name))) as GivenSettings
const english = { en: 'Only in English' }

describe('settings of a study are read back, without what checked them, to what they were checked to', () => {
  it.each<[string, GivenSettings]>([
    ['all of them', whole],
    ...optional.map((name): [string, GivenSettings] => [`without ${name}`, without([name])]),
    ['with no more than a study has to say', without(optional)],
    ['with a part of how long what is kept', { ...whole, retention: { answers: 90 } }],
    ['in one language', { ...whole, organiser: english, paidWhen: english, privacy: { where: english } }],
    [
      'with everything that may be set',
      {
        ...whole,
        languages: ['en', 'zh-Hant'],
        zone: 'Asia/Hong_Kong',
        about: { forWhom: english, why: english },
        recipient: { name: english, contact: 'a@example.org', purpose: english },
        winter: { from: '2026-01-10', to: '2026-02-20', closedFrom: '2026-02-12', closedTo: '2026-02-18' },
        quotas: [{ cell: 'some', label: english, when: { q: 'Q01', in: [1] }, limit: 5 }],
        tax: { mode: 'net', rateBasisPoints: 2_000 },
      },
    ],
  ])('%s', (_, given) => {
    const row = JSON.stringify(given)
    const checked = settingsSchema.parse(given)
    expect({ ...readSurveySettings(row), ...readRewardSettings(row) }).toEqual(checked)
  })

  it('a study from before there were times tells nobody that drafts go, and keeps the rest as others do', () => {
    const { retention: _, ...before } = whole
    expect(readSurveySettings(JSON.stringify(before)).retention).toEqual(
      settingsSchema.parse({ ...before, retention: { drafts: null } }).retention,
    )
  })
})
