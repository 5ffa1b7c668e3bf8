/** How long a study keeps what, from when on and why: the one source of what its notice says and what the sweep does. */
import * as z from 'zod'

const days = (least: number) => z.int().min(least).max(36_500)

/** Days; null for what stays until its organiser erases it. */
export const retentionSchema = z
  .strictObject({
    /** What is not finished, from when it was saved last. */
    drafts: days(1).nullable().default(30),
    /** Times of pages and counts of typing, from the end of the response. */
    paradata: days(1).default(180),
    /** Answers, from when nobody can finish any more. */
    answers: days(0).nullable().default(null),
    /** Accounts, from when a claim was paid or over. */
    payees: days(30).nullable().default(null),
    /** Marks by which the same person or account is known again, from when all claims and objections are over. */
    marks: days(0).default(30),
    /** What was asked for in writing, from when it was done. */
    requests: days(1).default(365),
  })
  .prefault({})
export type Retention = z.infer<typeof retentionSchema>

/** Of a study from before there were such times: nobody was told that what they have begun goes by itself. */
export const retentionBefore: z.input<typeof retentionSchema> = { drafts: null }

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
export type Kind = keyof typeof triggers
export type Trigger = (typeof triggers)[Kind]

export const grounds = {
  drafts: 'consent',
  paradata: 'interest',
  answers: 'consent',
  payees: 'contract',
  marks: 'interest',
  requests: 'law',
  networks: 'interest',
  money: 'law',
} as const satisfies Record<Kind, string>

export interface RetentionRule {
  kind: Kind
  trigger: Trigger
  /** Null where no number of days is set. */
  days: number | null
  ground: (typeof grounds)[Kind]
}

/** The rules of a study, in the order in which they are told. */
export function retentionRules(kept: Retention): RetentionRule[] {
  const all: Record<Kind, number | null> = { ...kept, networks: 1, money: null }
  const kinds = Object.keys(triggers) as Kind[]
  return kinds.map((kind) => ({ kind, trigger: triggers[kind], days: all[kind], ground: grounds[kind] }))
}
