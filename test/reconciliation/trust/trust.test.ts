import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trustMessages } from '../../../messages/generated/trust.ts'
import { verifyReport } from '../../../src/reconciliation/reports/signing/verify.ts'
import { countTrust } from '../../../src/reconciliation/trust/count-trust.ts'
import { fewest, fold, medianOf, type TrustLine } from '../../../src/reconciliation/trust/trust.ts'
import { sweepPayouts } from '../../../src/rewards/payouts/sweep.ts'
import { textOf } from '../../support/begun.ts'
import { approved, claimed, withAlipay } from '../../support/claimed.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'

const amount = 2_000
const tally = (count: number) => ({ count, amountMinor: count * amount })
const line = (owed: number, paid: number): TrustLine[] => [{ currency: 'CNY', owed: tally(owed), paid: tally(paid) }]

describe('public figures', () => {
  it('never change by what fewer than five people did, and catch up as soon as there are more', () => {
    const days = fc.array(fc.record({ issued: fc.nat(12), paid: fc.nat(12), ended: fc.nat(3) }), { maxLength: 40 })
    fc.assert(
      fc.property(days, (events) => {
        let [owed, paid] = [0, 0]
        let published: TrustLine[] = []
        for (const day of events) {
          const ended = Math.min(day.ended, owed + day.issued)
          const now = Math.min(day.paid, owed + day.issued - ended)
          owed += day.issued - ended - now
          paid += now
          const before = published[0] ?? line(0, 0)[0]
          published = fold(published, line(owed, paid))
          const [after] = published
          if (before === undefined || after === undefined) throw new Error('no line')
          const changes = [
            after.paid.count - before.paid.count,
            after.paid.count + after.owed.count - before.paid.count - before.owed.count,
          ]
          for (const change of changes) expect(change === 0 || Math.abs(change) >= fewest).toBe(true)
          expect(after.owed.count).toBeGreaterThanOrEqual(0)
          const behind = [paid - after.paid.count, paid + owed - after.paid.count - after.owed.count]
          const couldBeSaid = behind.every((change) => change === 0 || Math.abs(change) >= fewest)
          if (couldBeSaid) expect(after).toEqual(line(owed, paid)[0])
        }
      }),
    )
  })

  it('keep back a sum that changed although the count did not', () => {
    const before = line(10, 10)
    const changed = [{ currency: 'CNY', owed: { count: 10, amountMinor: 10 * amount + 200 }, paid: tally(10) }]
    expect(fold(before, changed)).toEqual(before)
  })

  it('have a median of five or more alone', () => {
    expect(medianOf([1, 2, 3, 4])).toBeNull()
    expect(medianOf([9, 1, 3, 2, 3])).toBe(3)
  })
})

async function paidWorld(count: number) {
  const world = await fresh()
  const payer = withAlipay(world)
  payer.answer = () => ({ state: 'succeeded', code: 'SUCCESS' })
  await claimed(world, count)
  await approved(world)
  await sweepPayouts(world.ports)
  await countTrust(world.ports)
  return world
}

describe('the page that answers whether a study is real', () => {
  it('says nothing of four payments, and of five how many, how much and how soon', async () => {
    const few = await paidWorld(4)
    const page = textOf((await new Student(few).open('/s/study-abroad/trust')).html)
    expect(page).toContain(trustMessages('en').nobodyYet)
    expect(page).not.toContain('CNY')
    expect(JSON.stringify(await rowsOf(few, 'trust_days'))).not.toContain('8000')

    const enough = await paidWorld(5)
    const { html } = await new Student(enough).open('/s/study-abroad/trust')
    expect(textOf(html)).toContain('5 vouchers have been paid so far.')
    expect(textOf(html)).toContain('CNY 100.00')
    expect(textOf(html)).toContain(trustMessages('en').took({ days: 0 }))
    expect(html).toContain('study@example.org')
  })

  it('is counted once a day, whoever looks, and signed so that anybody can check it', async () => {
    const world = await paidWorld(5)
    await countTrust(world.ports)
    await countTrust(world.ports)
    const student = new Student(world)
    await student.open('/s/study-abroad/trust')
    expect(await rowsOf(world, 'trust_days')).toHaveLength(1)
    const text = await (await student.get('/s/study-abroad/trust.json')).text()
    const jwks = JSON.parse(await (await student.get('/.well-known/jwks.json')).text())
    expect((await verifyReport(text, jwks, null)).map(({ ok }) => ok)).toEqual([true])
    const forged = text.replace('"count":5', '"count":6')
    expect((await verifyReport(forged, jwks, null)).map(({ ok }) => ok)).toEqual([false])
    world.wait(24 * 60)
    // Looking counts nothing: the next day's figures come with the sweep.
    await student.open('/s/study-abroad/trust')
    expect(await rowsOf(world, 'trust_days')).toHaveLength(1)
    await countTrust(world.ports)
    expect(await rowsOf(world, 'trust_days')).toHaveLength(2)
  })

  it('names nothing by which one person could be found', async () => {
    const world = await paidWorld(6)
    const { html } = await new Student(world).open('/s/study-abroad/trust')
    const ids = [
      ...(await rowsOf<{ id: string }>(world, 'vouchers')),
      ...(await rowsOf<{ id: string }>(world, 'claims')),
      ...(await rowsOf<{ id: string }>(world, 'attempts')),
    ].map(({ id }) => id)
    for (const id of ids) expect(html).not.toContain(id)
    expect(html).not.toMatch(/\d\d:\d\d/)
  })

  it('is one press away from the landing page and the voucher', async () => {
    const world = await paidWorld(1)
    expect((await new Student(world).open('/s/study-abroad')).html).toContain('href="/s/study-abroad/trust"')
    expect((await new Student(world).get('/s/none/trust')).status).toBe(404)
  })
})
