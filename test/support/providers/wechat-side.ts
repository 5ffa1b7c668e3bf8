/** WeChat Pay on both sides, with the login of payees. */
import { type WechatSandboxOptions, wechatSandbox } from '../../../demo/providers/wechat/sandbox.ts'
import { wechatSandboxConfig } from '../../../demo/providers/wechat/side.ts'
import { nanoIds } from '../../../src/platform/adapters/nano-ids.ts'
import { wechat as manifest } from '../../../src/rewards/providers/wechat/manifest.ts'
import { type SideOptions as AnySideOptions, openSides, orderTo } from './both-sides.ts'

const now = '2026-11-23T08:00:00.000Z'
/** Two keys of WeChat's, of which the first signs. Made once: RSA keys take their time. */
export const config = await wechatSandboxConfig({ ids: nanoIds({ now: () => now }), keys: 2 })

export type SideOptions = AnySideOptions & Partial<WechatSandboxOptions> & { origin?: string }

export async function bothSides({ settings, origin, fetch, ...options }: SideOptions = {}) {
  const sides = await openSides({
    manifest,
    settings: { ...config.settings, ORIGIN: origin ?? 'https://study.example.org', ...settings },
    now,
    taken: '',
    fetch,
    sandboxOf: ({ clock, ids }) => wechatSandbox({ clock, ids, side: config.side, ...options }),
  })
  const { login } = sides.payer
  if (login === undefined) throw new Error('WeChat is not configured')
  return { ...sides, login, settings: config.settings }
}

export const { order, reference, asked } = orderTo(
  { channel: 'wechat', fields: { openid: 'o-MYE42l80oelYMDE34nYD456Xoy' } },
  2000,
)
