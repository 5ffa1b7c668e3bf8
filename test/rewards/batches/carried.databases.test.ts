/** What a provider cannot carry is put into no batch and starts no attempt, and nothing is written instead. */
import { expect, it } from 'vitest'
import { prepareBatch } from '../../../src/rewards/batches/prepare.ts'
import { instructBatch } from '../../../src/rewards/payouts/report.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { approved, claimed, payoutOf, staffAs, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { everything, fresh, reward } from '../../support/databases/fresh.ts'
import { scriptedPayer } from '../../support/payer.ts'
import type { World } from '../../support/world.ts'

/** From now on the provider pays no more than so much. */
function upTo(world: World, mostMinor: number, choices: Parameters<typeof scriptedPayer>[0] = {}): void {
  const payer = { ...scriptedPayer(choices), carries: { CNY: { leastMinor: 1, mostMinor } } }
  world.ports.payers = [...world.ports.payers.filter(({ provider }) => provider !== payer.provider), payer]
}

forEachDatabase((_, open, once) => {
  it('claims of an amount that the provider does not pay are in no batch of its', async () => {
    const world = await fresh({ open })
    withAlipay(world)
    await claimed(world)
    const preparer = await staffAs(world, 'preparer')
    const wanted = { studyId: world.study.id, provider: 'alipay', channel: 'alipay', currency: 'CNY' } as const
    const asked = { ...wanted, limits: world.study.settings.limits }
    upTo(world, reward - 1)
    const before = await everything(world)
    expect(await prepareBatch(world.ports, preparer, asked)).toEqual({ refused: 'not_carried' })
    expect(await prepareBatch(world.ports, preparer, { ...asked, currency: 'HKD' })).toEqual({ refused: 'not_offered' })
    expect(await everything(world)).toBe(before)
    upTo(world, reward)
    expect(await prepareBatch(world.ports, preparer, asked)).toHaveProperty('batchId')
  })

  once('a payout that its provider has ceased to carry waits, and the log says so', async () => {
    const world = await fresh({ open })
    withAlipay(world)
    const [voucher] = await claimed(world)
    await approved(world)
    upTo(world, reward - 1)
    await sweepPayouts(world.ports)
    expect(await payoutOf(world, voucher ?? { id: '' })).toMatchObject({ payoutState: 'queued', attemptId: null })
    expect(world.logged).toContainEqual(expect.objectContaining({ event: 'payout_not_carried_by_provider' }))
  })

  once('a batch that is paid by hand is not handed out in part', async () => {
    const world = await fresh({ open })
    const byHand = { provider: 'manual', mode: 'file' } as const
    withAlipay(world, byHand)
    await claimed(world, 2)
    const batchId = await approved(world, { provider: 'manual' })
    const preparer = await staffAs(world, 'preparer')
    upTo(world, reward - 1, byHand)
    const before = await everything(world)
    expect(await instructBatch(world.ports, preparer, batchId)).toEqual({ refused: 'not_carried' })
    expect(await everything(world)).toBe(before)
    upTo(world, reward, byHand)
    expect(await instructBatch(world.ports, preparer, batchId)).toEqual({ instructed: 2 })
  })
})
