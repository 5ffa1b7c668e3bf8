/**
 * Who is still let in when more comes than can be answered: decided by whether this process is behind, and by how long
 * whoever is let in would wait. Whoever has answered the most has the most to lose, and is refused last.
 */

/**
 * Bodies are 64 kB at most, so that all of these together hold less than 100 MB; there are as many without a body at most.
 * Senders who never come to an end keep nobody out who looks at a page, and give way to whoever comes to send.
 */
export const mostAtOnce = 1_000
/** The same of one address, or of one IPv6 /64: whoever holds many requests open leaves room for the others. */
export const mostOfAnAddress = 300
/** So few at once are no queue, whatever the machine. */
export const noQueue = 36

/**
 * - `watching`: asks whether the service is well, no more often when it is busy
 * - `starting`: has nothing here yet: a landing page, a first form
 * - `going`: comes back with a cookie of ours to look at a page
 * - `sending`: the same, with something that was typed; or a provider tells of a payment; or what a page needs to be drawn
 */
export type RequestClass = 'watching' | 'starting' | 'going' | 'sending'

export interface Load {
  /** Whether the request has a body. */
  hasBody: boolean
  /** Requests that are not answered yet: all, and those of this caller's address. */
  open: number
  ofAddress: number
  /** Those of both whose bodies have not come: they wait for their senders, and nobody waits for them. */
  arriving: number
  arrivingOfAddress: number
  /** Connections that wait to be taken on, each with a request. */
  queued: number
  /** Whether this process has been behind for a while. A pause alone is nothing to refuse for. */
  isBehind: boolean
  /** How many requests were answered in the last second. */
  perSecond: number
  /** For how long requests have been answered in this turn of the event loop. */
  turnMs: number
}

/** As many more may be at once as are answered in so many milliseconds: so much longer does the last of them wait. */
const waitMs: Record<Exclude<RequestClass, 'watching'>, number> = { starting: 0, going: 25, sending: 50 }
/**
 * A turn of the event loop lets in for so long, by kind: whoever is let in is worked at in this turn, and everybody waits
 * until it is over, those of the next one as well.
 */
const turnMost: Record<Exclude<RequestClass, 'watching'>, number> = { starting: 8, going: 16, sending: 25 }

/**
 * And for so long while a queue of connections stands, which goes by a few in each turn: turns are kept short for it, and some
 * are let in all the same. If nobody were, those who come back sooner than the queue goes would keep everybody out.
 */
const turnMostQueued: typeof turnMost = { starting: 2, going: 5, sending: 8 }

/** Whether a request of this kind is let in. */
export function admits(kind: RequestClass, load: Load): boolean {
  if (kind === 'watching') return true
  const { open, ofAddress, arriving, arrivingOfAddress, hasBody, queued, isBehind, perSecond, turnMs } = load
  if (open - (hasBody ? 0 : arriving) >= mostAtOnce) return false
  if (ofAddress - (hasBody ? 0 : arrivingOfAddress) >= mostOfAnAddress) return false
  if (!isBehind) return true
  const most = noQueue + (perSecond * waitMs[kind]) / 1000
  if (queued >= noQueue) return turnMs < turnMostQueued[kind] && open - arriving < most
  return turnMs < turnMost[kind] && open - arriving + queued < most
}

/** Whether a request of this method only looks: nothing reads a body of it. */
export function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD'
}

/**
 * What kind of request this is. Cookies are not checked, which costs more than a refusal may: who makes one up is let in
 * where others are refused, and gets no further.
 */
export function requestClass(method: string, path: string, cookies: string): RequestClass {
  if (/^\/(healthz|readyz|metrics)$/.test(path)) return 'watching'
  // A page that was let in is nothing without its style and scripts, and sending one costs no more than a refusal.
  if (path.startsWith('/assets/')) return 'sending'
  // What a provider tells comes from nobody's browser, and is signed.
  if (/^\/providers\/[^/]+\/notices$/.test(path)) return 'sending'
  // Whoever runs the service is let in to see to it.
  const isKnown = /(^|; ?)(__Host-)?(respondent-|voucher-|staff=)/.test(cookies) || /^\/sign-in(\/|$)/.test(path)
  if (!isKnown) return 'starting'
  return isRead(method) ? 'going' : 'sending'
}
