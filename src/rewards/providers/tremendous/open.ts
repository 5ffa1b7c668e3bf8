/** Tremendous as it is configured: its account read, and the client that works with it. */
import type { ProviderClient, ProviderWorld } from '../manifest.ts'
import { readTremendous } from './account.ts'
import { tremendousPayer } from './payer.ts'
import type { TremendousSettings } from './settings.ts'

/** Null when it is not configured. @throws Error with one line that names the setting which cannot be read */
export async function openTremendous(
  settings: TremendousSettings,
  world: ProviderWorld,
): Promise<ProviderClient | null> {
  const account = await readTremendous(settings)
  return account === null ? null : tremendousPayer({ account, ...world })
}
