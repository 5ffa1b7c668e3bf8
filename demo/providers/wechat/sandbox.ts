/**
 * A sandbox WeChat, for tests, simulations and demonstrations: the real wire format both ways, and nobody's money.
 * Its time is the clock that it is given; whatever time brings about happens at `tick`, or when it is asked.
 */
import { Hono } from 'hono'
import type { Fetch } from '../../../src/platform/network/request.ts'
import type { Clock, Ids } from '../../../src/ports.ts'
import { sandboxApi } from './api.ts'
import { type SandboxBill, sandboxBook } from './bills.ts'
import { type FaultSource, scriptedFaults } from './faults.ts'
import { type SandboxPerson, sandboxLogin } from './login.ts'
import { sandboxNotices } from './notices.ts'
import type { WechatSide } from './side.ts'

export interface WechatSandboxOptions {
  clock: Clock
  ids: Ids
  /** From `wechatSandboxConfig`, whose settings the service has. */
  side: WechatSide
  /** Takes notices to the service. Without it none is sent. */
  deliver?: (request: Request) => Promise<Response>
  /** Where notices go for bills that name no address, as those of a service without https. */
  noticesTo?: string
  balanceMinor?: number
  dailyPerUserMinor?: number
  closingLagMinutes?: number
  cancelMinutes?: number
  transferMinutes?: number
  people?: readonly SandboxPerson[]
  /** Whether signing in shows a page to choose who one is. */
  asksWho?: boolean
  /** Draws what goes wrong, beyond what `faults` is told. */
  faultSource?: FaultSource
}

const somePeople: readonly SandboxPerson[] = [
  { openid: 'oFake00000000000000000000jia', name: '测试用户甲' },
  { openid: 'oFake00000000000000000000yi0', name: '测试用户乙' },
]

export function wechatSandbox(options: WechatSandboxOptions) {
  const { clock, ids, side, deliver, people = somePeople } = options
  let signing = side.keys[0]?.id
  const key = () => {
    const found = side.keys.find(({ id }) => id === signing)
    if (found === undefined) throw new Error(`the sandbox WeChat has no key ${signing}`)
    return found
  }
  const faults = scriptedFaults(options.faultSource)
  const notices = sandboxNotices({
    clock,
    ids,
    side,
    key,
    faults,
    deliver: deliver ?? (() => Promise.reject(new Error('nobody to deliver to'))),
  })
  const book = sandboxBook({
    clock,
    ids,
    balanceMinor: options.balanceMinor ?? 100_000_000,
    dailyPerUserMinor: options.dailyPerUserMinor ?? 200_000,
    closingLagMinutes: options.closingLagMinutes ?? 0,
    cancelMinutes: options.cancelMinutes ?? 0,
    transferMinutes: options.transferMinutes ?? 0,
    onEnd(bill) {
      const url = bill.notifyUrl ?? options.noticesTo
      if (deliver !== undefined && url !== undefined) notices.add(bill, url)
    },
  })
  const api = sandboxApi({ clock, ids, side, key, faults, book })
  const login = sandboxLogin({ clock, ids, side, people, asks: options.asksWho ?? false })

  /** Lets time do its part: bills close, cancelling and paying end, and notices that are due are tried once. */
  async function tick(): Promise<void> {
    book.advance()
    await notices.tick()
  }

  /** The holder presses the button of WeChat's sheet, by what their phone was given or by the bill's number. */
  function confirm(packageOrNumber: string): SandboxBill | null {
    const bill = book.findFor(packageOrNumber)
    return bill !== undefined && book.confirm(bill) ? bill : null
  }

  const app = new Hono()
    .route('/', api.routes)
    .route('/', login.routes)
    .get('/sandbox/bill', (c) => {
      const bill = book.findFor(c.req.query('package') ?? '')
      return bill === undefined ? c.json({}, 404) : c.json({ amountMinor: bill.amountMinor, remark: bill.remark })
    })
    .post('/sandbox/confirm', async (c) => {
      const { package: bill } = await c.req.json<{ package?: string }>()
      const confirmed = confirm(bill ?? '')
      await tick()
      return confirmed === null ? c.json({ ok: false }, 409) : c.json({ ok: true, state: confirmed.state })
    })

  /** What a service inside the same program reaches it by; it can break off, which an HTTP server cannot. */
  const fetch: Fetch = async (request) => {
    const response = await app.fetch(request)
    const network = response.headers.get('x-sandbox-network')
    if (network === 'drop') throw new TypeError('connection lost')
    if (network === 'timeout') throw new DOMException('no reply in time', 'TimeoutError')
    return response
  }

  return {
    app,
    fetch,
    tick,
    confirm,
    faults,
    login: { codeFor: login.codeFor, use: login.use },
    people,
    /** Every call that came in, with the fault that it met. */
    calls: api.calls,
    /** Every delivery of a notice, true or not, with the answer. */
    deliveries: notices.deliveries,
    waitingNotices: notices.waiting,
    bill: book.find,
    bills: book.bills,
    balance: book.balance,
    topUp: book.topUp,
    payeeFails: book.payeeFails,
    /** What moved on a day of Beijing (`2026-02-14`), in order: the rows of that day's fund bill. */
    movements: book.movements,
    /** Signs with another of its keys from now on. */
    signWith(id: string) {
      signing = id
    },
  }
}

export type WechatSandbox = ReturnType<typeof wechatSandbox>
