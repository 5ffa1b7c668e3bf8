/** One debit for a whole batch: what the line, results and returns come to does not hang on their order. */
import { describe, expect, it } from 'vitest'
import type { Action } from '../../../src/reconciliation/exceptions/exception.ts'
import type { Exception } from '../../../src/reconciliation/exceptions/store.ts'
import { faultsOf } from '../../../src/reconciliation/reports/content.ts'
import { readAccountReport } from '../../../src/reconciliation/reports/read-account.ts'
import { sweepStatements } from '../../../src/reconciliation/statements/work.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import { floatOf, open, uploadBytes } from '../../support/paid.ts'
import { close } from '../exceptions/two-people.ts'
import { expectPromisesKept } from '../statements/promises.ts'
import { type BankBatch, bankAccount, bankBatch, part, results, statement } from './bank-batch.ts'

const opening = 100_000
const each = 2_000

/** What may happen, in any order. The third payout fails; the bank takes all three, and gives one back the day after. */
const wholeAndBack: Record<string, (batch: BankBatch) => Promise<unknown>> = {
  results: (batch) =>
    results(batch, [
      [0, 'paid'],
      [1, 'paid'],
      [2, 'failed'],
    ]),
  debit: ({ world, paymentId }) =>
    uploadBytes(
      world,
      statement('2026-11-22', '2026-11-23', opening, [
        {
          day: '2026-11-23',
          minor: -3 * each,
          ref: 'R1',
          details: `<Btch><PmtInfId>${paymentId}</PmtInfId><NbOfTxs>3</NbOfTxs></Btch>`,
        },
      ]),
    ),
  return: ({ world, attempts }) =>
    uploadBytes(
      world,
      statement('2026-11-24', '2026-11-30', opening - 3 * each, [
        {
          day: '2026-11-24',
          minor: each,
          ref: 'R2',
          code: 'PMNT/IRCT/RRTN',
          details: part(each, `<EndToEndId>${attempts[2]?.reference}</EndToEndId>`, '<RtrInf/>'),
        },
      ]),
    ),
}

/** The bank leaves out what failed. */
const lessTheFailed: typeof wholeAndBack = {
  ...wholeAndBack,
  debit: ({ world, paymentId }) =>
    uploadBytes(
      world,
      statement('2026-11-22', '2026-11-30', opening, [
        {
          day: '2026-11-23',
          minor: -2 * each,
          ref: 'R1',
          details: `<TxDtls><Refs><PmtInfId>${paymentId}</PmtInfId></Refs></TxDtls>`,
        },
      ]),
    ),
}
delete lessTheFailed.return

function orders<One>(some: readonly One[]): One[][] {
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

async function walk(events: typeof wholeAndBack, order: readonly string[]) {
  const batch = await bankBatch(3)
  const { world } = batch
  for (const name of order) {
    await events[name]?.(batch)
    await sweepStatements(world.ports)
    // An account's first file brings a balance that our books do not have, which two people book.
    const openingBreak = (await open(world)).find((one) => one.class === 'balance_break')
    if (openingBreak !== undefined) await close(world, openingBreak, 'book')
    await expectPromisesKept(world)
  }
  world.wait(2 * 24 * 60)
  await sweepStatements(world.ports)
  const classes = (await open(world)).map((one) => one.class)
  for (const one of await open(world)) await close(world, one, actionOf[one.class] ?? 'book')
  await expectPromisesKept(world)
  return { classes, ends: await ends(batch) }
}

describe('a debit for a whole batch of which one payout failed', () => {
  it.each(orders(Object.keys(wholeAndBack)))('and came back: %s, %s, %s', async (...order) => {
    const came = await walk(wholeAndBack, order)
    // What was known too late is left for people to do, and nothing else.
    const isLate = order.indexOf('debit') < order.indexOf('results')
    expect(came.classes).toEqual(isLate ? ['return_after_success'] : [])
    expect(came.ends).toEqual({
      vouchers: ['issued', 'paid', 'paid'],
      float: opening - 2 * each,
      lines: [
        { kind: 'payment', direction: 'debit', count: 1, amountMinor: 3 * each },
        { kind: 'return', direction: 'credit', count: 1, amountMinor: each },
      ],
      provider: { openingMinor: opening, closingMinor: opening - 2 * each },
      closing: opening - 2 * each,
      faults: [],
      listed: [0, 0],
    })
  })

  it.each(orders(Object.keys(lessTheFailed)))('and was left out of it: %s, %s', async (...order) => {
    const came = await walk(lessTheFailed, order)
    expect(came.classes).toEqual([])
    expect(came.ends).toEqual({
      vouchers: ['issued', 'paid', 'paid'],
      float: opening - 2 * each,
      lines: [{ kind: 'payment', direction: 'debit', count: 1, amountMinor: 2 * each }],
      provider: { openingMinor: opening, closingMinor: opening - 2 * each },
      closing: opening - 2 * each,
      faults: [],
      listed: [0, 0],
    })
  })
})
