/** A voucher is claimed once, an account once a study, and nobody learns of the other. */
import { describe, expect, it } from 'vitest'
import type { ClaimStepsTable, ClaimsTable, VouchersTable } from '../../../schema/tables.ts'
import type { Payee } from '../../../src/ports.ts'
import { prepareBatch } from '../../../src/rewards/batches/prepare.ts'
import { changePayee, claimVoucher } from '../../../src/rewards/claims/claim.ts'
import { decryptPayee } from '../../../src/rewards/payees/encrypt.ts'
import { normalisePayee } from '../../../src/rewards/payees/normalise.ts'
import { balances, expectBooksToBalance } from '../../support/books.ts'
import { alipay, claimed, claimShown, frozen, issued, staffAs, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, interpose, reward, rowsOf } from '../../support/databases/fresh.ts'
import { losingOneReply } from '../../support/databases/lost-reply.ts'
import { addVouchers } from '../../support/export-rows.ts'
import { manualPayer } from '../../support/payer.ts'
import type { World, WorldOptions } from '../../support/world.ts'

const made = { claimed: true }
const claims = (world: World) => rowsOf<ClaimsTable>(world, 'claims')
const steps = (world: World) => rowsOf<ClaimStepsTable>(world, 'claim_steps')
const hundred = Array.from({ length: 100 }, (_, i) => i)

async function offering(open: WorldOptions['open'], options: Partial<WorldOptions> = {}): Promise<World> {
  const world = await fresh({ open, ...options })
  withAlipay(world)
  return world
}

/** The same moves of money as before: claiming moves none. */
async function owed(world: World) {
  return (await balances(world)).reduce((all, { liability }) => all + liability, 0)
}

