import type { IPv4, IPv6 } from 'ipaddr.js'
import { parseAddress } from './address.ts'

/**
 * The block of addresses that a caller shares with neighbours: IPv4 /24, IPv6 /48, or /64 where only the household, the
 * ward or the rented machine itself is meant. An IPv4 address inside an IPv6 one
 * (`::ffff:203.0.113.7`, also in hex) is that IPv4 address. `unknown` for what is no address.
 */
export function networkOf(text: string, bitsOfIpv6: 48 | 64 = 48): string {
  const address = parseAddress(text)
  if (address === null) return 'unknown'
  if (address.kind() === 'ipv4') return `${(address as IPv4).octets.slice(0, 3).join('.')}.0/24`
  const groups = (address as IPv6).parts.slice(0, bitsOfIpv6 / 16)
  return `${groups.map((group) => group.toString(16)).join(':')}::/${bitsOfIpv6}`
}

/** What one connection has to itself: an IPv4 address, which a campus may stand behind, or an IPv6 /64. */
export function connectionOf(text: string): string {
  const address = parseAddress(text)
  return address?.kind() === 'ipv4' ? `${address}/32` : networkOf(text, 64)
}
