/**
 * The pretended providers, all three, for a demonstration: they speak the real wire formats, and nobody's money moves.
 * What they know is in memory only: one that is started anew has heard of no payment.
 */
import { readConfig } from '../src/config.ts'
import { payersFrom } from '../src/entry/payers.ts'
import type { Fetch } from '../src/platform/network/request.ts'
import type { Clock, Ids } from '../src/ports.ts'
import { fakeAlipay } from './providers/alipay/sandbox.ts'
import { fakeAlipayConfig } from './providers/alipay/side.ts'
import { fakeTremendous } from './providers/tremendous/sandbox.ts'
import { fakeTremendousConfig } from './providers/tremendous/side.ts'
import { fakeWechat } from './providers/wechat/sandbox.ts'
import { fakeWechatConfig } from './providers/wechat/side.ts'

export const pretendedNames = ['wechat', 'alipay', 'tremendous'] as const
export type PretendedName = (typeof pretendedNames)[number]

export type Pretended = Awaited<ReturnType<typeof pretend>>

/**
 * Makes them, and the payers that are configured against them.
 * @param bases where each is reached
 * @param fetch how the service reaches them; straight into this program unless given
 * @param origin what the service calls itself
 * @param service where notices reach the service, such as `http://127.0.0.1:8787`; without it none is sent
 */
export async function pretend({
  clock,
  ids,
  bases,
  origin,
  fetch,
  service,
}: {
  clock: Clock
  ids: Ids
  bases: Record<PretendedName, string>
  origin: string
  fetch?: Fetch
  service?: { base: string; fetch: Fetch }
}) {
  const [forWechat, forAlipay, forTremendous] = await Promise.all([
    fakeWechatConfig({ ids, base: bases.wechat }),
    fakeAlipayConfig({ base: bases.alipay }),
    fakeTremendousConfig({ ids, base: bases.tremendous }),
  ])
  const post = (name: PretendedName) => {
    if (service === undefined) return { clock, ids }
    const noticesTo = `${service.base}/providers/${name}/notices`
    // Wherever a bill asks for its notices, this is where the service is for a neighbour on the same machine.
    return { clock, ids, noticesTo, deliver: (request: Request) => service.fetch(new Request(noticesTo, request)) }
  }
  const wechat = fakeWechat({ ...post('wechat'), side: forWechat.side, asksWho: true })
  const alipay = fakeAlipay({ ...post('alipay'), side: forAlipay.side })
  const tremendous = fakeTremendous({ ...post('tremendous'), side: forTremendous.side })
  const fakes = { wechat, alipay, tremendous }

  const within: Fetch = (request) => {
    const name = pretendedNames.find((one) => request.url.startsWith(`${bases[one]}/`))
    return name === undefined ? Promise.reject(new TypeError('nobody is there')) : fakes[name].fetch(request)
  }
  const settings = { ...forWechat.settings, ...forAlipay.settings, ...forTremendous.settings }
  const config = readConfig({ ORIGIN: origin, ...settings })
  return {
    ...fakes,
    /** What a service is configured with to reach them. */
    settings,
    payers: await payersFrom(config, { fetch: fetch ?? within, clock, ids }),
    /** Lets time do its part at each, and brings the notices that are due. */
    async tick(): Promise<void> {
      for (const name of pretendedNames) await fakes[name].tick()
    },
  }
}
