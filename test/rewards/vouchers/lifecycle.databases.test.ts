/** Holding, releasing and rejecting: one person, a reason, and the money where it belongs. */
import { describe, expect, it } from 'vitest'
import type {
  ClaimsTable,
  RejectionsTable,
  ReviewStepsTable,
  VoucherStepsTable,
  VouchersTable,
} from '../../../schema/tables.ts'
import { refuseBatch } from '../../../src/rewards/batches/approve.ts'
import { prepareBatch } from '../../../src/rewards/batches/prepare.ts'
import { changePayee, claimVoucher } from '../../../src/rewards/claims/claim.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { holdVoucher, rejectVoucher, releaseVoucher, undoRejection } from '../../../src/rewards/vouchers/actions.ts'
import { sweepReviews } from '../../../src/rewards/vouchers/follow.ts'
import { balances, expectBooksToBalance } from '../../support/books.ts'
import { alipay, approved, claimed, frozen, issued, staffAs, untilFinal, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, interpose, reward, rowsOf } from '../../support/databases/fresh.ts'
import { losingOneReply } from '../../support/databases/lost-reply.ts'
import type { World, WorldOptions } from '../../support/world.ts'

const done = { done: true }
const day = 24 * 60
const hoursAfter = (iso: string, hours: number) => new Date(Date.parse(iso) + hours * 3_600_000).toISOString()

const states = async (world: World) => (await rowsOf<VouchersTable>(world, 'vouchers')).map(({ state }) => state)
const claimStates = async (world: World) => (await rowsOf<ClaimsTable>(world, 'claims')).map(({ state }) => state)
const cny = async (world: World) => (await balances(world)).find(({ total }) => total === 2_000_000)

async function withMei(open: WorldOptions['open'], options: Partial<WorldOptions> = {}) {
  const world = await fresh({ open, ...options })
  withAlipay(world)
  return { world, mei: await staffAs(world, 'admin') }
}

