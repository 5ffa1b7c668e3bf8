/** Paying by hand: the file goes out once, the results come back, and calling one failed takes two people. */
import { describe, expect, it } from 'vitest'
import type { Ports } from '../../../src/ports.ts'
import { approveBatch } from '../../../src/rewards/batches/approve.ts'
import { batchFailedEffect, reportBatchResult } from '../../../src/rewards/payouts/batch-result.ts'
import { instructBatch, payoutFailedEffect, reportPaid } from '../../../src/rewards/payouts/report.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { decideProposal, propose } from '../../../src/staff/approvals/actions.ts'
import type { Proposal } from '../../../src/staff/approvals/proposal.ts'
import { balances, expectBooksToBalance } from '../../support/books.ts'
import { approved, claimed, frozen, payoutOf, staffAs, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, reward, rowsOf } from '../../support/databases/fresh.ts'
import type { World, WorldOptions } from '../../support/world.ts'

const effect = (ports: Ports, proposal: Proposal) => payoutFailedEffect(ports, proposal)

async function instructed(open: WorldOptions['open'], count = 1) {
  const world = await fresh({ open })
  const payer = withAlipay(world, { provider: 'manual', mode: 'file', settlesWithinHours: 6 })
  const vouchers = await claimed(world, count)
  const batchId = await approved(world, { provider: 'manual' })
  const preparer = await staffAs(world, 'preparer')
  expect(await instructBatch(world.ports, preparer, batchId)).toEqual({ instructed: count })
  return { world, payer, batchId, preparer, voucher: vouchers[0] ?? { id: '' }, vouchers }
}

async function failureOf(world: World, voucher: { id: string }) {
  const { attemptId, payoutId } = await payoutOf(world, voucher)
  const payload = { attemptId, payoutId, reason: 'payee_not_found', code: 'AC03', evidence: 'letter 7 of the bank' }
  return propose(world.ports, await staffAs(world, 'preparer'), {
    kind: 'payout_failed',
    subject: payoutId,
    payload,
    reason: 'The bank returned it.',
  })
}

