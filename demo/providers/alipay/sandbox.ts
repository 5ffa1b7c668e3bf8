/**
 * A sandbox Alipay, for tests, simulations and demonstrations: the real wire format both ways, and nobody's money.
 * Its time is the clock that it is given; whatever time brings about happens at `tick`, or when it is asked.
 */
import { Hono } from 'hono'
import type { Fetch } from '../../../src/platform/network/request.ts'
import type { Clock, Ids } from '../../../src/ports.ts'
import { sandboxPost } from '../deliveries.ts'
import { faultScript, overNetwork } from '../fault-script.ts'
import type { AlipayCallFault, AlipayCallName, AlipayFaultSource, AlipayForgery, AlipayNoticeFault } from './faults.ts'
import { alipayGateway } from './gateway.ts'
import { type AlipaySandboxOrder, alipayBook } from './orders.ts'
import type { AlipaySide } from './side.ts'
import { noticeForm } from './speech.ts'

export interface AlipaySandboxOptions {
  clock: Clock
  ids: Ids
  /** From `alipaySandboxConfig`, whose settings the service has. */
  side: AlipaySide
  /** Takes notices to the service; without it, or without an address, none is sent. */
  deliver?: (request: Request) => Promise<Response>
  /** The gateway of the app, as it stands in Alipay's console. */
  noticesTo?: string
  balanceMinor?: number
  settleMinutes?: number
  /** Logon ids with their real names; any other may have any name. */
  people?: Readonly<Record<string, string>>
  /** Draws what goes wrong, beyond what `faults` is told. */
  faultSource?: AlipayFaultSource
}

/** Seconds from one try of a notice to the next: 25 hours in all. */
const retrySeconds = [240, 600, 600, 3600, 7200, 21_600, 54_000] as const

export function alipaySandbox(options: AlipaySandboxOptions) {
  const { clock, ids, side, deliver, noticesTo } = options
  const faults = faultScript<AlipayCallName, AlipayCallFault, AlipayNoticeFault>(options.faultSource)
  const post = sandboxPost<AlipayForgery>({
    clock,
    deliver: deliver ?? (() => Promise.reject(new Error('nobody to deliver to'))),
    retrySeconds,
    fault: faults.notice,
    isTaken: (status, answer) => status === 200 && answer === 'success',
  })

  function tell(order: AlipaySandboxOrder, url: string) {
    const request = async (id: string, snapshot: AlipaySandboxOrder, forgery: AlipayForgery | null) =>
      new Request(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' },
        body: await noticeForm({ clock, ids, side }, { id, order: snapshot }, forgery),
      })
    const id = ids.next('notify')
    // As it is at that moment: a notice does not change afterwards.
    const snapshot = { ...order }
    post.add({
      reference: order.outBizNo,
      request: (forgery) => request(id, snapshot, forgery),
      contradiction: () =>
        request(ids.next('notify'), { ...snapshot, status: snapshot.status === 'SUCCESS' ? 'FAIL' : 'SUCCESS' }, null),
    })
  }

  const book = alipayBook({
    clock,
    balanceMinor: options.balanceMinor ?? 100_000_000,
    settleMinutes: options.settleMinutes ?? 10,
    people: options.people ?? {},
    onEnd(order) {
      if (deliver !== undefined && noticesTo !== undefined) tell(order, noticesTo)
    },
  })
  const gateway = alipayGateway({ side, faults, book })
  const app = new Hono().route('/', gateway.routes)
  const fetch: Fetch = overNetwork(app)

  return {
    app,
    /** What a service inside the same program reaches it by; it can break off, which an HTTP server cannot. */
    fetch,
    /** Lets time do its part: held transfers end, and notices that are due are tried once. */
    async tick(): Promise<void> {
      book.advance()
      await post.tick()
    },
    faults,
    /** Every call that came in, with the fault that it met. */
    calls: gateway.calls,
    /** Every delivery of a notice, true or not, with the answer. */
    deliveries: post.deliveries,
    waitingNotices: post.waiting,
    order: book.find,
    orders: book.orders,
    payeeFails: book.payeeFails,
    balance: book.till.balance,
    topUp: book.till.topUp,
    /** What moved on a day of Beijing (`2026-02-14`), in order: the rows of that day's account bill. */
    movements(day: string) {
      book.advance()
      return book.till.movements(day)
    },
  }
}
