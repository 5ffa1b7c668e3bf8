/** The rows of proposals and of the decisions about them. */
import { sql as raw, type SqlBool } from 'kysely'
import type { ProposalKind, Verdict } from '../../../schema/tables.ts'
import { prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'
import type { Proposal } from './proposal.ts'

/** A row of the list: a proposal with who made it, and how it was decided. */
export interface ProposalRow extends Proposal {
  proposedByName: string
  /** As whom its proposer counts; null from before it was kept. */
  proposedCountsAs: string | null
  verdict: Verdict | null
  decidedBy: string | null
  decidedByName: string | null
  decidedAt: string | null
}

const proposals = () =>
  sql
    .selectFrom('proposals')
    .innerJoin('staff as proposer', 'proposer.id', 'proposals.proposed_by')
    .leftJoin('decisions', 'decisions.proposal_id', 'proposals.id')
    .leftJoin('staff as decider', 'decider.id', 'decisions.decided_by')
    .select([
      'proposals.id',
      'proposals.kind',
      'proposals.subject',
      'proposals.payload',
      'proposals.reason',
      'proposals.proposed_by as proposedBy',
      'proposals.counts_as as proposedCountsAs',
      'proposals.at',
      'proposer.name as proposedByName',
      'decisions.verdict',
      'decisions.decided_by as decidedBy',
      'decisions.at as decidedAt',
      'decider.name as decidedByName',
    ])

export const proposalById = prepareQuery<{ id: string }, ProposalRow>((p) =>
  proposals().where('proposals.id', '=', p.id),
)

/** Those that wait, oldest first, behind the one with the id `after`; of one kind, or of every kind where it is ''. */
export const waitingProposals = prepareQuery<{ kind: string; after: string; limit: number }, ProposalRow>((p) =>
  proposals()
    .where('proposals.decided', '=', 0)
    .where(raw<SqlBool>`(${raw.val(p.kind)} = '' or proposals.kind = ${raw.val(p.kind)})`)
    .where('proposals.id', '>', p.after)
    .orderBy('proposals.id')
    .limit(p.limit),
)

/** Those that wait about a subject, oldest first. */
export const waitingAbout = prepareQuery<{ subject: string }, ProposalRow>((p) =>
  proposals().where('proposals.subject', '=', p.subject).where('proposals.decided', '=', 0).orderBy('proposals.id'),
)

/** Those about a subject that were decided, oldest first. */
export const decidedAbout = prepareQuery<{ subject: string }, ProposalRow>((p) =>
  proposals().where('proposals.subject', '=', p.subject).where('proposals.decided', '=', 1).orderBy('proposals.id'),
)

const decidedPast = (past: '<' | '>', order: 'asc' | 'desc') =>
  prepareQuery<{ from: string; limit: number }, ProposalRow>((p) =>
    proposals()
      .where('proposals.decided', '=', 1)
      .where('proposals.id', past, p.from)
      .orderBy('proposals.id', order)
      .limit(p.limit),
  )

/** Those that were decided, the newest first: made before the one with the id `from`, or after it, nearest first. */
export const decidedProposals = { behind: decidedPast('<', 'desc'), ahead: decidedPast('>', 'asc') }

export const addProposal = prepareQuery(
  (p: {
    id: string
    kind: ProposalKind
    subject: string
    payload: string
    reason: string
    proposedBy: string
    countsAs: string
    at: string
  }) =>
    sql.insertInto('proposals').values({
      id: p.id,
      kind: p.kind,
      subject: p.subject,
      payload: p.payload,
      reason: p.reason,
      proposed_by: p.proposedBy,
      counts_as: p.countsAs,
      decided: 0,
      at: p.at,
    }),
)

/** Decides a proposal: its key lets one through, and a check refuses a confirmation by the proposer. */
export const addDecision = prepareQuery(
  (p: { proposalId: string; verdict: Verdict; proposedBy: string; decidedBy: string; countsAs: string; at: string }) =>
    sql.insertInto('decisions').values({
      proposal_id: p.proposalId,
      verdict: p.verdict,
      proposed_by: p.proposedBy,
      decided_by: p.decidedBy,
      counts_as: p.countsAs,
      proposed_counts_as: sql.selectFrom('proposals').select('counts_as').where('id', '=', p.proposalId),
      at: p.at,
    }),
)

/** Makes room for the next proposal about the same subject. */
export const markDecided = prepareQuery((p: { id: string }) =>
  sql.updateTable('proposals').set({ decided: 1 }).where('id', '=', p.id),
)
