/** One balance transaction of Tremendous as lines: the payment, and the fee that was inside it. */

import * as z from 'zod'
import { isCurrency } from '../../../platform/money/currencies.ts'
import { parseSignedMinorUnits } from '../../../platform/money/money.ts'
import { booksZone } from '../../../platform/time/zone.ts'
import { isoMoment, writtenMoment } from '../dates.ts'
import { movementKind, tremendousKinds } from '../kinds.ts'
import { type DraftLine, lineDraft, type ParseOptions } from '../parser.ts'
import { keyAmongSame, type LineNames } from '../same.ts'
import { BrokenFile } from '../statement.ts'

/** With every amount as it was written. */
export interface TremendousTransaction {
  createdAt: string
  amount: string
  currency: string | null
  balance: string | null
  action: string
  orderId: string | null
  externalId: string | null
  payment: { subtotal: string; fees: string; discount: string } | null
}

// Numbers arrive here as the text that the file has: see `withSources`.
const amount = z.string()
const shape = z.object({
  created_at: z.string(),
  amount,
  currency_code: z.string().nullish(),
  balance: amount.nullish(),
  action: z.string().nullish(),
  order: z
    .object({
      id: z.string().nullish(),
      external_id: z.string().nullish(),
      payment: z.object({ subtotal: amount, fees: amount.nullish(), discount: amount.nullish() }).nullish(),
    })
    .nullish(),
})

/**
 * Reads one transaction's JSON.
 * @throws BrokenFile `json` for what is none
 */
export function transactionIn(text: string, line: number): TremendousTransaction {
  const { data } = shape.safeParse(withSources(text, line))
  if (data === undefined) throw new BrokenFile('json', line)
  const payment = data.order?.payment ?? null
  return {
    createdAt: data.created_at,
    amount: data.amount,
    currency: data.currency_code ?? null,
    balance: data.balance ?? null,
    action: data.action ?? '',
    orderId: data.order?.id ?? null,
    externalId: data.order?.external_id ?? null,
    payment:
      payment === null
        ? null
        : { subtotal: payment.subtotal, fees: payment.fees ?? '0', discount: payment.discount ?? '0' },
  }
}

/** JSON whose numbers stay the text they are written as: 0.1 is no float, and none is money. */
function withSources(text: string, line: number): unknown {
  const revive = (_key: string, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' ? (context?.source ?? String(value)) : value
  try {
    return JSON.parse(text, revive)
  } catch {
    throw new BrokenFile('json', line)
  }
}

/**
 * @throws BrokenFile `order_total` when subtotal, fees and discount are not what was charged
 */
export function transactionLines(
  transaction: TremendousTransaction,
  state: { lineNames?: LineNames; moment?: string },
  line: number,
  { currency: usualCurrency, zone = booksZone, kinds }: ParseOptions,
): DraftLine[] {
  const currency = transaction.currency ?? usualCurrency ?? 'USD'
  if (!isCurrency(currency)) throw new BrokenFile('currency', line)
  const at = transaction.createdAt
  const moment = isoMoment(at, zone, false) ?? writtenMoment(at, 'YYYY-MM-DD', zone)
  if (moment === null) throw new BrokenFile('day', line)
  const minor = parseSignedMinorUnits(transaction.amount, currency)
  if (minor === null || minor === 0) throw new BrokenFile('amount', line)
  const direction = minor < 0 ? 'debit' : 'credit'
  const amountMinor = Math.abs(minor)
  const balanceMinor = transaction.balance === null ? null : parseSignedMinorUnits(transaction.balance, currency)
  if (transaction.balance !== null && balanceMinor === null) throw new BrokenFile('balance', line)
  const kind = movementKind(transaction.action.toLowerCase(), direction, tremendousKinds, kinds)
  const base = [transaction.createdAt, transaction.orderId ?? '', transaction.action, String(minor)].join('|')
  // Tremendous gives transactions no id, and lists them by time: what is of another moment need not be remembered.
  if (state.moment !== transaction.createdAt) delete state.lineNames
  state.moment = transaction.createdAt
  const key = keyAmongSame(state, transaction.createdAt, base)
  const whole = lineDraft({
    line,
    key,
    ...moment,
    direction,
    amountMinor,
    currency,
    providerId: transaction.orderId,
    reference: transaction.externalId,
    kind,
    rawType: transaction.action,
    balanceMinor,
  })
  const feeMinor = kind === 'payment' && direction === 'debit' ? feeOf(transaction, amountMinor, currency, line) : 0
  if (feeMinor === 0) return [whole]
  // The fee comes first on paper, so that the balance after the payment is the one that the file has.
  const fee: DraftLine = {
    ...whole,
    key: `${key}|fee`,
    entry: key,
    kind: 'fee',
    amountMinor: feeMinor,
    balanceMinor: balanceMinor === null ? null : balanceMinor + amountMinor - feeMinor,
  }
  return [fee, { ...whole, entry: key, amountMinor: amountMinor - feeMinor }]
}

function feeOf({ payment }: TremendousTransaction, totalMinor: number, currency: string, line: number): number {
  if (payment === null) return 0
  const [subtotal, fees, discount] = [payment.subtotal, payment.fees, payment.discount].map((text) =>
    parseSignedMinorUnits(text, currency),
  )
  if (subtotal == null || fees == null || discount == null) throw new BrokenFile('amount', line)
  if (subtotal + fees - discount !== totalMinor) {
    throw new BrokenFile('order_total', line, `${subtotal} + ${fees} - ${discount}, charged ${totalMinor}`)
  }
  // A discount lowers the fee first, as what the recipient gets is the subtotal.
  return Math.max(0, totalMinor - subtotal)
}
