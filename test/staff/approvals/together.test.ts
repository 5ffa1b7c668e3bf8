/** Several proposals are decided with one confirmation, which shows all that each of them does. */
import { expect, it } from 'vitest'
import { applyAnswer } from '../../../src/rewards/payouts/evidence.ts'
import { instructBatch, payoutFailedEffect } from '../../../src/rewards/payouts/report.ts'
import { decideProposal, propose } from '../../../src/staff/approvals/actions.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { approved, claimed, payoutOf, staffAs, withAlipay } from '../../support/claimed.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { hidden } from '../../support/student.ts'
import { signedIn } from '../accounts/member.ts'

async function failures(count: number) {
  const world = await fresh()
  withAlipay(world, { provider: 'manual', mode: 'file', settlesWithinHours: 6 })
  const vouchers = await claimed(world, count)
  const batchId = await approved(world, { provider: 'manual' })
  const preparer = await staffAs(world, 'preparer')
  await instructBatch(world.ports, preparer, batchId)
  const ids: string[] = []
  for (const voucher of vouchers) {
    const { attemptId, payoutId } = await payoutOf(world, voucher)
    const payload = { attemptId, payoutId, reason: 'payee_not_found', code: 'AC03', evidence: `letter ${ids.length}` }
    const made = await propose(world.ports, preparer, {
      kind: 'payout_failed',
      subject: payoutId,
      payload,
      reason: 'letter',
    })
    if ('proposed' in made) ids.push(made.proposed)
  }
  return { world, ids }
}

const asked = (ids: readonly string[]) => ids.map((id) => `proposal=${id}`).join('&')

it('select all, look at all on one page, and confirm once', async () => {
  const { world, ids } = await failures(3)
  const ada = await signedIn(world, 'approver')
  const list = await ada.open('/finance/proposals?select=all')
  expect(list.html.match(/<input type="checkbox"[^>]* checked/g)).toHaveLength(3)
  const page = await ada.open(`/finance/proposals/selection?${asked(ids)}`)
  for (const nth of [0, 1, 2]) expect(page.html).toContain(`letter ${nth}`)
  expect(page.html).toContain('Confirm all 3')
  const done = await ada.post('/finance/proposals/selection', { proposal: ids, verdict: ['confirmed'] })
  expect(done.headers.get('location')).toBe('/finance/proposals?decided=3')
  expect((await ada.open('/finance/proposals?decided=3')).html).toContain('3 proposals were decided.')
  expect((await rowsOf(world, 'decisions')).map(({ verdict }) => verdict)).toEqual(Array(3).fill('confirmed'))
  const audit = await rowsOf<{ action: string }>(world, 'audit_entries')
  expect(audit.filter(({ action }) => action === 'proposal.confirmed')).toHaveLength(3)
  await expectBooksToBalance(world)
})

it('what cannot be confirmed any more says so, and is offered only to be declined', async () => {
  const { world } = await failures(2)
  const [attempt] = await rowsOf<{ id: string; payout_id: string }>(world, 'attempts')
  const paid = { state: 'succeeded', code: null } as const
  await applyAnswer(world.ports, { payoutId: attempt?.payout_id ?? '', attemptId: attempt?.id ?? '' }, paid, 'somebody')
  const ada = await signedIn(world, 'approver')
  const { html } = await ada.open('/finance/proposals?select=all')
  expect(html.split('so this can no longer be done')).toHaveLength(2)
  expect(html.match(/value="confirmed"/g)).toHaveLength(1)
  expect(html.match(/value="declined"/g)).toHaveLength(2)
  // One alone is left, and needs no selection.
  expect(html).not.toContain('type="checkbox"')
})

it('what changed in between is left undecided and said, and the others are decided', async () => {
  const { world, ids } = await failures(2)
  const [first = ''] = ids
  const ada = await signedIn(world, 'approver')
  await ada.open(`/finance/proposals/selection?${asked(ids)}`)
  await decideProposal(world.ports, await staffAs(world, 'approver', 'Bea'), first, 'declined', payoutFailedEffect)
  const done = await ada.post('/finance/proposals/selection', { proposal: ids, verdict: ['confirmed'] })
  const { html } = await ada.open(done.headers.get('location') ?? '')
  expect(html).toContain('1 proposal was decided. Not decided:')
  expect(html).toContain('This has already been decided')
  await expectBooksToBalance(world)
})

it('nobody decides their own among others, nor one of a study that is not theirs', async () => {
  const { world, ids } = await failures(2)
  const tom = await signedIn(world, 'preparer')
  expect((await tom.get(`/finance/proposals/selection?${asked(ids)}`)).status).toBe(403)
  expect((await tom.post('/finance/proposals/selection', { proposal: ids, verdict: ['confirmed'] })).status).toBe(403)
  expect(await rowsOf(world, 'decisions')).toEqual([])
})

it('nothing that was selected says so', async () => {
  const { world } = await failures(1)
  const ada = await signedIn(world, 'approver')
  const { html } = await ada.open('/finance/proposals/selection')
  expect(html).toContain('Select at least one proposal')
  expect(hidden(html)).toEqual({})
})
