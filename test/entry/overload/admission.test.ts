/** Who is let in when more comes than can be answered: decisions without a server, a database or a clock. */
import { describe, expect, it } from 'vitest'
import { queueIn, watchQueue } from '../../../src/entry/overload/accept-queue.ts'
import {
  admits,
  mostAtOnce,
  mostOfAnAddress,
  noQueue,
  type RequestClass,
  requestClass,
} from '../../../src/entry/overload/admission.ts'
import { tickMs, watchLateness } from '../../../src/entry/overload/lateness.ts'
import { watchTurns } from '../../../src/entry/overload/turns.ts'

const idle = {
  hasBody: false,
  open: 0,
  ofAddress: 0,
  arriving: 0,
  arrivingOfAddress: 0,
  queued: 0,
  isBehind: false,
  perSecond: 1_000,
  turnMs: 0,
}
const behind = { ...idle, isBehind: true }

it.each([
  ['nobody waits', idle, 'starting, going, sending, watching'],
  ['a thousand are open', { ...idle, open: mostAtOnce }, 'watching'],
  ['300 of the address are open', { ...idle, ofAddress: mostOfAnAddress }, 'watching'],
  ['999 are open, and the process keeps up', { ...idle, open: mostAtOnce - 1 }, 'starting, going, sending, watching'],
  ['it is behind, and few are open', { ...behind, open: noQueue - 1 }, 'starting, going, sending, watching'],
  ['as many are open as are no queue', { ...behind, open: noQueue }, 'going, sending, watching'],
  [
    'few are open, and few wait to be taken on',
    { ...behind, open: 2, queued: noQueue - 1 },
    'going, sending, watching',
  ],
  ['many wait to be taken on', { ...behind, queued: 5_000 }, 'starting, going, sending, watching'],
  ['the same, later in a turn', { ...behind, queued: 5_000, turnMs: 2 }, 'going, sending, watching'],
  ['and later', { ...behind, queued: 5_000, turnMs: 5 }, 'sending, watching'],
  ['and at its end', { ...behind, queued: 5_000, turnMs: 8 }, 'watching'],
  [
    'many wait, and as many are open as are no queue',
    { ...behind, open: noQueue, queued: 5_000 },
    'going, sending, watching',
  ],
  ['more are open', { ...behind, open: noQueue + 25 }, 'sending, watching'],
  ['those that are open take 50 ms', { ...behind, open: noQueue + 50 }, 'watching'],
  ['they take 50 ms on a slower machine', { ...behind, open: noQueue + 5, perSecond: 100 }, 'watching'],
  ['a turn has let in for long enough for who has yet to begin', { ...behind, turnMs: 8 }, 'going, sending, watching'],
  ['for who comes back', { ...behind, turnMs: 16 }, 'sending, watching'],
  ['and for everybody', { ...behind, turnMs: 25 }, 'watching'],
  ['a turn is long, and the process keeps up', { ...idle, turnMs: 200 }, 'starting, going, sending, watching'],
  ['most of them have yet to come', { ...behind, open: 500, arriving: 480 }, 'starting, going, sending, watching'],
  [
    'a thousand senders never come to an end',
    { ...idle, open: 1_000, arriving: 1_000 },
    'starting, going, sending, watching',
  ],
  ['the same, for who sends as well', { ...idle, hasBody: true, open: 1_000, arriving: 1_000 }, 'watching'],
  [
    '300 senders of the address never come to an end',
    { ...idle, open: 300, ofAddress: 300, arriving: 300, arrivingOfAddress: 300 },
    'starting, going, sending, watching',
  ],
])('when %s, whoever is let in: %o: %s', (_, load, expected) => {
  const kinds: RequestClass[] = ['starting', 'going', 'sending', 'watching']
  expect(kinds.filter((kind) => admits(kind, load)).join(', ')).toBe(expected)
})

it.each([
  ['GET', '/readyz', '', 'watching'],
  ['GET', '/s/study-abroad', '', 'starting'],
  ['POST', '/s/study-abroad/p/start', 'lang=en', 'starting'],
  ['GET', '/s/study-abroad/p/places', 'lang=en; __Host-respondent-study-abroad=x', 'going'],
  ['POST', '/s/study-abroad/p/places', 'respondent-study-abroad=x', 'sending'],
  ['POST', '/s/study-abroad/voucher/claim', '__Host-voucher-study-abroad=x', 'sending'],
  ['GET', '/finance', '__Host-staff=x', 'going'],
  ['POST', '/sign-in/oidc', '', 'sending'],
  ['POST', '/providers/wechat/notices', '', 'sending'],
  ['GET', '/assets/style-abc.css', '', 'sending'],
] as const)('%s %s with the cookies "%s" is of the kind %s', (method, path, cookies, kind) => {
  expect(requestClass(method, path, cookies)).toBe(kind)
})

