/** Days on which both balances differ only because one side has something on another day: each is said, and no day is red. */
import { expect, it } from 'vitest'
import { reportsMessages } from '../../../messages/generated/reports.ts'
import { faultsOf } from '../../../src/reconciliation/reports/content.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { open, uploadBytes } from '../../support/paid.ts'
import { bankAccount, bankBatch, part, results, statement } from '../matching/bank-batch.ts'
import { dayReports } from './day-reports.ts'

forEachDatabase((_, openDatabase) => {
  it('money that left on one day and came back on the next is said, with both days, and signed without a note', async () => {
    const batch = await bankBatch(3, { open: openDatabase })
    const { world, paymentId, attempts } = batch
    await results(batch, [
      [0, 'failed'],
      [1, 'paid'],
      [2, 'paid'],
    ])
    const details = `<Btch><PmtInfId>${paymentId}</PmtInfId><NbOfTxs>3</NbOfTxs></Btch>`
    const debit = { day: '2026-11-23', minor: -6_000, ref: 'R1', details }
    const topUp = { day: '2026-11-23', minor: 9_000, ref: 'R0' }
    await uploadBytes(world, statement('2026-11-22', '2026-11-23', 0, [topUp, debit]))
    const before = (await dayReports(world)).map((report) => faultsOf(report))
    expect(before.at(-1)).toEqual(['open_exceptions', 'balance_break'])
    world.wait(24 * 60)
    const details2 = part(2_000, `<EndToEndId>${attempts[0]?.reference}</EndToEndId>`)
    const back = { day: '2026-11-24', minor: 2_000, ref: 'R2', code: 'PMNT/RCDT/RRTN', details: details2 }
    await uploadBytes(world, statement('2026-11-24', '2026-11-24', 3_000, [back]))
    expect(await open(world)).toEqual([])
    const [, first, second] = await dayReports(world)
    expect(first?.timing).toEqual({
      count: 1,
      amountMinor: -2_000,
      listed: [
        {
          kind: 'came_back',
          reference: attempts[0]?.reference,
          day: '2026-11-23',
          laterDay: '2026-11-24',
          amountMinor: -2_000,
        },
      ],
    })
    expect(second?.timing.count).toBe(0)
    expect([first, second].map((report) => report && faultsOf(report))).toEqual([[], []])
    const words = reportsMessages('en')
    const omar = await signedIn(world, 'preparer')
    const text = textOf((await omar.open(`/finance/reports/day/${bankAccount}/2026-11-23`)).html)
    expect(text).toContain(words.cleanButTiming)
    expect(text).toContain(words.timing.came_back)
  })
})
