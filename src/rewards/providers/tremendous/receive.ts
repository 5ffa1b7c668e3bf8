/**
 * Tremendous's webhooks.
 * Source: developers.tremendous.com/docs/webhooks-1; the header's form is what its integrations agree on.
 */
import * as z from 'zod'
import type { ProviderNotice } from '../../../ports.ts'
import { callTremendous, isDone, type TremendousDoor } from './client.ts'
import { isWebhookSigned, parsedExactly } from './wire.ts'

const webhookSchema = z.object({
  event: z.string(),
  uuid: z.string().min(1).max(128),
  payload: z.object({
    resource: z.object({ id: z.string().min(1), type: z.string(), external_id: z.string().nullish() }),
    meta: z.looseObject({ external_id: z.string().nullish() }).nullish(),
  }),
})
const rewardSchema = z.object({ reward: z.object({ order_id: z.string().min(1) }) })

/**
 * Checks a webhook and says which order it is about. The signature has no time in it, so that a captured webhook stays
 * good for ever: whoever receives it keeps `eventId` for good. And what a webhook says is never evidence: `answer` is
 * null, and the order is read before anything moves.
 *
 * `reference` is ours where the webhook has it. Where it has only Tremendous's id of the order, it is `order:ID`: the
 * attempt is then the one with that id at the provider. A reward's order is asked for.
 */
export async function receiveTremendous(
  door: TremendousDoor,
  { headers, body }: { headers: Headers; body: string },
): Promise<ProviderNotice> {
  const signature = headers.get('tremendous-webhook-signature') ?? ''
  if (signature === '') return refused('unsigned', 401)
  if (!(await isWebhookSigned(door.account.webhook, signature, body))) return refused('bad_signature', 401)
  const read = webhookSchema.safeParse(parsedExactly(body))
  if (!read.success) return refused('unreadable', 400)
  const { event, uuid, payload } = read.data
  const { resource, meta } = payload
  // Genuine, but nothing of an order: it need not be brought again.
  if (!/^(ORDERS|REWARDS)\./.test(event) || !/^(orders|rewards)$/.test(resource.type)) {
    return { ok: false, why: 'other_event', reply: { status: 200, body: '', contentType: 'text/plain' } }
  }
  const reference = resource.external_id ?? meta?.external_id ?? (await orderOf(door, resource))
  if (reference === null) return refused('order_not_known', 400)
  return {
    ok: true,
    eventId: uuid,
    reference,
    answer: null,
    reply: { status: 200, body: '', contentType: 'text/plain' },
  }
}

async function orderOf(door: TremendousDoor, { id, type }: { id: string; type: string }): Promise<string | null> {
  if (type === 'orders') return `order:${id}`
  const asked = await callTremendous(door, 'GET', `/rewards/${encodeURIComponent(id)}`)
  if (!asked.ok || !isDone(asked)) return null
  const read = rewardSchema.safeParse(parsedExactly(asked.body))
  return read.success ? `order:${read.data.reward.order_id}` : null
}

function refused(why: string, status: 400 | 401): ProviderNotice {
  return { ok: false, why, reply: { status, body: '', contentType: 'text/plain' } }
}
