/** How a sandbox Tremendous speaks: orders and rewards with amounts as JSON numbers, errors, signed webhooks. */
import { formatPayableMinorUnits } from '../../../src/platform/money/money.ts'
import { webhookSignature } from '../../../src/rewards/providers/tremendous/wire.ts'
import type { TremendousForgery } from './faults.ts'
import type { OrderEvent, TremendousSandboxOrder } from './orders.ts'
import type { TremendousSide } from './side.ts'

/** An amount as its JSON number: without zeros at its end, and never a float on the way. */
function amount(minor: number, currency: string): string {
  const text = formatPayableMinorUnits(minor, currency)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

export function orderJson(order: TremendousSandboxOrder, campaignId: string): string {
  const text = JSON.stringify
  const total = amount(order.amountMinor, order.currency)
  const refund = order.isRefunded || order.status === 'CANCELED' ? `,"refund":{"total":${total}}` : ''
  return (
    `{"id":${text(order.id)},"external_id":${text(order.externalId)},"campaign_id":${text(campaignId)},` +
    `"created_at":${text(order.madeAt)},"status":${text(order.status)},"channel":"API",` +
    `"payment":{"subtotal":${total},"total":${total},"fees":0,"discount":0,"currency_code":${text(order.currency)}${refund}},` +
    `"invoice_id":null,"rewards":[${rewardJson(order)}]}`
  )
}

export function rewardJson(order: TremendousSandboxOrder): string {
  const text = JSON.stringify
  const status = order.executedAt === null ? 'PENDING' : 'SUCCEEDED'
  return (
    `{"id":${text(order.rewardId)},"order_id":${text(order.id)},"created_at":${text(order.madeAt)},` +
    `"value":{"denomination":${amount(order.amountMinor, order.currency)},"currency_code":${text(order.currency)}},` +
    `"recipient":{"email":${text(order.email)},"name":null,"phone":null},` +
    `"delivery":{"method":"EMAIL","status":${text(status)}}}`
  )
}

export function errorJson(message: string, payload: object = {}): string {
  return JSON.stringify({ errors: { message, payload } })
}

/** A webhook's request, or one that is wrong in one way. */
export async function webhookRequest(
  side: TremendousSide,
  url: string,
  webhook: { event: OrderEvent; uuid: string; order: TremendousSandboxOrder; at: string },
  forgery: TremendousForgery | null,
): Promise<Request> {
  const { event, uuid, order, at } = webhook
  const resource = event.startsWith('ORDERS.')
    ? { id: order.id, type: 'orders' }
    : { id: order.rewardId, type: 'rewards' }
  const body = JSON.stringify({ event, uuid, created_utc: at, payload: { resource, meta: {} } })
  const key = forgery === 'other_key' ? side.stranger : side.webhook
  const headers = new Headers({ 'Content-Type': 'application/json' })
  if (forgery !== 'unsigned') headers.set('Tremendous-Webhook-Signature', await webhookSignature(key, body))
  // One letter more is enough, and the JSON stays good.
  return new Request(url, { method: 'POST', headers, body: forgery === 'tampered' ? `${body} ` : body })
}
