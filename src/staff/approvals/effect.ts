/** What each kind of proposal does once it is confirmed, and how staff are shown all that it would do. */
import type { Language } from '../../../schema/questionnaire.ts'
import type { ProposalKind } from '../../../schema/tables.ts'
import type { Query } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { Permission } from '../permissions/permissions.ts'
import type { EffectOf, Proposal } from './proposal.ts'

/** A text, and where more of it can be seen. */
export interface FactText {
  text: string
  href?: string | undefined
  /** It is not in the page's language: a bank's word, a number, a person's own words. */
  isVerbatim?: boolean
}

/** One thing that a proposal says of itself, by its name; several texts stand below one another. */
export interface ProposalFact {
  label: string
  value: FactText | readonly FactText[]
}

/** What is to be seen side by side: a line and a payout, the postings of a closing. Each row begins with its name. */
export interface FactTable {
  title: string
  heads: readonly string[]
  rows: readonly (readonly FactText[])[]
}

/** All that a proposal would do. */
export interface Details {
  facts: readonly ProposalFact[]
  tables?: readonly FactTable[]
}

/** Who sees a kind of proposal, decides it and takes it back. */
export type Needs = Readonly<Record<'view' | 'decide' | 'withdraw', Permission>>

/** Of most kinds, which are the money desk's. */
const needsOfMost: Needs = { view: 'approvals.view', decide: 'approvals.decide', withdraw: 'approvals.withdraw' }

/** Which permissions a kind needs. */
export function needsOf(effect: Pick<ApprovalEffect, 'needs'> | undefined): Needs {
  return effect?.needs ?? needsOfMost
}

export interface ApprovalEffect {
  /** Where others than the money desk decide it. */
  needs?: Needs
  /** Which writes confirming makes, together with the decision. */
  effectOf: EffectOf
  /** What exactly is proposed, in a sentence, and where more of it can be seen. From ids, codes, days and amounts. */
  what(proposal: Proposal, language: Language): { text: string; href?: string }
  /**
   * Everything that confirming would do, in words and money: nothing of the payload may be missing from it, so that
   * nobody confirms blind. As far as it can, it says how things stood when it was proposed.
   */
  show(ports: Ports, proposal: Proposal, language: Language): Promise<Details>
  /** Why it cannot be done any more, by the codes that `effectOf` refuses with, beyond `moved_on`. */
  refusals?: (language: Language) => Readonly<Record<string, string>>
  /** The study that the subject (an id) is of, a row for each that shares it; left out for the whole service's, as the calendar. */
  studyOf?(subject: { id: string }): Query<{ studyId: string | null }>
  /** Called when it was confirmed and written. */
  after?(ports: Ports): void
}

/** By kind: one without an effect, or without a way to be shown, does not compile. */
export type Effects = Readonly<Record<ProposalKind, ApprovalEffect>>
