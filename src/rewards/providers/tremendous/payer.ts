/**
 * Tremendous: an order with one reward, whose link goes to the payee by e-mail.
 * Source: developers.tremendous.com, and api.ts of tremendous-rewards/tremendous-node.
 */

import { isCurrency } from '../../../platform/money/currencies.ts'
import type { PayAnswer, PayOrder } from '../../../ports.ts'
import type { ProviderClient } from '../manifest.ts'
import { answerOfTremendousError } from './answers.ts'
import { answerInReply, callTremendous, isDone, readOrder, type TremendousDoor, withoutEvidence } from './client.ts'
import { receiveTremendous } from './receive.ts'
import { orderBody, parsedExactly } from './wire.ts'

/**
 * The payer. Under the same `external_id` Tremendous answers with the first order, whatever is asked: so the amount, the
 * currency and the recipient of every reply to a sending are compared with what was asked. A query knows only what the
 * reply says of the amount, which whoever asks compares.
 */
export function tremendousPayer(door: TremendousDoor): ProviderClient {
  async function send(order: PayOrder): Promise<PayAnswer> {
    const { reference, amountMinor, currency, payee } = order
    const { email } = payee.fields
    if (payee.channel !== 'gift' || email === undefined || !isCurrency(currency)) {
      // Not an order for Tremendous, so it never leaves; what may have left under this number is not refuted by that.
      return { state: 'delayed', code: 'ORDER_INVALID', reason: 'payer_problem' }
    }
    const expected = { reference, amountMinor, currency, email }
    const asked = await callTremendous(door, 'POST', '/orders', orderBody(door.account, expected))
    if (!asked.ok) return withoutEvidence(asked)
    // 201 is said for an order that was there already: either is the order.
    if (isDone(asked)) return answerInReply(asked.body, expected).answer
    if (asked.status < 400 || asked.status >= 500) return withoutEvidence(asked)
    const refusal = answerOfTremendousError(asked.status, parsedExactly(asked.body))
    if (!('ask' in refusal)) return refusal
    // A failure frees the money, so that one look is due: an earlier try may have made the order.
    const { answer } = await readOrder(door, reference)
    return answer.state === 'not_found' ? refusal.refused : answer
  }

  async function query({ reference }: { reference: string }): Promise<PayAnswer> {
    return (await readOrder(door, reference)).answer
  }

  /**
   * Cancels the reward, which Tremendous does only while it is neither redeemed nor expired; refused, the answer is
   * `CANNOT_CANCEL` without evidence. Done, it is `cancelling` until the order shows it.
   */
  async function cancel({ reference }: { reference: string }): Promise<PayAnswer> {
    const { answer, order } = await readOrder(door, reference)
    const rewardId = order?.rewards[0]?.id
    const isOpen = answer.state === 'succeeded' || answer.state === 'accepted'
    if (!isOpen || rewardId === undefined) return answer
    const asked = await callTremendous(door, 'POST', `/rewards/${encodeURIComponent(rewardId)}/cancel`)
    if (!asked.ok || asked.status >= 500) return withoutEvidence(asked)
    if (asked.status >= 300) return { state: 'unknown', code: 'CANNOT_CANCEL' }
    const { answer: after } = await readOrder(door, reference)
    return after.state === 'cancelled' ? after : { ...answer, state: 'cancelling' }
  }

  return {
    send,
    query,
    cancel,
    receive: (posted) => receiveTremendous(door, posted),
  }
}
