/**
 * What Alipay posts to the gateway of our app when an order changes: alipay.fund.trans.order.changed, as a form.
 * Source: opendocs.alipay.com, the message's page, and "verifying notices".
 */
import * as z from 'zod'
import { isTextSigned } from '../../../platform/crypto/rsa.ts'
import type { ProviderNotice } from '../../../ports.ts'
import type { AlipayAccount } from './account.ts'
import { answerOfAlipayOrder } from './answers.ts'
import { signedText } from './wire.ts'

const noticeSchema = z.object({
  notify_id: z.string().min(1).max(128),
  app_id: z.string(),
  msg_method: z.string(),
  charset: z.string(),
  sign: z.string().min(1),
  sign_type: z.literal('RSA2'),
  biz_content: z.string(),
})

const orderSchema = z.object({
  out_biz_no: z.string().min(1),
  order_id: z.string().optional(),
  status: z.string(),
  trans_amount: z.string().optional(),
  error_code: z.string().optional(),
  product_code: z.string().optional(),
  biz_scene: z.string().optional(),
})

/**
 * Checks the signature over the form without `sign` and `sign_type`, and whether it is for our app, and says what the
 * order in it is evidence for. Only UTF-8 is read: an app that has another encoding set is told by `charset`. A notice
 * has no age: whoever keeps `eventId` for good is safe from the same one later.
 *
 * A failure without its reason has no answer of its own: a query knows more.
 */
export async function receiveAlipay(account: AlipayAccount, { body }: { body: string }): Promise<ProviderNotice> {
  const params = paramsIn(body)
  if (params === null) return refused('unreadable', 400)
  const read = noticeSchema.safeParse(params)
  if (!read.success) return refused(params.sign === undefined ? 'unsigned' : 'unreadable', 400)
  const notice = read.data
  if (notice.charset.toLowerCase() !== 'utf-8') return refused('charset', 400)
  const isSigned = await isTextSigned(account.alipay, notice.sign, signedText(params, ['sign', 'sign_type']))
  if (!isSigned) return refused('bad_signature', 401)
  if (notice.app_id !== account.appId) return refused('other_app', 401)
  if (notice.msg_method !== 'alipay.fund.trans.order.changed') return notOurs('other_message')
  const order = orderSchema.safeParse(parsed(notice.biz_content))
  if (!order.success) return refused('unreadable', 400)
  const { out_biz_no: reference, status, error_code, product_code, biz_scene } = order.data
  const isTransfer =
    (product_code ?? 'TRANS_ACCOUNT_NO_PWD') === 'TRANS_ACCOUNT_NO_PWD' &&
    (biz_scene ?? 'DIRECT_TRANSFER') === 'DIRECT_TRANSFER'
  if (!isTransfer) return notOurs('other_product')
  const hasNoReason = status === 'FAIL' && error_code === undefined
  return {
    ok: true,
    eventId: notice.notify_id,
    reference,
    answer: hasNoReason ? null : answerOfAlipayOrder(order.data, { reference }),
    reply: { status: 200, body: 'success', contentType: 'text/plain' },
  }
}

/** Genuine, but nothing of ours: Alipay need not bring it again. */
function notOurs(why: string): ProviderNotice {
  return { ok: false, why, reply: { status: 200, body: 'success', contentType: 'text/plain' } }
}

function refused(why: string, status: 400 | 401): ProviderNotice {
  return { ok: false, why, reply: { status, body: 'fail', contentType: 'text/plain' } }
}

/** Null when a name comes twice or is none: signed text could otherwise be cut into other parameters. */
function paramsIn(body: string): Record<string, string> | null {
  const params: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(body)) {
    if (!/^[a-z][a-z0-9_]*$/.test(name) || params[name] !== undefined) return null
    params[name] = value
  }
  return params
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
