/** WeChat Pay v3, merchant transfer: what it pays, what it can, and how it is configured. */
import { defineProvider } from '../manifest.ts'
import { namedFromMinor } from './named.ts'
import { wechatSettings } from './settings.ts'

export const wechat = defineProvider({
  id: 'wechat',
  name: 'WeChat Pay',
  channels: ['wechat'],
  // A transfer is of 0.1 yuan or more. Signing in tells no name, so that it ends below where WeChat asks for one.
  carries: { CNY: { leastMinor: 10, mostMinor: namedFromMinor - 1 } },
  mode: 'confirm',
  settlesWithinHours: 24,
  settings: wechatSettings,
  needed: [
    'WECHAT_MCH_ID',
    'WECHAT_APP_ID',
    'WECHAT_APP_SECRET',
    'WECHAT_SERIAL',
    'WECHAT_PRIVATE_KEY',
    'WECHAT_API_V3_KEY',
    'WECHAT_PUBLIC_KEY_ID',
    'WECHAT_PUBLIC_KEY',
  ],
  async open(settings, world) {
    if (settings.WECHAT_MCH_ID === undefined) return null
    // Not evaluated by the start of a Worker that is not configured for it.
    const { openWechat } = await import('./open.ts')
    return openWechat(settings, world)
  },
})
