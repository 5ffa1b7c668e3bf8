/** Who is let in when more comes than can be answered: decisions without a server, a database or a clock. */
import { describe, expect, it } from 'vitest'
import { queueIn, watchQueue } from '../../../src/entry/overload/accept-queue.ts'
import {
  admits,
  fewest,
  type Kind,
  kindOf,
  mostAtOnce,
  mostOfAnAddress,
  noQueue,
} from '../../../src/entry/overload/admission.ts'
import { tickMs, watchLateness } from '../../../src/entry/overload/lateness.ts'
import { pace } from '../../../src/entry/overload/pace.ts'
import { inTurns } from '../../../src/entry/overload/turns.ts'

const idle = {
  hasBody: false,
  open: 0,
  ofAddress: 0,
  arriving: 0,
  arrivingOfAddress: 0,
  waitedMs: 0,
  isBehind: false,
  perSecond: 1_000,
}
const behind = { ...idle, isBehind: true }
const everybody = 'starting, going, sending, watching'

it.each([
  ['nobody waits', idle, 'starting, going, sending, watching'],
  ['a thousand are open', { ...idle, open: mostAtOnce }, 'watching'],
  ['300 of the address are open', { ...idle, ofAddress: mostOfAnAddress }, 'watching'],
  ['nobody knows yet how fast it is', { ...idle, open: 999, perSecond: Number.POSITIVE_INFINITY }, everybody],
  ['the same, and it is behind', { ...behind, open: fewest, perSecond: Number.POSITIVE_INFINITY }, 'watching'],
  ['149 ms of work are open, and it keeps up', { ...idle, open: 149 }, everybody],
  ['150 ms of work are open, whether it keeps up or not', { ...idle, open: 150 }, 'watching'],
  ['few are open that take long, and it keeps up', { ...idle, open: noQueue - 1, perSecond: 1 }, everybody],
  ['more are open that take long', { ...idle, open: noQueue, perSecond: 1 }, 'watching'],
  ['one has waited after a pause, and it keeps up', { ...idle, waitedMs: 5_000 }, everybody],
  ['it is behind, and few are open, however slow it is', { ...behind, open: fewest - 1, perSecond: 1 }, everybody],
  ['as many are open as take 25 ms', { ...behind, open: 25 }, 'going, sending, watching'],
  ['they take 50 ms', { ...behind, open: 50 }, 'sending, watching'],
  ['they take 70 ms', { ...behind, open: 70 }, 'watching'],
  ['they take 70 ms on a slower machine', { ...behind, open: 14, perSecond: 200 }, 'watching'],
  ['they take 25 ms, and this one has waited 24', { ...behind, open: 25, waitedMs: 24 }, 'going, sending, watching'],
  ['the same, and this one has waited 45', { ...behind, open: 25, waitedMs: 45 }, 'watching'],
  ['nobody is open, and this one has waited 50', { ...behind, waitedMs: 50 }, 'sending, watching'],
  ['most of them have yet to come', { ...behind, open: 500, arriving: 480 }, everybody],
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
  const kinds: Kind[] = ['starting', 'going', 'sending', 'watching']
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
] as const)('%s %s with the cookies "%s" is of the kind %s', (method, path, cookies, kind) => {
  expect(kindOf(method, path, cookies)).toBe(kind)
})

