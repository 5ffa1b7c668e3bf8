/** What Tremendous's replies about an order mean, as pure functions. */
import * as z from 'zod'
import { parseMinorUnits } from '../../../platform/money/money.ts'
import type { PayAnswer } from '../../../ports.ts'

// Numbers arrive here as the text that the reply has: see `parsedExactly`.
const decimal = z.string()
const refund = z.object({ total: decimal.nullish() }).nullish()
export const orderSchema = z.object({
  id: z.string().min(1),
  external_id: z.string().nullish(),
  status: z.string(),
  payment: z.object({ subtotal: decimal.nullish(), refund, currency_code: z.string().nullish() }).nullish(),
  rewards: z
    .array(
      z.object({
        id: z.string(),
        value: z.object({ denomination: decimal, currency_code: z.string() }),
        recipient: z.object({ email: z.string().nullish() }).nullish(),
      }),
    )
    .length(1),
})
export type TremendousOrder = z.output<typeof orderSchema>
export const orderReplySchema = z.object({ order: orderSchema })

/** What we know to have asked for; all but the reference is known when an order is sent. */
export interface ExpectedOrder {
  reference: string
  amountMinor?: number
  currency?: string
  email?: string
}

/**
 * An order as an answer. The values of `status` contain spaces, and new ones get added: those are work in progress.
 *
 * EXECUTED counts as succeeded, because the money has left and the link was sent. Whether it arrived and was redeemed
 * is another matter: a link that did not arrive is sent again at Tremendous, not paid again here. Only a refund shows
 * that the money came back.
 *
 * An order that was stopped, by whomever, is declined to us: people decide what comes next, and no queue sends it anew.
 * Source: the order's status in tremendous-node, api.ts.
 */
export function answerOfTremendousOrder(order: TremendousOrder, expected: ExpectedOrder): PayAnswer {
  const [reward] = order.rewards
  const currency = reward?.value.currency_code
  const amountMinor = parseMinorUnits(reward?.value.denomination ?? '', currency ?? '')
  if (currency === undefined || amountMinor === null) return { state: 'unknown', code: 'UNREADABLE' }
  if (!isAsked({ order, amountMinor, currency, email: reward?.recipient?.email ?? null }, expected)) {
    return { state: 'unknown', code: 'ECHO_MISMATCH' }
  }
  const known = { providerId: order.id, amountMinor, currency }
  const code = statusCode(order.status)
  switch (order.status) {
    case 'EXECUTED': {
      const back = refunded(order)
      if (back === 'all') return { state: 'cancelled', code: 'REFUNDED', reason: 'declined_by_provider', ...known }
      if (back !== 'none') return { state: 'unknown', code: 'PARTLY_REFUNDED', ...known }
      return { state: 'succeeded', code, ...known }
    }
    case 'FAILED':
      return { state: 'failed', code, reason: 'declined_by_provider', ...known }
    case 'CANCELED':
      return { state: 'cancelled', code, reason: 'declined_by_provider', ...known }
    default:
      return { state: 'accepted', code, ...known }
  }
}

function isAsked(
  {
    order,
    amountMinor,
    currency,
    email,
  }: { order: TremendousOrder; amountMinor: number; currency: string; email: string | null },
  expected: ExpectedOrder,
): boolean {
  return (
    order.external_id === expected.reference &&
    (expected.amountMinor ?? amountMinor) === amountMinor &&
    (expected.currency ?? currency) === currency &&
    (expected.email === undefined || expected.email.toLowerCase() === email?.toLowerCase())
  )
}

/** In the account's own currency, which need not be the reward's. */
function refunded({ payment }: TremendousOrder): 'none' | 'some' | 'all' {
  const figures = [payment?.refund?.total ?? '0', payment?.subtotal ?? '0'].map((text) =>
    parseMinorUnits(text, payment?.currency_code ?? 'USD'),
  )
  const [back = 0, subtotal = 0] = figures
  if (back === 0) return 'none'
  return back !== null && subtotal !== null && subtotal > 0 && back >= subtotal ? 'all' : 'some'
}

/** `PENDING APPROVAL` as PENDING_APPROVAL; a stranger's words stay out. */
function statusCode(status: string): string {
  const code = status.replaceAll(' ', '_')
  return /^[A-Z][A-Z_]{1,63}$/.test(code) ? code : 'UNREADABLE'
}

const errorSchema = z.object({ errors: z.object({ message: z.string().nullish(), payload: z.unknown() }) })

/** Whether a reply is Tremendous's own way of saying no, and not that of something in between. */
export function isOwnError(body: unknown): boolean {
  return errorSchema.safeParse(body).success
}

/**
 * A refused order as an answer, or `ask` when it can only be told by asking for the order: `refused` is then what it
 * comes to if there is none.
 *
 * 401 and 403, 402 and 429 are said before an order is looked at. 400 and 422 name the fields that are wrong: those of
 * the recipient are the payee's, the amount is outside what the campaign's products take, and all others are ours to mend. Whatever else
 * a 4xx is, 409 say, it may stand in front of an order that exists.
 * Source: developers.tremendous.com/reference/error-handling.
 */
export function answerOfTremendousError(status: number, body: unknown): PayAnswer | { ask: true; refused: PayAnswer } {
  const code = `HTTP_${status}`
  if (!isOwnError(body)) return { state: 'unknown', code }
  if (status === 402) return { state: 'delayed', code, reason: 'payer_balance' }
  if (status === 401 || status === 403 || status === 429) return { state: 'delayed', code, reason: 'payer_problem' }
  if (status !== 400 && status !== 422) return { state: 'unknown', code }
  const fields = fieldsIn(errorSchema.parse(body).errors.payload)
  const all = (prefix: string) => fields.length > 0 && fields.every((field) => field.startsWith(prefix))
  if (all('reward.recipient')) {
    return { ask: true, refused: { state: 'failed', code: 'INVALID_RECIPIENT', reason: 'payee_account_problem' } }
  }
  if (all('reward.value.denomination')) {
    return { ask: true, refused: { state: 'failed', code: 'INVALID_DENOMINATION', reason: 'amount_limit' } }
  }
  const isOurs = fields.length > 0 && fields.every((field) => /^(payment|reward)\b/.test(field))
  return isOurs ? { state: 'delayed', code, reason: 'payer_problem' } : { state: 'unknown', code }
}

/** The paths of a payload that mirrors the request: `reward.recipient.email`. Orders of several rewards have `rewards`. */
function fieldsIn(payload: unknown, path = ''): string[] {
  if (Array.isArray(payload)) {
    return payload.every((item) => typeof item === 'string') ? [path] : payload.flatMap((item) => fieldsIn(item, path))
  }
  if (typeof payload === 'object' && payload !== null) {
    return Object.entries(payload).flatMap(([name, inner]) => {
      const own = name === 'rewards' ? 'reward' : name
      return fieldsIn(inner, path === '' ? own : `${path}.${own}`)
    })
  }
  return path === '' || payload === null || payload === undefined ? [] : [path]
}
