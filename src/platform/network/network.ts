import type { IPv4, IPv6 } from 'ipaddr.js'
import type { Ports } from '../../ports.ts'
import { derive } from '../crypto/codes.ts'
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

/** The caller's network as it is kept: a keyed hash salted with the day, so that it names nobody the day after. */
export function networkKey(ports: Pick<Ports, 'keys'>, address: string, now: string): Promise<string> {
  return derive(ports.keys.codes.newest, `network ${now.slice(0, 10)}`, networkOf(address), 26)
}