forEachDatabase((_, open, once) => {
  describe('a batch paid by hand', () => {
    it('puts its money into clearing when the file goes out, calls nobody, and goes out once', async () => {
      const { world, payer, batchId, preparer } = await instructed(open, 2)
      expect(await instructBatch(world.ports, preparer, batchId)).toEqual({ instructed: 0 })
      world.wait(24 * 60)
      await sweepPayouts(world.ports)
      expect(payer.asked).toEqual([])
      expect((await balances(world)).find(({ clearing }) => clearing > 0)).toMatchObject({ clearing: 2 * reward })
      expect((await rowsOf(world, 'attempts')).map(({ state }) => state)).toEqual(['accepted', 'accepted'])
      await expectBooksToBalance(world)
    })

    once('is not handed out before it is approved, or on a closed day', async () => {
      const world = await fresh({ open, now: '2026-02-14T08:00:00.000Z' })
      withAlipay(world, { provider: 'manual', mode: 'file', settlesWithinHours: 6 })
      await claimed(world)
      const preparer = await staffAs(world, 'preparer')
      const waits = await frozen(world, { provider: 'manual' })
      expect(await instructBatch(world.ports, preparer, waits)).toEqual({ refused: 'not_approved' })
      await approveBatch(world.ports, await staffAs(world, 'approver'), waits)
      world.wait(24 * 60)
      expect(await instructBatch(world.ports, preparer, waits)).toEqual({ refused: 'closed', opensOn: '2026-02-24' })
      expect(await rowsOf(world, 'attempts')).toEqual([])
    })

    it('is paid on one person’s word, and the same word again changes nothing', async () => {
      const { world, preparer, voucher } = await instructed(open)
      const { reference } = await payoutOf(world, voucher)
      const line = { reference: reference ?? '', amountMinor: reward, providerId: 'bank 1' }
      const both = await Promise.all([
        reportPaid(world.ports, preparer, [line]),
        reportPaid(world.ports, preparer, [line]),
      ])
      expect(both.flat().some(({ result }) => result === 'paid')).toBe(true)
      expect(await reportPaid(world.ports, preparer, [line])).toEqual([{ reference, result: 'known' }])
      expect(await payoutOf(world, voucher)).toMatchObject({ payoutState: 'paid', providerId: 'bank 1' })
      expect((await rowsOf(world, 'transfers')).filter(({ credit }) => credit === 'paid')).toHaveLength(1)
      await expectBooksToBalance(world)
    })

    once('a report of another amount, or of a reference that is not ours, pays nothing', async () => {
      const { world, preparer, voucher } = await instructed(open)
      const { reference } = await payoutOf(world, voucher)
      const odd = [
        { reference: reference ?? '', amountMinor: reward - 1, providerId: null },
        { reference: 'NOT1OURS', amountMinor: reward, providerId: null },
      ]
      expect((await reportPaid(world.ports, preparer, odd)).map(({ result }) => result)).toEqual([
        'conflict',
        'unknown_reference',
      ])
      expect(await rowsOf(world, 'exceptions')).toMatchObject([{ class: 'amount_mismatch' }])
      expect(await payoutOf(world, voucher)).toMatchObject({ payoutState: 'open' })
      await expectBooksToBalance(world)
    })

    it('calling one failed takes another person, and then its holder is asked for another account', async () => {
      const { world, preparer, voucher } = await instructed(open)
      const proposed = await failureOf(world, voucher)
      const id = 'proposed' in proposed ? proposed.proposed : ''
      expect(await decideProposal(world.ports, preparer, id, 'confirmed', effect)).toEqual({ refused: 'same_person' })
      expect(await payoutOf(world, voucher)).toMatchObject({ payoutState: 'open' })
      const approver = await staffAs(world, 'approver')
      expect(await decideProposal(world.ports, approver, id, 'confirmed', effect)).toEqual({ decided: 'confirmed' })
      expect(await payoutOf(world, voucher)).toMatchObject({
        payoutState: 'failed',
        voucherState: 'issued',
        code: 'AC03',
      })
      await expectBooksToBalance(world)
    })

    it('called failed and reported paid at once, one of the two is true, and the other is seen', async () => {
      const { world, preparer, voucher } = await instructed(open)
      const { reference } = await payoutOf(world, voucher)
      const proposed = await failureOf(world, voucher)
      const id = 'proposed' in proposed ? proposed.proposed : ''
      const approver = await staffAs(world, 'approver')
      const [, decided] = await Promise.all([
        reportPaid(world.ports, preparer, [{ reference: reference ?? '', amountMinor: reward, providerId: null }]),
        decideProposal(world.ports, approver, id, 'confirmed', effect),
      ])
      const { payoutState } = await payoutOf(world, voucher)
      const conflicts = await rowsOf(world, 'exceptions')
      if (payoutState === 'paid') expect(decided).toEqual({ refused: 'moved_on' })
      else expect(conflicts).toMatchObject([{ class: 'state_conflict' }])
      await expectBooksToBalance(world)
    })

    it('rejected whole by the bank, all that is open fails by one decision, or none of it', async () => {
      const { world, preparer, batchId, vouchers } = await instructed(open, 3)
      const whole = { verdict: 'rejected', messageId: null, paymentIds: [], code: 'FF01' } as const
      const reported = () =>
        reportBatchResult(world.ports, preparer, batchId, whole, { except: new Set(), evidence: 'sha256:1' })
      const [one, again] = await Promise.all([reported(), reported()])
      expect([one, again]).toContainEqual({ proposed: 3 })
      expect([one, again]).toContainEqual({ refused: 'waiting' })
      const [first] = await rowsOf<{ id: string }>(world, 'proposals')
      const approver = await staffAs(world, 'approver')
      const { reference } = await payoutOf(world, vouchers[0] ?? { id: '' })
      const [, decided] = await Promise.all([
        reportPaid(world.ports, preparer, [{ reference: reference ?? '', amountMinor: reward, providerId: null }]),
        decideProposal(world.ports, approver, first?.id ?? '', 'confirmed', batchFailedEffect),
      ])
      const states = (await rowsOf<{ state: string }>(world, 'payouts')).map(({ state }) => state).sort()
      expect(states).toEqual('refused' in decided ? ['open', 'open', 'paid'] : ['failed', 'failed', 'failed'])
      await expectBooksToBalance(world)
      if ('decided' in decided) return
      expect(await decideProposal(world.ports, approver, first?.id ?? '', 'declined', batchFailedEffect)).toEqual({
        decided: 'declined',
      })
      expect(await reported()).toEqual({ proposed: 2 })
      const waiting = (await rowsOf<{ id: string; decided: number }>(world, 'proposals')).find((it) => it.decided === 0)
      expect(await decideProposal(world.ports, preparer, waiting?.id ?? '', 'confirmed', batchFailedEffect)).toEqual({
        refused: 'same_person',
      })
      expect(await decideProposal(world.ports, approver, waiting?.id ?? '', 'confirmed', batchFailedEffect)).toEqual({
        decided: 'confirmed',
      })
      expect((await rowsOf<{ state: string }>(world, 'payouts')).map(({ state }) => state).sort()).toEqual([
        'failed',
        'failed',
        'paid',
      ])
      await expectBooksToBalance(world)
    })
  })
})
