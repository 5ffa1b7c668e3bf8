/** The notices of a sandbox WeChat: tried again for a day, by the clock that it is given. */
import type { Clock, Ids } from '../../../src/ports.ts'
import type { SandboxBill } from './bills.ts'
import type { NoticeFault, ScriptedFaults } from './faults.ts'
import type { SandboxKey, WechatSide } from './side.ts'
import { type Forgery, noticeBody, signedBody } from './speech.ts'

/** Seconds from one try to the next: 24 hours and 4 minutes in all. */
export const retrySeconds = [
  15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800, 21_600, 21_600,
] as const

export interface Delivery {
  outBillNo: string
  fault: NoticeFault | null
  /** Null when nothing answered. */
  status: number | null
}

interface Waiting {
  id: string
  bill: SandboxBill
  url: string
  tries: number
  dueAt: string
}

export function sandboxNotices(options: {
  clock: Clock
  ids: Ids
  side: WechatSide
  key: () => SandboxKey
  faults: ScriptedFaults
  deliver: (request: Request) => Promise<Response>
}) {
  const { clock, ids, side, faults } = options
  let waiting: Waiting[] = []
  const deliveries: Delivery[] = []

  function add(bill: SandboxBill, url: string) {
    // As it is at that moment: a notice does not change afterwards.
    waiting.push({ id: ids.next('EV'), bill: { ...bill }, url, tries: 0, dueAt: clock.now() })
  }

  async function deliver({ bill, url, id }: Waiting, fault: NoticeFault | null, forgery: Forgery | null) {
    const { apiV3, mchId } = side
    const sealed = await noticeBody({ ids, apiV3, mchId }, { id, at: clock.now(), bill })
    const { headers, body } = await signedBody({ clock, ids, key: options.key() }, sealed, forgery)
    let status: number | null = null
    try {
      status = (await options.deliver(new Request(url, { method: 'POST', headers, body }))).status
    } catch {
      // Nobody is there: to be tried again, like any answer that is not yes.
    }
    deliveries.push({ outBillNo: bill.outBillNo, fault, status })
    return status === 200 || status === 204
  }

  async function attempt(notice: Waiting): Promise<boolean> {
    const fault = faults.notice(notice.bill.outBillNo)
    switch (fault) {
      case 'lost':
        return false
      case 'repeat':
        return (await Promise.all([1, 2, 3].map(() => deliver(notice, fault, null)))).some(Boolean)
      case 'contradicted': {
        const isDone = await deliver(notice, fault, null)
        const state = notice.bill.state === 'SUCCESS' ? 'FAIL' : 'SUCCESS'
        await deliver({ ...notice, id: ids.next('EV'), bill: { ...notice.bill, state, failReason: null } }, fault, null)
        return isDone
      }
      case null:
        return deliver(notice, null, null)
      default:
        await deliver(notice, fault, fault)
        return deliver(notice, null, null)
    }
  }

  /** Tries all that is due, once each. */
  async function tick(): Promise<void> {
    const now = clock.now()
    const due = waiting.filter(({ dueAt }) => dueAt <= now)
    waiting = waiting.filter(({ dueAt }) => dueAt > now)
    for (const notice of due) {
      if (await attempt(notice)) continue
      const seconds = retrySeconds[notice.tries]
      if (seconds === undefined) continue
      const dueAt = new Date(Date.parse(now) + seconds * 1000).toISOString()
      waiting.push({ ...notice, tries: notice.tries + 1, dueAt })
    }
  }

  return { add, tick, waiting: () => waiting.length, deliveries: deliveries as readonly Delivery[] }
}
