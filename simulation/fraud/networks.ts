/** Where people are on the network: at home, behind an operator's address that thousands share, on a campus, behind a VPN. */
import type { Draws } from './draws.ts'

/** Behind each of these are many: operators' gateways, and exits of VPNs. */
const gateways = 60
const exits = 12

/** The address of somebody at home or on the move. */
export function usualAddress(draws: Draws): string {
  const host = () => 1 + draws.pick(254)
  const where = draws.share()
  if (where < 0.3) return `198.18.${draws.pick(gateways)}.${1 + draws.pick(4)}`
  if (where < 0.35) return `198.19.255.${1 + draws.pick(exits)}`
  if (where < 0.55) {
    const part = () => draws.pick(0x10000).toString(16)
    return `2001:db8:${draws.pick(400).toString(16)}:${part()}::${part()}`
  }
  return `203.${draws.pick(256)}.${draws.pick(256)}.${host()}`
}

/** Somebody on a campus: few addresses for all of it. @param network the first three parts */
export const campusAddress = (network: string, draws: Draws) => `${network}.${1 + draws.pick(3)}`

/** One of a farm's bought proxies, each somewhere else. */
export const proxyAddress = (draws: Draws) =>
  `${110 + draws.pick(12)}.${draws.pick(256)}.${draws.pick(256)}.${1 + draws.pick(254)}`
