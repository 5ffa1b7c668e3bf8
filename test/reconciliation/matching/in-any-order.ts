/** What happens to a batch, in any order, and what stands at the end. */
import { expect } from 'vitest'
import type { Action } from '../../../src/reconciliation/exceptions/exception.ts'
import type { Exception } from '../../../src/reconciliation/exceptions/store.ts'
import { faultsOf } from '../../../src/reconciliation/reports/content.ts'
import { readAccountReport } from '../../../src/reconciliation/reports/read-account.ts'
import { sweepStatements } from '../../../src/reconciliation/statements/work.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import { floatOf, open } from '../../support/paid.ts'
import { close } from '../exceptions/two-people.ts'
import { expectAuditClean, expectPromisesKept } from '../statements/promises.ts'
import { type BankBatch, bankAccount, bankBatch } from './bank-batch.ts'

export type Events = Record<string, (batch: BankBatch) => Promise<unknown>>

/** Some things in all their orders. */
export function orders<One>(some: readonly One[]): One[][] {
  if (some.length < 2) return [[...some]]
  return some.flatMap((one, i) => orders(some.toSpliced(i, 1)).map((rest) => [one, ...rest]))
}

const actionOf: Partial<Record<Exception['class'], Action>> = { return_after_success: 'reopen', state_conflict: 'keep' }

/** What stands at the end, whatever the order. */
async function ends({ world }: BankBatch) {
  const report = await readAccountReport(world.ports, bankAccount, {
    name: '2026-11',
    from: '2026-11-22',
    to: '2026-11-30',
  })
  if (report === undefined) throw new Error('no report')
  const { lines, provider, ledger } = report
  return {
    vouchers: (await rowsOf(world, 'vouchers')).map(({ state }) => state).sort(),
    float: await floatOf(world, bankAccount),
    lines,
    provider,
    closing: ledger.closingMinor,
    faults: faultsOf(report),
    listed: [report.paidWithoutLine.count, report.linesWithoutAttempt.count],
  }
}

/** What stands at the end where three payouts of 20.00 CNY were booked as one, from 1,000.00, and the third came back. */
export const thirdCameBack: Awaited<ReturnType<typeof ends>> = {
  vouchers: ['issued', 'paid', 'paid'],
  float: 96_000,
  lines: [
    { kind: 'payment', direction: 'debit', count: 1, amountMinor: 6_000 },
    { kind: 'return', direction: 'credit', count: 1, amountMinor: 2_000 },
  ],
  provider: { openingMinor: 100_000, closingMinor: 96_000 },
  closing: 96_000,
  faults: [],
  listed: [0, 0],
}

/** Lets it happen, looks after each step whether all promises are kept (at the end in the books as well), and closes what is left as people would. */
export async function walk(events: Events, order: readonly string[]) {
  const batch = await bankBatch(3)
  const { world } = batch
  for (const name of order) {
    await events[name]?.(batch)
    await sweepStatements(world.ports)
    // An account's first file brings a balance that our books do not have, which two people book.
    const openingBreak = (await open(world)).find((one) => one.class === 'balance_break')
    if (openingBreak !== undefined) await close(world, openingBreak, 'book')
    await expectAuditClean(world)
  }
  world.wait(2 * 24 * 60)
  await sweepStatements(world.ports)
  const classes = (await open(world)).map((one) => one.class)
  for (const one of await open(world)) await close(world, one, actionOf[one.class] ?? 'book')
  await expectPromisesKept(world)
  const [account] = await rowsOf<{ stops: number }>(world, 'provider_accounts')
  expect(account?.stops).toBe(0)
  return { classes, ends: await ends(batch) }
}
