/** Whatever happens in whichever order, nothing is sent for a response that was held before. */
import { describe, expect, it } from 'vitest'
import { releaseResponse } from '../../../../src/journey/reviews/judge.ts'
import { transition } from '../../../../src/platform/db/state-machine.ts'
import type { Database } from '../../../../src/platform/db/together.ts'
import { calendarId } from '../../../../src/rewards/calendar/calendar.ts'
import { readCalendar } from '../../../../src/rewards/calendar/store.ts'
import { batchMachine } from '../../../../src/rewards/machines.ts'
import { heldInQueue } from '../../../../src/rewards/payouts/aside/set-aside.ts'
import { heldUnsent, stopUnsent } from '../../../../src/rewards/payouts/aside/unsent.ts'
import { pursue } from '../../../../src/rewards/payouts/call.ts'
import { applyAnswer } from '../../../../src/rewards/payouts/evidence.ts'
import { startAttempt } from '../../../../src/rewards/payouts/start.ts'
import { sweepPayouts } from '../../../../src/rewards/payouts/sweep.ts'
import { holdVoucher } from '../../../../src/rewards/vouchers/actions.ts'
import { endingEffects } from '../../../../src/rewards/vouchers/effects.ts'
import { sweepReviews } from '../../../../src/rewards/vouchers/follow.ts'
import { proposeLifecycle } from '../../../../src/rewards/vouchers/propose.ts'
import { decideProposal } from '../../../../src/staff/approvals/actions.ts'
import { expectBooksToBalance } from '../../../support/books.ts'
import {
  alipay,
  approved,
  claimed,
  claimedFor,
  issued,
  payoutOf,
  staffAs,
  withAlipay,
} from '../../../support/claimed.ts'
import { forEachDatabase } from '../../../support/databases/databases.ts'
import { fresh, interpose } from '../../../support/databases/fresh.ts'
import type { World, WorldOptions } from '../../../support/world.ts'

const day = 24 * 60

/** Tries to send a payout as it stands, as its holder or a person of finance may before the next sweep. */
async function sent(world: World, voucher: { id: string }) {
  const [payer] = world.ports.payers.filter(({ provider }) => provider === 'alipay')
  if (payer === undefined) throw new Error('no payer')
  const calendar = await readCalendar(world.ports.db, calendarId)
  return startAttempt(world.ports, await payoutOf(world, voucher), payer, calendar, 'holder')
}

const hold = async (world: World, { id }: { id: string }) =>
  expect(await holdVoucher(world.ports, await staffAs(world, 'admin'), id, 'automated')).toEqual({ done: true })

/** Does `other` before the first write from now on. */
function before(world: World, other: () => Promise<unknown>): void {
  interpose(
    world,
    (db): Database => ({
      ...db,
      async together(...writes) {
        world.ports.db = db
        await other()
        return db.together(...writes)
      },
    }),
  )
}

/** So many that were handed to a provider which has no money to pay them with. */
async function putOff(open: WorldOptions['open'], count: number, smallestGroup = 3) {
  const world = await fresh({ open, smallestGroup })
  const payer = withAlipay(world)
  payer.answer = ({ what }) =>
    what === 'query'
      ? { state: 'not_found', code: 'ORDER_NOT_EXIST' }
      : { state: 'delayed', code: 'NOT_ENOUGH', reason: 'payer_balance' }
  const vouchers = await claimed(world, count)
  await approved(world)
  await sweepPayouts(world.ports)
  return { world, payer, vouchers, first: vouchers[0] ?? { id: '' } }
}
const states = (world: World, vouchers: readonly { id: string }[]) =>
  Promise.all(
    vouchers.map(async (one) => {
      const { payoutState, asideSince } = await payoutOf(world, one)
      return asideSince === null ? payoutState : `${payoutState} aside`
    }),
  )

