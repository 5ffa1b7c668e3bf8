/** What lists of payouts say and lead to. */
import { expect, it } from 'vitest'
import { instructBatch, reportPaid } from '../../../src/rewards/payouts/report.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { alipay, approved, claimed, payoutOf, staffAs, withAlipay } from '../../support/claimed.ts'
import { fresh } from '../../support/databases/fresh.ts'

it('a batch of which nothing is left is called finished, and not before', async () => {
  const world = await fresh()
  withAlipay(world, { provider: 'manual', mode: 'file', settlesWithinHours: 6 })
  const [voucher] = await claimed(world, 1)
  const batchId = await approved(world, { provider: 'manual' })
  const omar = await signedIn(world, 'preparer')
  const pages = async () =>
    Promise.all(
      ['/finance/payouts', `/finance/batches/${batchId}`].map(async (at) => textOf((await omar.open(at)).html)),
    )
  for (const text of await pages()) expect(text).not.toContain('Finished')
  const preparer = await staffAs(world, 'preparer')
  await instructBatch(world.ports, preparer, batchId)
  for (const text of await pages()) expect(text).not.toContain('Finished')
  const { reference } = await payoutOf(world, voucher ?? { id: '' })
  await reportPaid(world.ports, preparer, [{ reference: reference ?? '', amountMinor: null, providerId: null }])
  for (const text of await pages()) expect(text).toContain('Finished')
  // What the list is sorted by is what stands in its column.
  expect((await omar.open('/finance/payouts?sort=state')).html).toMatch(/data-label="State"><div><span[^>]*>Approved</)
})

it('held claims lead to the held claims', async () => {
  const world = await fresh()
  withAlipay(world)
  await claimed(world, 2, () => alipay(1))
  const omar = await signedIn(world, 'preparer')
  const [, href = ''] = /Held claims[\s\S]*?href="([^"]+)"/.exec((await omar.open('/finance/payouts')).html) ?? []
  expect(href).toBe('/finance/vouchers?state=claim_held')
  const list = (await omar.open(href)).html
  expect(list.match(/href="\/finance\/vouchers\/[0-9A-Z-]+"/g)).toHaveLength(1)
})

it('a failure that is refused shows again what was typed, and one that waits is shown and not offered again', async () => {
  const world = await fresh()
  withAlipay(world, { provider: 'manual', mode: 'file', settlesWithinHours: 6 })
  const [voucher] = await claimed(world, 1)
  const batchId = await approved(world, { provider: 'manual' })
  await instructBatch(world.ports, await staffAs(world, 'preparer'), batchId)
  const { payoutId } = await payoutOf(world, voucher ?? { id: '' })
  const omar = await signedIn(world, 'preparer')
  const at = `/finance/payouts/${payoutId}`
  const refused = await omar.post(`${at}/failure`, { reason: 'payee_limit', code: 'AM09', evidence: ' ' })
  const html = await refused.text()
  expect(refused.status).toBe(422)
  expect(html).toContain('value="AM09"')
  expect(html).toContain('<option value="payee_limit" selected')
  await omar.post(`${at}/failure`, { reason: 'payee_limit', code: 'AM09', evidence: 'letter 5' })
  const waiting = (await omar.open(at)).html
  expect(waiting).toContain('value="withdrawn"')
  expect(waiting).not.toContain(`${at}/failure`)
  const again = await omar.post(`${at}/failure`, { reason: 'payee_limit', code: 'AM10', evidence: 'letter 6' })
  expect(again.status).toBe(422)
})
