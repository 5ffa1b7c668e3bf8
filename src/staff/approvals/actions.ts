import { limit, taken } from '../../../schema/constraints.ts'
import type { Verdict } from '../../../schema/tables.ts'
import { perform, plan, unexpected } from '../../platform/db/perform.ts'
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { type CameIn, countsAs, mayBeOne } from '../accounts/counts-as.ts'
import { addAudit } from '../audit-trail/audit.ts'
import { type EffectOf, type NewProposal, refusalOf, type VerdictRefusal } from './proposal.ts'
import * as store from './store.ts'

/** Puts a proposal up for another person to decide. `waiting`: one of that kind about that subject is up already. */
export async function propose(
  ports: Ports,
  staff: CameIn,
  { kind, subject, payload, reason }: NewProposal,
): Promise<{ proposed: string } | { refused: 'waiting' }> {
  const { db, clock, ids } = ports
  const at = clock.now()
  const id = ids.next('proposal')
  return perform(db, 'A proposal', async () =>
    plan<{ proposed: string } | { refused: 'waiting' }>({
      rows: [
        store.addProposal({
          ...{ id, kind, subject, payload: JSON.stringify(payload), reason, at },
          ...{ proposedBy: staff.id, countsAs: countsAs(staff) },
        }),
      ],
      audit: addAudit({ id: ids.next('audit'), actor: staff.id, action: 'proposal.made', subject: id, at }),
      done: { proposed: id },
      refused: ({ on }) => (on === taken.proposal ? { refused: 'waiting' } : unexpected),
    }),
  )
}

/**
 * - `decided`: somebody was faster
 * - `same_person`: whoever proposed it can only withdraw it; `not_yours`: nobody else can
 * - `own_link`: by whose links the two came in, they may be one person
 * - `moved_on`: what it is about has changed since, so it waits on, to be declined
 * - another code: the effect's own, with the same consequence
 */
export type DecideRefusal = { refused: 'not_found' | VerdictRefusal | 'moved_on' | (string & {}) }

/**
 * Decides a proposal, once. With `confirmed` its effect is written in the same breath, and when a constraint refuses
 * the effect there is no decision either. Which roles may decide is for the route to say.
 */
export async function decideProposal(
  ports: Ports,
  staff: CameIn,
  proposalId: string,
  verdict: Verdict,
  effectOf: EffectOf,
): Promise<{ decided: Verdict } | DecideRefusal> {
  const { db, clock, ids } = ports
  const proposal = await first(db, store.proposalById({ id: proposalId }))
  if (proposal === undefined) return { refused: 'not_found' }
  const { decidedBy, decidedAt } = proposal
  const isDecided = proposal.verdict !== null && decidedBy !== null && decidedAt !== null
  const decision = isDecided ? { verdict: proposal.verdict as Verdict, decidedBy, at: decidedAt } : null
  const refused = refusalOf(proposal, decision, staff.id, verdict)
  if (refused !== null) return { refused }
  const proposer = { id: proposal.proposedBy, countsAs: proposal.proposedCountsAs }
  if (verdict !== 'withdrawn' && mayBeOne(staff, proposer)) return { refused: 'own_link' }

  const effect = verdict === 'confirmed' ? await effectOf(ports, proposal, proposal.id) : []
  if ('refused' in effect) return effect
  const at = clock.now()
  return perform(db, 'A decision', async () =>
    plan<{ decided: Verdict } | DecideRefusal>({
      rows: [
        store.addDecision({
          proposalId,
          verdict,
          proposedBy: proposal.proposedBy,
          decidedBy: staff.id,
          countsAs: countsAs(staff),
          at,
        }),
        store.markDecided({ id: proposalId }),
        addAudit({ id: ids.next('audit'), actor: staff.id, action: `proposal.${verdict}`, subject: proposalId, at }),
        ...effect,
      ],
      done: { decided: verdict },
      refused: ({ kind, on }) => {
        if (on === taken.decision) return { refused: 'decided' }
        if (on === limit.bySomebodyElse) return { refused: 'same_person' }
        if (on === limit.countsAsSomebodyElse || on === limit.proposerCountsAsSomebodyElse)
          return { refused: 'own_link' }
        return verdict !== 'confirmed' || kind === 'required' ? unexpected : { refused: 'moved_on' }
      },
    }),
  )
}
