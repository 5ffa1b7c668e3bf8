/** Everything that may be wrong with a set-up, one by one: what is typed, and which fault stands at which field. */
import { describe, expect, it } from 'vitest'
import example from '../../../docs/examples/commuting.json' with { type: 'json' }
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { npsTemplate } from '../../../schema/templates/nps.ts'
import { setupFaultText } from '../../../src/journey/setup/pages/words-of.ts'
import type { SetupContext } from '../../../src/journey/setup/read/context.ts'
import { mostCost, studyFromSetup } from '../../../src/journey/setup/read/study-of.ts'
import { readSetup, type Setup, setupSchema } from '../../../src/journey/setup/setup.ts'
import { registry } from '../../../src/rewards/providers/registry.ts'
import { scriptedPayer } from '../../support/payer.ts'

const context: SetupContext = {
  isTaken: false,
  questionnaire: studyAbroad,
  payers: [],
  now: '2026-11-23T08:00:00.000Z',
}

type Section = Exclude<keyof Setup, 'saved'>

/** The example with a section in which something else is typed. */
function typed(section: Section, fields: object): Setup {
  return setupSchema.parse({ ...example, [section]: { ...example[section as keyof typeof example], ...fields } })
}

const offer = example.rewards.offers[0]
const quota = example.checks.quotas[0]
const offers = (...changed: object[]) => ({ offers: changed.map((one) => ({ ...offer, ...one })) })
const quotas = (...changed: object[]) => ({ quotas: changed.map((one) => ({ ...quota, ...one })) })
const long = 'a'.repeat(2_001)

