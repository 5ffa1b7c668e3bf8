/** The gateway of a sandbox Alipay: it checks what it is sent as strictly as the real one. */
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { isTextSigned } from '../../../src/platform/crypto/rsa.ts'
import { parseMinorUnits } from '../../../src/platform/money/money.ts'
import { signedText } from '../../../src/rewards/providers/alipay/wire.ts'
import { gone } from '../fault-script.ts'
import { type AlipayCallFault, type AlipayCallName, type AlipayFaults, isBefore } from './faults.ts'
import type { AlipayBook, SandboxTransfer } from './orders.ts'
import type { AlipaySide } from './side.ts'
import { orderFields, replyBody } from './speech.ts'

export interface AlipayCall {
  what: AlipayCallName
  outBizNo: string
  fault: AlipayCallFault | null
}

const calledBy: Readonly<Record<string, AlipayCallName>> = {
  'alipay.fund.trans.uni.transfer': 'send',
  'alipay.fund.trans.common.query': 'query',
}

const product = { product_code: z.literal('TRANS_ACCOUNT_NO_PWD'), biz_scene: z.literal('DIRECT_TRANSFER') }
/** Strict, so that a misspelt field is refused and not overlooked. */
const transferSchema = z.strictObject({
  out_biz_no: z.string().regex(/^\w{1,64}$/),
  trans_amount: z.string().regex(/^\d+\.\d\d$/),
  ...product,
  order_title: z.string().min(1).max(128),
  payee_info: z.strictObject({
    identity: z.string().min(1),
    identity_type: z.literal('ALIPAY_LOGON_ID'),
    name: z.string().min(1),
  }),
})
const querySchema = z.strictObject({ out_biz_no: z.string(), ...product })

const messages: Readonly<Record<string, string>> = {
  '10000': 'Success',
  '20000': 'Service Currently Unavailable',
  '40002': 'Invalid Arguments',
  '40004': 'Business Failed',
  '40005': 'Call Limited',
}

/** What a reply says: an order's fields under 10000, or why not. */
type Said = Record<string, string> | { code: string; sub_code: string }
const no = (code: string, sub_code: string) => ({ code, sub_code })

export function alipayGateway(options: { side: AlipaySide; faults: AlipayFaults; book: AlipayBook }) {
  const { side, faults, book } = options
  const calls: AlipayCall[] = []

  async function answer(c: Context): Promise<Response> {
    const params = Object.fromEntries([
      ...new URL(c.req.url).searchParams,
      ...new URLSearchParams(await c.req.text()),
    ]) as Record<string, string>
    const { method = '', biz_content = '' } = params
    const what = calledBy[method]
    const wrapper = `${method.replaceAll('.', '_')}_response`
    if (what === undefined) return reply(wrapper, no('40002', 'isv.invalid-method'), null)
    const outBizNo = String((parsed(biz_content) as { out_biz_no?: unknown } | null)?.out_biz_no ?? '')
    const fault = faults.call(what, outBizNo)
    calls.push({ what, outBizNo, fault })
    if (fault === 'drop_request') return gone('drop')
    if (fault === 'http_502') return c.html('<h1>502 Bad Gateway</h1>', 502)
    // For an app that it does not know, it has no key to sign with.
    if (params.app_id !== side.appId) return reply(wrapper, no('40002', 'isv.invalid-app-id'), 'unsigned')
    const isOurs = await isFromApp(c, params)
    if (!isOurs) return reply(wrapper, no('40002', 'isv.invalid-signature'), null)
    if (isBefore(fault)) {
      return reply(
        wrapper,
        fault === 'rate_limited' ? no('40005', 'isv.call-limited') : no('40004', 'SYSTEM_ERROR'),
        null,
      )
    }
    const outcome = what === 'send' ? transferred(biz_content, fault) : queried(biz_content, fault)
    if (fault === 'drop_reply') return gone('drop')
    if (fault === 'timeout') return gone('timeout')
    if (fault === 'garbage') return new Response(`{"${wrapper}":{"code":`)
    if (fault === 'system_error_after') return reply(wrapper, no('40004', 'SYSTEM_ERROR'), null)
    if (fault === 'unavailable') return reply(wrapper, no('20000', 'isp.unknow-error'), null)
    if (fault === 'unknown_code') return reply(wrapper, no('40004', 'SOMETHING_NEW'), null)
    return reply(wrapper, altered(outcome, fault), fault)
  }

  async function reply(wrapper: string, outcome: Said, fault: AlipayCallFault | null): Promise<Response> {
    const { code = '10000', ...rest } = outcome as Record<string, string>
    const whole = { code, msg: messages[code] ?? '', ...rest }
    return new Response(await replyBody(side, wrapper, whole, fault), {
      headers: { 'Content-Type': 'text/html;charset=utf-8' },
    })
  }

  async function isFromApp(c: Context, params: Record<string, string>): Promise<boolean> {
    const { sign = '', format, charset, sign_type, timestamp = '', version } = params
    const isForm = c.req.header('content-type') === 'application/x-www-form-urlencoded;charset=utf-8'
    const isPlain = format === 'JSON' && charset === 'utf-8' && sign_type === 'RSA2' && version === '1.0'
    const isTime = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(timestamp)
    const hasSerials =
      (params.app_cert_sn ?? null) === side.appCertSn && (params.alipay_root_cert_sn ?? null) === side.rootCertSn
    if (!isForm || !isPlain || !isTime || !hasSerials) return false
    return isTextSigned(side.app, sign, signedText(params, ['sign']))
  }

  function transferred(bizContent: string, fault: AlipayCallFault | null): Said {
    const read = transferSchema.safeParse(parsed(bizContent))
    if (!read.success) return no('40004', 'INVALID_PARAMETER')
    const { out_biz_no, trans_amount, order_title, payee_info } = read.data
    const asked: SandboxTransfer = {
      outBizNo: out_biz_no,
      amountMinor: parseMinorUnits(trans_amount, 'CNY') ?? 0,
      identity: payee_info.identity,
      name: payee_info.name,
      title: order_title,
    }
    const made = book.transfer(asked, fault === 'dealing' || fault === 'fails_late' ? fault : null)
    return 'error' in made ? no('40004', made.error) : orderFields(made, 'send')
  }

  function queried(bizContent: string, fault: AlipayCallFault | null): Said {
    book.advance()
    const read = querySchema.safeParse(parsed(bizContent))
    if (!read.success) return no('40004', 'INVALID_PARAMETER')
    const order = fault === 'not_found' ? undefined : book.find(read.data.out_biz_no)
    return order === undefined ? no('40004', 'ORDER_NOT_EXIST') : orderFields(order, 'query')
  }

  const routes = new Hono().post('/gateway.do', answer)
  return { routes, calls: calls as readonly AlipayCall[] }
}

function altered(outcome: Said, fault: AlipayCallFault | null): Said {
  if (fault === 'other_order') return { ...outcome, out_biz_no: 'another' }
  if (fault === 'other_amount') return { ...outcome, trans_amount: '0.01' }
  return outcome
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
