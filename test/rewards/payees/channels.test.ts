/** A holder is offered what can be paid, and asked for what that needs. */
import { expect, it } from 'vitest'
import { channels } from '../../../schema/tables.ts'
import type { PayeeLogin } from '../../../src/ports.ts'
import { channelsFor, payeeFields } from '../../../src/rewards/payees/channels.ts'
import { maskPayee } from '../../../src/rewards/payees/mask.ts'
import { registry } from '../../../src/rewards/providers/registry.ts'
import { scriptedPayer } from '../../support/payer.ts'

const login: PayeeLogin = {
  identifies: 'openid',
  appId: 'wx1',
  mchId: '1900000001',
  authorizeOrigin: 'https://wechat.example',
  authorizeUrl: () => 'https://wechat.example/authorize',
  openidOf: async () => null,
}
const cny = { currency: 'CNY', amountMinor: 2_000, channels: ['wechat', 'alipay', 'bank'] }
const mop = { currency: 'MOP', amountMinor: 2_500 }
const manual = scriptedPayer({ provider: 'manual', channels: ['alipay', 'fps', 'bank'], mode: 'file' })
const wechat = {
  ...scriptedPayer({ provider: 'wechat', channels: ['wechat'], mode: 'confirm', login }),
  carries: registry.wechat.carries,
}
const noLogin = scriptedPayer({ provider: 'wechat', channels: ['wechat'], mode: 'confirm' })
const tremendous = scriptedPayer({ provider: 'tremendous', channels: ['gift'] })

it('offers the channels of the offer that some provider pays', () => {
  expect(channelsFor(cny, { payers: [manual] })).toEqual(['alipay', 'bank'])
  expect(channelsFor(cny, { payers: [] })).toEqual([])
  expect(channelsFor({ ...mop, channels: ['bank'] }, { payers: [manual] })).toEqual(['bank'])
})

it('offers WeChat only where one can sign in with it and it is paid', () => {
  expect(channelsFor(cny, { payers: [wechat] })).toEqual(['wechat'])
  expect(channelsFor(cny, { payers: [noLogin] })).toEqual([])
  expect(channelsFor(cny, { payers: [manual, { ...manual, login }] })).not.toContain('wechat')
})

it('does not offer WeChat for amounts that it pays only to a name', () => {
  const large = (amountMinor: number) => channelsFor({ ...cny, amountMinor }, { payers: [wechat, manual] })
  expect(large(199_999)).toContain('wechat')
  expect(large(200_000)).toEqual(['alipay', 'bank'])
})

it('offers a gift in any currency where Tremendous is configured, and nowhere else', () => {
  const otherGifts = scriptedPayer({ provider: 'manual', channels: ['gift'], mode: 'file' })
  expect(channelsFor(cny, { payers: [tremendous] })).toEqual(['gift'])
  expect(channelsFor({ ...mop, channels: [] }, { payers: [tremendous] })).toEqual(['gift'])
  expect(channelsFor(cny, { payers: [otherGifts] })).toEqual([])
})

it('offers the wallets of Hong Kong and Macao where they are paid by hand, each in its own currency', () => {
  const wallets = ['alipayhk', 'mpay']
  const { channels: byHand } = registry.manual
  const hand = scriptedPayer({ provider: 'manual', channels: [...byHand], mode: 'file' })
  expect(channelsFor({ currency: 'HKD', amountMinor: 2_200, channels: wallets }, { payers: [hand] })).toEqual([
    'alipayhk',
  ])
  expect(channelsFor({ ...mop, channels: wallets }, { payers: [hand] })).toEqual(['mpay'])
  expect(channelsFor({ ...cny, channels: wallets }, { payers: [hand] })).toEqual([])
  expect(channelsFor({ ...mop, channels: wallets }, { payers: [tremendous] })).toEqual(['gift'])
})

it('offers no channel in a currency that it or its provider does not pay', () => {
  const hkdOnly = { ...manual, carries: { HKD: { leastMinor: 1, mostMinor: 100_000 } } }
  expect(channelsFor(cny, { payers: [hkdOnly] })).toEqual([])
  expect(channelsFor({ ...mop, channels: ['alipay'] }, { payers: [manual] })).toEqual([])
})

it('asks for one kind of identifier a channel', () => {
  const identifiers = ['openid', 'phone', 'account', 'email']
  for (const channel of channels) {
    for (const currency of ['CNY', 'HKD', 'MOP']) {
      const asked = (payeeFields(channel, currency) ?? []).map(({ name }) => name as string)
      if (asked.length === 0) continue
      expect(asked.filter((name) => identifiers.includes(name))).toHaveLength(1)
    }
  }
  expect(payeeFields('alipay', 'CNY')?.map(({ name }) => name)).toEqual(['phone', 'name'])
  expect(payeeFields('fps', 'CNY')).toBeNull()
})

it.each([
  [
    { phone: '+8613800138000', name: '王小明' },
    { phone: '+86 138****8000', name: '王*' },
  ],
  [
    { phone: '+85291234567', name: 'Chan Tai Man' },
    { phone: '+852 91****67', name: 'C*' },
  ],
  [
    { bank: '004', account: '123456789838', name: '𠮷野' },
    { bank: '004', account: '****9838', name: '𠮷*' },
  ],
  [{ phone: '+85366123456' }, { phone: '+853 66****56' }],
  [{ email: 'mei.lin@example.org' }, { email: 'm***@example.org' }],
  [{ openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' }, {}],
])('%j is shown as %j', (fields: Record<string, string>, shown) => {
  expect(Object.fromEntries(maskPayee({ fields }).map(({ field, text }) => [field, text]))).toEqual(shown)
})