const cases: [section: Section, fields: object, field: string, code: string, changed?: Partial<SetupContext>][] = [
  ['study', { slug: '' }, 'slug', 'required'],
  ['study', { slug: 'Two Words' }, 'slug', 'slug_shape'],
  ['study', { slug: 'a--b' }, 'slug', 'slug_shape'],
  ['study', {}, 'slug', 'slug_taken', { isTaken: true }],
  ['study', { languages: [] }, 'languages', 'no_language'],
  ['study', { organiser: { en: 'a', 'zh-Hans': 'b' } }, 'organiser.zh-Hant', 'language_missing'],
  ['study', { contact: 'somebody' }, 'contact', 'contact'],
  ['study', { why: {} }, 'why.en', 'language_missing'],
  ['study', { forWhom: { en: long, 'zh-Hans': 'b', 'zh-Hant': 'c' } }, 'forWhom.en', 'too_long'],
  ['study', { costCentre: 'a'.repeat(41) }, 'costCentre', 'too_long'],
  ['questionnaire', { from: 'elsewhere' }, 'from', 'one_of'],
  ['questionnaire', { template: 'none' }, 'template', 'no_template', { questionnaire: null }],
  ['questionnaire', { from: 'study', study: 'none' }, 'study', 'no_study', { questionnaire: null }],
  ['questionnaire', { from: 'version' }, 'version', 'no_version', { questionnaire: null }],
  ['questionnaire', { minutes: '0' }, 'minutes', 'whole_number_or_empty'],
  ['window', { zone: 'UTC+8' }, 'zone', 'zone'],
  ['window', { zone: 'Mars/Olympus' }, 'zone', 'zone'],
  ['window', { opens: 'tomorrow' }, 'opens', 'moment'],
  ['window', { opens: '2027-02-29T09:00' }, 'opens', 'moment'],
  ['window', { zone: 'Pacific/Apia', opens: '0001-01-01T00:00' }, 'opens', 'moment'],
  ['window', { zone: 'Pacific/Kiritimati', closes: '9999-12-31T23:59' }, 'closes', 'moment'],
  ['window', { zone: 'Europe/Berlin', opens: '2027-03-28T02:30' }, 'opens', 'skipped'],
  ['window', { opens: '2027-03-01T09:00', closes: '2027-03-01T09:00' }, 'closes', 'closes_before'],
  ['window', { opens: '2026-01-01T09:00', closes: '2026-02-01T09:00' }, 'closes', 'closes_past'],
  ['window', { finishDays: '91' }, 'finishDays', 'whole_number'],
  ['window', { winterFrom: '2027-01-08' }, 'closedTo', 'days_together'],
  ['window', { winterFrom: '2027-01-32' }, 'winterFrom', 'day'],
  [
    'window',
    { winterFrom: '2027-01-08', winterTo: '2027-01-01', closedFrom: '2027-01-09', closedTo: '2027-01-10' },
    'winterTo',
    'days_order',
  ],
  ['people', { minimumAge: '13' }, 'minimumAge', 'whole_number'],
  ['people', { minimumAge: 'eighteen' }, 'minimumAge', 'whole_number'],
  ['people', { mainland: '' }, 'mainland', 'required'],
  ['people', { paradata: 'maybe' }, 'paradata', 'one_of'],
  ['people', { abroad: 'yes' }, 'recipientContact', 'required'],
  ['people', { abroad: 'yes' }, 'recipientPurpose.en', 'language_missing'],
  ['privacy', { where: { en: 'Here' } }, 'where.zh-Hans', 'language_missing'],
  ['privacy', { keepPayees: '29' }, 'keepPayees', 'whole_number_or_empty'],
  ['privacy', { keepMarks: '' }, 'keepMarks', 'whole_number'],
  ['privacy', { keepDrafts: '0' }, 'keepDrafts', 'whole_number_or_empty'],
  ['rewards', { offers: [] }, 'offers', 'no_offers'],
  ['rewards', { taxMode: 'net', taxRate: '100' }, 'taxRate', 'tax_rate'],
  ['rewards', { taxMode: 'net', taxRate: '0' }, 'taxRate', 'tax_rate'],
  ['rewards', { calendar: 'us' }, 'calendar', 'one_of'],
  ['rewards', { paidWhen: {} }, 'paidWhen.en', 'language_missing'],
  ['rewards', { voucherDays: '0' }, 'voucherDays', 'whole_number'],
  ['rewards', { perPayout: '-5' }, 'perPayout', 'amount'],
  ['rewards', offers({ currency: 'ABC' }), 'offers.0.currency', 'currency'],
  ['rewards', offers({ currency: 'CLF' }), 'offers.0.currency', 'not_payable'],
  ['rewards', offers({ amount: '' }), 'offers.0.amount', 'required'],
  ['rewards', offers({ amount: '20.005' }), 'offers.0.amount', 'amount'],
  ['rewards', offers({ amount: '0' }), 'offers.0.amount', 'amount'],
  ['rewards', offers({ budget: '19.99' }), 'offers.0.budget', 'budget_small'],
  ['rewards', offers({ budget: '1000000000.01' }), 'offers.0.budget', 'amount_large'],
  ['rewards', { taxMode: 'net', taxRate: '99.99', ...offers({ amount: '0.01' }) }, 'offers.0.amount', 'leaves_nothing'],
  ['rewards', offers({ channels: [] }), 'offers.0.channels', 'no_channels'],
  ['rewards', offers({ channels: ['cheque'] }), 'offers.0.channels', 'one_of'],
  ['rewards', offers({ channels: ['wechat'] }), 'offers.0.channels', 'channel_pays_not'],
  ['rewards', offers({ places: [] }), 'offers.0.places', 'no_places'],
  ['rewards', offers({ places: ['99'] }), 'offers.0.places', 'place_unknown'],
  ['rewards', offers({ places: ['here'] }), 'offers.0.places', 'place_unknown'],
  ['rewards', offers({}, {}), 'offers.1.places', 'place_twice'],
  ['rewards', offers({}), 'offers.0.places', 'no_place_question', { questionnaire: npsTemplate }],
  ['rewards', offers({}, { currency: 'JPY', places: ['0'], channels: [] }), 'perPayout', 'decimals_differ'],
  ['checks', { openLinkPolicy: 'never' }, 'openLinkPolicy', 'one_of'],
  ['checks', quotas({ cell: 'Two' }), 'quotas.0.cell', 'cell_shape'],
  ['checks', quotas({}, {}), 'quotas.1.cell', 'cell_twice'],
  ['checks', quotas({ label: {} }), 'quotas.0.label.en', 'language_missing'],
  ['checks', quotas({ question: '' }), 'quotas.0.question', 'required'],
  ['checks', quotas({ question: 'Q99' }), 'quotas.0.question', 'question_unknown'],
  ['checks', quotas({ codes: '2, many' }), 'quotas.0.codes', 'code_unknown'],
  ['checks', quotas({ codes: '2, 4711' }), 'quotas.0.codes', 'code_unknown'],
  ['checks', quotas({ codes: '2, -1' }), 'quotas.0.codes', 'code_unknown'],
  ['checks', quotas({ when: '{"q":' }), 'quotas.0.when', 'condition'],
  ['checks', quotas({ when: '{"q":"Q30","min":2000}' }), 'quotas.0.question', 'uncountable'],
  ['checks', quotas({ limit: '' }), 'quotas.0.limit', 'whole_number'],
]

