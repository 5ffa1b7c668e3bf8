/** Alipay as it is configured: its account read, and the client that works with it. */
import type { ProviderClient, ProviderWorld } from '../manifest.ts'
import { readAccount } from './account.ts'
import { alipayPayer } from './payer.ts'
import type { AlipaySettings } from './settings.ts'

/** Null when it is not configured. @throws Error with one line that names the setting which cannot be read */
export async function openAlipay(settings: AlipaySettings, world: ProviderWorld): Promise<ProviderClient | null> {
  const account = await readAccount(settings)
  return account === null ? null : alipayPayer({ account, ...world })
}
