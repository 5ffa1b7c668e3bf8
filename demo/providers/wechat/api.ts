/** The merchant interface of a sandbox WeChat: it checks what it is sent as strictly as the real one. */
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { fromBase64 } from '../../../src/platform/crypto/base64.ts'
import { isTextSigned } from '../../../src/platform/crypto/rsa.ts'
import type { Clock, Ids } from '../../../src/ports.ts'
import { requestText, scheme, toleranceSeconds } from '../../../src/rewards/providers/wechat/wire.ts'
import { dayMs, type SandboxBill, type SandboxBook, type SandboxOrder } from './bills.ts'
import { type CallFault, isBefore, type SandboxCallName, type ScriptedFaults } from './faults.ts'
import type { SandboxKey, WechatSide } from './side.ts'
import { beijingTime, billFields, type Forgery, signedBody } from './speech.ts'

export interface SandboxCall {
  what: SandboxCallName
  outBillNo: string
  fault: CallFault | null
}

const text = (max: number) => z.string().min(1).max(max)
/** Strict, so that a misspelt field is refused and not overlooked. Scene 1000 wants exactly these two rows. */
const orderSchema = z
  .strictObject({
    appid: z.string(),
    out_bill_no: z.string().regex(/^[0-9A-Za-z]{1,32}$/),
    transfer_scene_id: z.literal('1000'),
    openid: text(128),
    user_name: z.string().optional(),
    transfer_amount: z.int().min(10),
    transfer_remark: text(32),
    notify_url: z
      .string()
      .max(256)
      .regex(/^https:\/\/[^?#]+$/)
      .optional(),
    user_recv_perception: z.enum(['现金奖励', '活动奖励']).optional(),
    transfer_scene_report_infos: z.tuple([
      z.strictObject({ info_type: z.literal('活动名称'), info_content: text(32) }),
      z.strictObject({ info_type: z.literal('奖励说明'), info_content: text(32) }),
    ]),
  })
  .refine(({ user_name, transfer_amount }) => transfer_amount < 200_000 || user_name !== undefined)
  .refine(({ user_name, transfer_amount }) => transfer_amount >= 30 || user_name === undefined)

const statusOf: Record<string, 400 | 401 | 403 | 404 | 429 | 500> = {
  SIGN_ERROR: 401,
  NO_AUTH: 403,
  NOT_ENOUGH: 403,
  NOT_FOUND: 404,
  FREQUENCY_LIMIT_EXCEED: 429,
  SYSTEM_ERROR: 500,
}
/** Bills can be asked for this long. */
const askableMs = 30 * dayMs

export function sandboxApi(options: {
  clock: Clock
  ids: Ids
  side: WechatSide
  key: () => SandboxKey
  faults: ScriptedFaults
  book: SandboxBook
}): { routes: Hono; calls: readonly SandboxCall[] } {
  const { clock, ids, side, faults, book } = options
  const calls: SandboxCall[] = []
  const bills = '/v3/fund-app/mch-transfer/transfer-bills'

  /** One call, whatever it is for: who asks, what goes wrong, what is done, how it is answered. */
  async function call(
    c: Context,
    what: SandboxCallName,
    act: (body: string, pause: 'ACCEPTED' | 'PROCESSING' | null) => Promise<Record<string, string | number> | string>,
  ): Promise<Response> {
    const body = await c.req.text()
    const outBillNo = c.req.param('no') ?? numberIn(body)
    const fault = faults.call(what, outBillNo)
    calls.push({ what, outBillNo, fault })
    if (fault === 'drop_request') return gone('drop')
    if (fault === 'http_502') return c.html('<h1>502 Bad Gateway</h1>', 502)
    if (!(await isFromMerchant(c, body))) return answer('SIGN_ERROR')
    if (isBefore(fault)) return answer(errorOf[fault])
    const pause = fault === 'accepted' ? 'ACCEPTED' : fault === 'processing' ? 'PROCESSING' : null
    const done = await act(body, pause)
    if (fault === 'drop_reply') return gone('drop')
    if (fault === 'timeout') return gone('timeout')
    if (fault === 'unknown_code') return answer('SOMETHING_NEW')
    if (fault === 'already_exists') return answer('ALREADY_EXISTS')
    if (fault === 'garbage') return answer('{"out_bill_no":')
    if (typeof done === 'string') return answer(done, forgeryOf(fault))
    if (fault === 'other_bill') return answer({ ...done, out_bill_no: 'another' }, null)
    if (fault === 'other_amount') return answer({ ...done, transfer_amount: 1 }, null)
    return answer(done, forgeryOf(fault))
  }

  /** Signed, like every answer: a bill, an error's code, or text that is neither. */
  async function answer(replied: Record<string, string | number> | string, forgery: Forgery | null = null) {
    const isCode = typeof replied === 'string' && /^[A-Z_]+$/.test(replied)
    const plain = isCode ? { code: replied, message: '演示用的错误' } : replied
    const status = isCode ? (statusOf[replied] ?? 400) : 200
    const signed = await signedBody(
      { clock, ids, key: options.key() },
      typeof plain === 'string' ? plain : JSON.stringify(plain),
      forgery,
    )
    return new Response(signed.body, { status, headers: signed.headers })
  }

  async function isFromMerchant(c: Context, body: string): Promise<boolean> {
    const header = c.req.header('authorization') ?? ''
    const parts = Object.fromEntries([...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))
    const { mchid, nonce_str: nonce = '', signature = '', timestamp = '', serial_no } = parts
    const isKnown = header.startsWith(`${scheme} `) && mchid === side.mchId && serial_no === side.serial
    const isNow = Math.abs(Number(timestamp) - Date.parse(clock.now()) / 1000) <= toleranceSeconds
    if (!isKnown || !isNow || nonce === '' || c.req.header('accept') !== 'application/json') return false
    const url = new URL(c.req.url)
    const signed = requestText({ method: c.req.method, path: url.pathname + url.search, timestamp, nonce, body })
    return isTextSigned(side.merchant, signature, signed)
  }

  async function orderIn(c: Context, body: string): Promise<SandboxOrder | null> {
    const read = orderSchema.safeParse(parsed(body))
    if (!read.success || read.data.appid !== side.appId) return null
    const { out_bill_no, openid, user_name, transfer_amount, transfer_remark, notify_url, ...rest } = read.data
    const name = user_name === undefined ? null : await opened(user_name, c.req.header('wechatpay-serial'))
    if (user_name !== undefined && name === null) return null
    return {
      outBillNo: out_bill_no,
      openid,
      name,
      amountMinor: transfer_amount,
      remark: transfer_remark,
      notifyUrl: notify_url ?? null,
      rest: JSON.stringify(rest),
    }
  }

  async function opened(sealed: string, keyId: string | undefined): Promise<string | null> {
    const key = side.keys.find(({ id }) => id === keyId)
    const bytes = fromBase64(sealed)
    if (key === undefined || bytes === null) return null
    try {
      return new TextDecoder().decode(await crypto.subtle.decrypt('RSA-OAEP', key.open, bytes))
    } catch {
      return null
    }
  }

  /** A bill as a query shows it. */
  const whole = (bill: SandboxBill) => ({
    mch_id: side.mchId,
    appid: side.appId,
    ...billFields(bill),
    transfer_amount: bill.amountMinor,
    transfer_remark: bill.remark,
    openid: bill.openid,
    update_time: beijingTime(bill.updatedAt),
  })
  const query = (c: Context) =>
    call(c, 'query', async () => {
      book.advance()
      const bill = book.findFor(c.req.param('no') ?? '')
      const isThere = bill !== undefined && Date.parse(clock.now()) - Date.parse(bill.createdAt) < askableMs
      return isThere ? whole(bill) : 'NOT_FOUND'
    })

  const routes = new Hono()
    .post(bills, (c) =>
      call(c, 'send', async (body, pause) => {
        const order = await orderIn(c, body)
        if (order === null) return 'PARAM_ERROR'
        const made = book.create(order, pause)
        if ('error' in made) return made.error
        const isWaiting = made.state === 'WAIT_USER_CONFIRM' && made.packageInfo !== null
        return { ...billFields(made), ...(isWaiting ? { package_info: made.packageInfo ?? '' } : {}) }
      }),
    )
    .get(`${bills}/out-bill-no/:no`, query)
    .get(`${bills}/transfer-bill-no/:no`, query)
    .post(`${bills}/out-bill-no/:no/cancel`, (c) =>
      call(c, 'cancel', async () => {
        const bill = book.find(c.req.param('no'))
        if (bill === undefined) return 'NOT_FOUND'
        const stopped = book.cancel(bill)
        if ('error' in stopped) return stopped.error
        const { create_time: _, ...fields } = billFields(stopped)
        return { ...fields, update_time: beijingTime(stopped.updatedAt) }
      }),
    )
  return { routes, calls }
}

const errorOf = {
  system_error: 'SYSTEM_ERROR',
  rate_limited: 'FREQUENCY_LIMIT_EXCEED',
  no_auth: 'NO_AUTH',
} as const

function forgeryOf(fault: CallFault | null): Forgery | null {
  switch (fault) {
    case 'unsigned':
    case 'probe':
    case 'tampered':
    case 'old':
    case 'unknown_key':
      return fault
    default:
      return null
  }
}

/** Says to `sandbox.fetch` what the network is to do; over a real connection it is an unsigned 503. */
function gone(how: 'drop' | 'timeout'): Response {
  return new Response(null, { status: 503, headers: { 'x-sandbox-network': how } })
}

function numberIn(body: string): string {
  const read = z.object({ out_bill_no: z.string() }).safeParse(parsed(body))
  return read.success ? read.data.out_bill_no : ''
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