/** The languages of the words below. */
const inOurs = ['en', 'zh-Hans', 'zh-Hant'] as const

/** What a set-up's own checks leave to others is told in the reader's language too. */
describe('a fault that another part finds', () => {
  const wechat = { ...scriptedPayer({ provider: 'wechat', channels: ['wechat'] }), carries: registry.wechat.carries }
  it.each<[what: string, setup: Setup, payers: SetupContext['payers'], said: string[]]>([
    [
      'an amount beyond what a channel pays',
      typed('rewards', offers({ currency: 'CNY', amount: '2000.00', budget: '2000', channels: ['wechat'] })),
      [wechat],
      [
        'WeChat Pay 微信支付 does not pay CNY 2,000.00 at once, only 0.10–1,999.99.',
        '微信支付单笔不支持CNY 2,000.00，只支持0.10–1,999.99。',
        '微信支付 WeChat Pay單筆不支援CNY 2,000.00，只支援0.10–1,999.99。',
      ],
    ],
    [
      'a condition on a question that is not there',
      typed('checks', quotas({ cell: 'grown', when: '{"q":"Q99","in":[1]}' })),
      [],
      ['This cannot be counted: “Q99” is not there.', '无法计数：“Q99”不存在。', '無法計數：「Q99」不存在。'],
    ],
    [
      'a condition on a number',
      typed('checks', quotas({ cell: 'grown', when: '{"q":"Q30","min":2000}' })),
      [],
      [
        'This cannot be counted: Q30 has no options to count by.',
        '无法计数：Q30没有可供计数的选项。',
        '無法計數：Q30沒有可供計數的選項。',
      ],
    ],
  ])('such as %s is told in each language', (_what, setup, payers, expected) => {
    const { faults } = studyFromSetup(setup, { ...context, payers })
    expect(faults.flatMap((fault) => inOurs.map((language) => setupFaultText(language, fault)))).toEqual(expected)
  })
})

describe('a set-up', () => {
  it.each(cases)('of which %s has %j has a fault at %s: %s', (section, fields, field, code, changed = {}) => {
    const { faults, study } = studyFromSetup(typed(section, fields), { ...context, ...changed })
    expect(study).toBeNull()
    expect(faults.map((fault) => [fault.section, fault.field, fault.code])).toContainEqual([section, field, code])
  })

  it('without a fault is the study that it says', () => {
    const { faults, study } = studyFromSetup(typed('rewards', { taxMode: 'net', taxRate: '16.67' }), context)
    expect(faults).toEqual([])
    expect(study).toMatchObject({
      slug: 'commuting',
      opensAt: context.now,
      closesAt: '2099-06-30T10:00:00.000Z',
      settings: {
        tax: { mode: 'net', rateBasisPoints: 1_667 },
        limits: { perPayoutMinor: 50_000, perBatchMinor: 1_000_000 },
        quotas: [{ cell: 'hong-kong', when: { q: 'Q04', in: [2] }, limit: 100 }],
        recipient: null,
      },
      offers: [
        { currency: 'HKD', amountMinor: 2_000, budgetMinor: 200_000, channels: ['fps', 'bank'], places: [2] },
        { currency: 'CNY', amountMinor: 1_800, budgetMinor: 180_000, places: [0] },
      ],
    })
    expect(study && [...mostCost(study)]).toEqual([
      ['HKD', 200_000],
      ['CNY', 180_000],
    ])
  })

  it('of nothing at all has every fault at once, and can be read', () => {
    const empty = readSetup('{}')
    const sections = new Set(studyFromSetup(empty, context).faults.map(({ section }) => section))
    expect([...sections]).toEqual(['study', 'people', 'rewards'])
  })

  it('in one language needs its texts in that one alone', () => {
    const { study } = typed('study', { languages: ['en'] })
    const one = typed('study', { ...study, organiser: { en: 'Transport desk' }, forWhom: {}, why: {} })
    const { faults } = studyFromSetup(one, context)
    expect(faults).toEqual([])
  })
})