forEachDatabase((_, open, once) => {
  describe('claiming', () => {
    it('says where the money goes, encrypted, and moves no money', async () => {
      const world = await offering(open)
      const voucher = await issued(world)
      const before = await rowsOf(world, 'transfers')
      expect(await claimVoucher(world.ports, voucher, alipay(1), 'holder')).toEqual(made)
      const [claim] = await claims(world)
      expect(claim).toMatchObject({ voucher_id: voucher.id, state: 'ready', eligible_at: world.ports.clock.now() })
      expect(await decryptPayee(world.ports, { payee: claim?.payee ?? '', voucherId: voucher.id })).toEqual(alipay(1))
      expect((await rowsOf<VouchersTable>(world, 'vouchers'))[0]?.state).toBe('claimed')
      expect(await rowsOf(world, 'transfers')).toEqual(before)
      expect(await owed(world)).toBe(reward)
      const audit = await rowsOf<{ action: string; subject: string }>(world, 'audit_entries')
      expect(audit.filter(({ action }) => action === 'claim.made').map(({ subject }) => subject)).toEqual([claim?.id])
      await expectBooksToBalance(world)
    })

    it('a hundred times at once makes one claim, and every answer is the same', async () => {
      const world = await offering(open)
      const voucher = await issued(world)
      const answers = await Promise.all(hundred.map(() => claimVoucher(world.ports, voucher, alipay(1), 'holder')))
      expect(answers).toEqual(hundred.map(() => made))
      expect(await claims(world)).toHaveLength(1)
      expect(await steps(world)).toHaveLength(1)
      await expectBooksToBalance(world)
    })

    it('for ten accounts at once keeps one of them, and tells the others', async () => {
      const world = await offering(open)
      const voucher = await issued(world)
      const answers = await Promise.all(
        hundred.slice(0, 10).map((n) => claimVoucher(world.ports, voucher, alipay(n), 'holder')),
      )
      expect(answers.filter((answer) => 'claimed' in answer)).toHaveLength(1)
      expect(answers.filter((answer) => 'refused' in answer)).toEqual(
        hundred.slice(1, 10).map(() => ({ refused: 'claimed_before' })),
      )
      const [claim] = await claims(world)
      const winner = answers.findIndex((answer) => 'claimed' in answer)
      expect(await decryptPayee(world.ports, { payee: claim?.payee ?? '', voucherId: voucher.id })).toEqual(
        alipay(winner),
      )
      await expectBooksToBalance(world)
    })

    it('whose answer got lost is the same claim on sending again', async () => {
      const world = await offering(open)
      const voucher = await issued(world)
      const { db } = world.ports
      interpose(world, losingOneReply)
      await expect(claimVoucher(world.ports, voucher, alipay(1), 'holder')).rejects.toThrow('lost')
      interpose(world, () => db)
      expect(await claimVoucher(world.ports, voucher, alipay(1), 'holder')).toEqual(made)
      expect(await claims(world)).toHaveLength(1)
    })

    once('is refused for a voucher that is held, and for one that nobody has', async () => {
      const world = await offering(open, { study: (study) => ({ ...study, openLinkPolicy: 'hold' }) })
      const voucher = await issued(world)
      expect(await claimVoucher(world.ports, voucher, alipay(1), 'holder')).toEqual({ refused: 'held' })
      expect(await claimVoucher(world.ports, { id: 'v_none' }, alipay(1), 'holder')).toEqual({ refused: 'not_found' })
      expect(await claims(world)).toEqual([])
    })

    once('is refused through a channel that the offer does not have, or nobody pays', async () => {
      const world = await offering(open)
      const voucher = await issued(world)
      const gift = { channel: 'gift' as const, fields: { email: 'mei@example.org' } }
      const fps = { channel: 'fps' as const, fields: { phone: '+85291234567', name: 'Chan Tai Man' } }
      for (const payee of [gift, fps]) {
        expect(await claimVoucher(world.ports, voucher, payee, 'holder')).toEqual({ refused: 'not_offered' })
      }
      world.ports.payers = []
      expect(await claimVoucher(world.ports, voucher, alipay(1), 'holder')).toEqual({ refused: 'not_offered' })
      expect(await claims(world)).toEqual([])
    })
  })

  describe('a gift', () => {
    const gift = (email: string): Payee => ({ channel: 'gift', fields: { email } })
    /** So many vouchers whose offer is paid by gifts, made straight away. */
    async function giving(count: number) {
      const world = await fresh({
        open,
        study: (study) => ({
          ...study,
          offers: study.offers.map((offer) => ({ ...offer, channels: ['gift'] as const })),
        }),
      })
      withAlipay(world, { provider: 'tremendous', channels: ['gift'] })
      await addVouchers(world, count, 'issued')
      return { world, vouchers: await rowsOf<VouchersTable>(world, 'vouchers') }
    }

    it('to a mailbox that is thrown away waits for a person, is in no batch, and its holder reads no more than another', async () => {
      const { world, vouchers } = await giving(2)
      const [thrown, kept] = vouchers
      if (thrown === undefined || kept === undefined) throw new Error('no voucher')
      expect(await claimVoucher(world.ports, thrown, gift('mei@mailinator.com'), 'holder')).toEqual(made)
      expect((await claims(world)).map(({ state }) => state)).toEqual(['held'])
      expect((await steps(world)).map(({ reason }) => reason)).toEqual(['disposable_mailbox'])
      const wanted = { studyId: world.study.id, provider: 'tremendous', channel: 'gift', currency: 'CNY' } as const
      const prepare = async () =>
        prepareBatch(world.ports, await staffAs(world, 'preparer'), { ...wanted, limits: world.study.settings.limits })
      expect(await prepare()).toEqual({ refused: 'nothing_ready' })
      expect(await claimVoucher(world.ports, kept, gift('mei@gmail.com'), 'holder')).toEqual(made)
      const shown = await Promise.all([thrown, kept].map((it) => claimShown(world, it.id)))
      expect({ ...shown[0], id: '', payee: [] }).toEqual({ ...shown[1], id: '', payee: [] })
      expect(await prepare()).toMatchObject({ held: 0 })
      expect((await rowsOf(world, 'payouts')).map(({ voucher_id }) => voucher_id)).toEqual([kept.id])
      expect(await owed(world)).toBe(2 * reward)
    })

    it('of twelve of one domain at once, five are ready and all others wait for a person', async () => {
      const { world, vouchers } = await giving(12)
      const answers = await Promise.all(
        vouchers.map((voucher, n) => claimVoucher(world.ports, voucher, gift(`u${n}@catch.example.dev`), 'holder')),
      )
      expect(answers).toEqual(vouchers.map(() => made))
      const all = await claims(world)
      expect(all.filter(({ state }) => state === 'ready')).toHaveLength(5)
      expect(all.filter(({ state }) => state === 'held')).toHaveLength(7)
      expect((await steps(world)).filter(({ reason }) => reason === 'many_of_one_domain')).toHaveLength(7)
      expect(await owed(world)).toBe(12 * reward)
    })
  })

  describe('one account', () => {
    it('claimed by two vouchers at once is ready for one and held for the other, and both are told the same', async () => {
      const world = await offering(open)
      const vouchers = [await issued(world, 1), await issued(world, 2)]
      const answers = await Promise.all(vouchers.map((it) => claimVoucher(world.ports, it, alipay(1), 'holder')))
      expect(answers).toEqual([made, made])
      expect((await claims(world)).map(({ state }) => state).sort()).toEqual(['held', 'ready'])
      expect((await steps(world)).map(({ reason }) => reason)).toContain('account_in_use')
      const [one, other] = await Promise.all(vouchers.map((it) => claimShown(world, it.id)))
      expect({ ...one, id: '', madeAt: '' }).toEqual({ ...other, id: '', madeAt: '' })
      await expectBooksToBalance(world)
    })

    it('claimed by twenty vouchers at once is ready for one', async () => {
      const world = await offering(open)
      const vouchers = []
      for (const seed of hundred.slice(0, 20)) vouchers.push(await issued(world, seed))
      const answers = await Promise.all(vouchers.map((it) => claimVoucher(world.ports, it, alipay(1), 'holder')))
      expect(answers).toEqual(vouchers.map(() => made))
      const states = (await claims(world)).map(({ state }) => state)
      expect(states.filter((state) => state === 'ready')).toHaveLength(1)
      expect(states.filter((state) => state === 'held')).toHaveLength(19)
      await expectBooksToBalance(world)
    })

    it('of a wallet is one however it was typed, and another one in the other wallet', async () => {
      const world = await offering(open)
      world.ports.payers = [manualPayer()]
      const payeeOf = (channel: 'alipayhk' | 'mpay', currency: string, phone: string) => {
        const read = normalisePayee(channel, currency, { phone, name: 'CHAN T** M**' })
        if ('faults' in read) throw new Error(JSON.stringify(read.faults))
        return read.payee
      }
      const states: string[] = []
      for (const [place, channel, currency, typed] of [
        [3, 'mpay', 'MOP', '6612 3456'],
        [3, 'mpay', 'MOP', '+853-66123456'],
        [2, 'alipayhk', 'HKD', '66123456'],
        [2, 'alipayhk', 'HKD', '００８５２ ６６１２ ３４５６'],
      ] as const) {
        const voucher = await issued(world, states.length + 1, { place })
        expect(await claimVoucher(world.ports, voucher, payeeOf(channel, currency, typed), 'holder')).toEqual(made)
        states.push((await claims(world)).find((it) => it.voucher_id === voucher.id)?.state ?? '')
      }
      expect(states).toEqual(['ready', 'held', 'ready', 'held'])
      await expectBooksToBalance(world)
    })

    it('is free again once its claim went to another account', async () => {
      const world = await offering(open)
      const [one] = await claimed(world)
      if (one === undefined) throw new Error('no voucher')
      await changePayee(world.ports, one, alipay(2), 'holder')
      const other = await issued(world, 9)
      await claimVoucher(world.ports, other, alipay(1), 'holder')
      const live = (await claims(world)).filter(({ state }) => state !== 'ended')
      expect(live.map(({ state }) => state)).toEqual(['ready', 'ready'])
    })

    once('that is being paid already holds whoever changes to it', async () => {
      const world = await offering(open)
      await claimed(world, 1)
      await frozen(world)
      const other = await issued(world, 9)
      await claimVoucher(world.ports, other, alipay(9), 'holder')
      expect(await changePayee(world.ports, other, alipay(1), 'holder')).toEqual(made)
      expect((await claims(world)).find((it) => it.voucher_id === other.id && it.state !== 'ended')?.state).toBe('held')
      await expectBooksToBalance(world)
    })
  })

  describe('changing the account', () => {
    it('ends one claim and begins another, which waits a day', async () => {
      const world = await offering(open)
      const [voucher] = await claimed(world)
      if (voucher === undefined) throw new Error('no voucher')
      world.wait(10)
      const now = Date.parse(world.ports.clock.now())
      expect(await changePayee(world.ports, voucher, alipay(2), 'holder')).toEqual(made)
      expect(await changePayee(world.ports, voucher, alipay(2), 'holder')).toEqual(made)
      const all = await claims(world)
      expect(all.map(({ state }) => state).sort()).toEqual(['ended', 'ready'])
      expect(all.find(({ state }) => state === 'ready')?.eligible_at).toBe(new Date(now + 86_400_000).toISOString())
      await expect(frozen(world)).rejects.toThrow('nothing_ready')
      world.wait(24 * 60)
      await frozen(world)
      await expectBooksToBalance(world)
    })

    once('back to the first one waits a day as well, and a corrected name does not', async () => {
      const world = await offering(open)
      const [voucher] = await claimed(world)
      if (voucher === undefined) throw new Error('no voucher')
      const eligible = async () => (await claims(world)).find(({ state }) => state === 'ready')?.eligible_at
      const corrected = { ...alipay(1), fields: { ...alipay(1).fields, name: '王晓明' } }
      await changePayee(world.ports, voucher, corrected, 'holder')
      expect(await eligible()).toBe(world.ports.clock.now())
      await changePayee(world.ports, voucher, alipay(2), 'holder')
      await changePayee(world.ports, voucher, alipay(1), 'holder')
      expect(Date.parse((await eligible()) ?? '')).toBe(Date.parse(world.ports.clock.now()) + 86_400_000)
    })

    once('is refused before there is a claim, and once a batch holds it', async () => {
      const world = await offering(open)
      const voucher = await issued(world)
      expect(await changePayee(world.ports, voucher, alipay(2), 'holder')).toEqual({ refused: 'not_claimed' })
      await claimVoucher(world.ports, voucher, alipay(1), 'holder')
      await frozen(world)
      expect(await changePayee(world.ports, voucher, alipay(2), 'holder')).toEqual({ refused: 'frozen' })
      expect(await claimVoucher(world.ports, voucher, alipay(2), 'holder')).toEqual({ refused: 'claimed_before' })
      expect(await claims(world)).toHaveLength(1)
    })

    it('at the moment a batch is frozen: one of the two happens', async () => {
      const world = await offering(open)
      const preparer = await staffAs(world, 'preparer')
      const { id: studyId, settings } = world.study
      const wanted = {
        studyId,
        provider: 'alipay',
        channel: 'alipay',
        currency: 'CNY',
        limits: settings.limits,
      } as const
      for (let seed = 1; seed <= 6; seed++) {
        const voucher = await issued(world, seed)
        await claimVoucher(world.ports, voucher, alipay(seed), 'holder')
        const freeze = () => prepareBatch(world.ports, preparer, wanted)
        const change = () => changePayee(world.ports, voucher, alipay(seed + 50), 'holder')
        const both = seed % 2 === 0 ? [change(), freeze()] : [freeze(), change()]
        await Promise.all(both)
        const mine = (await claims(world)).filter((it) => it.voucher_id === voucher.id)
        const states = mine.map(({ state }) => state).sort()
        expect([['frozen'], ['ended', 'ready']]).toContainEqual(states)
        const inBatches = await rowsOf<{ claim_id: string }>(world, 'payouts')
        const isInBatch = inBatches.some(({ claim_id }) => mine.some(({ id }) => id === claim_id))
        expect(isInBatch).toBe(states.length === 1)
      }
      await expectBooksToBalance(world)
    })

    it('to two accounts at once keeps one claim', async () => {
      const world = await offering(open)
      const [voucher] = await claimed(world)
      if (voucher === undefined) throw new Error('no voucher')
      await Promise.all([2, 3, 4, 5].map((n) => changePayee(world.ports, voucher, alipay(n), 'holder')))
      expect((await claims(world)).filter(({ state }) => state !== 'ended')).toHaveLength(1)
      await expectBooksToBalance(world)
    })
  })
})
