/** A taxed reward: the budget bears the gross, its holder gets the net, and the rest is owed to the tax office. */
import { describe, expect, it } from 'vitest'
import { reopened } from '../../../src/reconciliation/exceptions/reopen.ts'
import { auditDatabase } from '../../../src/reconciliation/integrity/audit.ts'
import { readClosing } from '../../../src/reconciliation/reports/read-study.ts'
import { transfer } from '../../../src/rewards/ledger/ledger.ts'
import type { Tax } from '../../../src/rewards/offers/tax.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { sweepExpired } from '../../../src/rewards/vouchers/expire.ts'
import { sealAudit } from '../../../src/staff/audit-trail/seal.ts'
import { begun } from '../../support/begun.ts'
import { balances, expectBooksToBalance } from '../../support/books.ts'
import { approved, claimed, issued, payoutOf, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh } from '../../support/databases/fresh.ts'
import type { World, WorldOptions } from '../../support/world.ts'

/** A study whose first offer is of 20.00 with this tax, and has this budget. */
const taxed =
  (tax: Tax, budgetMinor = 100_000): WorldOptions['study'] =>
  (study) => ({
    ...study,
    settings: { ...study.settings, tax, voucherDays: 3, graceDays: 0 },
    offers: study.offers.map((offer, i) => (i === 0 ? { ...offer, budgetMinor } : offer)),
  })
const grossUp: Tax = { mode: 'gross_up', rateBasisPoints: 2_000 }
const net: Tax = { mode: 'net', rateBasisPoints: 2_000 }

const cny = async (world: World) => {
  const [offer] = world.study.offers
  return (await balances(world)).find(({ offer_id }) => offer_id === offer?.id)
}

async function expectAllWell(world: World) {
  await expectBooksToBalance(world)
  await sealAudit(world.ports, true)
  expect((await auditDatabase(world.ports)).filter(({ ok }) => !ok)).toEqual([])
}

forEachDatabase((_, open, once) => {
  describe('a taxed reward', () => {
    it.each([
      {
        tax: grossUp,
        way: 'grossed up: 20.00 reach the holder, and 25.00 are borne',
        amountMinor: 2_000,
        taxMinor: 500,
      },
      { tax: net, way: 'net: 20.00 are borne, and 16.00 reach the holder', amountMinor: 1_600, taxMinor: 400 },
    ])('$way', async ({ tax, amountMinor, taxMinor }) => {
      const gross = amountMinor + taxMinor
      const world = await fresh({ open, study: taxed(tax) })
      const payer = withAlipay(world)
      await begun(world, { seed: 9 })
      expect(await cny(world)).toMatchObject({ reserved: gross })
      const [voucher] = await claimed(world)
      expect(voucher).toMatchObject({ amountMinor, taxMinor })
      expect(await cny(world)).toMatchObject({ reserved: gross, liability: gross, tax: 0 })
      await approved(world)
      payer.answer = () => ({ state: 'accepted', code: null })
      await sweepPayouts(world.ports)
      expect(await cny(world)).toMatchObject({ liability: 0, clearing: gross, paid: 0, tax: 0 })
      await expectAllWell(world)
      payer.answer = () => ({ state: 'succeeded', code: null })
      world.wait(60)
      await sweepPayouts(world.ports)
      expect(payer.asked[0]?.order).toMatchObject({ amountMinor })
      expect(await cny(world)).toMatchObject({ clearing: 0, paid: amountMinor, tax: taxMinor })
      await expectAllWell(world)
    })

    it('goes back whole when its payment fails, and when it expires', async () => {
      const world = await fresh({ open, study: taxed(grossUp), now: '2026-03-10T02:00:00.000Z' })
      const payer = withAlipay(world)
      const [voucher] = await claimed(world)
      await approved(world)
      payer.answer = () => ({ state: 'failed', code: 'PAYEE_NOT_EXIST', reason: 'payee_not_found' })
      await sweepPayouts(world.ports)
      expect(await payoutOf(world, voucher ?? { id: '' })).toMatchObject({ voucherState: 'issued' })
      expect(await cny(world)).toMatchObject({ liability: 2_500, clearing: 0, paid: 0, tax: 0 })
      world.wait(30 * 24 * 60)
      expect(await sweepExpired(world.ports)).toBe(1)
      expect(await cny(world)).toMatchObject({ available: 100_000, liability: 0 })
      await expectAllWell(world)
    })

    it('that came back after it was paid is owed again with its tax', async () => {
      const world = await fresh({ open, study: taxed(grossUp) })
      withAlipay(world)
      const [voucher] = await claimed(world)
      await approved(world)
      await sweepPayouts(world.ports)
      const { payoutId, attemptId } = await payoutOf(world, voucher ?? { id: '' })
      const back = await reopened(world.ports, payoutId, attemptId ?? '', 'sweep')
      if ('refused' in back) throw new Error(back.refused)
      expect((await world.ports.db.together(...back.rows, ...transfer(...back.money))).done).toBe(true)
      expect(await cny(world)).toMatchObject({ liability: 2_500, paid: 0, tax: 0 })
      await expectBooksToBalance(world)
    })

    it('is not promised from a budget that has the net and not the gross', async () => {
      const world = await fresh({ open, study: taxed(grossUp, 2_499) })
      await begun(world, { seed: 9 })
      expect(await cny(world)).toMatchObject({ available: 2_499, reserved: 0 })
      const enough = await fresh({ open, study: taxed(grossUp, 2_500) })
      await issued(enough)
      expect(await cny(enough)).toMatchObject({ available: 0, liability: 2_500 })
    })

    once('stands in the closing certificate, whose parts make the budget', async () => {
      const world = await fresh({ open, study: taxed(net) })
      withAlipay(world)
      await claimed(world)
      await approved(world)
      await sweepPayouts(world.ports)
      world.wait(2 * 24 * 60)
      const closing = await readClosing(world.ports, 'study-abroad')
      expect(closing).toMatchObject({ tax: 'net' })
      const account = closing?.accounts.find(({ currency }) => currency === 'CNY')
      expect(account).toMatchObject({ budgetMinor: 100_000, paidMinor: 1_600, taxMinor: 400 })
      expect(account?.left).toEqual({ available: 98_000, reserved: 0, liability: 0, clearing: 0 })
    })
  })
})
