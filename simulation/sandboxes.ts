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
  const sides = known
  const post: Request[] = []
  let isCalm = false
  const sandboxes = openSandboxes({ clock, ids, sides, origin, post, faultsOf: faultsBy(chance, () => isCalm) })
  const net = network(chance, (request) => {
    const name = sandboxNames.find((one) => request.url.startsWith(`${bases[one]}/`))
    return name === undefined ? Promise.reject(new TypeError('nobody is there')) : sandboxes[name].fetch(request)
  })
  const settings = Object.assign({ ORIGIN: origin }, ...sandboxNames.map((name) => sides[name].settings))
  const payers = await payersFrom(readConfig(settings), { fetch: net.fetch as never, clock, ids })
  return {
    payers,
    post,
    async confirm(pack) {
      sandboxes.wechat.confirm(pack)
    },
    async settle() {
      for (const name of sandboxNames) await sandboxes[name].tick()
    },
    movements: () => movementsOf(sandboxes),
    drain(isEmpty) {
      if (!isEmpty) topUp(sandboxes)
    },
    calm() {
      isCalm = true
      net.calm()
    },
  }
}

/** Which calls and notices go wrong, and how; none once it is calm. */
function faultsBy(chance: Chance, isCalm: () => boolean) {
  const happens = (of100: number) => !isCalm() && chance.percent(of100)
  return <Call, Notice>(calls: readonly Call[], notices: readonly Notice[], asking: Call | null = null) => ({
    call(what: string) {
      if (happens(10)) return chance.oneOf(calls) ?? null
      // A provider that does not know yet what it has is met often enough for somebody to be paid twice over it.
      return what === 'query' && asking !== null && happens(20) ? asking : null
    },
    notice: () => (happens(20) ? (chance.oneOf(notices) ?? null) : null),
  })
}

interface OpenWith {
  clock: VirtualClock
  ids: ReturnType<typeof seededIds>
  sides: Awaited<ReturnType<typeof makeSides>>
  origin: string
  /** Where what they post is put. */
  post: Request[]
  faultsOf: ReturnType<typeof faultsBy>
}

function openSandboxes({ clock, ids, sides, origin, post, faultsOf }: OpenWith) {
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
    side: sides.wechat.side,
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
    side: sides.alipay.side,
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
    side: sides.tremendous.side,
    deliver: taking(new Response(null)),
    noticesTo: noticesTo('tremendous'),
    faultSource: faultsOf(tremendousCallFaults, tremendousNoticeFaults, 'not_found'),
  })
  return { wechat, alipay, tremendous } satisfies Record<SandboxName, unknown>
}

type Sandboxes = ReturnType<typeof openSandboxes>

function movementsOf({ wechat, alipay, tremendous }: Sandboxes): Movement[] {
  return [
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
  ]
}

function topUp({ wechat, alipay, tremendous }: Sandboxes): void {
  wechat.topUp(50_000)
  alipay.topUp(50_000)
  for (const currency of ['CNY', 'HKD', 'MOP']) tremendous.topUp(50_000, currency)
}
