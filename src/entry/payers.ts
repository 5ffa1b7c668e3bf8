/** The providers of a configuration, the same on every runtime. */
import type { Config } from '../config.ts'
import type { Fetch } from '../platform/network/request.ts'
import type { Clock, Ids, Payer, WechatLogin } from '../ports.ts'
import { alipayFrom } from '../rewards/providers/alipay/manifest.ts'
import { manualPayer } from '../rewards/providers/manual.ts'
import { tremendousFrom } from '../rewards/providers/tremendous/manifest.ts'
import { wechatFrom } from '../rewards/providers/wechat/manifest.ts'

export interface Payers {
  payers: readonly Payer[]
  wechatLogin: WechatLogin | null
}

/**
 * Paying by hand, and whoever else is configured: one without credentials is not offered. Keys are imported here, once.
 * @throws Error with one clear line for each setting that cannot be read, of every provider
 */
export async function payersFrom(config: Config, outside: { fetch: Fetch; clock: Clock; ids: Ids }): Promise<Payers> {
  const mistakes: string[] = []
  const read = <Read>(reading: Promise<Read>): Promise<Read | null> =>
    reading.catch((error: Error) => {
      mistakes.push(error.message)
      return null
    })
  const wechat = await read(wechatFrom(config, outside))
  const alipay = await read(alipayFrom(config, outside))
  const tremendous = await read(tremendousFrom(config, outside))
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'))
  const configured = [wechat?.payer ?? null, alipay, tremendous].filter((payer) => payer !== null)
  return { payers: [manualPayer(), ...configured], wechatLogin: wechat?.login ?? null }
}

/** Whether any provider is configured, by the setting that names our account there. */
export function hasProvider({ WECHAT_MCH_ID, ALIPAY_APP_ID, TREMENDOUS_API_KEY }: Config): boolean {
  return [WECHAT_MCH_ID, ALIPAY_APP_ID, TREMENDOUS_API_KEY].some((setting) => setting !== undefined)
}

/** The network of the runtime. */
export const runtimeFetch: Fetch = (request) => fetch(request)
