/** How a sandbox Alipay speaks: signed replies, and signed notices. */

import { signText } from '../../../src/platform/crypto/rsa.ts'
import { formatPayableMinorUnits } from '../../../src/platform/money/money.ts'
import { booksZone, localTime } from '../../../src/platform/time/zone.ts'
import type { Clock, Ids } from '../../../src/ports.ts'
import { signedText } from '../../../src/rewards/providers/alipay/wire.ts'
import type { AlipayCallFault, AlipayForgery } from './faults.ts'
import type { AlipaySandboxOrder } from './orders.ts'
import type { AlipaySide } from './side.ts'

/** Alipay writes a slash in JSON with a backslash, which nobody who writes it anew does. */
function alipayJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('/', '\\/')
}

/** An order as a reply shows it; a query shows more. */
export function orderFields(order: AlipaySandboxOrder, what: 'send' | 'query'): Record<string, string> {
  const { outBizNo, orderId, fundOrderId, status, errorCode, endedAt, madeAt } = order
  return {
    out_biz_no: outBizNo,
    order_id: orderId,
    pay_fund_order_id: fundOrderId,
    status,
    ...(what === 'send'
      ? { trans_date: localTime(booksZone, madeAt) }
      : { pay_date: localTime(booksZone, endedAt ?? madeAt) }),
    ...(what === 'query' ? { order_fee: '0.00' } : {}),
    ...(what === 'query' && status === 'SUCCESS'
      ? { trans_amount: formatPayableMinorUnits(order.amountMinor, 'CNY') }
      : {}),
    ...(errorCode === null ? {} : { error_code: errorCode, fail_reason: '收款账户异常/无法收款' }),
  }
}

/** A reply's whole body: what it says under its wrapper, and the signature over exactly that text. */
export async function replyBody(
  { own, stranger }: AlipaySide,
  wrapper: string,
  fields: Record<string, string>,
  fault: AlipayCallFault | null,
): Promise<string> {
  const raw = alipayJson(fields)
  const sign = await signText(fault === 'other_key' ? stranger : own, raw)
  if (fault === 'unsigned') return `{"${wrapper}":${raw}}`
  // The same to a reader of JSON, and another text.
  if (fault === 'rewritten') return JSON.stringify({ [wrapper]: fields, sign }, null, 1)
  if (fault === 'tampered') return `{"${wrapper}":${raw.replace('{', '{"code":"10000",')},"sign":"${sign}"}`
  return `{"${wrapper}":${raw},"sign":"${sign}"}`
}

/** A notice of how an order stands, as the form that Alipay posts. */
export async function noticeForm(
  { clock, ids, side }: { clock: Clock; ids: Ids; side: AlipaySide },
  { id, order }: { id: string; order: AlipaySandboxOrder },
  forgery: AlipayForgery | null,
): Promise<string> {
  const now = clock.now()
  const params: Record<string, string> = {
    app_id: forgery === 'other_app' ? '2021000999999999' : side.appId,
    charset: 'UTF-8',
    msg_method: 'alipay.fund.trans.order.changed',
    notify_id: id,
    sign_type: 'RSA2',
    utc_timestamp: String(Date.parse(now)),
    version: '1.1',
    biz_content: alipayJson({
      out_biz_no: order.outBizNo,
      order_id: order.orderId,
      pay_fund_order_id: order.fundOrderId,
      status: order.status,
      action_type: 'FINISH',
      trans_amount: formatPayableMinorUnits(order.amountMinor, 'CNY'),
      pay_date: localTime(booksZone, order.endedAt ?? order.madeAt),
      product_code: 'TRANS_ACCOUNT_NO_PWD',
      biz_scene: 'DIRECT_TRANSFER',
      origin_interface: 'alipay.fund.trans.uni.transfer',
    }),
  }
  const key = forgery === 'other_key' ? side.stranger : side.own
  const sign = await signText(key, signedText(params, ['sign', 'sign_type']))
  if (forgery === 'unsigned') return new URLSearchParams(params).toString()
  // A number that is not used anywhere: nothing else of the notice changes.
  const sent = forgery === 'tampered' ? { ...params, utc_timestamp: `1${ids.random(3).replace(/\D/g, '0')}` } : params
  return new URLSearchParams({ ...sent, sign }).toString()
}
