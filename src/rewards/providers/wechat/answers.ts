/** What WeChat's replies about a bill mean: the section's states and retry policy, as pure functions. */
import * as z from 'zod'
import type { PayAnswer } from '../../../ports.ts'
import { wechatFailReason } from './fail-reasons.ts'

/** A bill as replies and notices tell of it; each tells of some of it. */
export const billSchema = z.object({
  out_bill_no: z.string(),
  transfer_bill_no: z.string().optional(),
  state: z.string(),
  fail_reason: z.string().optional(),
  package_info: z.string().optional(),
  /** RFC 3339; only replies to a sending and to a query have it. */
  create_time: z.string().optional(),
  transfer_amount: z.int().optional(),
  mch_id: z.string().optional(),
  /** What some servers call `mch_id`. */
  mchid: z.string().optional(),
  appid: z.string().optional(),
})
export type Bill = z.output<typeof billSchema>

/** What we know to have asked for; a reply that says otherwise is about something else. */
export interface ExpectedBill {
  reference: string
  mchId: string
  appId: string
  amountMinor?: number
}

/** Whether everything that a bill repeats is what was asked for. */
export function echoes(bill: Bill, expected: ExpectedBill): boolean {
  const { reference, mchId, appId, amountMinor } = expected
  return (
    bill.out_bill_no === reference &&
    (bill.mch_id ?? bill.mchid ?? mchId) === mchId &&
    (bill.appid ?? appId) === appId &&
    (amountMinor === undefined || (bill.transfer_amount ?? amountMinor) === amountMinor)
  )
}

/**
 * A bill's state as an answer. Where WeChat waits for the same request once more (ACCEPTED, and PROCESSING while it
 * finds no money to lock) the answer is `accepted` with `again`.
 * Source: the states of pay.weixin.qq.com/docs/merchant/apis/mch-trans/transfer-bill/get-transfer-bill-by-out-no.html
 */
export function answerOfBill(bill: Bill): PayAnswer {
  const known = {
    ...(bill.transfer_bill_no === undefined ? {} : { providerId: bill.transfer_bill_no }),
    ...(bill.transfer_amount === undefined ? {} : { amountMinor: bill.transfer_amount, currency: 'CNY' }),
  }
  const code = bill.state
  switch (bill.state) {
    case 'ACCEPTED':
    case 'PROCESSING':
      return { state: 'accepted', code, again: true, ...known }
    case 'WAIT_USER_CONFIRM':
      return {
        state: 'awaiting_user',
        code,
        ...known,
        ...(bill.package_info === undefined ? {} : { confirm: bill.package_info }),
        ...madeAt(bill),
      }
    // On its way to the holder, who may even be asked to confirm again.
    case 'TRANSFERING':
      return { state: 'accepted', code, ...known }
    case 'SUCCESS':
      return { state: 'succeeded', code, ...known }
    case 'FAIL':
      return { state: 'failed', code: bill.fail_reason ?? code, reason: wechatFailReason(bill.fail_reason), ...known }
    case 'CANCELING':
      return { state: 'cancelling', code, ...known }
    case 'CANCELLED':
      return { state: 'cancelled', code, ...known }
    default:
      return { state: 'unknown', code, ...known }
  }
}

/** A bill lives for a day from then on, whichever of our sendings made it. */
function madeAt({ create_time }: Bill): { madeAt?: string } {
  const at = Date.parse(create_time ?? '')
  return Number.isNaN(at) ? {} : { madeAt: new Date(at).toISOString() }
}

const busy = new Set(['FREQUENCY_LIMIT', 'FREQUENCY_LIMITED', 'FREQUENCY_LIMIT_EXCEED', 'RATELIMIT_EXCEEDED'])
/** Refused before anything was looked at: mended on our side, the same request goes through. */
const refusedUnseen = new Set(['PARAM_ERROR', 'NO_AUTH', 'SIGN_ERROR'])

/**
 * A signed error as an answer. None is proof that nothing was done, so none ends a bill: only a state does.
 * `NOT_ENOUGH` and the like say that sending was put off; INVALID_REQUEST, ALREADY_EXISTS, SYSTEM_ERROR and whatever
 * is new may stand in front of a bill that exists, and are asked about.
 */
export function answerOfWechatError(code: string, what: 'send' | 'query' | 'cancel'): PayAnswer {
  if (what !== 'send') return { state: code === 'NOT_FOUND' ? 'not_found' : 'unknown', code }
  if (code === 'NOT_ENOUGH') return { state: 'delayed', code, reason: 'payer_balance' }
  if (busy.has(code) || refusedUnseen.has(code)) return { state: 'delayed', code, reason: 'payer_problem' }
  return { state: 'unknown', code }
}
