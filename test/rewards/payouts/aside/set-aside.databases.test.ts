/** A response that is held stops its payment, in the midst of others that stay with it. */
import { describe, expect, it } from 'vitest'
import { rejectResponse, releaseResponse } from '../../../../src/journey/reviews/judge.ts'
import { approveBatch, refuseBatch } from '../../../../src/rewards/batches/approve.ts'
import { calendarId } from '../../../../src/rewards/calendar/calendar.ts'
import { readCalendar } from '../../../../src/rewards/calendar/store.ts'
import { staying } from '../../../../src/rewards/payouts/aside/set-aside.ts'
import { releaseAside } from '../../../../src/rewards/payouts/aside/sweep.ts'
import { instructBatch } from '../../../../src/rewards/payouts/report.ts'
import { startAttempt } from '../../../../src/rewards/payouts/start.ts'
import { sweepPayouts } from '../../../../src/rewards/payouts/sweep.ts'
import { holdVoucher } from '../../../../src/rewards/vouchers/actions.ts'
import { sweepReviews } from '../../../../src/rewards/vouchers/follow.ts'
import { expectBooksToBalance } from '../../../support/books.ts'
import { approved, claimed, frozen, payoutOf, staffAs, withAlipay } from '../../../support/claimed.ts'
import { forEachDatabase } from '../../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../../support/databases/fresh.ts'
import type { World, WorldOptions } from '../../../support/world.ts'

const day = 24 * 60

async function held(open: WorldOptions['open'], count: number, smallestGroup = 3) {
  const world = await fresh({ open, smallestGroup })
  withAlipay(world).answer = () => ({ state: 'succeeded', code: 'SUCCESS' })
  const vouchers = await claimed(world, count)
  const batchId = await approved(world)
  const [first = { id: '' }] = vouchers
  const mei = await staffAs(world, 'admin')
  expect(await holdVoucher(world.ports, mei, first.id, 'automated')).toEqual({ done: true })
  return { world, batchId, first, mei }
}
const states = async (world: World) => (await rowsOf<{ state: string }>(world, 'payouts')).map(({ state }) => state)
const counted = async (world: World) => {
  const all = await states(world)
  return Object.fromEntries([...new Set(all)].sort().map((state) => [state, all.filter((one) => one === state).length]))
}

