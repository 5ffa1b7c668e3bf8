/** The desk shows each role what waits for it, and the money as it is, whatever the database. */
import { describe, expect, it } from 'vitest'
import type { Role } from '../../../schema/tables.ts'
import { type FinanceDesk, readDesk } from '../../../src/reconciliation/desk/desk.ts'
import { daysOfVouchers } from '../../../src/reconciliation/desk/desk-store.ts'
import { approveBatch } from '../../../src/rewards/batches/approve.ts'
import { instructBatch, reportPaid } from '../../../src/rewards/payouts/report.ts'
import { propose } from '../../../src/staff/approvals/actions.ts'
import { sealAudit } from '../../../src/staff/audit-trail/seal.ts'
import { alipay, claimed, frozen, payoutOf, staffAs, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, reward } from '../../support/databases/fresh.ts'
import { addVouchers } from '../../support/export-rows.ts'
import type { World, WorldOptions } from '../../support/world.ts'

const deskOf = async (world: World, role: Role, name?: string): Promise<FinanceDesk> =>
  readDesk(world.ports, await staffAs(world, role, name))

const workOf = async (world: World, role: Role, name?: string) =>
  Object.fromEntries((await deskOf(world, role, name)).work.map(({ what, count }) => [what, count]))

async function byHand(open: WorldOptions['open'], count: number) {
  const world = await fresh({ open })
  withAlipay(world, { provider: 'manual', mode: 'file', settlesWithinHours: 6 })
  const vouchers = await claimed(world, count)
  return { world, voucher: vouchers[0] ?? { id: '' } }
}