forEachDatabase((_, open, once) => {
  once('what is held is looked for among what waits or is open, not among all that was ever paid', async () => {
    const { ports } = await fresh({ open })
    const indexes = [
      [heldInQueue(20), 'payouts_queued'],
      [heldUnsent(20), 'attempts_open'],
    ] as const
    for (const [{ sql, values }, index] of indexes) {
      const plan = await ports.db.read<{ detail: string }>({ sql: `explain query plan ${sql}`, values })
      expect(plan[0]?.detail).toContain(index)
    }
  })

  describe('a response that is held', () => {
    it('while its payment is under way is not paid by another attempt, when that one comes to nothing', async () => {
      const world = await fresh({ open })
      withAlipay(world).answer = () => ({ state: 'accepted', code: null })
      const [voucher = { id: '' }] = await claimed(world)
      await approved(world)
      await sweepPayouts(world.ports)
      await hold(world, voucher)
      const { payoutId, attemptId } = await payoutOf(world, voucher)
      const lapsed = { state: 'cancelled', code: null, reason: 'not_confirmed_in_time' } as const
      await applyAnswer(world.ports, { payoutId, attemptId: attemptId ?? '' }, lapsed, 'alipay')
      expect(await payoutOf(world, voucher)).toMatchObject({ payoutState: 'queued', asideSince: null })
      expect(await sent(world, voucher)).toEqual({ refused: 'moved_on' })
      await expectBooksToBalance(world)
    })

    it('by a person who looked before finance let its claim go, prepared and approved it is not paid', async () => {
      const world = await fresh({ open })
      withAlipay(world)
      await claimedFor(world, await issued(world, 1), alipay(1))
      const voucher = await claimedFor(world, await issued(world, 2), alipay(1))
      const { ports } = world
      const [preparer, approver] = [await staffAs(world, 'preparer'), await staffAs(world, 'approver')]
      await staffAs(world, 'admin')
      // Its account has another claim, which is over by then.
      const [waiting] = await ports.db.read<{ id: string }>({
        sql: `select id from claims where state = 'held'`,
        values: [],
      })
      await approved(world)
      await sweepPayouts(ports)
      await ports.db.together({ sql: `update claims set account_hash = 'another' where state = 'paid'`, values: [] })
      before(world, async () => {
        const about = waiting?.id ?? ''
        const made = await proposeLifecycle(ports, preparer, {
          kind: 'claim_released',
          subject: about,
          code: 'checked_by_hand',
          words: 'Please look.',
        })
        if ('refused' in made) throw new Error(made.refused)
        expect(await decideProposal(ports, approver, made.proposed, 'confirmed', endingEffects.claim_released)).toEqual(
          {
            decided: 'confirmed',
          },
        )
        await approved(world)
      })
      await hold(world, voucher)
      expect(await sent(world, voucher)).toEqual({ refused: 'moved_on' })
      await sweepPayouts(ports)
      expect(await states(world, [voucher])).toEqual(['queued aside'])
    })

    it('while its provider has no money is not sent once there is some, and does not stand alone', async () => {
      const { world, payer, vouchers, first } = await putOff(open, 4)
      expect(await states(world, vouchers)).toEqual(Array(4).fill('open'))
      await hold(world, first)
      payer.answer = ({ what }) =>
        what === 'query' ? { state: 'not_found', code: 'ORDER_NOT_EXIST' } : { state: 'succeeded', code: 'SUCCESS' }
      world.wait(10)
      // A person of finance asks for it before any sweep.
      payer.asked = []
      await pursue(world.ports, (await payoutOf(world, first)).payoutId, payer)
      expect(payer.asked.map(({ what }) => what)).toEqual(['query'])
      await sweepPayouts(world.ports)
      expect((await states(world, vouchers)).sort()).toEqual(['paid', ...Array(3).fill('queued aside')])
      expect(await states(world, [first])).toEqual(['queued aside'])
      await expectBooksToBalance(world)
      await releaseResponse(world.ports, await staffAs(world, 'admin'), first.id, 'looks_genuine')
      world.wait(day)
      await sweepPayouts(world.ports)
      await approved(world)
      await sweepPayouts(world.ports)
      expect(await states(world, vouchers)).toEqual(Array(4).fill('paid'))
      await expectBooksToBalance(world)
    })

    it('while its provider has no money and its batch was cancelled is not left under way', async () => {
      const { world, first } = await putOff(open, 1)
      const { batchId } = await payoutOf(world, first)
      const cancelled = { state: 'cancelled', actor: 'ada', at: world.ports.clock.now() }
      await world.ports.db.together(...transition(batchMachine, { id: batchId, n: 2, state: 'approved' }, cancelled))
      await hold(world, first)
      await sweepPayouts(world.ports)
      expect(await payoutOf(world, first)).toMatchObject({ payoutState: 'failed', claimState: 'ready' })
      await sweepReviews(world.ports)
      expect(await payoutOf(world, first)).toMatchObject({ voucherState: 'held' })
      await expectBooksToBalance(world)
    })

    it('when its order was cut off is sent to the letter once more, so that it comes to an end', async () => {
      const world = await fresh({ open })
      const payer = withAlipay(world)
      payer.answer = () => {
        throw new Error('cut off')
      }
      const [voucher = { id: '' }] = await claimed(world)
      await approved(world)
      await expect(sweepPayouts(world.ports)).rejects.toThrow('cut off')
      await hold(world, voucher)
      payer.answer = ({ what }) =>
        what === 'query'
          ? { state: 'not_found', code: 'ORDER_NOT_EXIST' }
          : { state: 'delayed', code: 'FREQUENCY_LIMIT', reason: 'payer_problem' }
      for (let n = 0; n < 2; n++) {
        world.wait(10)
        await sweepPayouts(world.ports)
      }
      expect(await states(world, [voucher]), 'a provider that was too busy to look says nothing of it').toEqual([
        'open',
      ])
      payer.answer = ({ what }) =>
        what === 'query' ? { state: 'not_found', code: 'ORDER_NOT_EXIST' } : { state: 'succeeded', code: 'SUCCESS' }
      world.wait(60)
      await sweepPayouts(world.ports)
      expect(await states(world, [voucher]), 'nobody knew whether it was done').toEqual(['paid'])
      await expectBooksToBalance(world)
    })

    it('is not taken back from a provider that is called for it in the same moment', async () => {
      const { world, payer, first } = await putOff(open, 1)
      const { payoutId, batchId } = await payoutOf(world, first)
      world.wait(10)
      // The program ends during the call.
      payer.answer = ({ what }) => {
        if (what === 'send') throw new Error('cut off')
        return { state: 'not_found', code: null }
      }
      before(world, () => pursue(world.ports, payoutId, payer).catch(() => undefined))
      expect(await stopUnsent(world.ports, { payoutId, batchId }, world.ports.clock.now())).toBe(false)
      expect(await payoutOf(world, first)).toMatchObject({ payoutState: 'open', attemptState: 'stored', calls: 3 })
      await hold(world, first)
      await sweepPayouts(world.ports)
      expect(await states(world, [first]), 'nobody knows whether it was done').toEqual(['open'])
    })
  })
})
