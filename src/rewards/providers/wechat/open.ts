/** WeChat Pay as it is configured: its keys read, and the client that works with them. */
import type { ProviderClient, ProviderWorld } from '../manifest.ts'
import { wechatLogin } from './login.ts'
import { readMerchant } from './merchant.ts'
import { wechatPayer } from './payer.ts'
import type { WechatSettings } from './settings.ts'

/** Null when it is not configured. @throws Error with one line that names the setting which cannot be read */
export async function openWechat(
  settings: WechatSettings & { ORIGIN: string },
  world: ProviderWorld,
): Promise<ProviderClient | null> {
  const merchant = await readMerchant(settings)
  if (merchant === null) return null
  const login = wechatLogin({ merchant, fetch: world.fetch })
  return { ...wechatPayer({ merchant, origin: settings.ORIGIN, ...world }), login }
}
