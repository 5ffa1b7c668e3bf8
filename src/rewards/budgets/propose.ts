/**
 * Proposing that a budget grows, or that what is left of it is given back. Another person confirms it; only then the
 * money moves.
 */
import * as z from 'zod'
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { propose } from '../../staff/approvals/actions.ts'
import { longestReason } from '../../staff/approvals/proposal.ts'
import { type BudgetRow, budgetOfOffer } from './store.ts'

/** The most that one top-up brings, in minor units: a slip of the pen is found before somebody has to confirm it. */
export const mostTopUpMinor = 100_000_000_000

const payloadSchema = z.strictObject({ amountMinor: z.int().min(1), currency: z.string().length(3), study: z.string() })

/** What such a proposal carries; `study` is the address of the study. */
export function readBudgetPayload(payload: string): z.infer<typeof payloadSchema> {
  return payloadSchema.parse(JSON.parse(payload))
}

/**
 * How much of an offer's budget stays while people who have begun may still finish, in minor units. Whoever knows who is
 * half way says it: here nobody does.
 */
export type ReservedBudget = (ports: Ports, offerId: string) => Promise<number>

/**
 * - `waiting`: such a proposal waits already
 * - `not_closed`: what is left is given back while nobody can start: before the study opens, and once it is closed
 * - `nothing_left`: all of it is reserved, owed or paid, or kept for those who may still finish
 * - `amount`, `reason`: one is missing or too large
 */
export type BudgetRefusal = { refused: 'not_found' | 'waiting' | 'not_closed' | 'nothing_left' | 'amount' | 'reason' }
type Proposed = { proposed: string } | BudgetRefusal

type By = { id: string }

/** @param amountMinor minor units of the offer's currency, tax included; null for what is no amount */
export async function proposeTopUp(
  ports: Ports,
  staff: By,
  offerId: string,
  amountMinor: number | null,
  reason: string,
): Promise<Proposed> {
  const offer = await first(ports.db, budgetOfOffer(offerId))
  if (offer === undefined) return { refused: 'not_found' }
  if (amountMinor === null || amountMinor < 1 || amountMinor > mostTopUpMinor) return { refused: 'amount' }
  if (!isReason(reason)) return { refused: 'reason' }
  const payload = { amountMinor, currency: offer.currency, study: offer.study }
  return propose(ports, staff, { kind: 'budget_topped_up', subject: offerId, payload, reason: reason.trim() })
}

/** Proposes that all that can be given back is. What comes back later, from leases or vouchers, can be given back then. */
export async function proposeReturn(
  ports: Ports,
  staff: By,
  offerId: string,
  reason: string,
  keptBack: ReservedBudget,
): Promise<Proposed> {
  const offer = await first(ports.db, budgetOfOffer(offerId))
  if (offer === undefined) return { refused: 'not_found' }
  if (!isReason(reason)) return { refused: 'reason' }
  const left = await canBeReturned(ports, offer, keptBack)
  if (typeof left !== 'number') return left
  const payload = { amountMinor: left, currency: offer.currency, study: offer.study }
  return propose(ports, staff, { kind: 'budget_returned', subject: offerId, payload, reason: reason.trim() })
}

/** How much of an offer's budget can be given back now, in minor units, or why none of it can. */
export async function canBeReturned(
  ports: Ports,
  offer: Pick<BudgetRow, 'offerId' | 'state' | 'available'>,
  keptBack: ReservedBudget,
): Promise<number | { refused: 'not_closed' | 'nothing_left' }> {
  if (offer.state !== 'ready' && offer.state !== 'closed') return { refused: 'not_closed' }
  const left = offer.available - (await keptBack(ports, offer.offerId))
  return left > 0 ? left : { refused: 'nothing_left' }
}

function isReason(reason: string): boolean {
  return reason.trim() !== '' && reason.length <= longestReason
}
