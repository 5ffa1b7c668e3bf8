/**
 * What WeChat Pay posts of its own accord when a bill has ended.
 * Source: pay.weixin.qq.com/docs/merchant/apis/batch-transfer-to-balance/callback-notice.html (the envelope).
 */
import * as z from 'zod'
import { fromBase64 } from '../../../platform/crypto/base64.ts'
import type { ProviderNotice } from '../../../ports.ts'
import { answerOfBill, billSchema } from './answers.ts'
import type { WechatDoor } from './client.ts'
import { whyForged } from './wire.ts'

const noticeSchema = z.object({
  id: z.string().min(1).max(64),
  event_type: z.literal('MCHTRANSFER.BILL.FINISHED'),
  resource: z.object({
    algorithm: z.literal('AEAD_AES_256_GCM'),
    ciphertext: z.string(),
    nonce: z.string(),
    associated_data: z.string().default(''),
  }),
})

const utf8 = new TextEncoder()

/** Checks the signature, opens the bill in it, and says what that is evidence for. */
export async function receiveWechat(
  { merchant, clock }: Pick<WechatDoor, 'merchant' | 'clock'>,
  { headers, body }: { headers: Headers; body: string },
): Promise<ProviderNotice> {
  const forged = await whyForged(headers, body, merchant.wechat, clock.now())
  if (forged !== null) return refused(forged)
  const notice = noticeSchema.safeParse(json(body))
  if (!notice.success) return refused('unreadable')
  const { id, resource } = notice.data
  const opened = await open(merchant.apiV3, resource)
  if (opened === null) return refused('not_opened')
  const bill = billSchema.safeParse(json(opened))
  if (!bill.success) return refused('unreadable')
  const { mch_id, mchid, appid, out_bill_no } = bill.data
  if ((mch_id ?? mchid) !== merchant.mchId) return refused('other_merchant')
  if (appid !== undefined && appid !== merchant.appId) return refused('other_app')
  return {
    ok: true,
    eventId: id,
    reference: out_bill_no,
    answer: answerOfBill(bill.data),
    reply: { status: 204, body: '', contentType: 'application/json' },
  }
}

/** WeChat calls again for a day; somebody else learns nothing. */
function refused(why: string): ProviderNotice {
  const body = JSON.stringify({ code: 'FAIL', message: 'not accepted' })
  return { ok: false, why, reply: { status: 401, body, contentType: 'application/json' } }
}

async function open(
  key: CryptoKey,
  { ciphertext, nonce, associated_data }: { ciphertext: string; nonce: string; associated_data: string },
): Promise<string | null> {
  const bytes = fromBase64(ciphertext)
  if (bytes === null) return null
  try {
    const algorithm = { name: 'AES-GCM', iv: utf8.encode(nonce), additionalData: utf8.encode(associated_data) }
    return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, bytes))
  } catch {
    return null
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
