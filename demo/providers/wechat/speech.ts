/** How a sandbox WeChat speaks: times, signed bodies, sealed notices. */

import { toBase64 } from '../../../src/platform/crypto/base64.ts'
import { signText } from '../../../src/platform/crypto/rsa.ts'
import { booksZone, localTime } from '../../../src/platform/time/zone.ts'
import type { Clock, Ids } from '../../../src/ports.ts'
import { replyText, scheme, unixSeconds } from '../../../src/rewards/providers/wechat/wire.ts'
import type { SandboxBill } from './bills.ts'
import type { SandboxKey } from './side.ts'

/** As RFC 3339 in Beijing's time, to the second. */
export function beijingTime(iso: string): string {
  return `${localTime(booksZone, iso).replace(' ', 'T')}+08:00`
}

/** A bill as replies and notices show it, without what only one of them has. */
export function billFields(bill: SandboxBill): Record<string, string | number> {
  return {
    out_bill_no: bill.outBillNo,
    transfer_bill_no: bill.transferBillNo,
    state: bill.state,
    ...(bill.failReason === null ? {} : { fail_reason: bill.failReason }),
    create_time: beijingTime(bill.createdAt),
  }
}

export type Forgery = 'unsigned' | 'probe' | 'tampered' | 'old' | 'unknown_key'

/** The headers of a reply or a notice, and its body; `forgery` makes them wrong in one way. */
export async function signedBody(
  { clock, ids, key }: { clock: Clock; ids: Ids; key: SandboxKey },
  body: string,
  forgery: Forgery | null = null,
): Promise<{ headers: Record<string, string>; body: string }> {
  const type = { 'Content-Type': 'application/json; charset=utf-8' }
  if (forgery === 'unsigned') return { headers: type, body }
  const minutesAgo = (minutes: number) => new Date(Date.parse(clock.now()) - minutes * 60_000).toISOString()
  const timestamp = unixSeconds(forgery === 'old' ? minutesAgo(6) : clock.now())
  const nonce = ids.random(32)
  const signature = await signText(key.sign, replyText({ timestamp, nonce, body }))
  return {
    headers: {
      ...type,
      'Request-ID': ids.random(20).toUpperCase(),
      'Wechatpay-Nonce': nonce,
      'Wechatpay-Serial': forgery === 'unknown_key' ? 'PUB_KEY_ID_0000000000000000000000000000' : key.id,
      'Wechatpay-Signature': forgery === 'probe' ? `WECHATPAY/SIGNTEST/${signature.slice(19)}` : signature,
      'Wechatpay-Signature-Type': scheme,
      'Wechatpay-Timestamp': timestamp,
    },
    // One letter more is enough, and the JSON stays good.
    body: forgery === 'tampered' ? `${body} ` : body,
  }
}

/** What a notice of a bill's end says, sealed under the APIv3 key. */
export async function noticeBody(
  { ids, apiV3, mchId }: { ids: Ids; apiV3: CryptoKey; mchId: string },
  notice: { id: string; at: string; bill: SandboxBill },
): Promise<string> {
  const { bill } = notice
  const plain = JSON.stringify({
    ...billFields(bill),
    mch_id: mchId,
    transfer_amount: bill.amountMinor,
    openid: bill.openid,
    update_time: beijingTime(bill.updatedAt),
  })
  const nonce = ids.random(12)
  const utf8 = new TextEncoder()
  const algorithm = { name: 'AES-GCM', iv: utf8.encode(nonce), additionalData: utf8.encode('mch_payment') }
  return JSON.stringify({
    id: notice.id,
    create_time: beijingTime(notice.at),
    resource_type: 'encrypt-resource',
    event_type: 'MCHTRANSFER.BILL.FINISHED',
    summary: '商家转账单据终态通知',
    resource: {
      original_type: 'mch_payment',
      algorithm: 'AEAD_AES_256_GCM',
      ciphertext: toBase64(await crypto.subtle.encrypt(algorithm, apiV3, utf8.encode(plain))),
      associated_data: 'mch_payment',
      nonce,
    },
  })
}
