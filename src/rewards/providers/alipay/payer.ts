/**
 * Alipay, transfer to an account (TRANS_ACCOUNT_NO_PWD).
 * Source: opendocs.alipay.com, alipay.fund.trans.uni.transfer and alipay.fund.trans.common.query.
 */

import { formatPayableMinorUnits } from '../../../platform/money/money.ts'
import type { PayAnswer, PayOrder } from '../../../ports.ts'
import type { ProviderClient } from '../manifest.ts'
import { type AlipayDoor, callAlipay } from './client.ts'
import { receiveAlipay } from './receive.ts'

/** What is transferred, and how: the same words are asked for by. */
const product = { product_code: 'TRANS_ACCOUNT_NO_PWD', biz_scene: 'DIRECT_TRANSFER' } as const

/**
 * The payer. What it knows of a transfer, it knows from a signed reply or notice only. Alipay wants to be asked before
 * a transfer is repeated, which is what the sweep does; the same order is the same `biz_content`, to the letter.
 */
export function alipayPayer(door: AlipayDoor): ProviderClient {
  async function send(order: PayOrder): Promise<PayAnswer> {
    const { reference, amountMinor, currency, payee, title } = order
    const { name } = payee.fields
    const logonId = /^\+86(\d{11})$/.exec(payee.fields.phone ?? '')?.[1]
    if (payee.channel !== 'alipay' || currency !== 'CNY' || logonId === undefined || name === undefined) {
      // Not an order for Alipay, so it never leaves; whatever may have left under this number is not refuted by that.
      return { state: 'delayed', code: 'ORDER_INVALID', reason: 'payer_problem' }
    }
    const bizContent = JSON.stringify({
      out_biz_no: reference,
      trans_amount: formatPayableMinorUnits(amountMinor, 'CNY'),
      ...product,
      order_title: title,
      payee_info: { identity: logonId, identity_type: 'ALIPAY_LOGON_ID', name },
    })
    return callAlipay(door, {
      what: 'send',
      method: 'alipay.fund.trans.uni.transfer',
      bizContent,
      expected: { reference, amountMinor },
    })
  }

  const query = ({ reference }: { reference: string }) =>
    callAlipay(door, {
      what: 'query',
      method: 'alipay.fund.trans.common.query',
      bizContent: JSON.stringify({ out_biz_no: reference, ...product }),
      expected: { reference },
    })

  return {
    send,
    query,
    /** Alipay has nothing to stop a transfer with: the answer is how it stands, or `CANNOT_CANCEL` without evidence. */
    async cancel(order) {
      const answer = await query(order)
      const isKnown = answer.state !== 'unknown' && answer.state !== 'not_found'
      return isKnown ? answer : { state: 'unknown', code: 'CANNOT_CANCEL' }
    },
    receive: (posted) => receiveAlipay(door.account, posted),
  }
}
