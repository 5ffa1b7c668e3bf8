/** IP addresses as callers and proxies write them. */
import ipaddr, { type IPv4, type IPv6 } from 'ipaddr.js'

/**
 * An address without what may stand around it: quotes, the brackets of IPv6, a port.
 * @returns null for what is no address; IPv4 only in four decimal parts
 */
export function bareAddress(text: string): string | null {
  const entry = text.trim().replace(/^"(.*)"$/, '$1')
  const bare = /^\[([^\]]*)\](?::\d+)?$/.exec(entry)?.[1] ?? entry.replace(/^([\d.]+):\d+$/, '$1')
  return ipaddr.IPv4.isValidFourPartDecimal(bare) || ipaddr.IPv6.isValid(bare) ? bare : null
}

/** The address, an IPv4 one also where it stands inside an IPv6 one; null for what is none. */
export function parseAddress(text: string): IPv4 | IPv6 | null {
  const bare = bareAddress(text)
  return bare === null ? null : ipaddr.process(bare)
}
