/** Alipay on both sides: the service's payer, and the sandbox Alipay that it talks to. */

import { type AlipaySandboxOptions, alipaySandbox } from '../../../demo/providers/alipay/sandbox.ts'
import { alipaySandboxConfig } from '../../../demo/providers/alipay/side.ts'
import { readConfig } from '../../../src/config.ts'
import { nanoIds } from '../../../src/platform/adapters/nano-ids.ts'
import type { Fetch } from '../../../src/platform/network/request.ts'
import type { PayOrder } from '../../../src/ports.ts'
import { alipay as manifest } from '../../../src/rewards/providers/alipay/manifest.ts'
import { openProvider } from '../../../src/rewards/providers/manifest.ts'

const start = Date.parse('2026-11-23T17:08:09.123Z')
/** Made once: RSA keys take their time. */
export const config = await alipaySandboxConfig()

export interface SideOptions extends Partial<AlipaySandboxOptions> {
  settings?: Record<string, string>
  fetch?: Fetch
}

/** The two of them, on a clock of their own that stands still. Notices lie in `post` until they are handed over. */
export async function bothSides({ settings, fetch, ...options }: SideOptions = {}) {
  let at = start
  const clock = { now: () => new Date(at).toISOString() }
  const ids = nanoIds(clock)
  const post: Request[] = []
  const sandbox = alipaySandbox({
    clock,
    ids,
    side: config.side,
    noticesTo: 'https://study.example.org/providers/alipay/notices',
    async deliver(request) {
      post.push(request)
      return new Response('success')
    },
    ...options,
  })
  const payer = await openProvider(manifest, readConfig({ ...config.settings, ...settings }), {
    fetch: fetch ?? sandbox.fetch,
    clock,
    ids,
  })
  if (payer?.receive === undefined) throw new Error('Alipay is not configured')
  const { receive } = payer
  return {
    payer,
    sandbox,
    clock,
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
  payee: { channel: 'alipay', fields: { phone: '+8613800138000', name: '欧阳小明' } },
  title: '调研参与奖励',
}
export const { reference } = order
export const asked = { reference, providerId: null }
