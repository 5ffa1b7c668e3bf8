/** Proposing what takes two people: to void a voucher, to put another in its place, to release a held claim. */
import * as z from 'zod'
import type { ProposalKind } from '../../../schema/tables.ts'
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { propose } from '../../staff/approvals/actions.ts'
import { claimById } from '../claims/store.ts'
import { readVoucherAndClaim } from './leave.ts'
import { type LifecycleRefusal, type ReasonFor, reasonsFor, whyNotPossible } from './lifecycle.ts'
import { voucherReference } from './voucher.ts'

export type LifecycleKind = Extract<ProposalKind, 'voucher_voided' | 'voucher_reissued' | 'claim_released'>

/** Which list of `reasonsFor` a kind chooses from. */
export const wayOf = {
  voucher_voided: 'void',
  voucher_reissued: 'reissue',
  claim_released: 'releaseClaim',
} as const satisfies Record<LifecycleKind, keyof typeof reasonsFor>

/** Any reason that a proposal may give. */
export type LifecycleReason = ReasonFor<(typeof wayOf)[LifecycleKind]>

const payloadSchema = z.strictObject({
  reason: z.enum([...reasonsFor.void, ...reasonsFor.reissue, ...reasonsFor.releaseClaim]),
  reference: z.string(),
})

/** What such a proposal carries: why, as the code that the steps will hold, and what finance calls the voucher. */
export function readLifecyclePayload(payload: string): { reason: LifecycleReason; reference: string } {
  return payloadSchema.parse(JSON.parse(payload))
}

interface AskedOfLifecycle<Kind extends LifecycleKind> {
  kind: Kind
  /** A voucher's id, and with `claim_released` a claim's. */
  subject: string
  /** Why, for the steps. */
  code: ReasonFor<(typeof wayOf)[Kind]>
  /** Why, for the other person. */
  words: string
}

/** Proposes it, unless it could not be done as things stand. */
export async function proposeLifecycle<Kind extends LifecycleKind>(
  ports: Ports,
  staff: Pick<Staff, 'id'>,
  { kind, subject, code, words }: AskedOfLifecycle<Kind>,
): Promise<{ proposed: string } | { refused: LifecycleRefusal | 'not_found' | 'waiting' }> {
  const claim = kind === 'claim_released' ? await first(ports.db, claimById({ id: subject })) : undefined
  const current = await readVoucherAndClaim(ports.db, claim?.voucherId ?? subject)
  if (current === undefined) return { refused: 'not_found' }
  const way = wayOf[kind]
  const refused =
    way === 'releaseClaim' ? (claim?.state === 'held' ? null : ('moved_on' as const)) : whyNotPossible(way, current)
  if (refused !== null) return { refused }
  const reference = await voucherReference(ports.keys, current.voucher)
  return propose(ports, staff, { kind, subject, payload: { reason: code, reference }, reason: words })
}
