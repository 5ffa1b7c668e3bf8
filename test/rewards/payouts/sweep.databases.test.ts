/** The sweep goes on, whatever one payout or one provider does, and never stops asking. */
import { describe, expect, it } from 'vitest'
import type { PayAnswer, Payee } from '../../../src/ports.ts'
import { applyAnswer } from '../../../src/rewards/payouts/evidence.ts'
import { dueNow } from '../../../src/rewards/payouts/store.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { alipay, approved, claimed, payoutOf, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, interpose, rowsOf } from '../../support/databases/fresh.ts'
import type { ScriptedPayer } from '../../support/payer.ts'
import { claimByWechat, home, inWechat } from '../../support/wechat.ts'
import type { WorldOptions } from '../../support/world.ts'

const whats = (payer: ScriptedPayer) => payer.asked.map(({ what }) => what)
const gift = (n: number): Payee => ({ channel: 'gift', fields: { email: `student${n}@example.org` } })

/** So many payouts that were sent, whose outcome nobody knows. */
async function unknown(count: number, options: Partial<WorldOptions> = {}) {
  const world = await fresh(options)
  const payer = withAlipay(world)
  payer.answer = () => ({ state: 'unknown', code: 'TIMEOUT' })
  const vouchers = await claimed(world, count)
  await approved(world)
  for (let sent = 0; sent < count; sent += 20) await sweepPayouts(world.ports)
  return { world, payer, vouchers, voucher: vouchers[0] ?? { id: '' } }
}

