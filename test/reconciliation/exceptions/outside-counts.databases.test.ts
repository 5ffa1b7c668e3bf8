/** Who was paid outside has been paid: the payee's year and the rule of one live claim an account know of it. */
import { expect, it } from 'vitest'
import type { ClaimsTable, PayeeYearsTable, PayoutsTable } from '../../../schema/tables.ts'
import type { PayAnswer } from '../../../src/ports.ts'
import { sweepStatements } from '../../../src/reconciliation/statements/work.ts'
import { prepareBatch } from '../../../src/rewards/batches/prepare.ts'
import { claimedFor, issued, staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { reward, rowsOf } from '../../support/databases/fresh.ts'
import { filledUp, movementsOf, open, paidWorld, uploadStatement, wechat } from '../../support/paid.ts'
import type { World, WorldOptions } from '../../support/world.ts'
import { expectPromisesKept } from '../statements/promises.ts'
import { close } from './two-people.ts'

const failed: PayAnswer = { state: 'failed', code: 'NO', reason: 'payee_not_found' }

/** A payout that failed, and the statement that shows it as paid: an exception is open. */
async function paidAfterAll(options: Partial<WorldOptions>) {
  const { world, attempts } = await paidWorld(1, options, () => failed)
  const [movement] = movementsOf(attempts)
  if (movement === undefined) throw new Error('no movement')
  await uploadStatement(world, [filledUp, movement], {}, { claims: { fromDay: '2026-11-22', toDay: '2026-11-24' } })
  world.wait(3 * 24 * 60)
  await sweepStatements(world.ports)
  return { world, movement }
}

async function settle(world: World) {
  const [exception] = await open(world)
  if (exception === undefined) throw new Error('no exception')
  await close(world, exception, 'settle')
}

const years = async (world: World) =>
  (await rowsOf<PayeeYearsTable>(world, 'payee_years')).map((row) => [row.total_minor, row.raised_minor])
const claims = async (world: World) =>
  (await rowsOf<ClaimsTable>(world, 'claims')).sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ state }) => state)
const outside = async (world: World) => (await rowsOf<PayoutsTable>(world, 'payouts')).map((row) => row.outside_minor)

forEachDatabase((_, openDatabase, once) => {
  it('counts in its payee’s year, and a second voucher for the account waits for a person', async () => {
    const { world } = await paidAfterAll({ open: openDatabase })
    expect([await years(world), await claims(world), await outside(world)]).toEqual([[[0, 0]], ['ended'], [null]])
    await settle(world)
    expect([await years(world), await claims(world), await outside(world)]).toEqual([[[reward, 0]], ['paid'], [reward]])
    await claimedFor(world, await issued(world, 2), wechat(1))
    expect(await claims(world)).toEqual(['paid', 'held'])
    await expectPromisesKept(world)
  })

  it('holds the claim of another voucher that the account has by then', async () => {
    const { world } = await paidAfterAll({ open: openDatabase })
    await claimedFor(world, await issued(world, 2), wechat(1))
    expect(await claims(world)).toEqual(['ended', 'ready'])
    await settle(world)
    expect(await claims(world)).toEqual(['paid', 'held'])
    await expectPromisesKept(world)
  })

  it('counts no more, and frees the account, when the money comes back', async () => {
    const { world, movement } = await paidAfterAll({ open: openDatabase })
    await settle(world)
    const at = '2026-11-24T08:00:00.000Z'
    const back = { ...movement, id: 'back', direction: 'credit' as const, kind: 'return' as const, at }
    await uploadStatement(world, [back], { openingMinor: filledUp.amountMinor - movement.amountMinor })
    const [exception] = await open(world)
    if (exception === undefined) throw new Error('nothing came back')
    await close(world, exception, 'reopen')
    expect([await years(world), await claims(world), await outside(world)]).toEqual([[[0, 0]], ['ended'], [null]])
    await claimedFor(world, await issued(world, 2), wechat(1))
    expect(await claims(world)).toEqual(['ended', 'ready'])
    await expectPromisesKept(world)
  })

  once('passes the yearly threshold where it has to, and what follows is held', async () => {
    const { world } = await paidAfterAll({ open: openDatabase, payeeYearLimits: { CNY: reward } })
    // The threshold was lowered since.
    world.ports.settings.payeeYearLimits = { CNY: reward }
    await world.ports.db.together({ sql: 'update payee_years set limit_minor = ?', values: [reward - 500] })
    await settle(world)
    expect(await years(world)).toEqual([[reward, 500]])
    await expectPromisesKept(world)
  })

  once('is not settled while a batch holds another claim of the account', async () => {
    const { world } = await paidAfterAll({ open: openDatabase })
    await claimedFor(world, await issued(world, 2), wechat(1))
    const { id: studyId, settings } = world.study
    const wanted = { studyId, provider: 'wechat', channel: 'wechat', currency: 'CNY', limits: settings.limits } as const
    expect(await prepareBatch(world.ports, await staffAs(world, 'preparer'), wanted)).toHaveProperty('batchId')
    await expect(settle(world)).rejects.toThrow('frozen')
    expect([await claims(world), await outside(world)]).toEqual([
      ['ended', 'frozen'],
      [null, null],
    ])
  })
})
