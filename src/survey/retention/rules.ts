/** How long a study keeps what, from when on and why: the one source for its privacy notice and for the sweep. */
import type * as z from 'zod'
import type { retentionSchema } from './retention-schema.ts'

/** Days; null for what stays until its organiser erases it. */
export type Retention = z.infer<typeof retentionSchema>

export const triggers = {
  drafts: 'saved',
  paradata: 'ended',
  answers: 'study_over',
  payees: 'claim_over',
  marks: 'claims_over',
  requests: 'request_done',
  networks: 'used',
  money: 'paid',
} as const
export type RetentionKind = keyof typeof triggers
export type Trigger = (typeof triggers)[RetentionKind]

export const grounds = {
  drafts: 'consent',
  paradata: 'interest',
  answers: 'consent',
  payees: 'contract',
  marks: 'interest',
  requests: 'law',
  networks: 'interest',
  money: 'law',
} as const satisfies Record<RetentionKind, string>

export interface RetentionRule {
  kind: RetentionKind
  trigger: Trigger
  /** Null where no number of days is set. */
  days: number | null
  ground: (typeof grounds)[RetentionKind]
}

/** The rules of a study, in the order in which they are told. */
export function retentionRules(retention: Retention): RetentionRule[] {
  const all: Record<RetentionKind, number | null> = { ...retention, networks: 1, money: null }
  const kinds = Object.keys(triggers) as RetentionKind[]
  return kinds.map((kind) => ({ kind, trigger: triggers[kind], days: all[kind], ground: grounds[kind] }))
}
