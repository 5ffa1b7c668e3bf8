/** Voiding, replacing and releasing take two people, and end one way whatever happens beside them. */
import { describe, expect, it } from 'vitest'
import type { ClaimsTable, VouchersTable } from '../../../schema/tables.ts'
import { first } from '../../../src/platform/db/together.ts'
import { prepareBatch } from '../../../src/rewards/batches/prepare.ts'
import { changePayee, claimVoucher } from '../../../src/rewards/claims/claim.ts'
import { transfer } from '../../../src/rewards/ledger/ledger.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { holdVoucher, rejectVoucher } from '../../../src/rewards/vouchers/actions.ts'
import { endingEffects } from '../../../src/rewards/vouchers/effects.ts'
import { sweepExpired } from '../../../src/rewards/vouchers/expire.ts'
import type { reasonsFor } from '../../../src/rewards/vouchers/lifecycle.ts'
import { type LifecycleKind, proposeLifecycle } from '../../../src/rewards/vouchers/propose.ts'
import { voucherOfRespondent } from '../../../src/rewards/vouchers/store.ts'
import { idInCode, isCodeOf, voucherCode } from '../../../src/rewards/vouchers/voucher.ts'
import { decideProposal } from '../../../src/staff/approvals/actions.ts'
import { balances, expectBooksToBalance } from '../../support/books.ts'
import { alipay, approved, claimed, frozen, issued, staffAs, untilFinal, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, reward, rewards, rowsOf } from '../../support/databases/fresh.ts'
import type { World, WorldOptions } from '../../support/world.ts'

const rows = (world: World) => rowsOf<VouchersTable>(world, 'vouchers')
const states = async (world: World) => (await rows(world)).map(({ state }) => state)
const claims = (world: World) => rowsOf<ClaimsTable>(world, 'claims')
const cny = async (world: World) => (await balances(world)).find(({ total }) => total > 0)

async function withPeople(open: WorldOptions['open'], options: Partial<WorldOptions> = {}) {
  const world = await fresh({ open, study: rewards(20, 0, 0), ...options })
  withAlipay(world)
  return world
}

const code = { voucher_voided: 'wrong_person', voucher_reissued: 'lost_link', claim_released: 'looks_genuine' } as const

async function proposed(world: World, kind: LifecycleKind, subject: string) {
  const by = await staffAs(world, 'preparer')
  return proposeLifecycle(world.ports, by, {
    kind,
    subject,
    code: code[kind] as (typeof reasonsFor.void)[number],
    words: 'Please look.',
  })
}

/** One proposes it and another confirms it. */
async function confirmed(world: World, kind: LifecycleKind, subject: string) {
  const made = await proposed(world, kind, subject)
  return 'refused' in made ? made : confirm(world, kind, made.proposed)
}

async function confirm(world: World, kind: LifecycleKind, proposalId: string) {
  return decideProposal(world.ports, await staffAs(world, 'approver'), proposalId, 'confirmed', endingEffects[kind])
}

const decided = { decided: 'confirmed' }

async function replacementOf(world: World, voucher: { respondentId: string }) {
  const found = await first(world.ports.db, voucherOfRespondent({ respondentId: voucher.respondentId }))
  if (found === undefined) throw new Error('no voucher')
  return found
}

