/** Alipay as it is configured, or not at all. */
import type { Config } from '../../../config.ts'
import type { Fetch } from '../../../platform/network/request.ts'
import type { Clock, Payer } from '../../../ports.ts'
import { readAccount } from './account.ts'
import { alipayPayer } from './payer.ts'

/**
 * The payer of a configuration; null when it has no app at Alipay. The keys are imported here, once.
 * @throws Error with one line that names the setting which cannot be read
 */
export async function alipayFrom(config: Config, outside: { fetch: Fetch; clock: Clock }): Promise<Payer | null> {
  const account = await readAccount(config)
  return account === null ? null : alipayPayer({ account, ...outside })
}
