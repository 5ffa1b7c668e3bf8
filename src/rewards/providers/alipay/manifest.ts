/** Alipay, transfer to an account: what it pays, and how it is configured. */
import { defineProvider } from '../manifest.ts'
import { alipaySettings } from './settings.ts'

export const alipay = defineProvider({
  id: 'alipay',
  name: 'Alipay',
  channels: ['alipay'],
  // A transfer is of 0.1 to 100,000,000 yuan: alipay.fund.trans.uni.transfer, `trans_amount`.
  carries: { CNY: { leastMinor: 10, mostMinor: 10_000_000_000 } },
  mode: 'push',
  settlesWithinHours: 1,
  settings: alipaySettings,
  needed: ['ALIPAY_APP_ID', 'ALIPAY_PRIVATE_KEY', 'ALIPAY_PUBLIC_KEY'],
  async open(settings, world) {
    if (settings.ALIPAY_APP_ID === undefined) return null
    // Not evaluated by the start of a Worker that is not configured for it.
    const { openAlipay } = await import('./open.ts')
    return openAlipay(settings, world)
  },
})
