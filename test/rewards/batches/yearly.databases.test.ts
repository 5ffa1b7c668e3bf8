/** What one payee gets in a year, over all studies: beyond the yearly threshold two people look first. */
import { describe, expect, it } from 'vitest'
import type { ClaimsTable, PayeeYearsTable } from '../../../schema/tables.ts'
import { openStudy } from '../../../src/journey/setup/open-study.ts'
import { findStudyWithOffers } from '../../../src/journey/study.ts'
import { auditDatabase } from '../../../src/reconciliation/integrity/audit.ts'
import { prepareBatch } from '../../../src/rewards/batches/prepare.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { endingEffects } from '../../../src/rewards/vouchers/effects.ts'
import { proposeLifecycle } from '../../../src/rewards/vouchers/propose.ts'
import { decideProposal } from '../../../src/staff/approvals/actions.ts'
import { alipay, approved, claimedFor, issued, staffAs, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { another, fresh, reward, rowsOf } from '../../support/databases/fresh.ts'
import type { World, WorldOptions } from '../../support/world.ts'

/** The same person has a claimed voucher in each of these studies, of the same world. */
async function twoStudies(open: WorldOptions['open'], limit: number, options: Partial<WorldOptions> = {}) {
  const world = await fresh({ open, payeeYearLimits: { CNY: limit }, ...options })
  const payer = withAlipay(world)
  await openStudy(world.ports, another('other'))
  const other = await findStudyWithOffers(world.ports.db, 'other', world.ports.clock.now())
  if (other === undefined) throw new Error('no study')
  const worlds: [World, World] = [world, { ...world, study: other }]
  for (const { study } of worlds) await claimedFor(world, await issued(world, 1, { slug: study.slug }), alipay(1))
  return { world, payer, worlds }
}

async function prepare(world: World, name?: string) {
  const { id: studyId, settings } = world.study
  const wanted = { studyId, provider: 'alipay', channel: 'alipay', currency: 'CNY', limits: settings.limits } as const
  return prepareBatch(world.ports, await staffAs(world, 'preparer', name), wanted)
}

const years = (world: World) => rowsOf<PayeeYearsTable>(world, 'payee_years')
const states = async (world: World) => (await rowsOf<ClaimsTable>(world, 'claims')).map(({ state }) => state).sort()

async function release(world: World) {
  const held = (await rowsOf<ClaimsTable>(world, 'claims')).find(({ state }) => state === 'held')
  const by = await staffAs(world, 'preparer')
  const made = await proposeLifecycle(world.ports, by, {
    kind: 'claim_released',
    subject: held?.id ?? '',
    code: 'looks_genuine',
    words: 'Look.',
  })
  if ('refused' in made) throw new Error(made.refused)
  const approver = await staffAs(world, 'approver')
  return decideProposal(world.ports, approver, made.proposed, 'confirmed', endingEffects.claim_released)
}

async function expectKept(world: World) {
  expect((await auditDatabase(world.ports)).filter(({ ok }) => !ok)).toEqual([])
}

forEachDatabase((_, open, once) => {
  describe("a payee's year", () => {
    it('adds up over studies, and what passes the threshold is held for two people', async () => {
      const { world, worlds } = await twoStudies(open, 2 * reward - 1)
      expect(await prepare(worlds[0])).toMatchObject({ held: 0 })
      expect(await prepare(worlds[1])).toEqual({ refused: 'all_held' })
      expect(await states(world)).toEqual(['frozen', 'held'])
      expect(await years(world)).toMatchObject([{ total_minor: reward, year: 2026, currency: 'CNY' }])
      await expectKept(world)
    })

    it('is not passed by two batches of the same moment', async () => {
      const { world, worlds } = await twoStudies(open, 2 * reward - 1)
      const made = await Promise.all([prepare(worlds[0], 'Omar'), prepare(worlds[1], 'Oda')])
      expect(made.filter((one) => 'batchId' in one)).toHaveLength(1)
      expect(await states(world)).toEqual(['frozen', 'held'])
      await expectKept(world)
    })

    once('may be passed by just the claim that two people released', async () => {
      const { world, worlds } = await twoStudies(open, 2 * reward - 1)
      await prepare(worlds[0])
      await prepare(worlds[1])
      expect(await release(world)).toEqual({ decided: 'confirmed' })
      expect(await prepare(worlds[1])).toMatchObject({ held: 0 })
      expect(await years(world)).toMatchObject([{ total_minor: 2 * reward, raised_minor: 1 }])
      await expectKept(world)
    })

    once('a single claim above the threshold is held as well, and can be released', async () => {
      const { world, worlds } = await twoStudies(open, reward - 1)
      expect(await prepare(worlds[0])).toEqual({ refused: 'all_held' })
      await release(world)
      expect(await prepare(worlds[0])).toMatchObject({ held: 0 })
      await expectKept(world)
    })

    once('does not count what came to nothing', async () => {
      const { world, payer, worlds } = await twoStudies(open, 2 * reward - 1)
      payer.answer = () => ({ state: 'failed', code: 'NO', reason: 'payee_not_found' })
      await approved(worlds[0])
      await sweepPayouts(world.ports)
      expect(await years(world)).toMatchObject([{ total_minor: 0 }])
      expect(await prepare(worlds[1])).toMatchObject({ held: 0 })
      await expectKept(world)
    })

    once('begins anew with each year of the books, under a hash that cannot be compared', async () => {
      const { world, worlds } = await twoStudies(open, reward, { now: '2026-12-31T15:00:00.000Z' })
      await prepare(worlds[0])
      world.wait(60)
      expect(await prepare(worlds[1])).toMatchObject({ held: 0 })
      const [one, two] = await years(world)
      expect([one?.year, two?.year].sort()).toEqual([2026, 2027])
      expect(one?.payee_hash).not.toBe(two?.payee_hash)
    })
  })
})
