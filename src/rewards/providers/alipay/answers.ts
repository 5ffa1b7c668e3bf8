/** What Alipay's replies about a transfer mean, as pure functions. */
import * as z from 'zod'
import { parseMinorUnits } from '../../../platform/money/money.ts'
import type { PayAnswer } from '../../../ports.ts'
import { alipayFailReason, answerOfRefusal } from './sub-codes.ts'

/** What is inside a reply's wrapper: of a transfer, or of a query. */
export const replySchema = z.object({
  code: z.string(),
  sub_code: z.string().optional(),
  out_biz_no: z.string().optional(),
  order_id: z.string().optional(),
  status: z.string().optional(),
  /** Yuan. A query has the first once it succeeded; a transfer of late has the second. */
  trans_amount: z.string().optional(),
  amount: z.string().optional(),
  error_code: z.string().optional(),
})
export type AlipayReply = z.output<typeof replySchema>

/** What we know to have asked for; a reply that says otherwise is about something else. */
export interface ExpectedTransfer {
  reference: string
  amountMinor?: number
}

/** A code as it may stand in a log: a stranger's words stay out. */
export function loggableCode(code: string | undefined, otherwise: string): string {
  return code !== undefined && /^[A-Za-z][\w.-]{1,63}$/.test(code) ? code : otherwise
}

/** Refused before the order was looked at: arguments, permissions, how often we call. */
const refusedUnseen = new Set(['20001', '40001', '40002', '40003', '40005', '40006'])

/** A verified reply as an answer. Source: the gateway's result codes, and the states of AlipayFundTransCommonQueryResponse. */
export function answerOfReply(what: 'send' | 'query', reply: AlipayReply, expected: ExpectedTransfer): PayAnswer {
  const code = loggableCode(reply.sub_code, /^\d{5}$/.test(reply.code) ? reply.code : 'UNREADABLE')
  if (reply.code === '10000') return answerOfAlipayOrder(reply, expected)
  if (what === 'query') return { state: code === 'ORDER_NOT_EXIST' ? 'not_found' : 'unknown', code }
  if (reply.code === '40004') return answerOfRefusal(code)
  if (refusedUnseen.has(reply.code)) return { state: 'delayed', code, reason: 'payer_problem' }
  return { state: 'unknown', code }
}

/** What Alipay says of one order, in a reply or in a notice. */
export interface AlipayOrder {
  out_biz_no?: string | undefined
  order_id?: string | undefined
  status?: string | undefined
  trans_amount?: string | undefined
  amount?: string | undefined
  error_code?: string | undefined
}

/**
 * An order's state as an answer. DEALING, WAIT_PAY and whatever is new may still become anything; REFUND is money that
 * came back because the account could not take it, and CLOSED was never paid.
 */
export function answerOfAlipayOrder(order: AlipayOrder, { reference, amountMinor }: ExpectedTransfer): PayAnswer {
  const written = order.trans_amount ?? order.amount
  const paid = written === undefined ? undefined : parseMinorUnits(written, 'CNY')
  if (order.out_biz_no !== reference) return { state: 'unknown', code: 'ECHO_MISMATCH' }
  if (paid === null) return { state: 'unknown', code: 'UNREADABLE' }
  if (amountMinor !== undefined && paid !== undefined && paid !== amountMinor) {
    return { state: 'unknown', code: 'ECHO_MISMATCH' }
  }
  const known = {
    ...(order.order_id === undefined ? {} : { providerId: order.order_id }),
    ...(paid === undefined ? {} : { amountMinor: paid, currency: 'CNY' }),
  }
  const code = loggableCode(order.status, 'UNREADABLE')
  switch (order.status) {
    case 'SUCCESS':
      return { state: 'succeeded', code, ...known }
    case 'FAIL':
      return {
        state: 'failed',
        code: loggableCode(order.error_code, code),
        reason: alipayFailReason(order.error_code),
        ...known,
      }
    case 'CLOSED':
      return { state: 'failed', code, reason: 'declined_by_provider', ...known }
    case 'REFUND':
      return { state: 'failed', code, reason: 'payee_account_problem', ...known }
    case 'DEALING':
    case 'WAIT_PAY':
      return { state: 'accepted', code, ...known }
    default:
      return { state: 'unknown', code, ...known }
  }
}
