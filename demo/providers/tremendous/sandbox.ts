/**
 * A sandbox Tremendous, for tests, simulations and demonstrations: the real wire format both ways, and nobody's money.
 * Its time is the clock that it is given; whatever time brings about happens at `tick`, or when it is asked.
 */
import { Hono } from 'hono'
import type { Fetch } from '../../../src/platform/network/request.ts'
import type { Clock, Ids } from '../../../src/ports.ts'
import { sandboxPost } from '../deliveries.ts'
import { faultScript, overNetwork } from '../fault-script.ts'
import { tremendousApi } from './api.ts'
import type {
  TremendousCallFault,
  TremendousCallName,
  TremendousFaultSource,
  TremendousForgery,
  TremendousNoticeFault,
} from './faults.ts'
import { type OrderEvent, type TremendousSandboxOrder, tremendousBook } from './orders.ts'
import type { TremendousSide } from './side.ts'
import { webhookRequest } from './speech.ts'

export interface TremendousSandboxOptions {
  clock: Clock
  ids: Ids
  /** From `tremendousSandboxConfig`, whose settings the service has. */
  side: TremendousSide
  /** Takes webhooks to the service; without it, or without an address, none is sent. */
  deliver?: (request: Request) => Promise<Response>
  /** The address that the webhook was made with. */
  noticesTo?: string
  /** What lies in each currency at first. */
  balanceMinor?: number
  settleMinutes?: number
  /** What the campaign's products take at most. */
  mostMinor?: number
  /** Draws what goes wrong, beyond what `faults` is told. */
  faultSource?: TremendousFaultSource
}

/** Tremendous does not say when it tries again: five times in a day is what this sandbox does. */
const retrySeconds = [60, 600, 3600, 21_600, 57_600] as const

export function tremendousSandbox(options: TremendousSandboxOptions) {
  const { clock, ids, side, deliver, noticesTo } = options
  const faults = faultScript<TremendousCallName, TremendousCallFault, TremendousNoticeFault>(options.faultSource)
  const post = sandboxPost<TremendousForgery>({
    clock,
    deliver: deliver ?? (() => Promise.reject(new Error('nobody to deliver to'))),
    retrySeconds,
    fault: faults.notice,
    isTaken: (status) => status >= 200 && status < 300,
  })

  function tell(event: OrderEvent, order: TremendousSandboxOrder, url: string) {
    const webhook = { event, uuid: ids.next('webhook'), order, at: clock.now() }
    const isBad = event === 'ORDERS.FAILED' || event.endsWith('.CANCELED')
    const opposite: OrderEvent = isBad ? 'REWARDS.DELIVERY.SUCCEEDED' : 'ORDERS.FAILED'
    post.add({
      reference: order.externalId,
      request: (forgery) => webhookRequest(side, url, webhook, forgery),
      contradiction: () => webhookRequest(side, url, { ...webhook, event: opposite, uuid: ids.next('webhook') }, null),
    })
  }

  const book = tremendousBook({
    clock,
    balanceMinor: options.balanceMinor ?? 100_000_000,
    settleMinutes: options.settleMinutes ?? 10,
    mostMinor: options.mostMinor ?? 200_000,
    onEvent(event, order) {
      if (deliver !== undefined && noticesTo !== undefined) tell(event, order, noticesTo)
    },
  })
  const api = tremendousApi({ side, faults, book })
  const app = new Hono().route('/', api.routes)
  const fetch: Fetch = overNetwork(app)

  return {
    app,
    /** What a service inside the same program reaches it by; it can break off, which an HTTP server cannot. */
    fetch,
    /** Lets time do its part: orders that wait end, and webhooks that are due are tried once. */
    async tick(): Promise<void> {
      book.advance()
      await post.tick()
    },
    faults,
    /** Every call that came in, with the fault that it met. */
    calls: api.calls,
    /** Every delivery of a webhook, true or not, with the answer. */
    deliveries: post.deliveries,
    waitingNotices: post.waiting,
    order: book.find,
    orders: book.orders,
    redeem: book.redeem,
    payeeFails: book.payeeFails,
    balance: book.balance,
    topUp: book.topUp,
    /** What moved on a day of Beijing (`2026-02-14`), currency by currency: the rows of that day's transactions. */
    movements: book.movements,
  }
}
