/** What takes two people: one proposes it, another decides, and what it does is written together with the decision. */
import type { ProposalKind, Verdict } from '../../../schema/tables.ts'
import type { Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'

export interface NewProposal {
  kind: ProposalKind
  /** What it is about, by id; of each kind one may wait for a subject. */
  subject: string
  /** What exactly: ids, codes, days and amounts, never a name or an account. */
  payload: unknown
  /** Why, in the words of whoever proposes it. */
  reason: string
}

export interface Proposal {
  id: string
  kind: ProposalKind
  subject: string
  /** JSON. */
  payload: string
  reason: string
  /** A staff id. */
  proposedBy: string
  at: string
}

/** How a proposal was decided, by whom (a staff id) and when. */
export interface Decision {
  verdict: Verdict
  decidedBy: string
  at: string
}

/**
 * Reads how things stand and describes what confirming would write, or says in a code why it cannot be any more. The
 * writes follow the decision, whose id they may name: `decisionId` is what `proposal_id` columns refer to.
 */
export type EffectOf = (
  ports: Ports,
  proposal: Proposal,
  decisionId: string,
) => Promise<readonly Write[] | { refused: string }>

/** The longest reason, in characters. */
export const longestReason = 500

export type VerdictRefusal = 'decided' | 'same_person' | 'not_yours'

/**
 * Whether someone may give this verdict; null when they may. Who proposed something can only take it back, and nobody
 * else can. The database refuses a second decision and a confirmation by the same person whatever was read here.
 */
export function refusalOf(
  proposal: Pick<Proposal, 'proposedBy'>,
  decision: Decision | null,
  staffId: string,
  verdict: Verdict,
): VerdictRefusal | null {
  if (decision !== null) return 'decided'
  const isTheirs = proposal.proposedBy === staffId
  if (verdict === 'withdrawn') return isTheirs ? null : 'not_yours'
  return isTheirs ? 'same_person' : null
}