forEachDatabase((_, open, once) => {
  describe('the desk', () => {
    it('hands a batch on from the preparer to the approver, back to the preparer, and then to nobody', async () => {
      const { world, voucher } = await byHand(open, 2)
      expect(await workOf(world, 'preparer')).toEqual({ ready: 2 })
      expect(await workOf(world, 'approver')).toEqual({})
      const batchId = await frozen(world, { provider: 'manual' })
      expect(await workOf(world, 'preparer')).toEqual({})
      expect(await workOf(world, 'approver')).toEqual({ approve: 1 })
      expect((await deskOf(world, 'auditor')).waiting).toEqual([{ currency: 'CNY', count: 1, amountMinor: 2 * reward }])
      await approveBatch(world.ports, await staffAs(world, 'approver'), batchId)
      expect(await workOf(world, 'approver')).toEqual({})
      expect(await workOf(world, 'preparer')).toEqual({ handOut: 1 })
      const since = world.ports.clock.now()
      await instructBatch(world.ports, await staffAs(world, 'preparer'), batchId)
      world.wait(60)
      expect(await workOf(world, 'preparer')).toEqual({ report: 2 })
      const clearing = await deskOf(world, 'preparer')
      expect([clearing.clearingSince, clearing.byState.clearing]).toEqual([since, 2])
      expect(clearing.balances[0]).toMatchObject({ currency: 'CNY', liability: 0, clearing: 2 * reward, paid: 0 })
      const { reference } = await payoutOf(world, voucher)
      await reportPaid(world.ports, await staffAs(world, 'preparer'), [
        { reference: reference ?? '', amountMinor: null, providerId: null },
      ])
      expect(await workOf(world, 'preparer')).toEqual({ report: 1 })
      expect((await deskOf(world, 'preparer')).balances[0]).toMatchObject({ clearing: reward, paid: reward })
    })

    once('shows no approver what they approved already, and the second one that it waits', async () => {
      const world = await fresh({
        open,
        study: (study) => ({
          ...study,
          settings: { ...study.settings, limits: { perPayoutMinor: 1, perBatchMinor: 1 } },
        }),
      })
      withAlipay(world)
      await claimed(world)
      const batchId = await frozen(world)
      await approveBatch(world.ports, await staffAs(world, 'approver'), batchId)
      expect(await workOf(world, 'approver')).toEqual({})
      expect(await workOf(world, 'approver', 'Ben')).toEqual({ approve: 1 })
    })

    once('shows proposals to whoever may decide them', async () => {
      const world = await fresh({ open })
      const proposal = { kind: 'voucher_voided', subject: 'v_1', payload: {}, reason: 'x' } as const
      await propose(world.ports, await staffAs(world, 'preparer'), proposal)
      await propose(world.ports, await staffAs(world, 'approver'), { ...proposal, subject: 'v_2' })
      expect(await workOf(world, 'approver')).toEqual({ decide: 1 })
      expect(await workOf(world, 'approver', 'Ben')).toEqual({ decide: 2 })
      expect(await workOf(world, 'preparer')).toEqual({})
    })

    once('shows held claims to preparers, and counts no further than anybody cares', async () => {
      const world = await fresh({ open })
      withAlipay(world)
      await claimed(world, 2, () => alipay(1))
      expect(await workOf(world, 'preparer')).toEqual({ ready: 1, held: 1 })
      await addVouchers(world, 3, 'held')
      expect((await deskOf(world, 'preparer')).byState).toEqual({ clearing: 0 })
    })

    once(
      'tells auditors of entries that stay without a seal, of exceptions, and everybody of a year that is missing',
      async () => {
        const world = await fresh({ open })
        await addVouchers(world, 1, 'issued')
        await propose(world.ports, await staffAs(world, 'preparer'), {
          kind: 'voucher_voided',
          subject: 'v_1',
          payload: {},
          reason: 'x',
        })
        expect(await workOf(world, 'auditor')).toEqual({})
        world.wait(20)
        expect((await workOf(world, 'auditor')).unsealed).toBeGreaterThan(0)
        await sealAudit(world.ports)
        expect(await workOf(world, 'auditor')).toEqual({})
        await world.ports.db.together({
          sql: `insert into exceptions (id, class, subject, currency, amount_minor, detail, opened_at)
          values ('e_1', 'state_conflict', 'a_1', 'CNY', 5, '{}', ?)`,
          values: [world.ports.clock.now()],
        })
        expect(await workOf(world, 'auditor')).toEqual({ exceptions: 1 })
        const gaps = (await deskOf(world, 'preparer')).gaps
        expect(gaps.map(({ year }) => year)).toEqual([2027])
      },
    )

    once(
      'tells whoever works on exceptions of those that are open, until a closing of theirs waits for another person',
      async () => {
        const world = await fresh({ open })
        await addVouchers(world, 1, 'issued')
        await world.ports.db.together({
          sql: `insert into exceptions (id, class, subject, currency, amount_minor, detail, opened_at)
          values ('e_1', 'state_conflict', 'a_1', 'CNY', 5, '{}', ?)`,
          values: [world.ports.clock.now()],
        })
        expect(await workOf(world, 'preparer')).toMatchObject({ exceptions: 1 })
        expect(await workOf(world, 'approver')).toEqual({})
        const closing = { kind: 'exception_closed', subject: 'e_1', payload: { action: 'keep' }, reason: 'x' } as const
        await propose(world.ports, await staffAs(world, 'preparer'), closing)
        expect((await workOf(world, 'preparer')).exceptions).toBeUndefined()
        expect(await workOf(world, 'approver')).toEqual({ decide: 1 })
      },
    )

    once('adds up what providers charged, by currency, and says which account is stopped', async () => {
      const world = await fresh({ open })
      const account = (id: string, provider: string, stops: number) => ({
        sql: `insert into provider_accounts (id, provider, currency, instructed, stops, instructed_at_stop)
          values (?, ?, 'CNY', 0, ?, 0)`,
        values: [id, provider, stops],
      })
      const day = (id: string, on: string, fees: number) => ({
        sql: `insert into provider_days (account_id, day, funded, paid, fees, returned, other) values (?, ?, 0, 0, ?, 0, 0)`,
        values: [id, on, fees],
      })
      const outcome = await world.ports.db.together(
        account('alipay:CNY', 'alipay', 1),
        account('wechat:CNY', 'wechat', 0),
        day('alipay:CNY', '2026-11-22', 7),
        day('alipay:CNY', '2026-11-23', 5),
        day('wechat:CNY', '2026-11-23', 1),
      )
      expect(outcome.done).toBe(true)
      const desk = await deskOf(world, 'auditor')
      expect(desk.fees).toEqual([{ currency: 'CNY', fees: 13 }])
      expect(desk.stopped).toEqual([{ provider: 'alipay', currency: 'CNY' }])
    })

    once('lists the days on which vouchers were made, newest first, and back', async () => {
      const world = await fresh({ open })
      await addVouchers(world, 2, 'issued')
      world.wait(3 * 24 * 60)
      await addVouchers(world, 1, 'held')
      world.wait(24 * 60)
      await addVouchers(world, 2, 'held')
      const days = async (before: string, limit: number) =>
        (await world.ports.db.read(daysOfVouchers(before, limit))).map((row) => row.day)
      expect(await days('9', 9)).toEqual(['2026-11-27', '2026-11-26', '2026-11-23'])
      expect(await days('9', 2)).toEqual(['2026-11-27', '2026-11-26'])
      expect(await days('2026-11-26', 9)).toEqual(['2026-11-23'])
      expect(await days('2026-11-23', 9)).toEqual([])
      const ahead = await world.ports.db.read(daysOfVouchers('2026-11-23', 9, null, 'ahead'))
      expect(ahead.map((row) => row.day)).toEqual(['2026-11-26', '2026-11-27'])
    })
  })
})
