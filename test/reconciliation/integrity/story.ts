/** A world in which something of everything has happened, brought there by the app's own code. */

import { holdResponse } from '../../../src/journey/reviews/hold.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { endingEffects } from '../../../src/rewards/vouchers/effects.ts'
import { proposeLifecycle } from '../../../src/rewards/vouchers/propose.ts'
import type { Voucher } from '../../../src/rewards/vouchers/voucher.ts'
import { decideProposal } from '../../../src/staff/approvals/actions.ts'
import { sealAudit } from '../../../src/staff/audit-trail/seal.ts'
import { sweepSegments } from '../../../src/survey/insights/segments/pack.ts'
import { begun } from '../../support/begun.ts'
import { approved, claimed, frozen, issued, payoutOf, staffAs, withAlipay } from '../../support/claimed.ts'
import { fresh } from '../../support/databases/fresh.ts'
import type { World, WorldOptions } from '../../support/world.ts'

export interface Story {
  world: World
  paid: Voucher
  /** Its outcome is not known. */
  unknown: Voucher
  /** Its first payout failed, and it was claimed and prepared again. */
  again: Voucher
  held: Voucher
  /** Superseded by another. */
  lost: Voucher
}

/** Everything is sealed when it is over, and the clock stands an hour later. */
export async function tell(world: World): Promise<Story> {
  const { ports } = world
  const payer = withAlipay(world)
  const vouchers = await claimed(world, 3)
  await approved(world)
  let sent = 0
  payer.answer = ({ what }) => {
    if (what === 'send') sent += 1
    if (sent === 1) return { state: 'succeeded', code: 'SUCCESS' }
    if (sent === 2) return { state: 'unknown', code: null }
    return { state: 'failed', code: 'LIMIT', reason: 'payer_balance' }
  }
  await sweepPayouts(ports)
  payer.answer = () => ({ state: 'unknown', code: null })
  // Which of them is sent first is drawn.
  const payouts = await Promise.all(vouchers.map((voucher) => payoutOf(world, voucher)))
  const inState = (state: string) => {
    const voucher = vouchers[payouts.findIndex(({ attemptState }) => attemptState === state)]
    if (voucher === undefined) throw new Error(`no attempt is ${state}`)
    return voucher
  }
  const [paid, unknown, again] = [inState('succeeded'), inState('unknown'), inState('failed')]
  world.wait(10)
  await frozen(world)
  world.wait(1)

  const held = await issued(world, 11)
  // Packed before one of them is held.
  await sweepSegments(ports)
  const lost = await issued(world, 12)
  const admin = await staffAs(world, 'admin')
  const ended = await holdResponse(ports, admin, held.id, 'duplicate_person')
  if ('refused' in ended) throw new Error(ended.refused)
  const proposed = await proposeLifecycle(ports, admin, {
    kind: 'voucher_reissued',
    subject: lost.id,
    code: 'lost_link',
    words: 'The phone is gone',
  })
  if ('refused' in proposed) throw new Error(proposed.refused)
  const approver = await staffAs(world, 'approver')
  const decided = await decideProposal(ports, approver, proposed.proposed, 'confirmed', endingEffects.voucher_reissued)
  if ('refused' in decided) throw new Error(decided.refused)
  await begun(world, { seed: 13 })
  world.wait(60)
  await sealAudit(ports)
  return { world, paid, unknown, again, held, lost }
}

/** The story on a database of its own. */
export async function freshStory(options: Partial<WorldOptions> = {}): Promise<Story> {
  return tell(await fresh(options))
}
