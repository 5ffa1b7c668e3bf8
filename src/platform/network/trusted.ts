/** Which addresses are proxies of ours: what they say of a caller is believed, what anybody else says is not. */
import ipaddr from 'ipaddr.js'
import { parseAddress } from './address.ts'

/** Whether each entry is an address or a block of them (CIDR); IPv4 in four decimal parts. */
export function areBlocks(entries: readonly string[]): boolean {
  return entries.every((entry) => blockOf(entry) !== null)
}

/**
 * Tells whether an address lies in one of these blocks. An IPv4 address inside an IPv6 one is that IPv4 address, in the
 * blocks as well.
 * @param blocks addresses or CIDR blocks, as `areBlocks` takes them
 */
export function trusting(blocks: readonly string[]): (address: string) => boolean {
  const ranges = blocks.flatMap((entry) => blockOf(entry) ?? [])
  return (text) => {
    const address = parseAddress(text)
    if (address === null) return false
    return ranges.some(({ from, bits }) => from.kind() === address.kind() && address.match(from, bits))
  }
}

function blockOf(entry: string) {
  const [text = '', length, ...more] = entry.split('/')
  const written = parseAddress(text)
  if (written === null || text !== text.trim() || more.length > 0) return null
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return null
  const whole = written.kind() === 'ipv4' ? 32 : 128
  const wasMapped = written.kind() === 'ipv4' && !ipaddr.IPv4.isValid(text)
  const bits = length === undefined ? whole : Number(length) - (wasMapped ? 96 : 0)
  return bits < 0 || bits > whole ? null : { from: written, bits }
}
