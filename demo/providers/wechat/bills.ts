/** The bills and the balance of a sandbox WeChat: what it does with money, without how it talks. */
import { booksZone, dayOf } from '../../../src/platform/time/zone.ts'
import type { Clock, Ids } from '../../../src/ports.ts'

export type SandboxState =
  | 'ACCEPTED'
  | 'PROCESSING'
  | 'WAIT_USER_CONFIRM'
  | 'TRANSFERING'
  | 'SUCCESS'
  | 'FAIL'
  | 'CANCELING'
  | 'CANCELLED'

/** What a merchant asks for; another request under the same number has to say all of it again. */
export interface SandboxOrder {
  outBillNo: string
  openid: string
  name: string | null
  amountMinor: number
  remark: string
  notifyUrl: string | null
  /** Scene, perception and explanations, as text. */
  rest: string
}

export interface SandboxBill extends SandboxOrder {
  transferBillNo: string
  state: SandboxState
  failReason: string | null
  packageInfo: string | null
  createdAt: string
  updatedAt: string
  /** When CANCELING or TRANSFERING is over. */
  until: string | null
}

/** One line of the fund bill; `amountMinor` is what came in (positive) or went out (negative). */
export interface Movement {
  at: string
  flowNo: string
  kind: 'transfer' | 'return' | 'top_up'
  outBillNo: string | null
  transferBillNo: string | null
  amountMinor: number
  balanceMinor: number
}

export interface BookOptions {
  clock: Clock
  ids: Ids
  balanceMinor: number
  /** What one person may receive in a day of Beijing. */
  dailyPerUserMinor: number
  /** How much later than 24 hours an unconfirmed bill is closed. */
  closingLagMinutes: number
  /** How long cancelling, and paying after the confirmation, take. */
  cancelMinutes: number
  transferMinutes: number
  onEnd(bill: SandboxBill): void
}

const minuteMs = 60_000
export const dayMs = 24 * 60 * minuteMs