forEachDatabase((_, open, once) => {
  describe('voiding', () => {
    it('gives the money of an issued, a claimed and a held voucher back', async () => {
      const world = await withPeople(open)
      const [claimedOne] = await claimed(world)
      const [plain, held] = [await issued(world, 2), await issued(world, 3)]
      await holdVoucher(world.ports, await staffAs(world, 'admin'), held.id, 'other')
      for (const { id } of [plain, held, { id: claimedOne?.id ?? '' }]) {
        expect(await confirmed(world, 'voucher_voided', id)).toEqual(decided)
      }
      expect(await states(world)).toEqual(['voided', 'voided', 'voided'])
      expect((await claims(world)).map(({ state }) => state)).toEqual(['ended'])
      expect(await cny(world)).toMatchObject({ available: 20 * reward, reserved: 0, liability: 0 })
      expect(await claimVoucher(world.ports, plain, alipay(1), 'holder')).toEqual({ refused: 'voided' })
      await expectBooksToBalance(world)
    })

    it('is refused while a batch holds the claim, whether it was proposed before or after', async () => {
      const world = await withPeople(open)
      const [voucher] = await claimed(world)
      const early = await proposed(world, 'voucher_voided', voucher?.id ?? '')
      await frozen(world)
      expect(await confirm(world, 'voucher_voided', 'proposed' in early ? early.proposed : '')).toEqual({
        refused: 'frozen',
      })
      expect(await states(world)).toEqual(['claimed'])
      expect(await proposed(world, 'voucher_reissued', voucher?.id ?? '')).toEqual({ refused: 'frozen' })
      await expectBooksToBalance(world)
    })

    it('while a batch is frozen: it is void, or it is in the batch', async () => {
      const world = await withPeople(open)
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
        const made = await proposed(world, 'voucher_voided', voucher.id)
        const voiding = () => confirm(world, 'voucher_voided', 'proposed' in made ? made.proposed : '')
        const freeze = () => prepareBatch(world.ports, preparer, wanted)
        await Promise.all(seed % 2 === 0 ? [voiding(), freeze()] : [freeze(), voiding()])
        const state = (await rows(world)).find(({ id }) => id === voucher.id)?.state
        const claim = (await claims(world)).find((it) => it.voucher_id === voucher.id)?.state
        expect(['voided ended', 'claimed frozen']).toContain(`${state} ${claim}`)
      }
      await expectBooksToBalance(world)
    })

    it('while its holder claims: it is void, or it is claimed and the proposal waits on', async () => {
      const world = await withPeople(open)
      for (let seed = 1; seed <= 4; seed++) {
        const voucher = await issued(world, seed)
        const made = await proposed(world, 'voucher_voided', voucher.id)
        const voiding = () => confirm(world, 'voucher_voided', 'proposed' in made ? made.proposed : '')
        const claim = () => claimVoucher(world.ports, voucher, alipay(seed), 'holder')
        await Promise.all(seed % 2 === 0 ? [voiding(), claim()] : [claim(), voiding()])
        const state = (await rows(world)).find(({ id }) => id === voucher.id)?.state
        expect(['voided', 'claimed']).toContain(state)
        const decisions = await rowsOf<{ proposal_id: string }>(world, 'decisions')
        const isDecided = decisions.some((it) => 'proposed' in made && it.proposal_id === made.proposed)
        expect(isDecided).toBe(state === 'voided')
      }
      await expectBooksToBalance(world)
    })
  })

  describe('reissuing', () => {
    it('puts one in the place of another: the old code claims nothing, and its money is promised once', async () => {
      const world = await withPeople(open)
      const voucher = await issued(world)
      expect(await confirmed(world, 'voucher_reissued', voucher.id)).toEqual(decided)
      const replacement = await replacementOf(world, voucher)
      expect(replacement).toMatchObject({ state: 'issued', amountMinor: reward })
      expect((await rows(world)).find(({ id }) => id === replacement.id)?.replaces).toBe(voucher.id)
      const { ports } = world
      const { keys } = ports
      const [oldCode, newCode] = [await voucherCode(keys, voucher), await voucherCode(keys, replacement)]
      expect(idInCode(oldCode ?? '')).toBe(voucher.id)
      expect(await isCodeOf(keys, replacement, oldCode ?? '')).toBe(false)
      expect(await isCodeOf(keys, replacement, newCode ?? '')).toBe(true)
      expect(await claimVoucher(ports, voucher, alipay(1), 'holder')).toEqual({ refused: 'superseded' })
      expect(await claimVoucher(ports, replacement, alipay(1), 'holder')).toEqual({ claimed: true })
      expect(await cny(world)).toMatchObject({ liability: reward })
      await expectBooksToBalance(world)
    })

    it('a claimed one ends its claim, and frees its account', async () => {
      const world = await withPeople(open)
      const [voucher] = await claimed(world)
      if (voucher === undefined) throw new Error('no voucher')
      expect(await confirmed(world, 'voucher_reissued', voucher.id)).toEqual(decided)
      expect((await claims(world)).map(({ state }) => state)).toEqual(['ended'])
      const replacement = await replacementOf(world, voucher)
      await claimVoucher(world.ports, replacement, alipay(1), 'holder')
      expect((await claims(world)).map(({ state }) => state).sort()).toEqual(['ended', 'ready'])
      expect(await changePayee(world.ports, voucher, alipay(2), 'holder')).toEqual({ refused: 'superseded' })
      await expectBooksToBalance(world)
    })

    it('an expired or a void one promises its money again, and only if the budget has it', async () => {
      const study: WorldOptions['study'] = (given) => {
        const two = rewards(2, 0, 0)(given)
        return { ...two, settings: { ...two.settings, voucherDays: 3, graceDays: 0 } }
      }
      const world = await withPeople(open, { now: '2026-03-10T08:00:00.000Z', study })
      const [one, other] = [await issued(world, 1), await issued(world, 2)]
      world.wait(5 * 24 * 60)
      expect(await sweepExpired(world.ports)).toBe(2)
      expect(await confirmed(world, 'voucher_reissued', one.id)).toEqual(decided)
      expect(await cny(world)).toMatchObject({ available: reward, liability: reward })
      const replacement = await replacementOf(world, one)
      await confirmed(world, 'voucher_voided', replacement.id)
      expect(await confirmed(world, 'voucher_reissued', replacement.id)).toEqual(decided)
      await issued(world, 3)
      expect(await confirmed(world, 'voucher_reissued', other.id)).toEqual({ refused: 'budget' })
      expect(await cny(world)).toMatchObject({ available: 0, liability: 2 * reward })
      await expectBooksToBalance(world)
    })

    it('loses to whoever takes the last of the budget in the same moment', async () => {
      const world = await withPeople(open)
      const voucher = await issued(world)
      await confirmed(world, 'voucher_voided', voucher.id)
      const made = await proposed(world, 'voucher_reissued', voucher.id)
      const [offer] = world.study.offers
      const drain = transfer({
        id: 't drain',
        offerId: offer?.id ?? '',
        debit: 'available',
        credit: 'funding',
        amountMinor: 20 * reward,
        at: world.ports.clock.now(),
      })
      const effect: (typeof endingEffects)['voucher_reissued'] = async (...given) => {
        const writes = await endingEffects.voucher_reissued(...given)
        await world.ports.db.together(...drain)
        return writes
      }
      const approver = await staffAs(world, 'approver')
      const id = 'proposed' in made ? made.proposed : ''
      expect(await decideProposal(world.ports, approver, id, 'confirmed', effect)).toEqual({ refused: 'moved_on' })
      expect(await states(world)).toEqual(['voided'])
      expect((await balances(world)).every(({ available }) => available === 0)).toBe(true)
      await expectBooksToBalance(world)
    })

    it('and claiming at once: never two live vouchers, and one claim at most', async () => {
      const world = await withPeople(open)
      for (let seed = 1; seed <= 4; seed++) {
        const voucher = await issued(world, seed)
        const made = await proposed(world, 'voucher_reissued', voucher.id)
        const reissue = () => confirm(world, 'voucher_reissued', 'proposed' in made ? made.proposed : '')
        const claim = () => claimVoucher(world.ports, voucher, alipay(seed), 'holder')
        await Promise.all(seed % 2 === 0 ? [reissue(), claim()] : [claim(), reissue()])
        const mine = (await rows(world)).filter((row) => row.respondent_id === voucher.respondentId)
        expect(['claimed', 'issued superseded']).toContain(
          mine
            .map(({ state }) => state)
            .sort()
            .join(' '),
        )
      }
      await expectBooksToBalance(world)
    })

    it('twice at once makes one', async () => {
      const world = await withPeople(open)
      const voucher = await issued(world)
      const made = await proposed(world, 'voucher_reissued', voucher.id)
      const id = 'proposed' in made ? made.proposed : ''
      const answers = await Promise.all([1, 2, 3].map(() => confirm(world, 'voucher_reissued', id)))
      expect(answers.filter((answer) => 'decided' in answer)).toHaveLength(1)
      expect(await rows(world)).toHaveLength(2)
      expect(await confirmed(world, 'voucher_reissued', voucher.id)).toEqual({ refused: 'moved_on' })
      await expectBooksToBalance(world)
    })

    once(
      'of a paid one is refused, and of a held or a rejected one puts another that is held or rejected',
      async () => {
        const world = await withPeople(open)
        const [paid] = await claimed(world)
        await approved(world)
        await sweepPayouts(world.ports)
        const held = await issued(world, 5)
        await holdVoucher(world.ports, await staffAs(world, 'admin'), held.id, 'other')
        const rejected = await issued(world, 6)
        const mei = await staffAs(world, 'admin')
        await holdVoucher(world.ports, mei, rejected.id, 'other')
        await rejectVoucher(world.ports, mei, rejected.id, 'other')
        await untilFinal(world)
        for (const kind of ['voucher_reissued', 'voucher_voided'] as const) {
          expect(await proposed(world, kind, paid?.id ?? '')).toEqual({ refused: 'moved_on' })
        }
        for (const { id } of [held, rejected]) expect(await confirmed(world, 'voucher_reissued', id)).toEqual(decided)
        expect((await states(world)).sort()).toEqual(['held', 'paid', 'rejected', 'superseded', 'superseded'])
        // Voided and replaced, it still waits for the person who held it.
        const [again] = (await rows(world)).filter(({ state }) => state === 'held')
        expect(await confirmed(world, 'voucher_voided', again?.id ?? '')).toEqual(decided)
        expect(await confirmed(world, 'voucher_reissued', again?.id ?? '')).toEqual(decided)
        expect((await states(world)).filter((state) => state === 'held')).toHaveLength(1)
        await expectBooksToBalance(world)
      },
    )
  })

  describe('releasing a claim', () => {
    /** Two vouchers claimed for one account: the second claim is held. */
    async function twoOfOne(world: World) {
      const [one] = await claimed(world)
      const other = await issued(world, 7)
      await claimVoucher(world.ports, other, alipay(1), 'holder')
      const held = (await claims(world)).find(({ state }) => state === 'held')
      if (one === undefined || held === undefined) throw new Error('no claim is held')
      return { one, held }
    }

    it('that is held is refused while the account has another, and done once it has none', async () => {
      const world = await withPeople(open)
      const { one, held } = await twoOfOne(world)
      expect(await confirmed(world, 'claim_released', held.id)).toEqual({ refused: 'account_in_use' })
      const [waiting] = await rowsOf<{ id: string }>(world, 'proposals')
      await changePayee(world.ports, one, alipay(2), 'holder')
      expect(await confirm(world, 'claim_released', waiting?.id ?? '')).toEqual(decided)
      expect((await claims(world)).find(({ id }) => id === held.id)?.state).toBe('ready')
      await expectBooksToBalance(world)
    })

    it('while another voucher claims the account: one of them has it', async () => {
      const world = await withPeople(open)
      const { one, held } = await twoOfOne(world)
      await changePayee(world.ports, one, alipay(2), 'holder')
      const third = await issued(world, 8)
      await Promise.all([
        confirmed(world, 'claim_released', held.id),
        claimVoucher(world.ports, third, alipay(1), 'holder'),
      ])
      const ofAccount = (await claims(world)).filter((it) => it.account_hash === held.account_hash)
      expect(ofAccount.filter(({ state }) => state === 'ready')).toHaveLength(1)
      expect(ofAccount.filter(({ state }) => state === 'held')).toHaveLength(1)
      await expectBooksToBalance(world)
    })
  })
})
