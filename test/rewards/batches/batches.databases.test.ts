/** What one person prepares, another approves; and what was approved is what is paid. */
import { describe, expect, it } from 'vitest'
import { approveBatch, cancelBatch, refuseBatch } from '../../../src/rewards/batches/approve.ts'
import { prepareBatch } from '../../../src/rewards/batches/prepare.ts'
import { changePayee } from '../../../src/rewards/claims/claim.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { alipay, approved, claimed, frozen, payoutOf, staffAs, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, reward, rowsOf } from '../../support/databases/fresh.ts'
import type { World } from '../../support/world.ts'

const wanted = ({ study }: World) => ({
  studyId: study.id,
  provider: 'alipay' as const,
  channel: 'alipay' as const,
  currency: 'CNY',
  limits: study.settings.limits,
})

forEachDatabase((_, open, once) => {
  describe('a batch', () => {
    it('holds what is ready, and its holders can change nothing any more', async () => {
      const world = await fresh({ open })
      withAlipay(world)
      const [one, two] = await claimed(world, 2)
      const batchId = await frozen(world)
      expect(await rowsOf(world, 'batches')).toMatchObject([
        { id: batchId, payouts: 2, total_minor: 2 * reward, approvals_needed: 1, approvals: null, state: 'frozen' },
      ])
      for (const voucher of [one, two]) {
        expect(await changePayee(world.ports, voucher ?? { id: '' }, alipay(77), 'holder')).toEqual({
          refused: 'frozen',
        })
      }
    })

    it('is refused whole when a holder changes an account in the same moment, or freezes first: never both', async () => {
      const world = await fresh({ open })
      withAlipay(world)
      const [voucher] = await claimed(world)
      const preparer = await staffAs(world, 'preparer')
      const [prepared, changed] = await Promise.all([
        prepareBatch(world.ports, preparer, wanted(world)),
        changePayee(world.ports, voucher ?? { id: '' }, alipay(77), 'holder'),
      ])
      const isFrozen = 'batchId' in prepared
      expect(changed).toEqual(isFrozen ? { refused: 'frozen' } : { claimed: true })
      expect(await rowsOf(world, 'payouts')).toHaveLength(isFrozen ? 1 : 0)
    })

    once('a changed account waits a day before a batch takes it', async () => {
      const world = await fresh({ open })
      withAlipay(world)
      const [voucher] = await claimed(world)
      await changePayee(world.ports, voucher ?? { id: '' }, alipay(77), 'holder')
      const preparer = await staffAs(world, 'preparer')
      world.wait(23 * 60)
      expect(await prepareBatch(world.ports, preparer, wanted(world))).toEqual({ refused: 'nothing_ready' })
      world.wait(60)
      expect(await prepareBatch(world.ports, preparer, wanted(world))).toHaveProperty('batchId')
    })

    it('two people who prepare at once make one batch of each claim', async () => {
      const world = await fresh({ open })
      withAlipay(world)
      await claimed(world, 3)
      const people = [await staffAs(world, 'preparer'), await staffAs(world, 'preparer', 'Oda')]
      const made = await Promise.all(people.map((one) => prepareBatch(world.ports, one, wanted(world))))
      expect(made.filter((one) => 'batchId' in one)).toHaveLength(1)
      expect(await rowsOf(world, 'payouts')).toHaveLength(3)
    })
  })

  describe('an approval', () => {
    it('is never the preparer’s, whatever role they have by now', async () => {
      const world = await fresh({ open })
      withAlipay(world)
      await claimed(world)
      const preparer = await staffAs(world, 'preparer')
      const batchId = await frozen(world, { preparer })
      expect(await approveBatch(world.ports, preparer, batchId)).toEqual({ refused: 'same_person' })
      const [batch] = await rowsOf<{ content_hash: string }>(world, 'batches')
      const byHand = {
        sql: 'insert into batch_approvals (batch_id, nth, approver, prepared_by, content_hash, at) values (?, 1, ?, ?, ?, ?)',
        values: [batchId, preparer.id, preparer.id, batch?.content_hash ?? '', '2026-01-01'],
      }
      expect(await world.ports.db.together(byHand)).toMatchObject({
        done: false,
        breach: { kind: 'check', on: 'batch_approvals_by_another' },
      })
    })

    it('takes two people above a limit, and the same one twice is not two', async () => {
      const world = await fresh({ open })
      withAlipay(world)
      await claimed(world, 2)
      const preparer = await staffAs(world, 'preparer')
      const limits = { perPayoutMinor: reward, perBatchMinor: 2 * reward - 1 }
      const made = await prepareBatch(world.ports, preparer, { ...wanted(world), limits })
      const batchId = 'batchId' in made ? made.batchId : ''
      const [ada, eve] = [await staffAs(world, 'approver'), await staffAs(world, 'approver', 'Eve')]
      expect(await approveBatch(world.ports, ada, batchId)).toEqual({ approvals: 1, needed: 2 })
      expect(await approveBatch(world.ports, ada, batchId)).toEqual({ refused: 'approved_before' })
      expect(await rowsOf(world, 'batches')).toMatchObject([{ state: 'frozen' }])
      expect(await approveBatch(world.ports, eve, batchId)).toEqual({ approvals: 2, needed: 2 })
      expect(await rowsOf(world, 'batches')).toMatchObject([{ state: 'approved' }])
    })

    it('by two people at once counts both', async () => {
      const world = await fresh({ open })
      withAlipay(world)
      await claimed(world, 2)
      const preparer = await staffAs(world, 'preparer')
      const limits = { perPayoutMinor: 1, perBatchMinor: 1 }
      const made = await prepareBatch(world.ports, preparer, { ...wanted(world), limits })
      const batchId = 'batchId' in made ? made.batchId : ''
      const people = [await staffAs(world, 'approver'), await staffAs(world, 'approver', 'Eve')]
      await Promise.all(people.map((one) => approveBatch(world.ports, one, batchId)))
      expect(await rowsOf(world, 'batches')).toMatchObject([{ state: 'approved', approvals: 2 }])
    })

    it('of anything else than what was frozen is refused, by the action and by the schema (row 20)', async () => {
      const world = await fresh({ open })
      const payer = withAlipay(world)
      const [voucher] = await claimed(world)
      const batchId = await frozen(world)
      const [claim] = await rowsOf<{ id: string; payee: string }>(world, 'claims')
      const put = (payee: string) =>
        world.ports.db.together({ sql: 'update claims set payee = ? where id = ?', values: [payee, claim?.id ?? ''] })
      await put('another')
      const approver = await staffAs(world, 'approver')
      expect(await approveBatch(world.ports, approver, batchId)).toEqual({ refused: 'changed' })
      await put(claim?.payee ?? '')
      await approveBatch(world.ports, approver, batchId)
      await put('another')
      await sweepPayouts(world.ports)
      expect(payer.asked).toEqual([])
      expect(await payoutOf(world, voucher ?? { id: '' })).toMatchObject({ payoutState: 'queued' })
    })
  })

  describe('letting go', () => {
    it('a refused batch makes its claims ready again, in the next batch', async () => {
      const world = await fresh({ open })
      withAlipay(world)
      await claimed(world, 2)
      const batchId = await frozen(world)
      expect(await refuseBatch(world.ports, await staffAs(world, 'approver'), batchId)).toEqual({ released: 2 })
      expect(await approveBatch(world.ports, await staffAs(world, 'approver'), batchId)).toEqual({
        refused: 'moved_on',
      })
      const again = await frozen(world)
      expect(again).not.toBe(batchId)
      await expectBooksToBalance(world)
    })

    it('cancelling while it is being sent: each payout is sent or let go, never both', async () => {
      const world = await fresh({ open })
      const payer = withAlipay(world)
      await claimed(world, 4)
      const batchId = await approved(world)
      const preparer = await staffAs(world, 'preparer')
      await Promise.all([sweepPayouts(world.ports), cancelBatch(world.ports, preparer, batchId)])
      await sweepPayouts(world.ports)
      const states = (await rowsOf(world, 'payouts')).map(({ state }) => state)
      const paid = states.filter((state) => state === 'paid').length
      expect(payer.asked.filter(({ what }) => what === 'send')).toHaveLength(paid)
      expect(states.every((state) => state === 'paid' || state === 'cancelled')).toBe(true)
      await expectBooksToBalance(world)
    })

    once('what is under way when its batch is cancelled goes its way, and is not tried again', async () => {
      const world = await fresh({ open })
      const payer = withAlipay(world)
      const [voucher] = await claimed(world, 2)
      const batchId = await approved(world)
      const [first] = await rowsOf<{ id: string }>(world, 'payouts')
      payer.answer = () => ({ state: 'accepted', code: null })
      await sweepPayouts(world.ports)
      expect(await cancelBatch(world.ports, await staffAs(world, 'preparer'), batchId)).toEqual({
        refused: 'nothing_left',
      })
      payer.answer = () => ({ state: 'failed', code: null, reason: 'not_confirmed_in_time' })
      world.wait(10)
      await sweepPayouts(world.ports)
      expect(first?.id).toBeDefined()
      expect(await payoutOf(world, voucher ?? { id: '' })).toMatchObject({ payoutState: 'queued' })
      await cancelBatch(world.ports, await staffAs(world, 'preparer'), batchId)
      expect(await payoutOf(world, voucher ?? { id: '' })).toMatchObject({
        payoutState: 'cancelled',
        claimState: 'ready',
      })
      await expectBooksToBalance(world)
    })
  })
})
