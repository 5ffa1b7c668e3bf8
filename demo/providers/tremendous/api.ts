/** The interface of a sandbox Tremendous: it checks what it is sent as strictly as the real one. */
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { parseMinorUnits } from '../../../src/platform/money/money.ts'
import { parsedExactly } from '../../../src/rewards/providers/tremendous/wire.ts'
import { gone } from '../fault-script.ts'
import { courseOf, type TremendousCallFault, type TremendousCallName, type TremendousFaults } from './faults.ts'
import type { Refusal, TremendousBook, TremendousSandboxOrder } from './orders.ts'
import type { TremendousSide } from './side.ts'
import { errorJson, orderJson, rewardJson } from './speech.ts'

export interface TremendousCall {
  what: TremendousCallName
  /** Our reference, or what was asked by. */
  key: string
  fault: TremendousCallFault | null
}

type Status = 200 | 201 | 400 | 401 | 402 | 404 | 409 | 422 | 429 | 500
interface Said {
  status: Status
  body: string
}
const no = (status: Status, message: string, payload: object = {}): Said => ({
  status,
  body: errorJson(message, payload),
})

/** Strict, so that a misspelt field is refused and not overlooked. Numbers arrive as the text that was sent. */
const orderSchema = z.strictObject({
  external_id: z.string().min(1),
  payment: z.strictObject({ funding_source_id: z.string() }),
  reward: z.strictObject({
    campaign_id: z.string(),
    value: z.strictObject({ denomination: z.string(), currency_code: z.string().regex(/^[A-Z]{3}$/) }),
    recipient: z.strictObject({ email: z.string().includes('@') }),
    delivery: z.strictObject({ method: z.literal('EMAIL') }),
  }),
})

const beforehand: Partial<Record<TremendousCallFault, Said>> = {
  http_500: no(500, 'Unexpected error'),
  rate_limited: no(429, 'Rate limit exceeded'),
  unauthorised: no(401, 'Unauthorized'),
}

const refusals: Readonly<Record<Refusal['refused'], Said>> = {
  funds: no(402, 'Not enough funds in your account'),
  recipient: no(422, 'Order failed: validation failure', { reward: { recipient: { email: 'is not deliverable' } } }),
  denomination: no(422, 'Order failed: validation failure', { reward: { value: { denomination: 'is out of range' } } }),
}

export function tremendousApi(options: { side: TremendousSide; faults: TremendousFaults; book: TremendousBook }) {
  const { side, faults, book } = options
  const calls: TremendousCall[] = []

  /** One call, whatever it is for: what goes wrong, who asks, what is done, how it is answered. */
  async function call(
    c: Context,
    what: TremendousCallName,
    key: string,
    act: (fault: TremendousCallFault | null) => Said,
  ): Promise<Response> {
    const fault = faults.call(what, key)
    calls.push({ what, key, fault })
    if (fault === 'drop_request') return gone('drop')
    if (fault === 'http_502') return c.html('<h1>502 Bad Gateway</h1>', 502)
    const early = fault === null ? undefined : beforehand[fault]
    if (early !== undefined) return reply(early)
    if (c.req.header('authorization') !== `Bearer ${side.apiKey}`) return reply(no(401, 'Unauthorized'))
    const outcome = act(fault)
    if (fault === 'drop_reply') return gone('drop')
    if (fault === 'timeout') return gone('timeout')
    if (fault === 'http_503') return c.html('<h1>503 Service Unavailable</h1>', 503)
    if (fault === 'conflict') return reply(no(409, 'Conflict'))
    if (fault === 'garbage') return reply({ status: 200, body: '{"order":{"id":' })
    return reply(outcome)
  }

  function reply({ status, body }: Said): Response {
    return new Response(body, { status, headers: { 'Content-Type': 'application/json; charset=utf-8' } })
  }

  function shown(order: TremendousSandboxOrder, fault: TremendousCallFault | null, status: 200 | 201): Said {
    const snapshot = { ...order }
    if (fault === 'other_order') snapshot.externalId = 'another'
    if (fault === 'other_amount') snapshot.amountMinor += 1
    if (fault === 'other_currency') snapshot.currency = 'USD'
    if (fault === 'other_recipient') snapshot.email = 'somebody.else@example.org'
    return { status, body: `{"order":${orderJson(snapshot, side.campaignId)}}` }
  }

  function ordered(body: string, isJson: boolean, fault: TremendousCallFault | null): Said {
    const read = orderSchema.safeParse(parsedExactly(body))
    if (!read.success || !isJson) return no(400, 'Validation error', { request: 'is not as documented' })
    const { external_id, payment, reward } = read.data
    const { campaign_id, value, recipient } = reward
    if (payment.funding_source_id !== side.fundingSource) {
      return no(422, 'Order failed: validation failure', { payment: { funding_source_id: 'is not known' } })
    }
    if (campaign_id !== side.campaignId) {
      return no(422, 'Order failed: validation failure', { reward: { campaign_id: 'is not known' } })
    }
    const amountMinor = parseMinorUnits(value.denomination, value.currency_code) ?? 0
    const gift = { externalId: external_id, amountMinor, currency: value.currency_code, email: recipient.email }
    const made = book.create(gift, courseOf(fault))
    return 'refused' in made ? refusals[made.refused] : shown(made.order, fault, made.isNew ? 200 : 201)
  }

  const routes = new Hono()
    .basePath('/api/v2')
    .post('/orders', async (c) => {
      const body = await c.req.text()
      const key = String((parsedExactly(body) as { external_id?: unknown } | null)?.external_id ?? '')
      return call(c, 'send', key, (fault) => ordered(body, c.req.header('content-type') === 'application/json', fault))
    })
    .get('/orders/:key', (c) => {
      const key = c.req.param('key')
      return call(c, 'query', key, (fault) => {
        book.advance()
        const order = fault === 'not_found' ? undefined : book.find(key)
        return order === undefined ? no(404, 'Order not found') : shown(order, fault, 200)
      })
    })
    .get('/rewards/:id', (c) => {
      const order = book.findReward(c.req.param('id'))
      return call(c, 'reward', order?.externalId ?? '', () =>
        order === undefined ? no(404, 'Reward not found') : { status: 200, body: `{"reward":${rewardJson(order)}}` },
      )
    })
    .post('/rewards/:id/cancel', (c) => {
      const order = book.findReward(c.req.param('id'))
      return call(c, 'cancel', order?.externalId ?? '', () => {
        if (order === undefined) return no(404, 'Reward not found')
        return book.cancel(order)
          ? { status: 200, body: `{"reward":${rewardJson(order)}}` }
          : no(422, 'Reward cannot be canceled')
      })
    })
  return { routes, calls: calls as readonly TremendousCall[] }
}
