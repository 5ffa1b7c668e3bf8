/** What each kind of proposal does once it is confirmed, and how staff are told what it would do. */
import type { Language } from '../../../schema/questionnaire.ts'
import type { ProposalKind } from '../../../schema/tables.ts'
import type { Query } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { EffectOf, Proposal } from './proposal.ts'

export interface Effect {
  /** Which writes confirming makes, together with the decision. */
  effectOf: EffectOf
  /** What exactly is proposed, in a sentence, and where more of it can be seen. From ids, codes, days and amounts. */
  what(proposal: Proposal, language: Language): { text: string; href?: string }
  /** Why it cannot be done any more, by the codes that `effectOf` refuses with, beyond `moved_on`. */
  refusals?: (language: Language) => Readonly<Record<string, string>>
  /** The study that the subject (an id) is of; left out where it is the whole service's, as the calendar is. */
  studyOf?(subject: { id: string }): Query<{ studyId: string | null }>
  /** Called when it was confirmed and written. */
  after?(ports: Ports): void
}

/** By kind. One without an effect cannot be proposed, and is shown by its code. */
export type Effects = Readonly<Partial<Record<ProposalKind, Effect>>>
