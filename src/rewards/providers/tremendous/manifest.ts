/** Tremendous as it is configured, or not at all. */
import type { Config } from '../../../config.ts'
import type { Fetch } from '../../../platform/network/request.ts'
import type { Payer } from '../../../ports.ts'
import { readTremendous } from './account.ts'
import { tremendousPayer } from './payer.ts'

/**
 * The payer of a configuration; null when it has no account at Tremendous.
 * @throws Error with one line that names the setting which is missing
 */
export async function tremendousFrom(config: Config, outside: { fetch: Fetch }): Promise<Payer | null> {
  const account = await readTremendous(config)
  return account === null ? null : tremendousPayer({ account, ...outside })
}
