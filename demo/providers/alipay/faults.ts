/** What can go wrong between an app and Alipay, to be asked for by a test or drawn by a simulation. */
import { type PostFault, postFaults } from '../deliveries.ts'
import type { FaultScript, FaultSource } from '../fault-script.ts'

export type AlipayCallName = 'send' | 'query'

/** Nothing was done. */
const before = ['drop_request', 'http_502', 'system_error', 'rate_limited'] as const
/** It was done, but the reply is lost, late, or no evidence. */
const behind = ['drop_reply', 'timeout', 'system_error_after', 'unavailable', 'unknown_code', 'garbage'] as const
/** It was done, and the reply is forged or about something else. */
const forged = ['unsigned', 'tampered', 'rewritten', 'other_key', 'other_order', 'other_amount'] as const
/** Sending only: the transfer is held, and succeeds or fails after a while. */
const courses = ['dealing', 'fails_late'] as const
/** Asking only: Alipay does not know yet what it has. */
const asking = ['not_found'] as const

export const alipayCallFaults = [...before, ...behind, ...forged, ...courses, ...asking] as const
export type AlipayCallFault = (typeof alipayCallFaults)[number]

/** Such a copy of a notice comes first, then the true one. */
export const alipayForgeries = ['tampered', 'unsigned', 'other_key', 'other_app'] as const
export type AlipayForgery = (typeof alipayForgeries)[number]

export const alipayNoticeFaults = [...postFaults, ...alipayForgeries] as const
export type AlipayNoticeFault = PostFault | AlipayForgery

export type AlipayFaultSource = FaultSource<AlipayCallName, AlipayCallFault, AlipayNoticeFault>
export type AlipayFaults = FaultScript<AlipayCallName, AlipayCallFault, AlipayNoticeFault>

export function isBefore(fault: AlipayCallFault | null): fault is (typeof before)[number] {
  return (before as readonly (AlipayCallFault | null)[]).includes(fault)
}
