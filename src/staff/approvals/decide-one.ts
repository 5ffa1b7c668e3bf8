import type { Verdict } from '../../../schema/tables.ts'
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import type { CameIn } from '../accounts/counts-as.ts'
import { decideProposal } from './actions.ts'
import type { Effects } from './effect.ts'
import type { EffectOf } from './proposal.ts'
import { proposalById } from './store.ts'

const noEffect: EffectOf = async () => ({ refused: 'moved_on' })

/** Decides one proposal with the effect of its kind. @returns the verdict, or `KIND.CODE` of why it was refused */
export async function decideOne(
  ports: Ports,
  effects: Effects,
  staff: CameIn,
  id: string,
  verdict: Verdict,
): Promise<string> {
  const proposal = await first(ports.db, proposalById({ id }))
  const effect = proposal && effects[proposal.kind]
  const outcome = await decideProposal(ports, staff, id, verdict, effect?.effectOf ?? noEffect)
  if ('decided' in outcome && verdict === 'confirmed') effect?.after?.(ports)
  return 'decided' in outcome ? outcome.decided : `${proposal?.kind ?? ''}.${outcome.refused}`
}
