import type { Ports } from '../../ports.ts'
import { derive } from '../crypto/codes.ts'

/** The caller's network as it is kept: a keyed hash salted with the day, so that it names nobody the day after. */
export async function networkKey(
  ports: Pick<Ports, 'keys'>,
  address: string,
  now: string,
  bitsOfIpv6: 48 | 64 = 48,
): Promise<string> {
  // Loaded when it is first needed, so that a Worker's start evaluates no parser of addresses.
  const { networkOf } = await import('./network-of.ts')
  return derive(ports.keys.codes.newest, `network ${now.slice(0, 10)}`, networkOf(address, bitsOfIpv6), 26)
}
