/** One payment, whatever is cut off, repeated or asked at once. The rows of the fault table stand in the names. */
import { describe, expect, it } from 'vitest'
import { applyAnswer } from '../../../src/rewards/payouts/evidence.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { balances, expectBooksToBalance } from '../../support/books.ts'
import { alipay, approved, claimed, payoutOf, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, interpose, reward, rowsOf } from '../../support/databases/fresh.ts'
import type { World, WorldOptions } from '../../support/world.ts'

const cny = async (world: World) => (await balances(world)).find(({ total }) => total === 2_000_000)
const sends = (payer: ReturnType<typeof withAlipay>) => payer.asked.filter(({ what }) => what === 'send')

/** A world where one voucher waits in an approved batch, for a provider that does not answer unless told. */
async function waiting(open: WorldOptions['open'], count = 1) {
  const world = await fresh({ open })
  const payer = withAlipay(world)
  const vouchers = await claimed(world, count)
  await approved(world)
  return { world, payer, vouchers, voucher: vouchers[0] ?? { id: '' } }
}

forEachDatabase((_, open, once) => {
  describe('paying', () => {
    it('moves the money to paid, once, and everything that hangs on it', async () => {
      const { world, payer, voucher } = await waiting(open)
      await sweepPayouts(world.ports)
      expect(await payoutOf(world, voucher)).toMatchObject({
        payoutState: 'paid',
        attemptState: 'succeeded',
        claimState: 'paid',
        voucherState: 'paid',
      })
      expect(await cny(world)).toMatchObject({ liability: 0, clearing: 0, paid: reward })
      expect(payer.asked).toHaveLength(1)
      expect(payer.asked[0]?.order).toMatchObject({ amountMinor: reward, currency: 'CNY', payee: alipay(1) })
      await sweepPayouts(world.ports)
      expect(payer.asked).toHaveLength(1)
      await expectBooksToBalance(world)
    })

    once('does not begin before a batch is approved', async () => {
      const world = await fresh({ open })
      const payer = withAlipay(world)
      await claimed(world)
      await sweepPayouts(world.ports)
      expect(payer.asked).toEqual([])
    })

    it('sends once although many sweep at once (row 13)', async () => {
      const { world, payer } = await waiting(open, 3)
      await Promise.all(Array.from({ length: 8 }, () => sweepPayouts(world.ports)))
      expect(new Set(sends(payer).map(({ reference }) => reference)).size).toBe(3)
      expect(sends(payer)).toHaveLength(3)
      expect(await cny(world)).toMatchObject({ clearing: 0, paid: 3 * reward })
      await expectBooksToBalance(world)
    })

    it('a crash before the attempt is stored calls nobody (row 1)', async () => {
      const { world, payer } = await waiting(open)
      const { db } = world.ports
      interpose(world, () => ({ ...db, together: () => Promise.reject(new Error('gone')) }))
      await expect(sweepPayouts(world.ports)).rejects.toThrow('gone')
      interpose(world, () => db)
      expect(payer.asked).toEqual([])
      expect(await rowsOf(world, 'attempts')).toEqual([])
      await sweepPayouts(world.ports)
      expect(sends(payer)).toHaveLength(1)
    })

    it('a crash after it, before or after the call, ends in one payment under one reference (rows 2 and 3)', async () => {
      const { world, payer, voucher } = await waiting(open)
      let isPaid = false
      payer.answer = ({ what }) => {
        if (what === 'query') return { state: isPaid ? 'succeeded' : 'not_found', code: null }
        isPaid = true
        throw new Error('the machine goes down')
      }
      await expect(sweepPayouts(world.ports)).rejects.toThrow('goes down')
      expect(await cny(world)).toMatchObject({ clearing: reward, paid: 0 })
      world.wait(5)
      await sweepPayouts(world.ports)
      expect(await payoutOf(world, voucher)).toMatchObject({ payoutState: 'paid', nth: 1 })
      expect(sends(payer)).toHaveLength(1)
      await expectBooksToBalance(world)
    })

    it('an outcome that is not known keeps its reference and its money until there is evidence (rows 4 and 9)', async () => {
      const { world, payer, voucher } = await waiting(open)
      payer.answer = () => ({ state: 'unknown', code: 'TIMEOUT' })
      for (let round = 0; round < 6; round++) {
        await sweepPayouts(world.ports)
        world.wait(300)
      }
      const open1 = await payoutOf(world, voucher)
      expect(open1).toMatchObject({ attemptState: 'unknown', nth: 1, code: 'TIMEOUT' })
      expect(await cny(world)).toMatchObject({ clearing: reward, liability: 0 })
      expect(new Set(payer.asked.map(({ reference }) => reference)).size).toBe(1)
      expect(sends(payer)).toHaveLength(1)
      payer.answer = () => ({ state: 'failed', code: 'PAYEE_NOT_EXIST', reason: 'payee_not_found' })
      world.wait(300)
      await sweepPayouts(world.ports)
      expect(await payoutOf(world, voucher)).toMatchObject({
        payoutState: 'failed',
        claimState: 'ended',
        voucherState: 'issued',
      })
      expect(await cny(world)).toMatchObject({ clearing: 0, liability: reward })
      await expectBooksToBalance(world)
    })

    once('a provider that does not know the reference is sent the same order again, to the letter', async () => {
      const { world, payer } = await waiting(open)
      payer.answer = ({ what }) =>
        what === 'send' ? { state: 'unknown', code: null } : { state: 'not_found', code: null }
      await sweepPayouts(world.ports)
      world.wait(2)
      await sweepPayouts(world.ports)
      const [one, two, ...more] = sends(payer)
      expect(more).toEqual([])
      expect(two?.order).toEqual(one?.order)
    })

    once('an empty balance is tried again under the same reference, and is nobody’s failure (row 16)', async () => {
      const { world, payer, voucher } = await waiting(open)
      payer.answer = ({ what }) =>
        what === 'send'
          ? { state: 'delayed', code: 'NOT_ENOUGH', reason: 'payer_balance' }
          : { state: 'not_found', code: null }
      await sweepPayouts(world.ports)
      expect(await payoutOf(world, voucher)).toMatchObject({
        attemptState: 'stored',
        voucherState: 'claimed',
        code: 'NOT_ENOUGH',
      })
      for (let round = 0; round < 4; round++) {
        world.wait(60)
        await sweepPayouts(world.ports)
      }
      payer.answer = ({ what }) =>
        what === 'send' ? { state: 'succeeded', code: null } : { state: 'not_found', code: null }
      world.wait(300)
      await sweepPayouts(world.ports)
      expect(new Set(payer.asked.map(({ reference }) => reference)).size).toBe(1)
      expect(await cny(world)).toMatchObject({ paid: reward })
      await expectBooksToBalance(world)
    })

    it('the same evidence fifty times at once moves the money once (row 6)', async () => {
      const { world, payer, voucher } = await waiting(open)
      payer.answer = () => ({ state: 'accepted', code: null })
      await sweepPayouts(world.ports)
      const { payoutId, attemptId } = await payoutOf(world, voucher)
      const answer = { state: 'succeeded', code: null, amountMinor: reward } as const
      await Promise.all(
        Array.from({ length: 50 }, () =>
          applyAnswer(world.ports, { payoutId, attemptId: attemptId ?? '' }, answer, 'alipay'),
        ),
      )
      const moved = (await rowsOf(world, 'transfers')).filter(({ credit }) => credit === 'paid')
      expect(moved).toHaveLength(1)
      await expectBooksToBalance(world)
    })

    it('a failure after a success moves nothing, and a person gets to see it (row 7)', async () => {
      const { world, voucher } = await waiting(open)
      await sweepPayouts(world.ports)
      const { payoutId, attemptId } = await payoutOf(world, voucher)
      const late = { state: 'failed', code: 'X', reason: 'payee_limit' } as const
      for (let again = 0; again < 2; again++)
        await applyAnswer(world.ports, { payoutId, attemptId: attemptId ?? '' }, late, 'alipay')
      expect(await rowsOf(world, 'exceptions')).toMatchObject([{ class: 'state_conflict', subject: attemptId }])
      expect(await cny(world)).toMatchObject({ paid: reward, clearing: 0 })
      await expectBooksToBalance(world)
    })

    it('an answer to an attempt that was followed by another is a conflict when it says paid (row 18)', async () => {
      const { world, payer, voucher } = await waiting(open)
      payer.answer = () => ({ state: 'failed', code: 'OVERDUE', reason: 'not_confirmed_in_time' })
      await sweepPayouts(world.ports)
      const old = await payoutOf(world, voucher)
      payer.answer = () => ({ state: 'succeeded', code: null })
      world.wait(2)
      await sweepPayouts(world.ports)
      expect(await payoutOf(world, voucher)).toMatchObject({ nth: 2, payoutState: 'paid' })
      await applyAnswer(
        world.ports,
        { payoutId: old.payoutId, attemptId: old.attemptId ?? '' },
        { state: 'succeeded', code: null },
        'alipay',
      )
      expect(await rowsOf(world, 'exceptions')).toMatchObject([{ class: 'state_conflict', subject: old.attemptId }])
      await expectBooksToBalance(world)
    })

    it('the schema refuses a second open attempt, and one after a success (row 17)', async () => {
      const { world, payer, voucher } = await waiting(open)
      payer.answer = () => ({ state: 'unknown', code: null })
      await sweepPayouts(world.ports)
      const [attempt] = await rowsOf<Record<string, string | number | null>>(world, 'attempts')
      const second = { ...attempt, id: 'a_second', reference: 'SECOND', nth: 2, n: 1, state: 'stored' }
      const step = {
        sql: `insert into attempt_steps (attempt_id, n, state, n_before, state_before, move, actor, at)
          values ('a_second', 1, 'stored', null, null, '>stored', 'test', '2026-01-01')`,
        values: [],
      }
      const names = Object.keys(second)
      const row = {
        sql: `insert into attempts (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
        values: Object.values(second),
      }
      for (const answer of [{ state: 'unknown' }, { state: 'succeeded' }] as const) {
        const { payoutId, attemptId } = await payoutOf(world, voucher)
        await applyAnswer(world.ports, { payoutId, attemptId: attemptId ?? '' }, { code: null, ...answer }, 'alipay')
        expect(await world.ports.db.together(step, row)).toMatchObject({
          done: false,
          breach: { on: 'attempts.payout_id' },
        })
      }
    })
  })

  describe('a payout that its holder has to come for', () => {
    it('goes back to them after thirty days, to choose another way', async () => {
      const world = await fresh({ open, now: '2026-03-02T02:00:00.000Z' })
      withAlipay(world, { mode: 'confirm' })
      const [voucher] = await claimed(world)
      await approved(world)
      world.wait(29 * 24 * 60)
      await sweepPayouts(world.ports)
      expect(await payoutOf(world, voucher ?? { id: '' })).toMatchObject({
        payoutState: 'queued',
        voucherState: 'claimed',
      })
      world.wait(2 * 24 * 60)
      await sweepPayouts(world.ports)
      expect(await payoutOf(world, voucher ?? { id: '' })).toMatchObject({
        payoutState: 'failed',
        claimState: 'ended',
        voucherState: 'issued',
      })
      await expectBooksToBalance(world)
    })
  })

  describe('a closure', () => {
    const beforeTheFestival = '2026-02-14T14:30:00.000Z'

    it('lets nothing out on its days, and the rest goes on behind it (row 14)', async () => {
      const world = await fresh({ open, now: beforeTheFestival })
      const payer = withAlipay(world, { settlesWithinHours: 1 })
      const [voucher] = await claimed(world)
      await approved(world)
      // It is 22:30 in Shanghai: an hour later it is still the open day. At 23:30 it would not be.
      world.wait(60)
      await sweepPayouts(world.ports)
      expect(payer.asked).toEqual([])
      world.wait(9 * 24 * 60)
      await sweepPayouts(world.ports)
      expect(payer.asked).toEqual([])
      world.wait(60)
      await sweepPayouts(world.ports)
      expect(await payoutOf(world, voucher ?? { id: '' })).toMatchObject({ payoutState: 'paid' })
      const [attempt] = await rowsOf(world, 'attempts')
      expect(attempt).toMatchObject({ day: '2026-02-24' })
    })

    once('sends nothing again on a closed day, although the provider does not know of it', async () => {
      const world = await fresh({ open, now: '2026-02-14T08:00:00.000Z' })
      const payer = withAlipay(world)
      const [voucher] = await claimed(world)
      await approved(world)
      payer.answer = ({ what }) =>
        what === 'send' ? { state: 'unknown', code: null } : { state: 'not_found', code: null }
      await sweepPayouts(world.ports)
      world.wait(2 * 24 * 60)
      await sweepPayouts(world.ports)
      expect(payer.asked.at(-1)?.what).toBe('query')
      expect(sends(payer)).toHaveLength(1)
      payer.answer = ({ what }) =>
        what === 'send' ? { state: 'succeeded', code: null } : { state: 'not_found', code: null }
      world.wait(8 * 24 * 60)
      await sweepPayouts(world.ports)
      expect(sends(payer)).toHaveLength(2)
      expect(await payoutOf(world, voucher ?? { id: '' })).toMatchObject({ payoutState: 'paid', nth: 1 })
    })

    once('does not stop asking: what was open before it is settled in it', async () => {
      const world = await fresh({ open, now: '2026-02-14T08:00:00.000Z' })
      const payer = withAlipay(world)
      const [voucher] = await claimed(world)
      await approved(world)
      payer.answer = () => ({ state: 'unknown', code: null })
      await sweepPayouts(world.ports)
      payer.answer = () => ({ state: 'succeeded', code: null })
      world.wait(2 * 24 * 60)
      await sweepPayouts(world.ports)
      expect(await payoutOf(world, voucher ?? { id: '' })).toMatchObject({ payoutState: 'paid' })
    })
  })
})