export function sandboxBook(options: BookOptions) {
  const { clock, ids } = options
  const bills = new Map<string, SandboxBill>()
  const open = new Set<SandboxBill>()
  const movements: Movement[] = []
  const failing = new Map<string, string>()
  let balanceMinor = 0
  topUp(options.balanceMinor)

  const after = (iso: string, ms: number) => new Date(Date.parse(iso) + ms).toISOString()

  function addMovement(kind: Movement['kind'], amountMinor: number, at: string, bill?: SandboxBill) {
    balanceMinor += amountMinor
    const flowNo = `fund${String(movements.length + 1).padStart(12, '0')}`
    const { outBillNo = null, transferBillNo = null } = bill ?? {}
    movements.push({ at, flowNo, kind, outBillNo, transferBillNo, amountMinor, balanceMinor })
  }

  function topUp(amountMinor: number) {
    if (amountMinor !== 0) addMovement('top_up', amountMinor, clock.now())
  }

  function lock(bill: SandboxBill) {
    const at = clock.now()
    if (balanceMinor < bill.amountMinor) {
      Object.assign(bill, { state: 'PROCESSING', updatedAt: at })
      return
    }
    addMovement('transfer', -bill.amountMinor, at, bill)
    Object.assign(bill, { state: 'WAIT_USER_CONFIRM', packageInfo: `${ids.random(48)}==`, updatedAt: at })
  }

  function end(bill: SandboxBill, state: 'SUCCESS' | 'FAIL' | 'CANCELLED', failReason: string | null, at: string) {
    const isLocked = bill.packageInfo !== null
    Object.assign(bill, { state, failReason, until: null, updatedAt: at })
    open.delete(bill)
    if (state !== 'SUCCESS' && isLocked) addMovement('return', bill.amountMinor, at, bill)
    options.onEnd(bill)
  }

  /** What time alone does: unconfirmed bills close, cancelling and paying come to their end. */
  function advance() {
    const now = clock.now()
    for (const bill of [...open]) {
      const closes = after(bill.createdAt, dayMs + options.closingLagMinutes * minuteMs)
      if (bill.state === 'CANCELING' && bill.until !== null && bill.until <= now) {
        end(bill, 'CANCELLED', null, bill.until)
      } else if (bill.state === 'TRANSFERING' && bill.until !== null && bill.until <= now) {
        end(bill, 'SUCCESS', null, bill.until)
      } else if (/^(ACCEPTED|PROCESSING|WAIT_USER_CONFIRM)$/.test(bill.state) && closes <= now) {
        end(bill, 'FAIL', 'OVERDUE_CLOSE', closes)
      }
    }
  }

  /** Makes a bill, or finds the one of that number; `pause` leaves it in a state that waits for the same request again. */
  function create(
    order: SandboxOrder,
    pause: 'ACCEPTED' | 'PROCESSING' | null = null,
  ): SandboxBill | { error: string } {
    advance()
    const at = clock.now()
    const old = bills.get(order.outBillNo)
    if (old !== undefined) {
      if ((Object.keys(order) as (keyof SandboxOrder)[]).some((key) => old[key] !== order[key])) {
        return { error: 'INVALID_REQUEST' }
      }
      if ((old.state === 'ACCEPTED' || old.state === 'PROCESSING') && pause === null) lock(old)
      return old
    }
    if (balanceMinor < order.amountMinor) return { error: 'NOT_ENOUGH' }
    const transferBillNo = `13300001${dayOf(booksZone, at).replaceAll('-', '')}${String(bills.size + 1).padStart(16, '0')}`
    const state = pause ?? 'ACCEPTED'
    const made = {
      transferBillNo,
      state,
      failReason: null,
      packageInfo: null,
      createdAt: at,
      updatedAt: at,
      until: null,
    }
    const bill: SandboxBill = { ...order, ...made }
    bills.set(order.outBillNo, bill)
    open.add(bill)
    if (pause === null) lock(bill)
    return bill
  }

  function cancel(bill: SandboxBill): SandboxBill | { error: string } {
    advance()
    if (bill.state === 'CANCELING' || bill.state === 'CANCELLED') return bill
    if (!/^(ACCEPTED|PROCESSING|WAIT_USER_CONFIRM)$/.test(bill.state)) return { error: 'INVALID_REQUEST' }
    const at = clock.now()
    return Object.assign(bill, {
      state: 'CANCELING',
      updatedAt: at,
      until: after(at, options.cancelMinutes * minuteMs),
    })
  }

  function receivedToday(openid: string): number {
    const today = dayOf(booksZone, clock.now())
    return [...bills.values()]
      .filter((bill) => bill.openid === openid && /^(SUCCESS|TRANSFERING)$/.test(bill.state))
      .filter((bill) => dayOf(booksZone, bill.updatedAt) === today)
      .reduce((sum, bill) => sum + bill.amountMinor, 0)
  }

  /** The holder presses the button. After 24 hours the sheet does not open any more, even while the bill still waits. */
  function confirm(bill: SandboxBill): boolean {
    advance()
    const at = clock.now()
    if (bill.state !== 'WAIT_USER_CONFIRM' || after(bill.createdAt, dayMs) <= at) return false
    const scripted = failing.get(bill.openid)
    if (scripted !== undefined) end(bill, 'FAIL', scripted, at)
    else if (receivedToday(bill.openid) + bill.amountMinor > options.dailyPerUserMinor) {
      end(bill, 'FAIL', 'DAY_RECEIVED_QUOTA_EXCEED', at)
    } else if (options.transferMinutes === 0) end(bill, 'SUCCESS', null, at)
    else {
      const until = after(at, options.transferMinutes * minuteMs)
      Object.assign(bill, { state: 'TRANSFERING', updatedAt: at, until })
    }
    return true
  }

  return {
    create,
    cancel,
    confirm,
    advance,
    topUp,
    balance: () => balanceMinor,
    bills: () => [...bills.values()],
    find: (outBillNo: string) => bills.get(outBillNo),
    /** By what the holder's phone was given, or by our number. */
    findFor: (key: string) =>
      bills.get(key) ??
      [...bills.values()].find(({ packageInfo, transferBillNo }) => packageInfo === key || transferBillNo === key),
    /** Every confirmation of this person fails for this reason; null lets them through again. */
    payeeFails(openid: string, reason: string | null) {
      if (reason === null) failing.delete(openid)
      else failing.set(openid, reason)
    },
    movements(day: string) {
      advance()
      return movements.filter(({ at }) => dayOf(booksZone, at) === day)
    },
  }
}

export type SandboxBook = ReturnType<typeof sandboxBook>
