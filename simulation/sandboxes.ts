/** The sandbox providers of a simulation, each by its own wire format, wired to one bad network. */

import { alipayCallFaults, alipayNoticeFaults } from '../demo/providers/alipay/faults.ts'
import { alipaySandbox } from '../demo/providers/alipay/sandbox.ts'
import { alipaySandboxConfig } from '../demo/providers/alipay/side.ts'
import { basesOf, type SandboxName, sandboxNames } from '../demo/providers/registry.ts'
import { tremendousCallFaults, tremendousNoticeFaults } from '../demo/providers/tremendous/faults.ts'
import { tremendousSandbox } from '../demo/providers/tremendous/sandbox.ts'
import { tremendousSandboxConfig } from '../demo/providers/tremendous/side.ts'
import { callFaults, noticeFaults } from '../demo/providers/wechat/faults.ts'
import { wechatSandbox } from '../demo/providers/wechat/sandbox.ts'
import { wechatSandboxConfig } from '../demo/providers/wechat/side.ts'
import { readConfig } from '../src/config.ts'
import { payersFrom } from '../src/entry/payers.ts'
import { type Chance, chanceOf, seededIds, type VirtualClock } from './chance.ts'
import { type Movement, network, type Outside } from './outside.ts'

const bases = basesOf((name) => `https://${name}.example.org`)

async function makeSides(ids: ReturnType<typeof seededIds>) {
  return {
    wechat: await wechatSandboxConfig({ ids, base: bases.wechat }),
    alipay: await alipaySandboxConfig({ base: bases.alipay }),
    tremendous: await tremendousSandboxConfig({ ids, base: bases.tremendous }),
  }
}

/**
 * Keys take longest to make, and nothing depends on which they are. All campaigns of a process share them, so they draw
 * from a chance of their own: otherwise the first campaign would go another way than the same seed does later.
 */
let known: Awaited<ReturnType<typeof makeSides>> | undefined

export async function openOutside(chance: Chance, clock: VirtualClock, origin: string): Promise<Outside> {
  const ids = seededIds(clock, chance)
  known ??= await makeSides(seededIds(clock, chanceOf('keys')))
  const post: Request[] = []
  let isCalm = false
  const happens = (of100: number) => !isCalm && chance.percent(of100)
  const faultsOf = <Call, Notice>(calls: readonly Call[], notices: readonly Notice[], asking: Call | null = null) => ({
    call(what: string) {
      if (happens(10)) return chance.oneOf(calls) ?? null
      // A provider that does not know yet what it has is met often enough for somebody to be paid twice over it.
      return what === 'query' && asking !== null && happens(20) ? asking : null
    },
    notice: () => (happens(20) ? (chance.oneOf(notices) ?? null) : null),
  })
  /** It counts as taken, so that repeating it is left to the post. */
  const taking = (reply: Response) => async (request: Request) => {
    post.push(request)
    return reply.clone()
  }
  const some = { clock, ids, balanceMinor: 100_000 }
  const noticesTo = (name: SandboxName) => `${origin}/providers/${name}/notices`
  // What is signed and says the opposite is true to whoever reads it: that is told of in tests of its own. Tremendous's
  // webhooks are never believed, so they may say anything.
  const wechat = wechatSandbox({
    ...some,
    side: known.wechat.side,
    deliver: taking(new Response(null, { status: 204 })),
    closingLagMinutes: 90,
    cancelMinutes: 3,
    transferMinutes: 2,
    faultSource: faultsOf(
      callFaults,
      noticeFaults.filter((it) => it !== 'contradicted'),
    ),
  })
  const alipay = alipaySandbox({
    ...some,
    side: known.alipay.side,
    deliver: taking(new Response('success')),
    noticesTo: noticesTo('alipay'),
    faultSource: faultsOf(
      alipayCallFaults,
      alipayNoticeFaults.filter((it) => it !== 'contradicted'),
      'not_found',
    ),
  })
  const tremendous = tremendousSandbox({
    ...some,
    side: known.tremendous.side,
    deliver: taking(new Response(null)),
    noticesTo: noticesTo('tremendous'),
    faultSource: faultsOf(tremendousCallFaults, tremendousNoticeFaults, 'not_found'),
  })
  const sandboxes = { wechat, alipay, tremendous } satisfies Record<SandboxName, unknown>
  const net = network(chance, (request) => {
    const name = sandboxNames.find((one) => request.url.startsWith(`${bases[one]}/`))
    return name === undefined ? Promise.reject(new TypeError('nobody is there')) : sandboxes[name].fetch(request)
  })
  const settings = Object.assign({ ORIGIN: origin }, ...sandboxNames.map((name) => known?.[name].settings))
  const payers = await payersFrom(readConfig(settings), { fetch: net.fetch as never, clock, ids })
  return {
    payers,
    post,
    async confirm(pack) {
      wechat.confirm(pack)
    },
    async settle() {
      for (const name of sandboxNames) await sandboxes[name].tick()
    },
    movements: (): Movement[] => [
      ...wechat
        .bills()
        .filter(({ state }) => state === 'SUCCESS')
        .map(({ outBillNo, amountMinor }) => ({ provider: 'wechat', reference: outBillNo, amountMinor })),
      ...alipay
        .orders()
        .filter(({ status }) => status === 'SUCCESS')
        .map(({ outBizNo, amountMinor }) => ({ provider: 'alipay', reference: outBizNo, amountMinor })),
      ...tremendous
        .orders()
        .filter(({ status, isRefunded }) => status === 'EXECUTED' && !isRefunded)
        .map(({ externalId, amountMinor }) => ({ provider: 'tremendous', reference: externalId, amountMinor })),
    ],
    drain(isEmpty) {
      if (isEmpty) return
      wechat.topUp(50_000)
      alipay.topUp(50_000)
      for (const currency of ['CNY', 'HKD', 'MOP']) tremendous.topUp(50_000, currency)
    },
    calm() {
      isCalm = true
      net.calm()
    },
  }
}