forEachDatabase((_, open, once) => {
  describe('what may not be sent again', () => {
    once('is what was asked to stop, although the provider does not know of it', async () => {
      const { world, payer, voucher } = await unknown(1, { open })
      const { payoutId, attemptId } = await payoutOf(world, voucher)
      await applyAnswer(
        world.ports,
        { payoutId, attemptId: attemptId ?? '' },
        { state: 'cancelling', code: null },
        'alipay',
      )
      payer.answer = () => ({ state: 'not_found', code: 'NOT_FOUND' })
      world.wait(60)
      await sweepPayouts(world.ports)
      expect(whats(payer)).toEqual(['send', 'query'])
      expect(await payoutOf(world, voucher)).toMatchObject({ attemptState: 'cancelling', payoutState: 'open' })
    })

    it('is what a provider may have done and forgotten; what it only put off is sent however late', async () => {
      const { world, payer, voucher } = await unknown(1, { open })
      payer.answer = ({ what }) =>
        what === 'query' ? { state: 'not_found', code: 'NOT_FOUND' } : { state: 'succeeded', code: null }
      world.wait(28 * 24 * 60)
      await sweepPayouts(world.ports)
      expect(whats(payer)).toEqual(['send', 'query'])
      expect(await payoutOf(world, voucher)).toMatchObject({ attemptState: 'unknown', payoutState: 'open' })

      const other = await fresh({ open })
      const delayed = withAlipay(other)
      delayed.answer = ({ what }) =>
        what === 'query'
          ? { state: 'not_found', code: null }
          : { state: 'delayed', code: null, reason: 'payer_balance' }
      const [late] = await claimed(other)
      await approved(other)
      await sweepPayouts(other.ports)
      other.wait(28 * 24 * 60)
      delayed.answer = ({ what }) =>
        what === 'query' ? { state: 'not_found', code: null } : { state: 'succeeded', code: null }
      await sweepPayouts(other.ports)
      expect(await payoutOf(other, late ?? { id: '' })).toMatchObject({ payoutState: 'paid', nth: 1 })
    })
  })

  describe('before a closure', () => {
    /** A bill that waits for its holder, half an hour before the Spring Festival. */
    async function waitingBill(
      answer: PayAnswer = { state: 'awaiting_user', code: 'WAIT_USER_CONFIRM', confirm: 'package' },
    ) {
      const made = await inWechat({ open, now: '2026-02-13T15:40:00.000Z' })
      await claimByWechat(made.student)
      await approved(made.world, { provider: 'wechat', channel: 'wechat' })
      made.payer.answer = () => answer
      await made.student.post(`${home}/receive`)
      made.world.wait(23 * 60 + 50)
      return made
    }

    it('a bill is stopped once, and then asked for, since it may have been confirmed', async () => {
      const { world, payer } = await waitingBill()
      payer.answer = ({ what }) =>
        what === 'query' ? { state: 'succeeded', code: 'SUCCESS' } : { state: 'unknown', code: 'INVALID_REQUEST' }
      for (let minute = 0; minute < 5; minute++) {
        await sweepPayouts(world.ports)
        world.wait(1)
      }
      expect(whats(payer)).toEqual(['send', 'cancel', 'query'])
      expect(await rowsOf(world, 'payouts')).toMatchObject([{ state: 'paid' }])
      await expectBooksToBalance(world)
    })

    once('what was put off is not asked to stop, since there is nothing', async () => {
      const { world, payer } = await waitingBill({ state: 'delayed', code: 'NOT_ENOUGH', reason: 'payer_balance' })
      payer.answer = () => ({ state: 'not_found', code: 'NOT_FOUND' })
      await sweepPayouts(world.ports)
      expect(whats(payer)).toEqual(['send', 'query'])
      expect(await rowsOf(world, 'attempts')).toMatchObject([{ state: 'stored', code: 'NOT_ENOUGH' }])
    })

    once('why it was stopped is said, also when the provider says later that it is', async () => {
      const { world, payer } = await waitingBill()
      payer.answer = () => ({ state: 'cancelling', code: 'CANCELING' })
      await sweepPayouts(world.ports)
      payer.answer = () => ({ state: 'cancelled', code: 'CANCELLED' })
      world.wait(10)
      await sweepPayouts(world.ports)
      const steps = await rowsOf<{ state: string; reason: string | null }>(world, 'attempt_steps')
      expect(steps.find(({ state }) => state === 'cancelled')?.reason).toBe('cancelled_before_closure')
      await expectBooksToBalance(world)
    })
  })

  it('one payout that cannot be stored or sent keeps no other from its turn', async () => {
    const world = await fresh({ open })
    const payer = withAlipay(world)
    const [bad, good] = await claimed(world, 2)
    await approved(world)
    const { payoutId } = await payoutOf(world, bad ?? { id: '' })
    const { db } = world.ports
    const isBad = ({ sql, values }: { sql: string; values: readonly unknown[] }) =>
      sql.includes('insert into "payout_steps"') && values[0] === payoutId
    interpose(world, () => ({
      ...db,
      together: (...writes) => (writes.some(isBad) ? Promise.reject(new Error('cannot')) : db.together(...writes)),
    }))
    await expect(sweepPayouts(world.ports)).rejects.toThrow('cannot')
    expect(await payoutOf(world, good ?? { id: '' })).toMatchObject({ payoutState: 'paid' })

    interpose(world, () => db)
    payer.answer = () => {
      throw new Error('unreadable')
    }
    const [next] = await claimed(world, 1, (n) => alipay(n + 10))
    await approved(world)
    await expect(sweepPayouts(world.ports)).rejects.toThrow('unreadable')
    const open2 = [bad, next].map(async (voucher) => (await payoutOf(world, voucher ?? { id: '' })).calls)
    expect(await Promise.all(open2)).toEqual([1, 1])
  })
})

describe('more than one run takes', () => {
  const many = 21

  it('of a provider that is not configured any more holds up no other provider', async () => {
    const { world } = await unknown(many)
    world.ports.payers = []
    const tremendous = withAlipay(world, { provider: 'tremendous', channels: ['gift'] })
    await claimed(world, 1, gift)
    await approved(world, { provider: 'tremendous', channel: 'gift' })
    world.wait(10)
    await sweepPayouts(world.ports)
    expect(whats(tremendous)).toEqual(['send'])
  })

  it('that has ended and is due all the same holds up nothing that is open', async () => {
    const { world, payer, vouchers } = await unknown(many)
    payer.answer = () => ({ state: 'succeeded', code: null })
    world.wait(10)
    for (let run = 0; run < 2; run++) await sweepPayouts(world.ports)
    for (const voucher of vouchers) {
      const { attemptId, payoutState } = await payoutOf(world, voucher)
      expect(payoutState).toBe('paid')
      await world.ports.db.together(dueNow({ attemptId: attemptId ?? '', at: world.ports.clock.now() }))
    }
    world.wait(1)
    const [next] = await claimed(world, 1, (n) => alipay(n + many))
    await approved(world)
    await sweepPayouts(world.ports)
    expect(await payoutOf(world, next ?? { id: '' })).toMatchObject({ payoutState: 'paid' })
  })
})
