/** What goes wrong at a sandbox provider: what a test asks for, in order, and else what a simulation draws. */

/** Draws a fault for each call and each try of a notice, by our reference; null lets it through. */
export interface FaultSource<What extends string, Call extends string, Notice extends string> {
  call(what: What, reference: string): Call | null
  notice(reference: string): Notice | null
}

export function faultScript<What extends string, Call extends string, Notice extends string>(
  source?: FaultSource<What, Call, Notice>,
) {
  const calls = new Map<What, Call[]>()
  const notices: Notice[] = []
  return {
    /** The next calls of this kind meet these. */
    inject(what: What, ...faults: Call[]) {
      calls.set(what, [...(calls.get(what) ?? []), ...faults])
    },
    /** The next tries of notices meet these. */
    injectNotice(...faults: Notice[]) {
      notices.push(...faults)
    },
    call: (what: What, reference: string): Call | null =>
      calls.get(what)?.shift() ?? source?.call(what, reference) ?? null,
    notice: (reference: string): Notice | null => notices.shift() ?? source?.notice(reference) ?? null,
  }
}

export type FaultScript<What extends string, Call extends string, Notice extends string> = ReturnType<
  typeof faultScript<What, Call, Notice>
>

/** Says to `overNetwork` what the network is to do; over a real connection it is a 503. */
export function gone(how: 'drop' | 'timeout'): Response {
  return new Response(null, { status: 503, headers: { 'x-sandbox-network': how } })
}

/** A sandbox server as a fetch, which can break off as a network does. */
export function overNetwork(app: {
  fetch(request: Request): Response | Promise<Response>
}): (request: Request) => Promise<Response> {
  return async (request) => {
    const response = await app.fetch(request)
    const network = response.headers.get('x-sandbox-network')
    if (network === 'drop') throw new TypeError('connection lost')
    if (network === 'timeout') throw new DOMException('no reply in time', 'TimeoutError')
    return response
  }
}