describe('a process is behind', () => {
  function stage() {
    let now = 1_000
    const lateness = watchLateness(() => now)
    return {
      ...lateness,
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

it('as long as a few are open, more may come than are let in', () => {
  let now = 0
  const lateness = watchLateness(() => now)
  for (let turn = 0; turn < 4; turn++) {
    now += 90
    lateness.tick()
  }
  for (const [count, isBehind] of [
    [fewest, true],
    [fewest, true],
    [fewest - 1, false],
  ] as const) {
    lateness.answering(count)
    now += 1_999
    lateness.answering(count)
    now += 1
    expect(lateness.isBehind()).toBe(isBehind)
  }
})

it('the pace is of the time in which there was something to answer', () => {
  let now = 0
  const { isAtIt, one, perSecond } = pace(() => now)
  const answer = (count: number, each: number, restMs: number) => {
    for (let n = 0; n < count; n++) {
      isAtIt(true)
      now += each
      one()
      isAtIt(false)
      now += restMs
    }
    return perSecond()
  }
  expect(perSecond()).toBe(Number.POSITIVE_INFINITY)
  expect(answer(1, 4, 0)).toBe(Number.POSITIVE_INFINITY)
  expect(answer(50, 4, 96)).toBe(Number.POSITIVE_INFINITY)
  expect(answer(50, 10, 10)).toBeCloseTo(100, -1)
  // A night later it is as fast as it was, until it is known better.
  now += 8 * 3_600_000
  expect(perSecond()).toBeCloseTo(100, -1)
  expect(answer(100, 2, 0)).toBeCloseTo(500, -1)
  // Where nothing ends, nothing is learned.
  isAtIt(true)
  now += 2_000
  expect(perSecond()).toBeCloseTo(500, -1)
})

it('connections that wait are read from the table of the kernel, of this port alone, and no further than who listens', () => {
  const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt
   0: 0100007F:2253 00000000:0000 0A 00000000:000001F4 00:00000000 00000000     0        0 1
   1: 0100007F:1F90 00000000:0000 0A 00000000:00000007 00:00000000 00000000     0        0 2
   2: 0100007F:2253 0100007F:C001 01 00000000:00000011 00:00000000 00000000     0        0 3
   3: 0100007F:0051 00000000:0000 0A 00000000:00000001 00:00000000 00000000     0        0 4
`
  let read = 0
  const queue = (port: number, text = table) => {
    read = 0
    return queueIn(() => {
      read += 50
      return text.slice(read - 50, read)
    }, port)
  }
  expect([queue(0x2253), queue(0x1f90), queue(80, ''), queue(0x51)]).toEqual([500, 7, null, null])
  queue(0x2253)
  expect(read).toBeLessThan(250)
})

it('connections that wait are looked for ten times a second, and since when one waits follows from two looks', () => {
  let [now, looks, taken, queue] = [0, 0, 0, 0]
  const { waiting, cameAt } = watchQueue(
    () => {
      looks += 1
      return queue
    },
    () => now,
    () => taken,
  )
  const at = (ms: number, { come, gone }: { come: number; gone: number }) => {
    now = ms
    taken = gone
    queue = come - gone
    return waiting()
  }
  expect(cameAt(1)).toBe(0)
  expect(at(0, { come: 0, gone: 0 })).toBe(0)
  expect(at(20, { come: 20, gone: 5 })).toBe(0)
  expect(at(100, { come: 100, gone: 20 })).toBe(80)
  expect([cameAt(21), cameAt(60)]).toEqual([21, 60])
  // Those that are taken on before the next look wait no more, and more may be than had come by then.
  expect(at(180, { come: 180, gone: 60 })).toBe(40)
  expect([at(199, { come: 200, gone: 110 }), looks]).toEqual([0, 2])
  // After the last look they come as they came before, and nobody comes later than now.
  expect([cameAt(101), cameAt(150), cameAt(250)]).toEqual([101, 150, 199])
  expect([at(200, { come: 200, gone: 120 }), looks]).toEqual([80, 3])
  // A queue that is empty again, as slowly as it is looked for.
  expect([at(900, { come: 210, gone: 210 }), cameAt(205)]).toEqual([0, 550])
  expect(cameAt(211)).toBe(900)
})

it('while connections wait in front, two requests are begun in a turn, in their order, and one whose sender has gone is not', async () => {
  let isCrowded = true
  const begun: number[] = []
  const asked: number[] = []
  const listener = inTurns<{ n: number; destroyed: boolean }, null>(
    ({ n }) => begun.push(n),
    ({ n }) => asked.push(n),
    () => isCrowded,
  )
  for (let n = 0; n < 5; n++) listener({ n, destroyed: n === 1 }, null)
  expect([begun, asked]).toEqual([[], [0, 1, 2, 3, 4]])
  const turns: number[] = []
  while (begun.length < 4) {
    await new Promise(setImmediate)
    turns.push(begun.length)
  }
  expect([begun, turns]).toEqual([
    [0, 2, 3, 4],
    [1, 3, 4],
  ])
  isCrowded = false
  for (const n of [5, 6, 7]) listener({ n, destroyed: false }, null)
  expect(begun.slice(4)).toEqual([5, 6, 7])
})