forEachDatabase((_, open, once) => {
  describe('a hold on a response whose payment waits in a batch', () => {
    it('stops it at once, and it does not stand alone; once rejected, the others can be paid and it cannot', async () => {
      const { world, first, mei } = await held(open, 5)
      await sweepPayouts(world.ports)
      expect(await counted(world)).toEqual({ paid: 2, queued: 3 })
      expect((await payoutOf(world, first)).payoutState).toBe('queued')
      // They stay together for as long as nobody has decided, and for a day at least.
      world.wait(2 * day)
      await sweepPayouts(world.ports)
      expect(await counted(world)).toEqual({ paid: 2, queued: 3 })
      await rejectResponse(world.ports, mei, first.id, 'automated')
      await sweepPayouts(world.ports)
      expect(await counted(world)).toEqual({ paid: 2, queued: 3 })
      world.wait(day)
      await sweepPayouts(world.ports)
      expect(await counted(world)).toEqual({ cancelled: 3, paid: 2 })
      await sweepReviews(world.ports)
      expect((await payoutOf(world, first)).voucherState).toBe('held')
      await approveBatch(world.ports, await staffAs(world, 'approver'), await frozen(world))
      await sweepPayouts(world.ports)
      expect(await counted(world)).toEqual({ cancelled: 3, paid: 4 })
      await expectBooksToBalance(world)
    })

    it('lets all of them go together when it is released, so that nobody can tell which it was', async () => {
      const { world, first, mei } = await held(open, 4)
      await sweepPayouts(world.ports)
      await releaseResponse(world.ports, mei, first.id, 'looks_genuine')
      world.wait(day)
      await sweepPayouts(world.ports)
      expect(await counted(world)).toEqual({ cancelled: 3, paid: 1 })
      expect((await payoutOf(world, first)).claimState).toBe('ready')
      await approveBatch(world.ports, await staffAs(world, 'approver'), await frozen(world))
      await sweepPayouts(world.ports)
      expect(await counted(world)).toEqual({ cancelled: 3, paid: 4 })
    })

    it('keeps others for a week at most', async () => {
      const { world, first } = await held(open, 4)
      await sweepPayouts(world.ports)
      world.wait(7 * day + 1)
      await sweepPayouts(world.ports)
      await sweepReviews(world.ports)
      expect(await counted(world)).toEqual({ cancelled: 3, paid: 1 })
      expect((await payoutOf(world, first)).voucherState).toBe('held')
    })

    it('and its sending refuse each other, whichever comes first', async () => {
      const { world, first, mei } = await held(open, 1)
      const seen = await payoutOf(world, first)
      const [payer] = world.ports.payers.filter(({ provider }) => provider === 'alipay')
      if (payer === undefined) throw new Error('no payer')
      const calendar = await readCalendar(world.ports.db, calendarId)
      // As it was read before it was set aside: the database decides.
      const late = { ...seen, asideSince: null }
      expect(await startAttempt(world.ports, late, payer, calendar, 'sweep')).toEqual({ refused: 'moved_on' })
      // What has been sent cannot be stopped, and says nothing of it.
      const [other = { id: '' }] = (await claimed(world, 2)).slice(1)
      await approved(world)
      await sweepPayouts(world.ports)
      expect(await holdVoucher(world.ports, mei, other.id, 'automated')).toEqual({ done: true })
      expect((await payoutOf(world, other)).asideSince).toBeNull()
    })

    once('is let go batch by batch: one that cannot be holds up no other, and is said', async () => {
      const { world, first, mei } = await held(open, 1, 1)
      const [second = { id: '' }] = (await claimed(world, 2)).slice(1)
      await approved(world)
      expect(await holdVoucher(world.ports, mei, second.id, 'automated')).toEqual({ done: true })
      for (const { id } of [first, second]) await releaseResponse(world.ports, mei, id, 'looks_genuine')
      world.wait(day)
      const { db } = world.ports
      let writes = 0
      const refusing: typeof db = {
        ...db,
        async together(...all) {
          writes += 1
          return writes === 1 ? { done: false, breach: { kind: 'check', on: 'a_batch' } } : db.together(...all)
        },
      }
      await releaseAside({ ...world.ports, db: refusing })
      expect(await counted(world)).toEqual({ cancelled: 1, queued: 1 })
      expect(world.logged).toContainEqual(expect.objectContaining({ event: 'payouts_aside_not_released' }))
      await releaseAside(world.ports)
      expect(await counted(world)).toEqual({ cancelled: 2 })
    })

    once('leaves nothing in a batch that waits for approval, which can be refused then', async () => {
      const world = await fresh({ open, smallestGroup: 3 })
      withAlipay(world)
      const [first = { id: '' }] = await claimed(world, 2)
      const batchId = await frozen(world)
      await holdVoucher(world.ports, await staffAs(world, 'admin'), first.id, 'automated')
      world.wait(7 * day + 1)
      await sweepPayouts(world.ports)
      expect(await counted(world)).toEqual({ cancelled: 2 })
      expect(await refuseBatch(world.ports, await staffAs(world, 'approver'), batchId)).toEqual({ released: 0 })
    })

    once('leaves its lines out of the file, too, and sets aside what comes back to the queue', async () => {
      const world = await fresh({ open, smallestGroup: 2 })
      withAlipay(world, { provider: 'manual', mode: 'file', settlesWithinHours: 6 })
      const [first = { id: '' }] = await claimed(world, 4)
      const batchId = await approved(world, { provider: 'manual' })
      await holdVoucher(world.ports, await staffAs(world, 'admin'), first.id, 'automated')
      expect(await instructBatch(world.ports, await staffAs(world, 'preparer'), batchId)).toEqual({ instructed: 2 })
      await world.ports.db.together({ sql: 'update payouts set aside_since = null', values: [] })
      await sweepPayouts(world.ports)
      expect((await payoutOf(world, first)).asideSince).toBe(world.ports.clock.now())
    })
  })
})

describe('who stays with a payout', () => {
  const waiting = (text: string) => text.split(' ').map((id) => ({ id: id.slice(0, 1), asideSince: id[1] ?? null }))
  it.each([
    ['others up to the group', 'a', 'a b c d e', 3, 'a b c'],
    ['all, where there are fewer', 'a', 'a b', 5, 'a b'],
    ['nobody more, where enough are aside', 'a', 'a b* c* d', 3, 'a'],
    ['as many as are missing', 'a', 'a b* c d e', 4, 'a c d'],
    ['nobody, where each is shown at once', 'a', 'a b', 1, 'a'],
  ] as const)('%s', (_, payout, others, smallest, expected) => {
    expect(staying(payout, waiting(others), smallest, (id) => id)).toEqual(expected.split(' '))
  })
})
