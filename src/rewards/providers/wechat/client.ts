/** Asking WeChat Pay: signed by us, and believed only when signed by it. */
import * as z from 'zod'
import { signText } from '../../../platform/crypto/rsa.ts'
import { ask, type Fetch } from '../../../platform/network/request.ts'
import type { Clock, Ids, PayAnswer } from '../../../ports.ts'
import { answerOfBill, answerOfWechatError, billSchema, type ExpectedBill, echoes } from './answers.ts'
import type { Merchant } from './merchant.ts'
import { authorization, requestText, unixSeconds, whyForged } from './wire.ts'

export interface WechatDoor {
  merchant: Merchant
  fetch: Fetch
  clock: Clock
  ids: Ids
}

const timeoutMs = 15_000
const errorSchema = z.object({ code: z.string() })

export interface WechatCall {
  what: 'send' | 'query' | 'cancel'
  method: 'GET' | 'POST'
  /** From the first slash; ours have no query. */
  path: string
  body: string
  expected: Pick<ExpectedBill, 'reference' | 'amountMinor'>
}

/** Makes one call and says what its reply is evidence for. Whatever is not WeChat's own word is `unknown`. */
export async function callWechat(door: WechatDoor, call: WechatCall): Promise<PayAnswer> {
  const { merchant, clock } = door
  const asked = await ask(door.fetch, await signedRequest(door, call), { timeoutMs })
  if (!asked.ok) return { state: 'unknown', code: asked.why === 'timeout' ? 'TIMEOUT' : 'NETWORK' }
  const forged = await whyForged(asked.headers, asked.body, merchant.wechat, clock.now())
  const reply = parsed(asked.body)
  if (forged !== null) return { state: 'unknown', code: unverified(asked.status, reply) }
  if (asked.status >= 200 && asked.status < 300) {
    const bill = billSchema.safeParse(reply)
    if (!bill.success) return { state: 'unknown', code: 'UNREADABLE' }
    const isAsked = echoes(bill.data, { ...call.expected, mchId: merchant.mchId, appId: merchant.appId })
    return isAsked ? answerOfBill(bill.data) : { state: 'unknown', code: 'ECHO_MISMATCH' }
  }
  const error = errorSchema.safeParse(reply)
  if (!error.success || asked.status >= 500) {
    return { state: 'unknown', code: error.success ? codeOf(error.data.code) : `HTTP_${asked.status}` }
  }
  return answerOfWechatError(codeOf(error.data.code), call.what)
}

async function signedRequest({ merchant, clock, ids }: WechatDoor, call: WechatCall): Promise<Request> {
  const { method, path, body } = call
  const timestamp = unixSeconds(clock.now())
  const nonce = ids.random(32)
  const signature = await signText(merchant.own, requestText({ method, path, timestamp, nonce, body }))
  const headers = new Headers({
    Authorization: authorization({
      mchId: merchant.mchId,
      nonce,
      signature,
      timestamp,
      serial: merchant.serial,
    }),
    Accept: 'application/json',
    // WeChat answers 406 without one.
    'User-Agent': 'honorarium',
    // Says which of its keys we know: it signs the reply with that one, and opens the name with it.
    'Wechatpay-Serial': merchant.names.id,
  })
  if (body !== '') headers.set('Content-Type', 'application/json')
  return new Request(merchant.api + path, { method, headers, ...(body === '' ? {} : { body }) })
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** A code as it may stand in a log: a stranger's words stay out. */
function codeOf(code: string): string {
  return /^[A-Z][A-Z0-9_]{1,63}$/.test(code) ? code : 'UNREADABLE'
}

/** What an unsigned reply claimed, marked as such: a wrong serial number, say, is answered without a signature. */
function unverified(status: number, reply: unknown): string {
  const error = errorSchema.safeParse(reply)
  return error.success ? `UNVERIFIED:${codeOf(error.data.code)}` : `UNVERIFIED:HTTP_${status}`
}
