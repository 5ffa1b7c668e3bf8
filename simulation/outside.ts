/**
 * The world outside as the service meets it: providers that speak their real wire formats, behind a network that loses
 * requests and replies, and a post that repeats, delays and reorders what they send us.
 */
import type { Payer } from '../src/ports.ts'
import { boundary } from './boundary.ts'
import type { Chance } from './chance.ts'

/** A provider's own books: every payment that it made, for comparing with ours at the end. */
export interface Movement {
  provider: string
  reference: string
  amountMinor: number
}

export interface Outside {
  payers: Payer[]
  /** What providers have posted to us and nobody has delivered yet. */
  post: Request[]
  /** A holder confirms in WeChat: whatever package their phone was given. */
  confirm(pack: string): Promise<void>
  /** The providers' own time goes on: bills run out, slow ones settle. */
  settle(): Promise<void>
  /** What really moved, by the providers' own books. */
  movements(): Movement[]
  /** Turns the lights out at the provider, or on: no money there. */
  drain(isEmpty: boolean): void
  /** From now on nothing is lost. */
  calm(): void
}

/** How many of a hundred calls meet each fault. */
const faults = { requestLost: 4, replyLost: 6, refusedBefore: 2, refusedAfter: 3 } as const

/** A `fetch` to the sandboxes through a bad network. */
export function network(
  chance: Chance,
  answer: (request: Request) => Promise<Response>,
): { fetch: typeof fetch; calm(): void } {
  let isCalm = false
  const happens = (of100: number) => !isCalm && chance.percent(of100)
  return {
    async fetch(input, init) {
      const request = new Request(input as RequestInfo, init)
      await boundary()
      if (happens(faults.requestLost)) throw new TypeError('The request was lost.')
      if (happens(faults.refusedBefore)) return new Response('busy', { status: 503 })
      const response = await answer(request)
      await boundary()
      if (happens(faults.replyLost)) throw new TypeError('The reply was lost.')
      if (happens(faults.refusedAfter)) return new Response('busy', { status: 502 })
      return response
    },
    calm() {
      isCalm = true
    },
  }
}
