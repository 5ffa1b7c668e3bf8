/** Asking Alipay: signed by us, and believed only when signed by it. */

import { isTextSigned, signText } from '../../../platform/crypto/rsa.ts'
import { ask, type Fetch } from '../../../platform/network/request.ts'
import { booksZone, localTime } from '../../../platform/time/zone.ts'
import type { Clock, PayAnswer } from '../../../ports.ts'
import type { AlipayAccount } from './account.ts'
import { answerOfReply, type ExpectedTransfer, loggableCode, replySchema } from './answers.ts'
import { rawMember, signedText } from './wire.ts'

export interface AlipayDoor {
  account: AlipayAccount
  fetch: Fetch
  clock: Clock
}

const timeoutMs = 15_000
const charset = 'utf-8'

export interface AlipayCall {
  what: 'send' | 'query'
  method: 'alipay.fund.trans.uni.transfer' | 'alipay.fund.trans.common.query'
  bizContent: string
  expected: ExpectedTransfer
}

/** Makes one call and says what its reply is evidence for. Whatever is not Alipay's own word is `unknown`. */
export async function callAlipay(door: AlipayDoor, call: AlipayCall): Promise<PayAnswer> {
  const asked = await ask(door.fetch, await signedRequest(door, call), { timeoutMs })
  if (!asked.ok) return { state: 'unknown', code: asked.why === 'timeout' ? 'TIMEOUT' : 'NETWORK' }
  if (asked.status !== 200) return { state: 'unknown', code: `HTTP_${asked.status}` }
  const wrapper = `${call.method.replaceAll('.', '_')}_response`
  const raw = rawMember(asked.body, wrapper)
  if (raw === null || !(await isAlipays(door.account, raw, asked.body))) {
    // Alipay does not sign for an app that it does not know, in which case this says so.
    const parsedReply = replySchema.safeParse(parsed(raw ?? rawMember(asked.body, 'error_response')))
    const claimed = parsedReply.success
      ? loggableCode(parsedReply.data.sub_code ?? parsedReply.data.code, 'UNREADABLE')
      : 'UNREADABLE'
    return { state: 'unknown', code: `UNVERIFIED:${claimed}` }
  }
  // What was verified is what is read.
  const reply = replySchema.safeParse(parsed(raw))
  return reply.success ? answerOfReply(call.what, reply.data, call.expected) : { state: 'unknown', code: 'UNREADABLE' }
}

async function isAlipays({ alipay }: AlipayAccount, raw: string, body: string): Promise<boolean> {
  const signature = parsed(rawMember(body, 'sign'))
  return typeof signature === 'string' && (await isTextSigned(alipay, signature, raw))
}

async function signedRequest({ account, clock }: AlipayDoor, { method, bizContent }: AlipayCall): Promise<Request> {
  const params: Record<string, string> = {
    app_id: account.appId,
    method,
    format: 'JSON',
    charset,
    sign_type: 'RSA2',
    timestamp: localTime(booksZone, clock.now()),
    version: '1.0',
    ...(account.appCertSn === null ? {} : { app_cert_sn: account.appCertSn }),
    ...(account.rootCertSn === null ? {} : { alipay_root_cert_sn: account.rootCertSn }),
    biz_content: bizContent,
  }
  const sign = await signText(account.own, signedText(params, ['sign']))
  const form = new URLSearchParams({ ...params, sign })
  form.delete('charset')
  // The gateway has to know the encoding before it reads the form, so that this one parameter stands in the address.
  return new Request(`${account.gateway}/gateway.do?charset=${charset}`, {
    method: 'POST',
    headers: { 'Content-Type': `application/x-www-form-urlencoded;charset=${charset}`, Accept: 'application/json' },
    body: form.toString(),
  })
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}
