import { expect, it } from 'vitest'
import { auditDatabase, invariants } from '../../../src/reconciliation/integrity/audit.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh } from '../../support/databases/fresh.ts'
import { freshStory } from './story.ts'

forEachDatabase((_, open, once) => {
  it('finds every promise kept where something of everything has happened, and says what it counted', async () => {
    const { world } = await freshStory({ open })
    const looked = await auditDatabase(world.ports)
    expect(looked.filter(({ ok }) => !ok)).toEqual([])
    expect(looked.map(({ invariant }) => invariant)).toEqual(invariants.map(({ name }) => name))
    const figures = Object.fromEntries(looked.map((one) => [one.invariant, one.figures]))
    expect(figures).toMatchObject({
      one_response: { complete: 5, in_progress: 1 },
      one_voucher_chain: { claimed: 2, held: 1, issued: 1, paid: 1, superseded: 1 },
      none_negative: { 'CNY clearing': 2000, 'CNY paid': 2000, 'CNY reserved': 2000 },
      one_transfer_each: { 'liability>clearing': 3, 'clearing>paid': 1, 'clearing>liability': 1 },
      one_attempt: { succeeded: 1, unknown: 1, failed: 1 },
      approved_by_enough: { approved: 1, frozen: 1 },
      content_is_approved: { batches: 2, payouts: 4 },
      every_entry_is_sealed: { unsealed: 0 },
    })
    expect(figures.chain_holds?.seals).toBe(figures.trail_holds_codes?.entries)
  })

  once('finds every promise kept where nothing has happened', async () => {
    const world = await fresh({ open })
    expect((await auditDatabase(world.ports)).filter(({ ok }) => !ok)).toEqual([])
  })
})
