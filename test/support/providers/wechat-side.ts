/** WeChat Pay on both sides: the service's payer and login, and the sandbox WeChat that they talk to. */

import { type WechatSandboxOptions, wechatSandbox } from '../../../demo/providers/wechat/sandbox.ts'
import { wechatSandboxConfig } from '../../../demo/providers/wechat/side.ts'
import { readConfig } from '../../../src/config.ts'
import { nanoIds } from '../../../src/platform/adapters/nano-ids.ts'
import type { Fetch } from '../../../src/platform/network/request.ts'
import type { PayOrder } from '../../../src/ports.ts'
import { openProvider } from '../../../src/rewards/providers/manifest.ts'
import { wechat as manifest } from '../../../src/rewards/providers/wechat/manifest.ts'

const start = Date.parse('2026-11-23T08:00:00.000Z')
const still = { now: () => new Date(start).toISOString() }
/** Two keys of WeChat's, of which the first signs. Made once: RSA keys take their time. */
export const config = await wechatSandboxConfig({ ids: nanoIds(still), keys: 2 })

export interface SideOptions extends Partial<WechatSandboxOptions> {
  settings?: Record<string, string>
  origin?: string
  fetch?: Fetch
}

/** The two of them, on a clock of their own that stands still. */
export async function bothSides({ settings, origin, fetch, ...options }: SideOptions = {}) {
  let at = start
  const clock = { now: () => new Date(at).toISOString() }
  const ids = nanoIds(clock)
  const sandbox = wechatSandbox({ clock, ids, side: config.side, ...options })
  const read = readConfig({ ...config.settings, ORIGIN: origin ?? 'https://study.example.org', ...settings })
  const payer = await openProvider(manifest, read, { fetch: fetch ?? sandbox.fetch, clock, ids })
  if (payer?.login === undefined) throw new Error('WeChat is not configured')
  return {
    payer,
    login: payer.login,
    sandbox,
    clock,
    ids,
    settings: config.settings,
    wait(minutes: number) {
      at += minutes * 60_000
    },
  }
}

export const order: PayOrder = {
  reference: 'a1b2c3d4e5f6g7h8i9j0k1m2n3p4q5r6',
  amountMinor: 2000,
  currency: 'CNY',
  payee: { channel: 'wechat', fields: { openid: 'o-MYE42l80oelYMDE34nYD456Xoy' } },
  title: '调研参与奖励',
}
export const { reference } = order
export const asked = { reference, providerId: null }
