/**
 * WeChat Pay v3, merchant transfer that its payee confirms.
 * Source: pay.weixin.qq.com/docs/merchant/apis/mch-trans/transfer-bill/transfer-to-user.html, and scene 1000 (cash
 * marketing) in pay.weixin.qq.com/doc/v3/merchant/4013774588.
 */

import { toBase64 } from '../../../platform/crypto/base64.ts'
import type { PayAnswer, PayOrder } from '../../../ports.ts'
import type { ProviderClient } from '../manifest.ts'
import { callWechat, type WechatDoor } from './client.ts'
import { namedFromMinor } from './named.ts'
import { receiveWechat } from './receive.ts'

const bills = '/v3/fund-app/mch-transfer/transfer-bills'
/** As scene 1000 has it: what the payee's confirmation calls the money, and the two rows that explain it. */
const perception = '现金奖励'
const explanation = '完成调研问卷后发放的现金奖励'

/**
 * The payer. What it knows of a bill that WeChat holds, it knows from a signed reply or notice only.
 * @param origin where the service is reached; notices are asked for when that is by https, as WeChat demands
 */
export function wechatPayer(door: WechatDoor & { origin: string }): ProviderClient {
  const { merchant, origin } = door

  async function send(order: PayOrder): Promise<PayAnswer> {
    const { reference, amountMinor, currency, payee, title } = order
    const { openid, name } = payee.fields
    if (currency !== 'CNY' || openid === undefined) {
      // Not an order for WeChat, so it never leaves; under another it may, hence not a failure of this one.
      return { state: 'delayed', code: 'ORDER_INVALID', reason: 'payer_problem' }
    }
    const isNamed = amountMinor >= namedFromMinor && name !== undefined
    const body = JSON.stringify({
      appid: merchant.appId,
      out_bill_no: reference,
      transfer_scene_id: '1000',
      openid,
      ...(isNamed ? { user_name: await sealed(merchant.names.key, name) } : {}),
      transfer_amount: amountMinor,
      transfer_remark: title,
      ...(origin.startsWith('https:') ? { notify_url: `${origin}/providers/wechat/notices` } : {}),
      user_recv_perception: perception,
      transfer_scene_report_infos: [
        { info_type: '活动名称', info_content: title },
        { info_type: '奖励说明', info_content: explanation },
      ],
    })
    const expected = { reference, amountMinor }
    return callWechat(door, { what: 'send', method: 'POST', path: bills, body, expected })
  }

  const path = (reference: string) => `${bills}/out-bill-no/${encodeURIComponent(reference)}`
  return {
    send,
    query: ({ reference }) =>
      callWechat(door, {
        what: 'query',
        method: 'GET',
        path: path(reference),
        body: '',
        expected: { reference },
      }),
    cancel: ({ reference }) =>
      callWechat(door, {
        what: 'cancel',
        method: 'POST',
        path: `${path(reference)}/cancel`,
        body: '',
        expected: { reference },
      }),
    receive: (posted) => receiveWechat(door, posted),
  }
}

/** RSA-OAEP with SHA-1, as WeChat has it; another text each time, which stands for the same name. */
async function sealed(key: CryptoKey, name: string): Promise<string> {
  return toBase64(await crypto.subtle.encrypt('RSA-OAEP', key, new TextEncoder().encode(name)))
}
