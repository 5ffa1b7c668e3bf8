/** Tremendous on both sides: the service's payer, and the sandbox Tremendous that it talks to. */

import { type TremendousSandboxOptions, tremendousSandbox } from '../../../demo/providers/tremendous/sandbox.ts'
import { tremendousSandboxConfig } from '../../../demo/providers/tremendous/side.ts'
import { readConfig } from '../../../src/config.ts'
import { nanoIds } from '../../../src/platform/adapters/nano-ids.ts'
import type { Fetch } from '../../../src/platform/network/request.ts'
import type { PayOrder } from '../../../src/ports.ts'
import { openProvider } from '../../../src/rewards/providers/manifest.ts'
import { tremendous as manifest } from '../../../src/rewards/providers/tremendous/manifest.ts'

const start = Date.parse('2026-11-23T17:08:09.123Z')
const still = { now: () => new Date(start).toISOString() }
export const config = await tremendousSandboxConfig({ ids: nanoIds(still) })

export interface SideOptions extends Partial<TremendousSandboxOptions> {
  settings?: Record<string, string>
  fetch?: Fetch
}

/** The two of them, on a clock of their own that stands still. Webhooks lie in `post` until they are handed over. */
export async function bothSides({ settings, fetch, ...options }: SideOptions = {}) {
  let at = start
  const clock = { now: () => new Date(at).toISOString() }
  const ids = nanoIds(clock)
  const post: Request[] = []
  const sandbox = tremendousSandbox({
    clock,
    ids,
    side: config.side,
    noticesTo: 'https://study.example.org/providers/tremendous/notices',
    async deliver(request) {
      post.push(request)
      return new Response('')
    },
    ...options,
  })
  const payer = await openProvider(manifest, readConfig({ ...config.settings, ...settings }), {
    fetch: fetch ?? sandbox.fetch,
    clock,
    ids,
  })
  if (payer?.receive === undefined) throw new Error('Tremendous is not configured')
  const { receive } = payer
  return {
    payer,
    sandbox,
    post,
    /** What the payer makes of a request that was posted. */
    received: async (request: Request) => receive({ headers: request.headers, body: await request.text() }),
    wait(minutes: number) {
      at += minutes * 60_000
    },
  }
}

export const order: PayOrder = {
  reference: 'a1b2c3d4e5f6g7h8i9j0k1m2n3p4q5r6',
  amountMinor: 2005,
  currency: 'CNY',
  payee: { channel: 'gift', fields: { email: 'Xiao.Ming@example.org' } },
  title: '调研参与奖励',
}
export const { reference } = order
export const asked = { reference, providerId: null }