forEachDatabase((_, open, once) => {
  describe('holding', () => {
    it('an issued voucher moves no money, with who and why', async () => {
      const { world, mei } = await withMei(open)
      const voucher = await issued(world)
      expect(await holdVoucher(world.ports, mei, voucher.id, 'careless_answers')).toEqual(done)
      expect(await states(world)).toEqual(['held'])
      expect(await cny(world)).toMatchObject({ liability: reward, reserved: 0 })
      const steps = await rowsOf<VoucherStepsTable>(world, 'voucher_steps')
      expect(steps.at(-1)).toMatchObject({ move: 'issued>held', reason: 'careless_answers', actor: mei.id })
      expect(await claimVoucher(world.ports, voucher, alipay(1), 'holder')).toEqual({ refused: 'held' })
      await expectBooksToBalance(world)
    })

    it('a claimed one ends its claim', async () => {
      const { world, mei } = await withMei(open)
      const [voucher] = await claimed(world)
      expect(await holdVoucher(world.ports, mei, voucher?.id ?? '', 'automated')).toEqual(done)
      expect(await states(world)).toEqual(['held'])
      expect(await claimStates(world)).toEqual(['ended'])
      expect(await cny(world)).toMatchObject({ liability: reward, reserved: 0 })
      await expectBooksToBalance(world)
    })

    it('says no more of a claim that a batch holds, and stops its voucher when the batch gives it back', async () => {
      const { world, mei } = await withMei(open)
      const [voucher] = await claimed(world)
      const batchId = await frozen(world)
      expect(await holdVoucher(world.ports, mei, voucher?.id ?? '', 'automated')).toEqual(done)
      expect(await states(world)).toEqual(['claimed'])
      expect(await claimStates(world)).toEqual(['frozen'])
      expect(await sweepReviews(world.ports)).toBe(0)
      await refuseBatch(world.ports, await staffAs(world, 'approver'), batchId)
      // Ready again, and yet no batch takes it.
      expect(await claimStates(world)).toEqual(['ready'])
      await expect(frozen(world)).rejects.toThrow('nothing_ready')
      expect(await sweepReviews(world.ports)).toBe(1)
      expect(await sweepReviews(world.ports)).toBe(0)
      expect(await states(world)).toEqual(['held'])
      expect(await claimStates(world)).toEqual(['ended'])
      await expectBooksToBalance(world)
    })

    it('is said to be done of one that is paid or void, and nothing moves', async () => {
      const { world, mei } = await withMei(open)
      const [voucher] = await claimed(world)
      await approved(world)
      await sweepPayouts(world.ports)
      for (const [act, reason] of [
        [holdVoucher, 'automated'],
        [rejectVoucher, 'automated'],
      ] as const) {
        expect(await act(world.ports, mei, voucher?.id ?? '', reason)).toEqual(done)
      }
      expect(await sweepReviews(world.ports)).toBe(0)
      expect(await states(world)).toEqual(['paid'])
      expect(await cny(world)).toMatchObject({ paid: reward, reserved: 0 })
      await expectBooksToBalance(world)
    })

    once('rejects what comes back from a batch, in two steps', async () => {
      const { world, mei } = await withMei(open)
      const [voucher] = await claimed(world)
      const batchId = await frozen(world)
      await holdVoucher(world.ports, mei, voucher?.id ?? '', 'automated')
      expect(await rejectVoucher(world.ports, mei, voucher?.id ?? '', 'automated')).toEqual(done)
      await refuseBatch(world.ports, await staffAs(world, 'approver'), batchId)
      expect([await sweepReviews(world.ports), await sweepReviews(world.ports)]).toEqual([1, 0])
      expect(await states(world)).toEqual(['held'])
      await untilFinal(world)
      expect(await states(world)).toEqual(['rejected'])
      expect(await sweepReviews(world.ports)).toBe(0)
      expect(await cny(world)).toMatchObject({ available: 2_000_000, reserved: 0, liability: 0 })
      await expectBooksToBalance(world)
    })

    once('leaves a claim that finance looks at where it is, and takes it once it was let go', async () => {
      const { world, mei } = await withMei(open)
      const [, second] = await claimed(world, 2, () => alipay(1))
      expect(await holdVoucher(world.ports, mei, second?.id ?? '', 'duplicate_person')).toEqual(done)
      expect((await claimStates(world)).sort()).toEqual(['held', 'ready'])
      expect(await sweepReviews(world.ports)).toBe(0)
      await changePayee(world.ports, { id: second?.id ?? '' }, alipay(9), 'holder')
      expect(await sweepReviews(world.ports)).toBe(1)
      expect((await states(world)).sort()).toEqual(['claimed', 'held'])
      await expectBooksToBalance(world)
    })

    it('twice, or again after a lost reply, holds once', async () => {
      const { world, mei } = await withMei(open)
      const voucher = await issued(world)
      const { db } = world.ports
      interpose(world, losingOneReply)
      await expect(holdVoucher(world.ports, mei, voucher.id, 'other')).rejects.toThrow('lost')
      interpose(world, () => db)
      const again = [1, 2, 3].map(() => holdVoucher(world.ports, mei, voucher.id, 'other'))
      expect(await Promise.all(again)).toEqual([done, done, done])
      expect(await rowsOf(world, 'voucher_steps')).toHaveLength(2)
      await expectBooksToBalance(world)
    })

    it('while it is claimed ends held, whoever came first', async () => {
      const { world, mei } = await withMei(open)
      for (let seed = 1; seed <= 6; seed++) {
        const voucher = await issued(world, seed)
        const claim = () => claimVoucher(world.ports, voucher, alipay(seed), 'holder')
        const hold = () => holdVoucher(world.ports, mei, voucher.id, 'other')
        const both = seed % 2 === 0 ? [claim(), hold()] : [hold(), claim()]
        const answers = await Promise.all(both)
        expect(answers).toContainEqual(done)
        expect(answers.every((answer) => !('refused' in answer) || answer.refused === 'held')).toBe(true)
      }
      expect(new Set(await states(world))).toEqual(new Set(['held']))
      expect((await claimStates(world)).every((state) => state === 'ended')).toBe(true)
      await expectBooksToBalance(world)
    })

    it('while its account is changed ends held, with no claim left', async () => {
      const { world, mei } = await withMei(open)
      const vouchers = await claimed(world, 4)
      await Promise.all(
        vouchers.flatMap(({ id }, n) => [
          changePayee(world.ports, { id }, alipay(n + 50), 'holder'),
          holdVoucher(world.ports, mei, id, 'other'),
        ]),
      )
      expect(new Set(await states(world))).toEqual(new Set(['held']))
      expect(new Set(await claimStates(world))).toEqual(new Set(['ended']))
      await expectBooksToBalance(world)
    })

    it('while a batch is frozen: it is held, or it is in the batch', async () => {
      const { world, mei } = await withMei(open)
      const preparer = await staffAs(world, 'preparer')
      const { id: studyId, settings } = world.study
      const wanted = {
        studyId,
        provider: 'alipay',
        channel: 'alipay',
        currency: 'CNY',
        limits: settings.limits,
      } as const
      for (let seed = 1; seed <= 4; seed++) {
        const voucher = await issued(world, seed)
        await claimVoucher(world.ports, voucher, alipay(seed), 'holder')
        const freeze = () => prepareBatch(world.ports, preparer, wanted)
        const hold = () => holdVoucher(world.ports, mei, voucher.id, 'other')
        await Promise.all(seed % 2 === 0 ? [hold(), freeze()] : [freeze(), hold()])
        const [row] = (await rowsOf<VouchersTable>(world, 'vouchers')).filter(({ id }) => id === voucher.id)
        const mine = (await rowsOf<ClaimsTable>(world, 'claims')).find((it) => it.voucher_id === voucher.id)
        expect(['held ended', 'claimed frozen']).toContain(`${row?.state} ${mine?.state}`)
      }
      await expectBooksToBalance(world)
    })
  })

  describe('a held voucher', () => {
    it('that is released is issued, and its time begins then', async () => {
      const { world, mei } = await withMei(open, { study: (study) => ({ ...study, openLinkPolicy: 'hold' }) })
      const voucher = await issued(world)
      expect(voucher).toMatchObject({ state: 'held', expiresAt: null })
      world.wait(60)
      expect(await releaseVoucher(world.ports, mei, voucher.id, 'looks_genuine')).toEqual(done)
      expect(await releaseVoucher(world.ports, mei, voucher.id, 'looks_genuine')).toEqual(done)
      const [row] = await rowsOf<VouchersTable>(world, 'vouchers')
      const then = new Date(Date.parse(world.ports.clock.now()) + 180 * 86_400_000).toISOString()
      expect(row).toMatchObject({ state: 'issued', expires_at: then })
      expect(await cny(world)).toMatchObject({ liability: reward, reserved: 0 })
      expect(await claimVoucher(world.ports, voucher, alipay(1), 'holder')).toEqual({ claimed: true })
      await expectBooksToBalance(world)
    })

    once('that was claimed before can be claimed again, and waits a day for another account only', async () => {
      const { world, mei } = await withMei(open)
      const [voucher] = await claimed(world)
      const id = voucher?.id ?? ''
      await holdVoucher(world.ports, mei, id, 'other')
      await releaseVoucher(world.ports, mei, id, 'checked_by_hand')
      expect(await claimVoucher(world.ports, { id }, alipay(1), 'holder')).toEqual({ claimed: true })
      const last = (await rowsOf<ClaimsTable>(world, 'claims')).find(({ state }) => state === 'ready')
      expect(last?.eligible_at).toBe(world.ports.clock.now())
      await expectBooksToBalance(world)
    })

    it('that is rejected gives its money back, says why, and is final', async () => {
      const { world, mei } = await withMei(open, { study: (study) => ({ ...study, openLinkPolicy: 'hold' }) })
      const voucher = await issued(world)
      expect(await rejectVoucher(world.ports, mei, voucher.id, 'duplicate_person')).toEqual(done)
      const rejection = (await rowsOf<RejectionsTable>(world, 'rejections')).at(-1)
      const { now } = world.ports.clock
      expect([rejection?.acts_at, rejection?.objections_until]).toEqual([
        hoursAfter(now(), 1),
        hoursAfter(now(), 1 + 14 * 24),
      ])
      // Its money stays owed to the last moment in which it can be objected to, and for the rest of that day.
      world.wait(60 + 14 * day - 1)
      expect(await sweepReviews(world.ports)).toBe(0)
      world.wait(1)
      expect(await sweepReviews(world.ports)).toBe(0)
      expect(await states(world)).toEqual(['held'])
      expect(await cny(world)).toMatchObject({ liability: reward })
      world.wait(day)
      expect(await sweepReviews(world.ports)).toBe(1)
      expect(await cny(world)).toMatchObject({ liability: 0, available: 2_000_000 })
      expect(await releaseVoucher(world.ports, mei, voucher.id, 'other')).toEqual({ refused: 'moved_on' })
      expect(await claimVoucher(world.ports, voucher, alipay(1), 'holder')).toEqual({ refused: 'rejected' })
      const steps = await rowsOf<VoucherStepsTable>(world, 'voucher_steps')
      expect(steps.at(-1)).toMatchObject({ move: 'held>rejected', reason: 'duplicate_person' })
      await expectBooksToBalance(world)
    })

    it('can be taken back for an hour after it was rejected, by anybody, and not after', async () => {
      const { world, mei } = await withMei(open, { study: (study) => ({ ...study, openLinkPolicy: 'hold' }) })
      const zoe = await staffAs(world, 'admin', 'Zoe')
      const { id } = await issued(world)
      for (const [minutes, outcome] of [
        [59, done],
        [60, { refused: 'moved_on' }],
      ] as const) {
        expect(await rejectVoucher(world.ports, mei, id, 'automated')).toEqual(done)
        world.wait(minutes)
        expect(await undoRejection(world.ports, zoe, id)).toEqual(outcome)
      }
      const steps = (await rowsOf<ReviewStepsTable>(world, 'review_steps')).map(({ move }) => move)
      expect(steps.sort()).toEqual(['>held', 'held>rejected', 'held>rejected', 'rejected>held'])
      expect(await states(world)).toEqual(['held'])
      await untilFinal(world)
      expect(await states(world)).toEqual(['rejected'])
      await expectBooksToBalance(world)
    })

    it('of two who decide about what both have seen, the second is told that it has changed', async () => {
      const { world, mei } = await withMei(open, { study: (study) => ({ ...study, openLinkPolicy: 'hold' }) })
      const zoe = await staffAs(world, 'admin', 'Zoe')
      const { id } = await issued(world)
      const both = [mei, zoe].map((who) => () => rejectVoucher(world.ports, who, id, 'automated', { seen: 1 }))
      const answers = await Promise.all(both.map((reject) => reject()))
      expect(answers.filter((answer) => 'done' in answer)).toHaveLength(1)
      // Whoever did it may send it again.
      expect(await Promise.all(both.map((reject) => reject()))).toEqual(answers)
      expect(await rowsOf(world, 'rejections')).toHaveLength(1)
    })

    it('released and rejected at once is one of the two', async () => {
      const { world, mei } = await withMei(open, { study: (study) => ({ ...study, openLinkPolicy: 'hold' }) })
      const voucher = await issued(world)
      const answers = await Promise.all([
        releaseVoucher(world.ports, mei, voucher.id, 'other'),
        rejectVoucher(world.ports, mei, voucher.id, 'other'),
      ])
      expect(answers.filter((answer) => 'done' in answer)).toHaveLength(1)
      expect(answers).toContainEqual({ refused: 'moved_on' })
      await expectBooksToBalance(world)
    })
  })

  once('only a held voucher is released or rejected, and nobody ends one that is not there', async () => {
    const { world, mei } = await withMei(open)
    const voucher = await issued(world)
    expect(await rejectVoucher(world.ports, mei, voucher.id, 'other')).toEqual({ refused: 'moved_on' })
    expect(await holdVoucher(world.ports, mei, 'v_none', 'other')).toEqual({ refused: 'not_found' })
    expect(await states(world)).toEqual(['issued'])
  })
})
