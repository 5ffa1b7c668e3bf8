/** The balances of both sides at the end of a day, in every world that an exception leaves. */
import { expect, it } from 'vitest'
import { reportsMessages } from '../../../messages/generated/reports.ts'
import { faultsOf } from '../../../src/reconciliation/reports/content.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { filledUp, movementsOf, open, paidWorld, uploadStatement } from '../../support/paid.ts'
import { closingCases } from '../exceptions/closing-cases.ts'
import { close } from '../exceptions/two-people.ts'
import { dayReports } from './day-reports.ts'

it('a balance that differs says by how much, and what is known of the reason', async () => {
  const { world, attempts } = await paidWorld(1)
  const [movement] = movementsOf(attempts)
  if (movement === undefined) throw new Error('no movement')
  const less = { ...movement, amountMinor: movement.amountMinor - 70 }
  await uploadStatement(world, [filledUp, less], {}, { claims: { fromDay: '2026-11-22', toDay: '2026-11-24' } })
  const omar = await signedIn(world, 'preparer')
  const { balanceCauses } = reportsMessages('en')
  const text = async (day: string) =>
    textOf((await omar.open(`/finance/reports/day/wechat:CNY/${day}`)).html).replaceAll('\u00a0', ' ')
  expect(await text('2026-11-23')).toContain(balanceCauses.exceptions({ difference: 'CNY 0.70' }))
})

it.each(closingCases.filter(({ becomes }) => typeof becomes !== 'string'))(
  '$class, $how: once it is closed by $action, no day is red for its balance',
  async ({ class: name, action, make }) => {
    const { world } = await make(undefined)
    for (const one of await open(world)) {
      if (one.class === name) await close(world, one, action)
      if (name !== 'balance_break' && one.class === 'balance_break') await close(world, one, 'book')
    }
    expect(await open(world)).toEqual([])
    for (const report of await dayReports(world)) {
      expect(faultsOf(report), report.subject).not.toContain('balance_break')
    }
  },
)
