/** What can go wrong between a merchant and WeChat, to be asked for by a test or drawn by a simulation. */

export type SandboxCallName = 'send' | 'query' | 'cancel'

/** `nothing was done`: the request is lost, or refused as these words say. */
const before = ['drop_request', 'http_502', 'system_error', 'rate_limited', 'no_auth'] as const
/** `it was done`, but the reply is lost, late, or says something that is no evidence. */
const behind = ['drop_reply', 'timeout', 'unknown_code', 'already_exists'] as const
/** It was done, and the reply is forged or about something else. */
const forged = ['unsigned', 'probe', 'tampered', 'old', 'unknown_key', 'other_bill', 'other_amount', 'garbage'] as const
/** It was done half: the same request is to come again. Only for sending. */
const paused = ['accepted', 'processing'] as const

export const callFaults = [...before, ...behind, ...forged, ...paused] as const
export type CallFault = (typeof callFaults)[number]

/**
 * - `lost`: the try does not arrive; `repeat`: it arrives three times at once
 * - `tampered`, `probe`, `old`, `unknown_key`: such a copy comes first, then the true one
 * - `contradicted`: after the true one comes another, signed, that says the opposite
 */
export const noticeFaults = ['lost', 'repeat', 'tampered', 'probe', 'old', 'unknown_key', 'contradicted'] as const
export type NoticeFault = (typeof noticeFaults)[number]

/** Draws a fault for each call and each try of a notice; a simulation has its own. */
export interface FaultSource {
  call(what: SandboxCallName, outBillNo: string): CallFault | null
  notice(outBillNo: string): NoticeFault | null
}

export function isBefore(fault: CallFault | null): fault is (typeof before)[number] {
  return (before as readonly (CallFault | null)[]).includes(fault)
}

/** A source that does what it is told, in order, and else asks the one behind it. */
export function scriptedFaults(source?: FaultSource) {
  const calls = new Map<SandboxCallName, CallFault[]>()
  const notices: NoticeFault[] = []
  return {
    inject(what: SandboxCallName, ...faults: CallFault[]) {
      calls.set(what, [...(calls.get(what) ?? []), ...faults])
    },
    injectNotice(...faults: NoticeFault[]) {
      notices.push(...faults)
    },
    call: (what: SandboxCallName, outBillNo: string) =>
      calls.get(what)?.shift() ?? source?.call(what, outBillNo) ?? null,
    notice: (outBillNo: string) => notices.shift() ?? source?.notice(outBillNo) ?? null,
  }
}

export type ScriptedFaults = ReturnType<typeof scriptedFaults>
