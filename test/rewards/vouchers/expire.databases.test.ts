/** Vouchers that nobody claims in time end by themselves, outside closures, and give their money back. */
import { describe, expect, it } from 'vitest'
import type { VoucherStepsTable, VouchersTable } from '../../../schema/tables.ts'
import { sweep } from '../../../src/app/app.ts'
import { closeStudy } from '../../../src/journey/lifecycle/moves.ts'
import { claimVoucher } from '../../../src/rewards/claims/claim.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { holdVoucher, releaseVoucher } from '../../../src/rewards/vouchers/actions.ts'
import { sweepExpired } from '../../../src/rewards/vouchers/expire.ts'
import { balances, expectBooksToBalance } from '../../support/books.ts'
import { alipay, approved, claimed, issued, staffAs, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, reward, rowsOf } from '../../support/databases/fresh.ts'
import type { World, WorldOptions } from '../../support/world.ts'

const dayMinutes = 24 * 60
const states = async (world: World) => (await rowsOf<VouchersTable>(world, 'vouchers')).map(({ state }) => state)
const cny = async (world: World) => (await balances(world)).find(({ total }) => total === 2_000_000)

/** A world of 10 January 2026, 16:00 in Shanghai, whose vouchers can be claimed for so many days and no grace. */
async function lasting(open: WorldOptions['open'], voucherDays: number, graceDays = 0, smallestGroup = 1) {
  const world = await fresh({
    open,
    smallestGroup,
    now: '2026-01-10T08:00:00.000Z',
    study: (study) => ({ ...study, settings: { ...study.settings, voucherDays, graceDays } }),
  })
  withAlipay(world)
  return world
}