describe('a process is behind', () => {
  function stage() {
    let [now, rested] = [1_000, 0]
    const lateness = watchLateness(
      () => now,
      () => rested,
    )
    return {
      ...lateness,
      rest(ms: number) {
        rested += ms
      },
      /** Turns of the event loop that take so long each. */
      turns(count: number, ms: number) {
        for (let n = 0; n < count; n++) {
          now += ms
          lateness.tick()
        }
      },
    }
  }

  it('when its turns come late for a third of a second, until two seconds have gone by without', () => {
    const { turns, isBehind } = stage()
    turns(50, tickMs)
    turns(3, 90)
    expect(isBehind()).toBe(false)
    turns(1, 90)
    expect(isBehind()).toBe(true)
    turns(99, tickMs)
    expect(isBehind()).toBe(true)
    turns(1, tickMs)
    expect(isBehind()).toBe(false)
  })

  it('and not for one long pause, however long', () => {
    const { turns, isBehind } = stage()
    turns(1, 5_000)
    expect(isBehind()).toBe(false)
  })

  it('for as long as it refuses some and hardly rests, though nobody who was let in waits any more', () => {
    const { turns, refusing, rest, isBehind } = stage()
    const refuses = (restedMs: number) => {
      for (let half = 0; half < 10; half++) {
        refusing()
        rest(restedMs)
        turns(25, tickMs)
      }
      return isBehind()
    }
    turns(4, 90)
    expect(refuses(49)).toBe(true)
    // It could have answered those whom it refused.
    expect(refuses(50)).toBe(false)
  })

  it('sooner when many connections wait to be taken on, and not when few do or they are soon gone', () => {
    const { turns, waiting, isBehind } = stage()
    const waits = (ms: number, count: number) => {
      for (let passing = 0; passing < ms; passing += tickMs) {
        waiting(count)
        turns(1, tickMs)
      }
      waiting(count)
    }
    waits(1_000, 4 * noQueue - 1)
    waits(80, 4 * noQueue)
    waits(20, 0)
    waits(80, 500)
    expect(isBehind()).toBe(false)
    waits(20, 500)
    expect(isBehind()).toBe(true)
  })

  it('when more than a few requests are open for a third of a second, and for as long as there is a queue again', () => {
    const { turns, answering, isBehind } = stage()
    answering(noQueue)
    turns(14, tickMs)
    answering(noQueue - 1)
    answering(500)
    turns(14, tickMs)
    answering(500)
    expect(isBehind()).toBe(false)
    turns(1, tickMs)
    answering(500)
    expect(isBehind()).toBe(true)
    answering(0)
    turns(90, tickMs)
    answering(noQueue)
    turns(90, tickMs)
    expect(isBehind()).toBe(true)
    answering(0)
    turns(10, tickMs)
    expect(isBehind()).toBe(false)
  })
})

it('a turn of the loop is as long as requests have been answered in it, and the next one begins with its first', () => {
  let now = 1_000
  const over: (() => void)[] = []
  const turnMs = watchTurns(
    () => now,
    (atEnd) => over.push(atEnd),
  )
  const after = (ms: number) => {
    now += ms
    return turnMs()
  }
  expect([after(0), after(5), after(7), over.length]).toEqual([0, 5, 12, 1])
  over[0]?.()
  expect([after(90), after(3), over.length]).toEqual([0, 3, 2])
})

it('connections that wait are read from the table of the kernel, of this port and of who listens alone', () => {
  const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt
   0: 0100007F:2253 00000000:0000 0A 00000000:000001F4 00:00000000 00000000     0        0 1
   1: 0100007F:1F90 00000000:0000 0A 00000000:00000007 00:00000000 00000000     0        0 2
   2: 0100007F:2253 00000000:0000 0A 00000000:00000003 00:00000000 00000000     0        0 1
   3: 0100007F:2253 0100007F:C001 01 00000000:00000011 00:00000000 00000000     0        0 3
`
  let read = 0
  const queue = (port: number, sockets = 1, text = table) => {
    read = 0
    return queueIn(
      () => {
        read += 50
        return text.slice(read - 50, read)
      },
      port,
      sockets,
    )
  }
  expect([queue(0x2253), queue(0x1f90), queue(80, 1, ''), queue(0x51)]).toEqual([500, 7, null, null])
  // Those that listen together at one port, of which some may not have come to do so.
  expect([queue(0x2253, 2), queue(0x2253, 3)]).toEqual([503, 503])
  queue(0x2253)
  expect(read).toBeLessThan(250)
})

it('connections that wait are looked for ten times a second, and those that are taken on wait no more', () => {
  let [now, looks, taken] = [0, 0, 0]
  const waiting = watchQueue(
    () => {
      looks += 1
      return 50
    },
    () => now,
    () => taken,
  )
  const turns = (count: number) =>
    Array.from({ length: count }, () => {
      now += tickMs
      return waiting()
    })
  expect([turns(50), looks]).toEqual([Array(50).fill(50), 10])
  // More may be taken on than had come by then.
  turns(1)
  taken += 20
  expect([turns(1), looks]).toEqual([[30], 11])
  taken += 40
  expect([turns(1), looks]).toEqual([[0], 11])
  expect([turns(3), looks]).toEqual([[0, 0, 50], 12])
})
