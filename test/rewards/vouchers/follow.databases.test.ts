/** Whatever is done in the same moment, a voucher stands where the last decision about its response has it. */
import { expect, it } from 'vitest'
import type { VouchersTable } from '../../../schema/tables.ts'
import { auditDatabase } from '../../../src/reconciliation/integrity/audit.ts'
import { refuseBatch } from '../../../src/rewards/batches/approve.ts'
import { holdVoucher, releaseVoucher } from '../../../src/rewards/vouchers/actions.ts'
import { endingEffects } from '../../../src/rewards/vouchers/effects.ts'
import { sweepReviews } from '../../../src/rewards/vouchers/follow.ts'
import { proposeLifecycle } from '../../../src/rewards/vouchers/propose.ts'
import { decideProposal } from '../../../src/staff/approvals/actions.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { claimed, frozen, issued, staffAs, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import type { World } from '../../support/world.ts'

/** Somebody of finance proposes it; what another does to confirm it, at once or again. */
async function proposed(world: World, kind: 'voucher_voided' | 'voucher_reissued', id: string) {
  const [preparer, approver] = [await staffAs(world, 'preparer'), await staffAs(world, 'approver')]
  const made = await proposeLifecycle(world.ports, preparer, {
    kind,
    subject: id,
    code: 'wrong_person',
    words: 'Please look.',
  })
  if ('refused' in made) throw new Error(made.refused)
  return () => decideProposal(world.ports, approver, made.proposed, 'confirmed', endingEffects[kind])
}

/** Does `one`, and before its first write all of `other`. */
async function overtaken(world: World, one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<void> {
  const { db } = world.ports
  let isFirst = true
  world.ports.db = {
    ...db,
    async together(...writes) {
      world.ports.db = db
      if (isFirst) {
        isFirst = false
        await other()
      }
      return db.together(...writes)
    },
  }
  await one()
}

/** The states of vouchers that no other has taken the place of. */
async function standing(world: World): Promise<string[]> {
  const states = (await rowsOf<VouchersTable>(world, 'vouchers')).map(({ state }) => state)
  return states.filter((state) => state !== 'superseded')
}

/** The same, which agree with what was decided all the time. */
async function agreed(world: World): Promise<string[]> {
  const audit = () => auditDatabase(world.ports, (name) => name === 'reviews_are_followed')
  expect((await audit()).flatMap(({ breaches }) => breaches)).toEqual([])
  await sweepReviews(world.ports)
  expect(await sweepReviews(world.ports)).toBe(0)
  expect((await audit()).flatMap(({ breaches }) => breaches)).toEqual([])
  await expectBooksToBalance(world)
  return standing(world)
}

const none = async () => undefined

forEachDatabase((_, open) => {
  it.each([
    ['after another has taken its place', 'replaced, released', false],
    ['after another has taken its place, void by then', 'replaced, released', true],
    ['overtaken by another that takes its place', 'replaced while released', false],
    ['overtaken by another that takes its place, void by then', 'replaced while released', true],
    ['while another takes its place', 'released while replaced', false],
    ['while another takes its place, void by then', 'released while replaced', true],
  ])('a held voucher that is released %s is issued', async (_name, order, isVoid) => {
    const world = await fresh({ open, study: (study) => ({ ...study, openLinkPolicy: 'hold' }) })
    const mei = await staffAs(world, 'admin')
    const { id } = await issued(world)
    if (isVoid) await (await proposed(world, 'voucher_voided', id))()
    const replace = await proposed(world, 'voucher_reissued', id)
    const release = () => releaseVoucher(world.ports, mei, id, 'looks_genuine')
    if (order === 'replaced, released') await overtaken(world, replace, none)
    if (order === 'released while replaced') await overtaken(world, replace, release)
    else await overtaken(world, release, order === 'replaced while released' ? replace : none)
    if (order === 'replaced, released') expect(await standing(world)).toEqual(['issued'])
    await agreed(world)
    await replace()
    expect(await agreed(world)).toEqual(['issued'])
  })

  it('one that a sweep is about to hold when its response is released stays as it is', async () => {
    const world = await fresh({ open })
    withAlipay(world)
    const [mei, ada] = [await staffAs(world, 'admin'), await staffAs(world, 'approver')]
    const id = (await claimed(world))[0]?.id ?? ''
    const batchId = await frozen(world)
    await holdVoucher(world.ports, mei, id, 'automated')
    await refuseBatch(world.ports, ada, batchId)
    const release = () => releaseVoucher(world.ports, mei, id, 'looks_genuine')
    await overtaken(world, () => sweepReviews(world.ports), release)
    expect(['claimed', 'issued']).toContain((await agreed(world))[0])
  })
})
