/** Alipay on both sides. */
import { type AlipaySandboxOptions, alipaySandbox } from '../../../demo/providers/alipay/sandbox.ts'
import { alipaySandboxConfig } from '../../../demo/providers/alipay/side.ts'
import { alipay as manifest } from '../../../src/rewards/providers/alipay/manifest.ts'
import { openSides, orderTo, type SideOptions } from './both-sides.ts'

/** Made once: RSA keys take their time. */
export const config = await alipaySandboxConfig()

export function bothSides({ settings, fetch, ...options }: SideOptions & Partial<AlipaySandboxOptions> = {}) {
  return openSides({
    manifest,
    settings: { ...config.settings, ...settings },
    now: '2026-11-23T17:08:09.123Z',
    taken: 'success',
    fetch,
    sandboxOf: (world) => {
      const noticesTo = 'https://study.example.org/providers/alipay/notices'
      return alipaySandbox({ ...world, side: config.side, noticesTo, ...options })
    },
  })
}

export const { order, reference, asked } = orderTo(
  { channel: 'alipay', fields: { phone: '+8613800138000', name: '欧阳小明' } },
  2005,
)
