/** A file of results says line by line what it did, and touches no batch but its own. */
import { expect, it } from 'vitest'
import { instructBatch } from '../../src/rewards/payouts/report.ts'
import { signedIn } from '../staff/accounts/member.ts'
import { alipay, approved, claimed, payoutOf, staffAs, withAlipay } from '../support/claimed.ts'
import { fresh } from '../support/databases/fresh.ts'

it('each line is marked, proposed, known, of another batch or waiting, and is said to be', async () => {
  const world = await fresh()
  withAlipay(world, { provider: 'manual', mode: 'file', settlesWithinHours: 6 })
  const preparer = await staffAs(world, 'preparer')
  const batches: string[] = []
  const references: string[] = []
  for (const count of [3, 1]) {
    const vouchers = await claimed(world, count, (n) => alipay(n + 10 * count))
    const batchId = await approved(world, { provider: 'manual' })
    await instructBatch(world.ports, preparer, batchId)
    batches.push(batchId)
    for (const voucher of vouchers) references.push((await payoutOf(world, voucher)).reference ?? '')
  }
  const [paid = '', failed = '', waits = '', elsewhere = ''] = references
  const csv = `reference,result,code\n${paid},paid,\n${failed},failed,AC03\n${waits},pending,\n${elsewhere},paid,\n`
  const tom = await signedIn(world, 'preparer')
  const upload = async () => {
    const form = new FormData()
    form.set('results', new File([csv], 'results.csv', { type: 'text/csv' }))
    const headers = { origin: world.ports.settings.origin }
    return tom.send(`/finance/batches/${batches[0]}/results`, { method: 'POST', body: form, headers })
  }
  const done = await upload()
  const location = done.headers.get('location') ?? ''
  const file = /file=(\w+)/.exec(location)?.[1] ?? ''
  const address = `/finance/batches/${batches[0]}/results/${file}`
  expect((await tom.open(location)).html).toContain(`href="${address}"`)
  const rows = [...(await tom.open(address)).html.matchAll(/<tr><th scope="row">.*?<\/tr>/gs)].map(([row]) =>
    row
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  const expected = [
    `${paid} paid Marked as paid`,
    `${failed} failed AC03 Proposed as failed: a second person confirms it`,
    `${waits} not decided yet Nothing: the bank has not decided yet`,
    `${elsewhere} paid Not of this batch: nothing was touched`,
  ]
  expect(rows).toEqual(expected)
  await upload()
  const again = (await tom.open(address)).html
  for (const line of ['Marked as paid', 'Proposed as failed']) expect(again).toContain(line)
})
