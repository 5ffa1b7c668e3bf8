/** What can go wrong between an organisation and Tremendous, to be asked for by a test or drawn by a simulation. */
import { type PostFault, postFaults } from '../deliveries.ts'
import type { FaultScript, FaultSource } from '../fault-script.ts'

/** `reward` is reading a reward, to learn its order. */
export type TremendousCallName = 'send' | 'query' | 'cancel' | 'reward'

/** Nothing was done. */
const before = ['drop_request', 'http_502', 'http_500', 'rate_limited', 'unauthorised'] as const
/** It was done, but the reply is lost, late, or no evidence. */
const behind = ['drop_reply', 'timeout', 'http_503', 'conflict', 'garbage'] as const
/** It was done, and the reply is about something else. */
const altered = ['other_order', 'other_amount', 'other_currency', 'other_recipient'] as const
/** Sending only: the order waits for somebody, and is then executed or not. */
const courses = ['approval', 'settlement', 'new_status', 'fails_late', 'rejected'] as const
/** Asking only: Tremendous does not know yet what it has. */
const asking = ['not_found'] as const

export const tremendousCallFaults = [...before, ...behind, ...altered, ...courses, ...asking] as const
export type TremendousCallFault = (typeof tremendousCallFaults)[number]
export type TremendousCourse = (typeof courses)[number]

/** Such a copy of a webhook comes first, then the true one. */
export const tremendousForgeries = ['tampered', 'unsigned', 'other_key'] as const
export type TremendousForgery = (typeof tremendousForgeries)[number]

export const tremendousNoticeFaults = [...postFaults, ...tremendousForgeries] as const
export type TremendousNoticeFault = PostFault | TremendousForgery

export type TremendousFaultSource = FaultSource<TremendousCallName, TremendousCallFault, TremendousNoticeFault>
export type TremendousFaults = FaultScript<TremendousCallName, TremendousCallFault, TremendousNoticeFault>

export function courseOf(fault: TremendousCallFault | null): TremendousCourse | null {
  return courses.find((course) => course === fault) ?? null
}
