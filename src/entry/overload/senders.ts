/** Requests whose bodies have not come: where places are short the slowest sender of the busiest network gives way. */
import type { IncomingMessage } from 'node:http'

/** Whoever began so few milliseconds ago is not slow yet. */
export const graceMs = 2_000

/** What is known of a request while its body comes. */
type Incoming = Pick<IncomingMessage, 'complete' | 'socket'>

interface Sender {
  incoming: Incoming
  address: string
  since: number
  /** What its connection had brought by then, in bytes. */
  bytes: number
  giveWay: () => void
}

interface Senders {
  /** @param giveWay gives its place up and ends it */
  begin(incoming: Incoming, address: string, giveWay: () => void): void
  end(incoming: Incoming): void
  /** Looks which bodies have not come yet. */
  look(): void
  /** How many had not when that was last looked at: of all, or of an address. */
  arriving(address?: string): number
  /**
   * Has the slowest sender of an address give way, or of the one that most of them are of.
   * @returns whether there was one that is no beginner
   */
  makeRoom(address?: string): boolean
}

/** @param passed milliseconds that have passed */
export function watchSenders(passed: () => number): Senders {
  const senders = new Map<Incoming, Sender>()
  let all = 0
  let ofAddress = new Map<string, number>()
  return {
    begin(incoming, address, giveWay) {
      senders.set(incoming, { incoming, address, since: passed(), bytes: bytesOf(incoming), giveWay })
    },
    end(incoming) {
      senders.delete(incoming)
    },
    look() {
      all = 0
      ofAddress = new Map()
      for (const { incoming, address } of senders.values()) {
        if (incoming.complete) continue
        all += 1
        ofAddress.set(address, (ofAddress.get(address) ?? 0) + 1)
      }
    },
    arriving: (address) => (address === undefined ? all : (ofAddress.get(address) ?? 0)),
    makeRoom(address) {
      const now = passed()
      const slow = [...senders.values()].filter(
        (one) => !one.incoming.complete && now - one.since >= graceMs && (address ?? one.address) === one.address,
      )
      const counts = new Map<string, number>()
      for (const one of slow) counts.set(one.address, (counts.get(one.address) ?? 0) + 1)
      const most = Math.max(...counts.values())
      const rateOf = ({ incoming, bytes, since }: Sender) => (bytesOf(incoming) - bytes) / (now - since)
      const [first, ...others] = slow.filter((one) => counts.get(one.address) === most)
      if (first === undefined) return false
      others.reduce((slowest, one) => (rateOf(one) < rateOf(slowest) ? one : slowest), first).giveWay()
      return true
    },
  }
}

const bytesOf = ({ socket }: Incoming) => socket.bytesRead
