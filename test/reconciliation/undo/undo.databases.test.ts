/** "Paid", said by one person, is taken back by two, until a statement proves it. */
import { describe, expect, it } from 'vitest'
import { verifyBooks } from '../../../src/reconciliation/export/verify/verify.ts'
import { auditDatabase } from '../../../src/reconciliation/integrity/audit.ts'
import { floatOf } from '../../../src/reconciliation/reports/account-report.ts'
import { periodOf } from '../../../src/reconciliation/reports/period.ts'
import { readAccountReport } from '../../../src/reconciliation/reports/read-account.ts'
import { paymentUndone, proposeUndo } from '../../../src/reconciliation/undo/undo.ts'
import { erasePayees } from '../../../src/rewards/claims/erase.ts'
import { instructBatch, reportPaid } from '../../../src/rewards/payouts/report.ts'
import { decideProposal } from '../../../src/staff/approvals/actions.ts'
import { sealAudit } from '../../../src/staff/audit-trail/seal.ts'
import { balances, expectBooksToBalance } from '../../support/books.ts'
import { approved, claimed, payoutOf, staffAs, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import type { World, WorldOptions } from '../../support/world.ts'
import { each, exported } from '../export/exported.ts'

async function paidByHand(open: WorldOptions['open'], count = 1) {
  const world = await fresh({ open })
  withAlipay(world, { provider: 'manual', mode: 'file', settlesWithinHours: 6 })
  const vouchers = await claimed(world, count)
  const batchId = await approved(world, { provider: 'manual' })
  const preparer = await staffAs(world, 'preparer')
  await instructBatch(world.ports, preparer, batchId)
  const [voucher = { id: '' }] = vouchers
  const report = async () => {
    const { reference } = await payoutOf(world, voucher)
    return reportPaid(world.ports, preparer, [{ reference: reference ?? '', amountMinor: null, providerId: null }])
  }
  await report()
  const { payoutId, attemptId } = await payoutOf(world, voucher)
  const undo = () => proposeUndo(world.ports, preparer, payoutId, 'ticked the wrong line')
  return { world, voucher, preparer, payoutId, attemptId: attemptId ?? '', report, undo }
}

async function confirm(world: World, outcome: { proposed: string } | { refused: string }) {
  if ('refused' in outcome) throw new Error(outcome.refused)
  return decideProposal(world.ports, await staffAs(world, 'approver'), outcome.proposed, 'confirmed', paymentUndone)
}

forEachDatabase((_, open, once) => {
  describe('a payment that was marked as paid by mistake', () => {
    it('is under way again once two people say so, and can be paid, with the books right after every step', async () => {
      const { world, voucher, report, undo } = await paidByHand(open)
      const before = await balances(world)
      world.wait(24 * 60)
      expect(await confirm(world, await undo())).toEqual({ decided: 'confirmed' })
      expect(await payoutOf(world, voucher)).toMatchObject({
        payoutState: 'open',
        attemptState: 'unknown',
        claimState: 'frozen',
        voucherState: 'claimed',
        attemptReason: 'reported_by_mistake',
      })
      await expectBooksToBalance(world)
      expect(await report()).toMatchObject([{ result: 'paid' }])
      expect(await balances(world)).toEqual(before)
      await expectBooksToBalance(world)
    })

    it('breaks no promise of the audit and none of exported books, undone or paid again', async () => {
      const { world, report, undo } = await paidByHand(open, 2)
      await confirm(world, await undo())
      for (const again of [false, true]) {
        if (again) await report()
        world.wait(30)
        await sealAudit(world.ports)
        expect((await auditDatabase(world.ports)).filter(({ ok }) => !ok)).toEqual([])
        const looked = await verifyBooks(each(await exported(world)), { jwks: world.ports.keys.jwks as never })
        expect(looked.filter(({ ok }) => !ok)).toEqual([])
      }
    })

    it('is undone once, whoever confirms at the same moment', async () => {
      const { world, undo } = await paidByHand(open)
      const proposed = await undo()
      const both = await Promise.all([confirm(world, proposed), confirm(world, proposed)])
      expect(both.filter((one) => 'decided' in one)).toHaveLength(1)
      expect((await rowsOf(world, 'transfers')).filter(({ debit }) => debit === 'paid')).toHaveLength(1)
      await expectBooksToBalance(world)
    })

    it('stays paid when a line is found to prove it at the same moment', async () => {
      const { world, payoutId, attemptId, undo } = await paidByHand(open)
      const proposed = await undo()
      // What was read is old by the time it is written: a step of matching has come in between.
      const { db } = world.ports
      const late: World['ports'] = {
        ...world.ports,
        db: {
          ...db,
          async read(query) {
            const rows = await db.read(query)
            if (query.sql.includes('match_steps')) {
              await db.together({
                sql: `update provider_accounts set match_steps = match_steps + 1 where id = 'manual:CNY'`,
                values: [],
              })
            }
            return rows
          },
        },
      }
      if ('refused' in proposed) throw new Error(proposed.refused)
      const ada = await staffAs(world, 'approver')
      expect(await decideProposal(late, ada, proposed.proposed, 'confirmed', paymentUndone)).toEqual({
        refused: 'moved_on',
      })
      expect(await rowsOf(world, 'attempts')).toMatchObject([
        { id: attemptId, payout_id: payoutId, state: 'succeeded' },
      ])
      await expectBooksToBalance(world)
    })

    once('is not undone by whoever proposed it', async () => {
      const { world, preparer, undo } = await paidByHand(open)
      const proposed = await undo()
      if ('refused' in proposed) throw new Error(proposed.refused)
      const done = await decideProposal(world.ports, preparer, proposed.proposed, 'confirmed', paymentUndone)
      expect(done).toEqual({ refused: 'same_person' })
    })

    once('is not undone while an exception about it is open, or when its account is erased, or twice', async () => {
      const { world, attemptId, undo } = await paidByHand(open)
      const { db } = world.ports
      const exception = {
        sql: `insert into exceptions (id, class, subject, study_id, provider, currency, amount_minor, detail, opened_at, closed_at)
          values ('exception1', 'missing_at_provider', ?, null, 'manual', 'CNY', 2000, '{}', '2026-11-23T00:00:00.000Z', ?)`,
        values: [attemptId, null],
      }
      await db.together(exception)
      expect(await undo()).toEqual({ refused: 'in_exception' })
      await db.together({ sql: `update exceptions set closed_at = opened_at`, values: [] })
      const proposed = await undo()
      expect(await undo()).toEqual({ refused: 'waiting' })
      world.wait(40 * 24 * 60)
      const [study = { id: '' }] = await rowsOf<{ id: string }>(world, 'studies')
      await erasePayees(world.ports, 'operator', { studyId: study.id, olderThanDays: 30 })
      expect(await confirm(world, proposed)).toEqual({ refused: 'erased' })
    })

    once('leaves the day it was said on as it was, and is taken from the day it is taken back on', async () => {
      const { world, undo } = await paidByHand(open)
      const reportOf = (day: string) =>
        readAccountReport(world.ports, 'manual:CNY', periodOf(day) ?? { name: '', from: '', to: '' })
      const today = world.ports.clock.now().slice(0, 10)
      world.wait(24 * 60)
      const tomorrow = world.ports.clock.now().slice(0, 10)
      const first = await reportOf(today)
      await confirm(world, await undo())
      expect(await reportOf(today)).toEqual(first)
      const second = await reportOf(tomorrow)
      const paid = first?.ledger.paid ?? 0
      expect(paid).toBeGreaterThan(0)
      expect(second?.ledger).toMatchObject({ paid: -paid, closingMinor: 0 })
      expect(second?.paidWithoutLine).toMatchObject({ count: 1, amountMinor: -paid })
      expect(floatOf(second?.ledger ?? { funded: 0, paid: 0, fees: 0, returned: 0, other: 0 })).toBe(paid)
    })
  })
})
