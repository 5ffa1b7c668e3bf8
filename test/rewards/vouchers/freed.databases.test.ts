/** The money of responses that were rejected for good: it becomes free in groups, so that no amount stands for one decision. */
import { expect, it, vi } from 'vitest'
import { closeStudy } from '../../../src/journey/lifecycle/moves.ts'
import { verifyBooks } from '../../../src/reconciliation/export/verify/verify.ts'
import { auditDatabase } from '../../../src/reconciliation/integrity/audit.ts'
import { approveBatch } from '../../../src/rewards/batches/approve.ts'
import { claimVoucher } from '../../../src/rewards/claims/claim.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { holdVoucher, rejectVoucher } from '../../../src/rewards/vouchers/actions.ts'
import { endingEffects } from '../../../src/rewards/vouchers/effects.ts'
import { sweepReviews } from '../../../src/rewards/vouchers/follow.ts'
import { proposeLifecycle } from '../../../src/rewards/vouchers/propose.ts'
import { rejectedBefore, rejectedByDay } from '../../../src/rewards/vouchers/reviews-store.ts'
import { decideProposal } from '../../../src/staff/approvals/actions.ts'
import { each, exported } from '../../reconciliation/export/exported.ts'
import { balances } from '../../support/books.ts'
import { alipay, frozen, staffAs, untilFinal, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, reward, rowsOf } from '../../support/databases/fresh.ts'
import { addVouchers } from '../../support/export-rows.ts'

const day = 24 * 60

forEachDatabase((_, open, once) => {
  once('is grouped without a look at every voucher', async () => {
    const { ports } = await fresh({ open })
    const { sql, values } = rejectedByDay('offer', '2026-11-24')
    const plan = await ports.db.read<{ detail: string }>({ sql: `explain query plan ${sql}`, values })
    expect(plan.map(({ detail }) => detail).join('\n')).toContain('vouchers_of_respondent')
  })

  once('is counted once an hour, however often the sweep comes', async () => {
    const world = await fresh({ open, smallestGroup: 5 })
    const mei = await staffAs(world, 'admin')
    await addVouchers(world, 1, 'issued')
    const [{ id }] = (await rowsOf<{ id: string }>(world, 'vouchers')) as [{ id: string }]
    await holdVoucher(world.ports, mei, id, 'automated')
    await rejectVoucher(world.ports, mei, id, 'automated')
    await untilFinal(world)
    world.wait(day)
    const read = vi.spyOn(world.ports.db, 'read')
    const { sql } = rejectedByDay('', '')
    for (let n = 0; n < 3; n++) expect(await sweepReviews(world.ports)).toBe(0)
    expect(read.mock.calls.filter(([query]) => query.sql === sql)).toHaveLength(1)
    read.mockRestore()
  })

  it('is looked for in each offer, whatever waits in the others', async () => {
    const world = await fresh({ open, smallestGroup: 5 })
    const mei = await staffAs(world, 'admin')
    await addVouchers(world, 3, 'issued')
    await addVouchers(world, 1, 'issued', { offer: 1 })
    for (const { id } of await rowsOf<{ id: string }>(world, 'vouchers')) {
      await holdVoucher(world.ports, mei, id, 'automated')
      await rejectVoucher(world.ports, mei, id, 'automated')
    }
    await untilFinal(world)
    const found = await world.ports.db.read(rejectedBefore('9', 2))
    expect([...Map.groupBy(found, ({ offerId }) => offerId).values()].map(({ length }) => length).sort()).toEqual([
      1, 2,
    ])
  })

  it('waits for four others of its offer, whatever became of theirs, and goes by itself only when nothing else can come', async () => {
    const world = await fresh({ open, smallestGroup: 5 })
    const { ports } = world
    const mei = await staffAs(world, 'admin')
    withAlipay(world).answer = () => ({ state: 'succeeded', code: 'SUCCESS' })
    await addVouchers(world, 7, 'issued')
    const ids = (await rowsOf<{ id: string }>(world, 'vouchers')).map(({ id }) => id)
    await claimVoucher(ports, { id: ids[0] ?? '' }, alipay(1), 'holder')
    await approveBatch(ports, await staffAs(world, 'approver'), await frozen(world))
    await sweepPayouts(ports)
    const stands = async () => {
      const cny = (await balances(world)).find(({ paid }) => paid > 0)
      return [cny?.available, cny?.liability].map((minor) => Number(minor) / reward)
    }
    const [left = 0] = await stands()
    const reject = async (...some: (string | undefined)[]) => {
      for (const id of some) {
        await holdVoucher(ports, mei, id ?? '', 'automated')
        await rejectVoucher(ports, mei, id ?? '', 'automated')
      }
      await untilFinal(world)
    }
    await reject(...ids.slice(1, 5))
    expect(await stands(), 'four are no group').toEqual([left, 6])
    // The fifth was paid long before, so that the moment says nothing of it.
    await reject(ids[0])
    expect(await stands()).toEqual([left + 4, 2])
    await reject(...ids.slice(5))
    world.wait(30 * day)
    expect(await sweepReviews(ports)).toBe(0)
    expect(await stands(), 'two wait').toEqual([left + 4, 2])

    // Another link for one of them moves nothing either.
    const preparer = await staffAs(world, 'preparer')
    const made = await proposeLifecycle(ports, preparer, {
      kind: 'voucher_reissued',
      subject: ids[5] ?? '',
      code: 'lost_link',
      words: 'Please look.',
    })
    if ('refused' in made) throw new Error(made.refused)
    const approver = await staffAs(world, 'approver')
    await decideProposal(ports, approver, made.proposed, 'confirmed', endingEffects.voucher_reissued)
    expect(await sweepReviews(ports)).toBe(0)
    expect(await stands()).toEqual([left + 4, 2])

    await closeStudy(ports, mei, world.study)
    expect(await sweepReviews(ports)).toBe(2)
    expect(await stands()).toEqual([left + 6, 0])
    const checks = await auditDatabase(ports, (name) => /balances|reserved|owed|reviews|objections|lives/.test(name))
    expect(checks.flatMap(({ breaches }) => breaches)).toEqual([])
    world.wait(2)
    expect((await verifyBooks(each(await exported(world)))).flatMap(({ breaches }) => breaches)).toEqual([])
  })
})
