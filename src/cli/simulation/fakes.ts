/** The pretended providers of a simulation, each by its own wire format, wired to one bad network. */
import { readConfig } from '../../config.ts'
import type { Payer } from '../../ports.ts'
import { manualPayer } from '../../providers/manual.ts'
import { fakeWechat } from '../../providers/wechat/fake.ts'
import { callFaults, noticeFaults } from '../../providers/wechat/fake-faults.ts'
import { fakeWechatConfig } from '../../providers/wechat/fake-side.ts'
import { wechatFrom } from '../../providers/wechat/from.ts'
import { type Chance, seededIds, type VirtualClock } from './chance.ts'
import { type Movement, network, type Outside } from './outside.ts'

/** Keys take longest to make, and nothing depends on which they are. */
let known: Awaited<ReturnType<typeof fakeWechatConfig>> | undefined

export async function openOutside(chance: Chance, clock: VirtualClock, origin: string): Promise<Outside> {
  const ids = seededIds(clock, chance)
  known ??= await fakeWechatConfig({ ids })
  const post: Request[] = []
  let isCalm = false
  const happens = (of100: number) => !isCalm && chance.percent(of100)
  const wechat = fakeWechat({
    clock,
    ids,
    side: known.side,
    async deliver(request) {
      post.push(request)
      // It counts as taken, so that repeating it is left to the post.
      return new Response(null, { status: 204 })
    },
    balanceMinor: 100_000,
    closingLagMinutes: 90,
    cancelMinutes: 3,
    transferMinutes: 2,
    faultSource: {
      call: () => (happens(10) ? (chance.oneOf(callFaults) ?? null) : null),
      notice: () => (happens(20) ? (chance.oneOf(noticeFaults.filter((it) => it !== 'contradicted')) ?? null) : null),
    },
  })
  const config = readConfig({ ORIGIN: origin, ...known.settings })
  const net = network(chance, (request) => wechat.fetch(request))
  const merchant = await wechatFrom(config, { fetch: net.fetch as never, clock, ids })
  if (merchant === null) throw new Error('WeChat is not configured.')
  const payers: Payer[] = [manualPayer(), merchant.payer]
  return {
    payers,
    wechatLogin: merchant.login,
    post,
    async confirm(pack) {
      wechat.confirm(pack)
    },
    settle: () => wechat.tick(),
    movements: () =>
      wechat
        .bills()
        .filter(({ state }) => state === 'SUCCESS')
        .map(({ outBillNo, amountMinor }): Movement => ({ provider: 'wechat', reference: outBillNo, amountMinor })),
    drain(isEmpty) {
      if (!isEmpty) wechat.topUp(50_000)
    },
    calm() {
      isCalm = true
      net.calm()
    },
  }
}
