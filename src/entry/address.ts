import type { HttpBindings } from '@hono/node-server'
import { bareAddress } from '../platform/network/address.ts'
import { trusting } from '../platform/network/trusted.ts'
import type { Ports } from '../ports.ts'

const unseenProxy =
  'Requests arrive with X-Forwarded-For, and TRUSTED_PROXIES does not name who sends them. If a proxy of yours stands in front, everybody counts as one network: name its address.'

/**
 * The caller's address: of the connection, or, where that is a trusted proxy, what it says in X-Forwarded-For. The
 * header is read from its end, for as long as a trusted proxy wrote the entry: whatever stands left of the first
 * address that is no proxy of ours was written by the caller.
 * @param proxies addresses or CIDR blocks of our proxies
 * @param warn is told once when a proxy seems to be there that nobody has spoken of
 */
export function addressBehind(proxies: readonly string[], warn: (message: string) => void): Ports['addressOf'] {
  const isOurs = trusting(proxies)
  let warned = false
  return (request, env) => {
    const direct = (env as Partial<HttpBindings>).incoming?.socket.remoteAddress ?? ''
    const forwarded = request.headers.get('x-forwarded-for')
    if (forwarded === null) return direct
    if (!isOurs(direct)) {
      if (!warned) warn(unseenProxy)
      warned = true
      return direct
    }
    let caller = direct
    for (const entry of forwarded.split(',').reverse()) {
      const address = bareAddress(entry)
      // What cannot be read leads no further: the last proxy that is known stands for whoever is behind it.
      if (address === null) return caller
      caller = address
      if (!isOurs(address)) return caller
    }
    return caller
  }
}
