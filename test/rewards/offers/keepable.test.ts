/** An offer that cannot be kept is refused in words, before anything of its study is written. */
import { describe, expect, it, test } from 'vitest'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { openStudy } from '../../../src/journey/setup/open-study.ts'
import { checkCarries, whyNotCarried } from '../../../src/platform/money/carries.ts'
import { currencyCodes, payableCurrencies } from '../../../src/platform/money/currencies.ts'
import type { Payer } from '../../../src/ports.ts'
import { faultsOfOffer } from '../../../src/rewards/offers/keepable.ts'
import { manifests, registry } from '../../../src/rewards/providers/registry.ts'
import { another, fresh, rowsOf } from '../../support/databases/fresh.ts'
import { manualPayer, scriptedPayer } from '../../support/payer.ts'

const gifts = { ...scriptedPayer({ provider: 'tremendous', channels: ['gift'] }), carries: registry.tremendous.carries }
const wechat = { ...scriptedPayer({ provider: 'wechat', channels: ['wechat'] }), carries: registry.wechat.carries }
const alipay = { ...scriptedPayer(), carries: registry.alipay.carries }
const all: Payer[] = [manualPayer(), wechat, alipay, gifts]
const offer = { currency: 'CNY', amountMinor: 2_000, budgetMinor: 0, channels: ['bank'] }
const none = { mode: 'none' } as const

describe('an offer', () => {
  test.each<[what: string, change: Partial<typeof offer>, fault: string, payers?: Payer[]]>([
    ['XTS, a code for tests', { currency: 'XTS' }, 'XTS is no currency of ISO 4217 with a minor unit'],
    ['gold', { currency: 'XAU' }, 'XAU is no currency of ISO 4217 with a minor unit'],
    ['no currency', { currency: 'X'.repeat(3) }, 'is no currency of ISO 4217 with a minor unit'],
    ['a withdrawn currency', { currency: 'DEM' }, 'DEM is no currency of ISO 4217 with a minor unit'],
    ['small letters', { currency: 'cny' }, 'cny is no currency of ISO 4217 with a minor unit'],
    ['a fund', { currency: 'CLF' }, 'CLF is a unit of account or withdrawn: nobody is paid in it'],
    ['a currency of before', { currency: 'BGN' }, 'BGN is a unit of account or withdrawn: nobody is paid in it'],
    ['a channel of another place', { channels: ['bank', 'mpay'] }, 'mpay does not pay CNY'],
    ['a channel that nobody knows', { channels: ['paypal'] }, 'paypal is no channel: there are'],
    ['a currency without a way', { currency: 'KPW', channels: [] }, 'no configured provider pays KPW'],
    ['half a minor unit', { amountMinor: 0.5 }, '0.5 minor units of CNY leave no amount to pay'],
    ['nothing', { amountMinor: 0 }, '0 minor units of CNY leave no amount to pay'],
    ['more than is exact', { amountMinor: 2 ** 53 }, '9007199254740992 minor units of CNY leave no amount to pay'],
    ['a budget below zero', { budgetMinor: -1 }, '-1 is no budget in minor units of CNY'],
    ['half a budget', { budgetMinor: 2.5 }, '2.5 is no budget in minor units of CNY'],
    [
      'too much for WeChat',
      { amountMinor: 200_000, channels: ['wechat'] },
      'CNY 2,000.00 cannot be paid by wechat: wechat pays CNY 0.10 to CNY 1,999.99 at once',
    ],
    [
      'too little for Alipay',
      { amountMinor: 9, channels: ['alipay'] },
      'CNY 0.09 cannot be paid by alipay: alipay pays CNY 0.10 to CNY 100,000,000.00 at once',
      [alipay],
    ],
  ])('of %s is refused', (_what, change, fault, payers = all) => {
    expect(faultsOfOffer({ ...offer, ...change }, none, payers)).toEqual([expect.stringContaining(fault)])
  })

  it('is kept where a named channel is paid, and where it is not paid yet', () => {
    expect(faultsOfOffer({ ...offer, channels: ['wechat', 'alipay', 'bank'] }, none, all)).toEqual([])
    expect(faultsOfOffer({ ...offer, channels: ['wechat'] }, none, [manualPayer()])).toEqual([])
  })

  it('is refused where its tax leaves nothing to pay', () => {
    const taxed = faultsOfOffer({ ...offer, amountMinor: 1 }, { mode: 'net', rateBasisPoints: 9_999 }, all)
    expect(taxed).toEqual(['1 minor units of CNY leave no amount to pay'])
  })

  it('of each currency is kept by gifts alone exactly where Tremendous takes orders in it', () => {
    for (const currency of currencyCodes) {
      const isKept = faultsOfOffer({ ...offer, currency, channels: [] }, none, all).length === 0
      expect([currency, isKept]).toEqual([currency, Object.hasOwn(registry.tremendous.carries, currency)])
    }
  })
})

it('a study with an offer that cannot be kept does not open, and nothing of it is written', async () => {
  const here = await fresh()
  const before = [await rowsOf(here, 'studies'), await rowsOf(here, 'offers'), await rowsOf(here, 'transfers')]
  const study = { ...another('other'), offers: [{ ...offer, budgetMinor: 2_000, channels: ['mpay'], places: [0] }] }
  await expect(openStudy({ ...here.ports, payers: all }, study)).rejects.toThrow('offers: mpay does not pay CNY')
  expect([await rowsOf(here, 'studies'), await rowsOf(here, 'offers'), await rowsOf(here, 'transfers')]).toEqual(before)
})

it('where nobody is asked for a place, an offer for one place is refused: nobody would ever get it', async () => {
  const here = await fresh()
  const { place: _, ...questionnaire } = studyAbroad
  const study = { ...another('other'), questionnaire }
  await expect(openStudy(here.ports, study)).rejects.toThrow('the questionnaire asks for no place')
  const offers = [{ ...offer, budgetMinor: 2_000, channels: ['alipay'], places: [0] }]
  expect(await openStudy(here.ports, { ...study, offers })).toMatchObject({ done: true })
})

describe('the table of what a provider carries', () => {
  test.each(manifests.map((one) => [one.id, one] as const))(
    'of %s names currencies that people are paid in',
    (id, one) => {
      expect(() => checkCarries(id, one.carries)).not.toThrow()
      expect(Object.keys(one.carries).filter((code) => !payableCurrencies.includes(code))).toEqual([])
    },
  )

  test.each([
    ['no currency', { XTS: { leastMinor: 1, mostMinor: 2 } }, 'x: XTS is no currency of ISO 4217'],
    ['nothing', { CNY: { leastMinor: 0, mostMinor: 2 } }, 'x: from 0 to 2 minor units of CNY is no range'],
    ['a range backwards', { CNY: { leastMinor: 3, mostMinor: 2 } }, 'x: from 3 to 2 minor units of CNY is no range'],
    ['what is not exact', { CNY: { leastMinor: 1, mostMinor: 2 ** 53 } }, 'is no range'],
  ])('with %s keeps its provider from starting', (_what, carries, why) => {
    expect(() => checkCarries('x', carries)).toThrow(why)
  })

  test.each([
    [9, 'too_little'],
    [10, null],
    [199_999, null],
    [200_000, 'too_much'],
  ])('says of %d fen by WeChat: %s', (amount, why) => {
    expect(whyNotCarried(registry.wechat.carries, 'CNY', amount)).toBe(why)
    expect(whyNotCarried(registry.wechat.carries, 'HKD', amount)).toBe('currency')
    expect(whyNotCarried(registry.wechat.carries, 'toString', amount)).toBe('currency')
  })
})
