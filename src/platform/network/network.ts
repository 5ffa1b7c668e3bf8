import type { Ports } from '../../ports.ts'
import { derive } from '../crypto/codes.ts'
import { loadedOnce } from '../memory/loaded-once.ts'

/** What reads addresses. */
export const addressParser = loadedOnce(() => import('./network-of.ts'))

/** The caller's network (IPv4 /24, IPv6 /64) as it is kept: a keyed hash salted with the day, so that it names nobody the day after. */
export async function networkKey(ports: Pick<Ports, 'keys'>, address: string, now: string): Promise<string> {
  const { networkOf } = await addressParser()
  return derive(ports.keys.codes.newest, `network ${now.slice(0, 10)}`, networkOf(address, 64), 26)
}
