/** WeChat Pay as it is configured, or not at all. */
import type { Config } from '../../../config.ts'
import type { Fetch } from '../../../platform/network/request.ts'
import type { Clock, Ids, Payer, WechatLogin } from '../../../ports.ts'
import { wechatLogin } from './login.ts'
import { readMerchant } from './merchant.ts'
import { wechatPayer } from './payer.ts'

/**
 * The payer and the login of a configuration; null when it has no merchant. The keys are imported here, once.
 * @throws Error with one line that names the setting which cannot be read
 */
export async function wechatFrom(
  config: Config,
  outside: { fetch: Fetch; clock: Clock; ids: Ids },
): Promise<{ payer: Payer; login: WechatLogin } | null> {
  const merchant = await readMerchant(config)
  if (merchant === null) return null
  const payer = wechatPayer({ merchant, origin: config.ORIGIN, ...outside })
  return { payer, login: wechatLogin({ merchant, fetch: outside.fetch }) }
}
