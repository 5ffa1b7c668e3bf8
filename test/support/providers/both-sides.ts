/** A provider on both sides: the service's payer, and the sandbox that it talks to, on a clock of their own that stands still. */
import { readConfig } from '../../../src/config.ts'
import { nanoIds } from '../../../src/platform/adapters/nano-ids.ts'
import type { Fetch } from '../../../src/platform/network/request.ts'
import type { Clock, Ids, PayOrder } from '../../../src/ports.ts'
import { type Manifest, openProvider } from '../../../src/rewards/providers/manifest.ts'

export interface SideOptions {
  settings?: Record<string, string>
  /** Instead of the sandbox's. */
  fetch?: Fetch
}

interface Provider<Sandbox> {
  manifest: Manifest
  settings: Record<string, string>
  /** When it is, ISO 8601. */
  now: string
  /** What the service answers to a notice. */
  taken: string
  fetch: Fetch | undefined
  sandboxOf: (world: { clock: Clock; ids: Ids; deliver: (request: Request) => Promise<Response> }) => Sandbox
}

/** The two of them. Notices lie in `post` until they are handed over. */
export async function openSides<Sandbox extends { fetch: Fetch }>(provider: Provider<Sandbox>) {
  let at = Date.parse(provider.now)
  const clock = { now: () => new Date(at).toISOString() }
  const ids = nanoIds(clock)
  const post: Request[] = []
  const deliver = async (request: Request) => {
    post.push(request)
    return new Response(provider.taken)
  }
  const sandbox = provider.sandboxOf({ clock, ids, deliver })
  const fetch = provider.fetch ?? sandbox.fetch
  const payer = await openProvider(provider.manifest, readConfig(provider.settings), { fetch, clock, ids })
  if (payer === null) throw new Error(`${provider.manifest.name} is not configured`)
  return {
    payer,
    sandbox,
    clock,
    ids,
    post,
    /** What the payer makes of a request that was posted. */
    received: async (request: Request) => {
      if (payer.receive === undefined) throw new Error(`${provider.manifest.name} posts no notices`)
      return payer.receive({ headers: request.headers, body: await request.text() })
    },
    wait(minutes: number) {
      at += minutes * 60_000
    },
  }
}

/** An order as the service makes it, and what is asked of it later. */
export function orderTo(payee: PayOrder['payee'], amountMinor: number) {
  const reference = 'a1b2c3d4e5f6g7h8i9j0k1m2n3p4q5r6'
  const order: PayOrder = { reference, amountMinor, currency: 'CNY', payee, title: '调研参与奖励' }
  return { order, reference, asked: { reference, providerId: null } }
}
