/** What waits for a second person stands on the page of what it is about, and what was decided stays there with both names. */
import { expect, it } from 'vitest'
import type { ProposalKind } from '../../../../schema/tables.ts'
import { effects } from '../../../../src/app/approval-effects.ts'
import { proposalById } from '../../../../src/staff/approvals/store.ts'
import { textOf } from '../../../support/begun.ts'
import { signedIn } from '../../accounts/member.ts'
import { proposals } from './proposed.ts'

const kinds: ProposalKind[] = [
  'payout_failed',
  'batch_failed',
  'payment_undone',
  'match',
  'exception_closed',
  'stop_lifted',
]

it.each(kinds.flatMap((kind) => Object.keys(proposals[kind]).map((shape) => [kind, shape] as const)))(
  'a proposal of the kind %s (%s) is decided where it belongs, by somebody who is named there',
  async (kind, shape) => {
    const { world, proposalId } = await (proposals[kind][shape]?.() ?? Promise.reject(new Error(shape)))
    const [row] = await world.ports.db.read(proposalById({ id: proposalId }))
    const { href = '' } = (row && effects[kind].what(row, 'en')) ?? {}
    const ada = await signedIn(world, 'approver')
    const before = await ada.open(href)
    expect(before.html).toContain(`action="/finance/proposals/${proposalId}"`)
    expect(before.html).not.toContain(`${href}/undo`)
    expect((await ada.post(`/finance/proposals/${proposalId}`, { verdict: 'declined' })).status).toBe(303)
    const after = await ada.open(href)
    expect(after.html).not.toContain(`action="/finance/proposals/${proposalId}"`)
    expect(textOf(after.html)).toMatch(/Proposed by .* on .* Declined Ada ·/)
  },
)

it('a payout of which a failure waits says so among those of its batch', async () => {
  const { world, payload } = await (proposals.payout_failed.one?.() ?? Promise.reject(new Error('none')))
  const { payoutId } = payload as { payoutId: string }
  const [payout] = await world.ports.db.read<{ batch: string }>({
    sql: 'select batch_id as "batch" from payouts where id = ?',
    values: [payoutId],
  })
  const omar = await signedIn(world, 'preparer')
  const text = textOf((await omar.open(`/finance/batches/${payout?.batch}`)).html)
  expect(text).toContain('Payment failed: Needs a second person')
})
