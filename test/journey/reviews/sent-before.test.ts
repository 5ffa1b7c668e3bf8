import { describe, expect, it } from 'vitest'
import { rejectResponse, undoRejected } from '../../../src/journey/reviews/judge.ts'
import { sentBefore } from '../../../src/journey/reviews/sent-before.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { holdVoucher } from '../../../src/rewards/vouchers/actions.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { approved, claimed, staffAs, withAlipay } from '../../support/claimed.ts'
import { fresh } from '../../support/databases/fresh.ts'

describe('how many that were held had been paid for', () => {
  /** `3/1 2/0`: three held on the first day, of which one had been paid for, then two. */
  const days = (text: string) =>
    text.split(' ').map((part, at) => {
      const [held = 0, sent = 0] = part.split('/').map(Number)
      return { day: `2026-05-0${at + 1}`, held, sent }
    })
  it.each([
    ['4/1', null],
    ['5/1', { day: '2026-05-01', held: 5, sent: 1 }],
    ['3/1 2/2', { day: '2026-05-02', held: 5, sent: 3 }],
    ['6/1 4/4', { day: '2026-05-01', held: 6, sent: 1 }],
    ['6/1 4/4 1/0', { day: '2026-05-03', held: 11, sent: 5 }],
  ] as const)('of %s is said %j: of five together, or not at all', (text, expected) => {
    expect(sentBefore(days(text), 5)).toEqual(expected)
  })

  it('is said on the page of reviews the day after, and never of one', async () => {
    const world = await fresh({ smallestGroup: 3 })
    withAlipay(world).answer = () => ({ state: 'succeeded', code: 'SUCCESS' })
    const vouchers = await claimed(world, 2)
    await approved(world)
    await sweepPayouts(world.ports)
    const waiting = (await claimed(world, 4)).slice(2)
    const mei = await staffAs(world, 'admin')
    const [one] = vouchers
    const [other, third] = waiting
    if (one === undefined || other === undefined || third === undefined) throw new Error('too few')
    for (const { id } of [one, other]) await holdVoucher(world.ports, mei, id, 'automated')
    // Held by one decision, whatever is undone behind it: else three would be said of two.
    await rejectResponse(world.ports, mei, other.id, 'automated')
    await undoRejected(world.ports, mei, other.id)
    const reviewsText = async () => textOf((await (await signedIn(world, 'admin')).open('/admin/reviews')).html)
    expect(await reviewsText()).toContain('unless the payment has already been sent.')
    expect(await reviewsText()).not.toContain('had been sent by then')
    world.wait(24 * 60)
    expect(await reviewsText()).not.toContain('had been sent by then')
    await holdVoucher(world.ports, mei, third.id, 'automated')
    world.wait(24 * 60)
    expect(await reviewsText()).toContain(
      'Of 3 responses held up to 2026-11-24, the payments of 1 had been sent by then.',
    )
  })
})
