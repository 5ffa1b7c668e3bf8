/** One proposes, another confirms. */
import type { ProposalKind } from '../../../schema/tables.ts'
import { effects } from '../../../src/app/approval-effects.ts'
import { closeAlone, proposeClosing } from '../../../src/reconciliation/exceptions/actions.ts'
import { type Action, needsTwo } from '../../../src/reconciliation/exceptions/exception.ts'
import type { Exception } from '../../../src/reconciliation/exceptions/store.ts'
import { decideProposal } from '../../../src/staff/approvals/actions.ts'
import { staffAs } from '../../support/claimed.ts'
import type { World } from '../../support/world.ts'

export async function confirm(world: World, kind: ProposalKind, proposalId: string) {
  const effect = effects[kind]
  if (effect === undefined) throw new Error(`${kind} has no effect`)
  return decideProposal(world.ports, await staffAs(world, 'approver'), proposalId, 'confirmed', effect.effectOf)
}

/** Closes an exception as its class asks for, or throws what refused it. */
export async function close(world: World, exception: Exception, action: Action): Promise<void> {
  const preparer = await staffAs(world, 'preparer')
  if (!needsTwo(exception.class)) {
    const done = await closeAlone(world.ports, preparer, exception.id, 'seen')
    if ('refused' in done) throw new Error(`${exception.class}: ${done.refused}`)
    return
  }
  const proposed = await proposeClosing(world.ports, preparer, exception.id, { action }, 'looked into, ticket 7')
  if ('refused' in proposed) throw new Error(`${exception.class}: ${proposed.refused}`)
  const decided = await confirm(world, 'exception_closed', proposed.proposed)
  if ('refused' in decided) throw new Error(`${exception.class}: ${decided.refused}`)
}
