/** What providers post to us: believed when signed, taken once, and never needed. */
import { describe, expect, it } from 'vitest'
import type { ProviderNotice } from '../../../src/ports.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { approved, claimed, payoutOf, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import type { World, WorldOptions } from '../../support/world.ts'

/** A provider whose notices are `event reference state`, signed when they begin with `signed`. */
async function accepted(open: WorldOptions['open']) {
  const world = await fresh({ open })
  const payer = withAlipay(world)
  payer.answer = () => ({ state: 'accepted', code: null, providerId: 'order-1' })
  payer.receive = async ({ body }): Promise<ProviderNotice> => {
    const [sign, eventId = '', reference = '', state] = body.split(' ')
    if (sign !== 'signed')
      return { ok: false, why: 'signature', reply: { status: 401, body: 'no', contentType: 'text/plain' } }
    const answer = state === 'news' ? null : ({ state, code: null } as never)
    return { ok: true, eventId, reference, answer, reply: { status: 200, body: 'success', contentType: 'text/plain' } }
  }
  const [voucher = { id: '' }] = await claimed(world)
  await approved(world)
  await sweepPayouts(world.ports)
  const { reference } = await payoutOf(world, voucher)
  return { world, payer, voucher, reference: reference ?? '' }
}

/** As a provider posts it: from elsewhere, without an Origin. */
async function post(world: World, body: string, provider = 'alipay'): Promise<Response> {
  const url = `${world.ports.settings.origin}/providers/${provider}/notices`
  return world.app.request(url, { method: 'POST', body })
}

forEachDatabase((_, open, once) => {
  describe('a notice', () => {
    it('fifty times at once is one transition, and each is thanked for', async () => {
      const { world, voucher, reference } = await accepted(open)
      const replies = await Promise.all(
        Array.from({ length: 50 }, () => post(world, `signed e1 ${reference} succeeded`)),
      )
      expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
      expect(await payoutOf(world, voucher)).toMatchObject({ payoutState: 'paid' })
      expect((await rowsOf(world, 'transfers')).filter(({ credit }) => credit === 'paid')).toHaveLength(1)
      expect(await rowsOf(world, 'provider_events')).toHaveLength(1)
      await expectBooksToBalance(world)
    })

    it('replayed months later changes nothing (row 8)', async () => {
      const { world, voucher, reference } = await accepted(open)
      await post(world, `signed e1 ${reference} accepted`)
      world.wait(200 * 24 * 60)
      await post(world, `signed e1 ${reference} failed`)
      expect(await payoutOf(world, voucher)).toMatchObject({ payoutState: 'open' })
    })

    once('that is not signed is refused and changes nothing', async () => {
      const { world, voucher, reference } = await accepted(open)
      const reply = await post(world, `forged e1 ${reference} succeeded`)
      expect(reply.status).toBe(401)
      expect(await payoutOf(world, voucher)).toMatchObject({ payoutState: 'open' })
      expect(await rowsOf(world, 'provider_events')).toEqual([])
    })

    once('that only says there is news has the provider asked before anything moves', async () => {
      const { world, payer, voucher } = await accepted(open)
      payer.answer = () => ({ state: 'succeeded', code: null })
      await post(world, 'signed e1 order:order-1 news')
      expect(payer.asked.at(-1)?.what).toBe('query')
      expect(await payoutOf(world, voucher)).toMatchObject({ payoutState: 'paid' })
    })

    once('of a reference that is not ours is kept and moves nothing', async () => {
      const { world, voucher } = await accepted(open)
      expect((await post(world, 'signed e1 SOMEBODYELSE succeeded')).status).toBe(200)
      expect(await payoutOf(world, voucher)).toMatchObject({ payoutState: 'open' })
      expect(await rowsOf(world, 'provider_events')).toHaveLength(1)
    })

    it('that says failed after one that said paid is seen by a person, and moves nothing (row 7)', async () => {
      const { world, voucher, reference } = await accepted(open)
      await post(world, `signed e2 ${reference} succeeded`)
      await post(world, `signed e1 ${reference} failed`)
      expect(await payoutOf(world, voucher)).toMatchObject({ payoutState: 'paid' })
      expect(await rowsOf(world, 'exceptions')).toMatchObject([{ class: 'state_conflict' }])
      await expectBooksToBalance(world)
    })

    once('for a provider that is not set up, or posts nothing, finds nobody', async () => {
      const { world } = await accepted(open)
      expect((await post(world, 'x', 'wechat')).status).toBe(404)
      expect((await post(world, 'x', 'nobody')).status).toBe(404)
    })
  })
})
