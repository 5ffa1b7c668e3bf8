import type { Ports } from '../../ports.ts'
import { derive } from '../crypto/codes.ts'

/**
 * The block of addresses that a caller shares with neighbours: IPv4 /24, IPv6 /48. An IPv4 address inside an IPv6 one
 * (`::ffff:203.0.113.7`, also in hex) is that IPv4 address. `unknown` for what is no address.
 */
export function networkOf(address: string): string {
  const plain = address
    .trim()
    .toLowerCase()
    .replace(/%.*$/, '')
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
  const four = bytesOf(plain.replace(/:\d+$/, ''))
  if (four !== null) return blockOf(four)
  const groups = groupsOf(plain)
  if (groups === null) return 'unknown'
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = groups
  if (a + b + c + d + e === 0 && f === 0xffff) return blockOf([g >> 8, g & 255, (groups[7] ?? 0) >> 8])
  return `${[a, b, c].map((group) => group.toString(16)).join(':')}::/48`
}

const blockOf = ([a, b, c]: readonly number[]) => `${a}.${b}.${c}.0/24`

/** The bytes of an IPv4 address, or null. */
function bytesOf(text: string): number[] | null {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return null
  const bytes = text.split('.').map(Number)
  return bytes.every((byte) => byte <= 255) ? bytes : null
}

/** The eight groups of an IPv6 address, or null. */
function groupsOf(text: string): number[] | null {
  const halves = text.split('::')
  if (!text.includes(':') || halves.length > 2) return null
  const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':').flatMap(hexGroups)))
  const given = left.length + right.length
  const fits = halves.length === 2 ? given < 8 : given === 8
  const all = [...left, ...Array<string>(fits ? 8 - given : 0).fill('0'), ...right]
  return fits && all.every((group) => /^[0-9a-f]{1,4}$/.test(group))
    ? all.map((group) => Number.parseInt(group, 16))
    : null
}

/** A group as it is; an IPv4 address at the end stands for two. */
function hexGroups(group: string): string[] {
  const bytes = bytesOf(group)
  if (bytes === null) return [group]
  const [a = 0, b = 0, c = 0, d = 0] = bytes
  return [((a << 8) | b).toString(16), ((c << 8) | d).toString(16)]
}

/** The caller's network as it is kept: a keyed hash salted with the day, so that it names nobody the day after. */
export function networkKey(ports: Pick<Ports, 'keys'>, address: string, now: string): Promise<string> {
  return derive(ports.keys.codes.newest, `network ${now.slice(0, 10)}`, networkOf(address), 26)
}
