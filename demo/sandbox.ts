/**
 * The sandbox providers, all three, for a demonstration: they speak the real wire formats, and nobody's money moves.
 * What they know is in memory only: one that is started anew has heard of no payment.
 */
import { readConfig } from '../src/config.ts'
import { payersFrom } from '../src/entry/payers.ts'
import type { Fetch } from '../src/platform/network/request.ts'
import type { Clock, Ids } from '../src/ports.ts'
import { alipaySandbox } from './providers/alipay/sandbox.ts'
import { alipaySandboxConfig } from './providers/alipay/side.ts'
import { tremendousSandbox } from './providers/tremendous/sandbox.ts'
import { tremendousSandboxConfig } from './providers/tremendous/side.ts'
import { wechatSandbox } from './providers/wechat/sandbox.ts'
import { wechatSandboxConfig } from './providers/wechat/side.ts'

export const sandboxNames = ['wechat', 'alipay', 'tremendous'] as const
export type SandboxName = (typeof sandboxNames)[number]

export type Sandboxes = Awaited<ReturnType<typeof openSandboxes>>

/**
 * Makes them, and the payers that are configured against them.
 * @param bases where each is reached
 * @param fetch how the service reaches them; straight into this program unless given
 * @param origin what the service calls itself
 * @param service where notices reach the service, such as `http://127.0.0.1:8787`; without it none is sent
 */
export async function openSandboxes({
  clock,
  ids,
  bases,
  origin,
  fetch,
  service,
}: {
  clock: Clock
  ids: Ids
  bases: Record<SandboxName, string>
  origin: string
  fetch?: Fetch
  service?: { base: string; fetch: Fetch }
}) {
  const [forWechat, forAlipay, forTremendous] = await Promise.all([
    wechatSandboxConfig({ ids, base: bases.wechat }),
    alipaySandboxConfig({ base: bases.alipay }),
    tremendousSandboxConfig({ ids, base: bases.tremendous }),
  ])
  const post = (name: SandboxName) => {
    if (service === undefined) return { clock, ids }
    const noticesTo = `${service.base}/providers/${name}/notices`
    // Wherever a bill asks for its notices, this is where the service is for a neighbour on the same machine.
    return { clock, ids, noticesTo, deliver: (request: Request) => service.fetch(new Request(noticesTo, request)) }
  }
  const wechat = wechatSandbox({ ...post('wechat'), side: forWechat.side, asksWho: true })
  const alipay = alipaySandbox({ ...post('alipay'), side: forAlipay.side })
  const tremendous = tremendousSandbox({ ...post('tremendous'), side: forTremendous.side })
  const sandboxes = { wechat, alipay, tremendous }

  const within: Fetch = (request) => {
    const name = sandboxNames.find((one) => request.url.startsWith(`${bases[one]}/`))
    return name === undefined ? Promise.reject(new TypeError('nobody is there')) : sandboxes[name].fetch(request)
  }
  const settings = { ...forWechat.settings, ...forAlipay.settings, ...forTremendous.settings }
  const config = readConfig({ ORIGIN: origin, ...settings })
  return {
    ...sandboxes,
    /** What a service is configured with to reach them. */
    settings,
    payers: await payersFrom(config, { fetch: fetch ?? within, clock, ids }),
    /** Lets time do its part at each, and brings the notices that are due. */
    async tick(): Promise<void> {
      for (const name of sandboxNames) await sandboxes[name].tick()
    },
  }
}
