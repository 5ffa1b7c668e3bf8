/** Alipay, transfer to an account: what it pays, and how it is configured. */
import { defineProvider } from '../manifest.ts'
import { readAccount } from './account.ts'
import { alipayPayer } from './payer.ts'
import { alipaySettings } from './settings.ts'

export const alipay = defineProvider({
  id: 'alipay',
  name: 'Alipay',
  channels: ['alipay'],
  currencies: ['CNY'],
  mode: 'push',
  settlesWithinHours: 1,
  settings: alipaySettings,
  needed: ['ALIPAY_APP_ID', 'ALIPAY_PRIVATE_KEY', 'ALIPAY_PUBLIC_KEY'],
  async open(settings, world) {
    const account = await readAccount(settings)
    return account === null ? null : alipayPayer({ account, ...world })
  },
})
