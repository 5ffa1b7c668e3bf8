/** Notices that a sandbox provider has to deliver: tried when they are due, by a clock that is given. */
import type { Clock } from '../../src/ports.ts'

/**
 * - `lost`: the try does not arrive; `repeat`: it arrives three times at once
 * - `late`: it is put off for an hour, so that later ones overtake it
 * - `contradicted`: after it comes another, as well signed, that says the opposite
 */
export const postFaults = ['lost', 'repeat', 'late', 'contradicted'] as const
export type PostFault = (typeof postFaults)[number]

export interface SandboxNotice<Forgery extends string> {
  reference: string
  /** The request as it is, or wrong in one way: then it comes first, and the true one after it. */
  request(forgery: Forgery | null): Promise<Request>
  /** One with an id of its own that says the opposite. */
  contradiction(): Promise<Request>
}

export interface SandboxDelivery<Forgery extends string> {
  reference: string
  fault: PostFault | Forgery | null
  /** Null when nothing answered. */
  status: number | null
  answer: string
}

interface Waiting<Forgery extends string> {
  notice: SandboxNotice<Forgery>
  tries: number
  dueAt: string
}

const lateMs = 3_600_000

/**
 * @param retrySeconds from one try to the next; after the last there is none
 * @param isTaken whether an answer is what the provider wants to hear
 */
export function sandboxPost<Forgery extends string>(options: {
  clock: Clock
  deliver: (request: Request) => Promise<Response>
  retrySeconds: readonly number[]
  fault: (reference: string) => PostFault | Forgery | null
  isTaken: (status: number, answer: string) => boolean
}) {
  const { clock } = options
  let waiting: Waiting<Forgery>[] = []
  const deliveries: SandboxDelivery<Forgery>[] = []

  async function deliverOnce(reference: string, fault: PostFault | Forgery | null, request: Request): Promise<boolean> {
    let status: number | null = null
    let answer = ''
    try {
      const response = await options.deliver(request)
      status = response.status
      answer = await response.text()
    } catch {
      // Nobody is there: to be tried again, like any answer that is not yes.
    }
    deliveries.push({ reference, fault, status, answer })
    return status !== null && options.isTaken(status, answer)
  }

  /** True when it is taken, false when not; `late` when it was put off. */
  async function attempt(notice: SandboxNotice<Forgery>): Promise<boolean | 'late'> {
    const { reference } = notice
    const fault = options.fault(reference)
    switch (fault) {
      case 'lost':
        return false
      case 'late':
        return 'late'
      case 'repeat': {
        const all = await Promise.all(
          [1, 2, 3].map(async () => deliverOnce(reference, fault, await notice.request(null))),
        )
        return all.some(Boolean)
      }
      case 'contradicted': {
        const isTaken = await deliverOnce(reference, fault, await notice.request(null))
        await deliverOnce(reference, fault, await notice.contradiction())
        return isTaken
      }
      case null:
        return deliverOnce(reference, null, await notice.request(null))
      default:
        await deliverOnce(reference, fault, await notice.request(fault as Forgery))
        return deliverOnce(reference, null, await notice.request(null))
    }
  }

  /** Tries all that is due, once each. */
  async function tick(): Promise<void> {
    const now = clock.now()
    const due = waiting.filter(({ dueAt }) => dueAt <= now)
    waiting = waiting.filter(({ dueAt }) => dueAt > now)
    for (const { notice, tries } of due) {
      const done = await attempt(notice)
      if (done === true) continue
      const seconds = options.retrySeconds[tries]
      const waitMs = done === 'late' ? lateMs : seconds === undefined ? null : seconds * 1000
      if (waitMs === null) continue
      const dueAt = new Date(Date.parse(now) + waitMs).toISOString()
      waiting.push({ notice, tries: done === 'late' ? tries : tries + 1, dueAt })
    }
  }

  return {
    add(notice: SandboxNotice<Forgery>) {
      waiting.push({ notice, tries: 0, dueAt: clock.now() })
    },
    tick,
    waiting: () => waiting.length,
    deliveries: deliveries as readonly SandboxDelivery<Forgery>[],
  }
}