forEachDatabase((_, open, once) => {
  describe('a voucher', () => {
    once('knows when its time ends from when it is issued', async () => {
      const world = await lasting(open, 30)
      expect((await issued(world)).expiresAt).toBe('2026-02-09T08:00:00.000Z')
    })

    it('that nobody claimed expires, and its money is available again', async () => {
      const world = await lasting(open, 3, 2)
      const voucher = await issued(world)
      world.wait(3 * dayMinutes + 1)
      expect(await sweepExpired(world.ports)).toBe(0)
      expect(await cny(world)).toMatchObject({ liability: reward })
      world.wait(3 * dayMinutes)
      await sweep(world.ports)
      expect(await states(world)).toEqual(['expired'])
      expect(await cny(world)).toMatchObject({ liability: 0, available: 2_000_000 })
      const steps = await rowsOf<VoucherStepsTable>(world, 'voucher_steps')
      expect(steps.at(-1)).toMatchObject({ move: 'issued>expired', reason: 'not_claimed_in_time', actor: 'sweep' })
      expect(await claimVoucher(world.ports, voucher, alipay(1), 'holder')).toEqual({ refused: 'expired' })
      expect(await sweepExpired(world.ports)).toBe(0)
      await expectBooksToBalance(world)
    })

    once('can be claimed in its grace', async () => {
      const world = await lasting(open, 3, 2)
      const voucher = await issued(world)
      world.wait(4 * dayMinutes)
      expect(await claimVoucher(world.ports, voucher, alipay(1), 'holder')).toEqual({ claimed: true })
    })

    once('cannot be claimed once its grace is over, whether or not a sweep has come by', async () => {
      const world = await lasting(open, 3, 2)
      const voucher = await issued(world)
      world.wait(6 * dayMinutes)
      expect(await claimVoucher(world.ports, voucher, alipay(1), 'holder')).toEqual({ refused: 'expired' })
      expect(await states(world)).toEqual(['issued'])
      await expectBooksToBalance(world)
    })

    once('that is claimed does not expire', async () => {
      const world = await lasting(open, 3)
      await claimed(world)
      world.wait(60 * dayMinutes)
      expect(await sweepExpired(world.ports)).toBe(0)
      expect(await states(world)).toEqual(['claimed'])
    })

    once('does not end inside the Spring Festival: not while it lasts, nor on its eve', async () => {
      // Until 14 February, the last open day: it may be claimed to the end of the 24th.
      const world = await lasting(open, 35)
      const voucher = await issued(world)
      for (let day = 14; day <= 24; day++) {
        world.wait(day === 14 ? 35 * dayMinutes : dayMinutes)
        expect(await sweepExpired(world.ports), `${day} February`).toBe(0)
      }
      expect(await states(world)).toEqual(['issued'])
      world.wait(dayMinutes)
      expect(await sweepExpired(world.ports)).toBe(1)
      expect(await claimVoucher(world.ports, voucher, alipay(1), 'holder')).toEqual({ refused: 'expired' })
    })

    once('whose end was missed before a closure ends after it, and no sweep of the closure ends it', async () => {
      const world = await lasting(open, 30)
      await issued(world)
      world.wait(40 * dayMinutes)
      expect(await sweepExpired(world.ports)).toBe(0)
      world.wait(5 * dayMinutes)
      expect(await sweepExpired(world.ports)).toBe(1)
    })

    once('whose end lies beyond the published calendar does not expire', async () => {
      const world = await lasting(open, 400)
      const voucher = await issued(world)
      world.wait(500 * dayMinutes)
      expect(await sweepExpired(world.ports)).toBe(0)
      expect(await claimVoucher(world.ports, voucher, alipay(1), 'holder')).toEqual({ claimed: true })
    })

    it('claimed while it expires is one of the two', async () => {
      const world = await lasting(open, 3)
      for (let seed = 1; seed <= 6; seed++) await issued(world, seed)
      const vouchers = (await rowsOf<VouchersTable>(world, 'vouchers')).map(({ id }) => ({ id }))
      world.wait(4 * dayMinutes)
      const late = world.ports.clock.now()
      // The holders read the clock just before the deadline, the sweep just after it.
      const early = { ...world.ports, clock: { now: () => '2026-01-13T15:59:59.999Z' } }
      const [, ...answers] = await Promise.all([
        sweepExpired(world.ports),
        ...vouchers.map((voucher, n) => claimVoucher(early, voucher, alipay(n), 'holder')),
        sweepExpired(world.ports),
      ])
      expect(late > early.clock.now()).toBe(true)
      const rows = await rowsOf<VouchersTable>(world, 'vouchers')
      for (const [n, { id }] of vouchers.entries()) {
        const state = rows.find((row) => row.id === id)?.state
        expect(answers[n]).toEqual(state === 'claimed' ? { claimed: true } : { refused: 'expired' })
      }
      await expectBooksToBalance(world)
    })

    it('waits for four others of its offer, so that the money of one that was released tells of none; the last go with their study', async () => {
      const world = await lasting(open, 3, 0, 5)
      const { ports } = world
      const mei = await staffAs(world, 'admin')
      for (let seed = 1; seed <= 7; seed++) await issued(world, seed)
      const [released = { id: '' }, paid = { id: '' }] = await rowsOf<VouchersTable>(world, 'vouchers')
      await claimVoucher(ports, paid, alipay(1), 'holder')
      await holdVoucher(ports, mei, released.id, 'automated')
      world.wait(2 * dayMinutes)
      await releaseVoucher(ports, mei, released.id, 'looks_genuine')
      // The five others are due; the released one is not.
      world.wait(2.5 * dayMinutes)
      const before = await cny(world)
      const early = { ...ports, clock: { now: () => '2026-01-13T17:00:00.000Z' } }
      expect(await sweepExpired(early), 'their day is not over').toBe(0)
      expect(await sweepExpired(ports)).toBe(5)
      expect(await cny(world)).toMatchObject({
        liability: 2 * reward,
        available: (before?.available ?? 0) + 5 * reward,
      })
      world.wait(2 * dayMinutes)
      expect(await claimVoucher(ports, released, alipay(3), 'holder')).toEqual({ refused: 'expired' })
      expect(await sweepExpired(ports), 'one is no group').toBe(0)

      // Held after its time and released, it is given no other time.
      await holdVoucher(ports, mei, released.id, 'automated')
      await releaseVoucher(ports, mei, released.id, 'looks_genuine')
      expect(await claimVoucher(ports, released, alipay(3), 'holder')).toEqual({ refused: 'expired' })
      await closeStudy(ports, mei, world.study)
      expect(await sweepExpired(ports), 'another may still be paid').toBe(0)
      await approved(world)
      await sweepPayouts(ports)
      expect(await sweepExpired(ports)).toBe(1)
      expect(await cny(world)).toMatchObject({ liability: 0 })
      await expectBooksToBalance(world)
    })

    it('that was claimed in time, and held and released behind its deadline, can be claimed again', async () => {
      const world = await lasting(open, 3)
      const { ports } = world
      const mei = await staffAs(world, 'admin')
      const [voucher = { id: '' }] = await claimed(world)
      world.wait(10 * dayMinutes)
      await holdVoucher(ports, mei, voucher.id, 'automated')
      await releaseVoucher(ports, mei, voucher.id, 'looks_genuine')
      expect(await sweepExpired(ports)).toBe(0)
      expect(await claimVoucher(ports, voucher, alipay(1), 'holder')).toEqual({ claimed: true })
      world.wait(10 * dayMinutes)
      await approved(world)
      await sweepPayouts(ports)
      expect(await states(world)).toEqual(['paid'])
      await expectBooksToBalance(world)
    })

    it('and many others expire once, although many sweep at once', async () => {
      const world = await lasting(open, 3)
      for (let seed = 1; seed <= 30; seed++) await issued(world, seed)
      world.wait(4 * dayMinutes)
      const ended = await Promise.all([1, 2, 3, 4].map(() => sweepExpired(world.ports)))
      expect(ended.reduce((all, one) => all + one, 0)).toBe(30)
      expect(new Set(await states(world))).toEqual(new Set(['expired']))
      expect(await cny(world)).toMatchObject({ liability: 0, available: 2_000_000 })
      await expectBooksToBalance(world)
    })
  })
})
