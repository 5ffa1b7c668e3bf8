/** The transfers of a sandbox Alipay: what it does with money, without how it talks. */

import { booksZone, dayOf } from '../../../src/platform/time/zone.ts'
import type { Clock } from '../../../src/ports.ts'
import { type SandboxAccount, sandboxAccount } from '../sandbox-account.ts'

/** What an app asks for; another request under the same number has to say all of it again. */
export interface SandboxTransfer {
  outBizNo: string
  amountMinor: number
  /** The logon id, and the name that goes with it. */
  identity: string
  name: string
  title: string
}

export interface AlipaySandboxOrder extends SandboxTransfer {
  orderId: string
  fundOrderId: string
  status: 'SUCCESS' | 'FAIL' | 'DEALING'
  errorCode: string | null
  madeAt: string
  endedAt: string | null
  /** While DEALING: when it ends, and how. */
  until: string | null
  failsAs: string | null
}

export interface AlipayBookOptions {
  clock: Clock
  balanceMinor: number
  /** How long a held transfer is DEALING. */
  settleMinutes: number
  /** Logon ids with their real names; any other may have any name. */
  people: Readonly<Record<string, string>>
  onEnd(order: AlipaySandboxOrder): void
}

/** As Alipay has it for TRANS_ACCOUNT_NO_PWD, in fen. */
const leastMinor = 10

export function alipayBook(options: AlipayBookOptions) {
  const { clock, people } = options
  const till: SandboxAccount = sandboxAccount(clock, 'CNY', options.balanceMinor)
  const orders = new Map<string, AlipaySandboxOrder>()
  const failing = new Map<string, string>()

  const about = ({ orderId, outBizNo, amountMinor }: AlipaySandboxOrder) => ({
    providerId: orderId,
    reference: outBizNo,
    amountMinor,
  })

  function end(order: AlipaySandboxOrder, errorCode: string | null, at: string) {
    Object.assign(order, { status: errorCode === null ? 'SUCCESS' : 'FAIL', errorCode, endedAt: at, until: null })
    if (errorCode !== null) till.giveBack(about(order), at)
    options.onEnd(order)
  }

  /** What time alone does: held transfers end. */
  function advance() {
    const now = clock.now()
    for (const order of orders.values()) {
      if (order.until !== null && order.until <= now) end(order, order.failsAs, order.until)
    }
  }

  function refusal({ identity, name, amountMinor }: SandboxTransfer): string | null {
    if (amountMinor < leastMinor) return 'EXCEED_LIMIT_SM_MIN_AMOUNT'
    if (failing.has(identity)) return failing.get(identity) ?? null
    return (people[identity] ?? name) === name ? null : 'PAYEE_USER_INFO_ERROR'
  }

  /**
   * Makes a transfer, or finds the one of that number.
   * @param course `dealing`: it is held and succeeds; `fails_late`: it is held and fails
   */
  function transfer(
    asked: SandboxTransfer,
    course: 'dealing' | 'fails_late' | null,
  ): AlipaySandboxOrder | { error: string } {
    advance()
    const old = orders.get(asked.outBizNo)
    if (old !== undefined) {
      const isSame = (Object.keys(asked) as (keyof SandboxTransfer)[]).every((key) => old[key] === asked[key])
      return isSame ? old : { error: 'PAYMENT_INFO_INCONSISTENCY' }
    }
    const error = refusal(asked)
    if (error !== null) return { error }
    const at = clock.now()
    const number = `${dayOf(booksZone, at).replaceAll('-', '')}11007000${String(orders.size + 1).padStart(16, '0')}`
    const order: AlipaySandboxOrder = {
      ...asked,
      orderId: number,
      fundOrderId: `${number.slice(0, 12)}15${number.slice(14)}`,
      status: 'DEALING',
      errorCode: null,
      madeAt: at,
      endedAt: null,
      until: null,
      failsAs: course === 'fails_late' ? 'PAYEE_ACCOUNT_STATUS_ERROR' : null,
    }
    if (!till.pay(about(order))) return { error: 'PAYER_BALANCE_NOT_ENOUGH' }
    orders.set(order.outBizNo, order)
    if (course === null) end(order, null, at)
    else order.until = new Date(Date.parse(at) + options.settleMinutes * 60_000).toISOString()
    return order
  }

  return {
    transfer,
    advance,
    till,
    find: (outBizNo: string) => orders.get(outBizNo),
    orders: () => [...orders.values()],
    /** Transfers to this logon id are refused with this code from now on; null lets them through again. */
    payeeFails(identity: string, subCode: string | null) {
      if (subCode === null) failing.delete(identity)
      else failing.set(identity, subCode)
    },
  }
}

export type AlipayBook = ReturnType<typeof alipayBook>
