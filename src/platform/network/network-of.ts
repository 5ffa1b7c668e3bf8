import type { IPv4, IPv6 } from 'ipaddr.js'
import { parseAddress } from './address.ts'

/**
 * The block of addresses that a caller shares with neighbours: IPv4 /24, IPv6 /48. An IPv4 address inside an IPv6 one
 * (`::ffff:203.0.113.7`, also in hex) is that IPv4 address. `unknown` for what is no address.
 */
export function networkOf(text: string): string {
  const address = parseAddress(text)
  if (address === null) return 'unknown'
  if (address.kind() === 'ipv4') return `${(address as IPv4).octets.slice(0, 3).join('.')}.0/24`
  const [a = 0, b = 0, c = 0] = (address as IPv6).parts
  return `${[a, b, c].map((group) => group.toString(16)).join(':')}::/48`
}
