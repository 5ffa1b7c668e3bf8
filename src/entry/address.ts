import type { HttpBindings } from '@hono/node-server'
import { bareAddress } from '../platform/network/address.ts'
import type { Ports } from '../ports.ts'

const unseenProxy =
  'Requests arrive with X-Forwarded-For, and TRUSTED_PROXIES is 0. If a proxy stands in front, everybody counts as one network: say how many there are.'

/**
 * The caller's address: of the connection, or, behind trusted proxies, the entry of X-Forwarded-For that the first of
 * them added. Whatever stands left of that was written by the caller.
 * @param warn is told once when a proxy seems to be there that nobody has spoken of
 */
export function addressBehind(trustedProxies: number, warn: (message: string) => void): Ports['addressOf'] {
  let warned = false
  return (request, env) => {
    const direct = (env as Partial<HttpBindings>).incoming?.socket.remoteAddress ?? ''
    const forwarded = request.headers.get('x-forwarded-for')
    if (forwarded === null) return direct
    if (trustedProxies === 0) {
      if (!warned) warn(unseenProxy)
      warned = true
      return direct
    }
    return bareAddress(forwarded.split(',').at(-trustedProxies) ?? '') ?? direct
  }
}
