import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LedgerAccount } from '../../../schema/tables.ts'
import { accountReport } from '../../../src/reconciliation/reports/account-report.ts'
import { currencyAccount, isBalanced } from '../../../src/reconciliation/reports/closing.ts'
import { faultsOf } from '../../../src/reconciliation/reports/content.ts'
import { instantsOf, periodOf } from '../../../src/reconciliation/reports/period.ts'
import { offersOf } from '../../../src/reconciliation/reports/read-study.ts'
import { addsUp, after, type LedgerFlow } from '../../../src/reconciliation/reports/study-report.ts'

const nothing = { total: 0, available: 0, reserved: 0, liability: 0, clearing: 0, paid: 0, tax: 0, outside: 0 }

const minor = fc.integer({ min: 0, max: 1_000_000 })
const moves = fc.record({
  funded: minor,
  paid: minor,
  fees: minor,
  returned: minor,
  other: fc.integer({ min: -500, max: 500 }),
})
const none = { count: 0, amountMinor: 0, listed: [] }
const period = periodOf('2026-02-14') ?? { name: '', from: '', to: '' }

type Given = Partial<Parameters<typeof accountReport>[0]>
const reportOf = (given: Given) =>
  accountReport({
    account: { id: 'alipay:CNY', provider: 'alipay', currency: 'CNY', zone: 'Asia/Shanghai' },
    period,
    ends: instantsOf(period).ends,
    rules: '1',
    before: { funded: 0, paid: 0, fees: 0, returned: 0, other: 0 },
    during: { funded: 0, paid: 0, fees: 0, returned: 0, other: 0 },
    statements: [
      { id: 's', format: 'csv', fileHash: 'f', from: '2026-02-14', to: '2026-02-14', lines: 1, importedBy: 'staff_1' },
    ],
    providerOpeningMinor: null,
    providerClosingMinor: null,
    lines: [],
    exceptions: [],
    through: period.to,
    ageOf: () => 3,
    paidOutsideMinor: 0,
    timing: none,
    paidWithoutLine: none,
    linesWithoutAttempt: none,
    byHand: none,
    ...given,
  })

describe('the sums of a report', () => {
  it('lead from the opening to the closing float, and a provider who says another is a balance break', () => {
    fc.assert(
      fc.property(moves, moves, fc.integer({ min: -3, max: 3 }), (before, during, off) => {
        const { ledger } = reportOf({ before, during })
        const { openingMinor, funded, paid, fees, returned, other, closingMinor } = ledger
        expect(closingMinor).toBe(openingMinor + funded - paid - fees + returned + other)
        const next = reportOf({ before: sum(before, during) })
        expect(next.ledger.openingMinor).toBe(closingMinor)
        const faults = faultsOf(reportOf({ before, during, providerClosingMinor: closingMinor + off }))
        expect(faults).toEqual(off === 0 ? [] : ['balance_break'])
      }),
    )
  })

  it('of a study and of its closing add up, whatever legal transfers there were', () => {
    const accounts: LedgerAccount[] = ['available', 'reserved', 'liability', 'clearing', 'paid', 'outside']
    const flow = fc.record({
      debit: fc.constantFrom(...accounts),
      credit: fc.constantFrom(...accounts),
      part: fc.nat(100),
    })
    fc.assert(
      fc.property(minor, fc.array(flow, { maxLength: 30 }), fc.nat(100), fc.nat(30), (budget, wanted, back, cut) => {
        const flows: LedgerFlow[] = [{ debit: 'funding', credit: 'available', count: 1, amountMinor: budget }]
        for (const { debit, credit, part } of wanted) {
          if (debit === credit || debit === 'funding') continue
          const has = after(nothing, flows)[debit]
          flows.push({ debit, credit, count: 1, amountMinor: Math.floor((has * part) / 100) })
        }
        const left = after(nothing, flows).available
        flows.push({ debit: 'available', credit: 'funding', count: 1, amountMinor: Math.floor((left * back) / 100) })
        const holding = after(nothing, flows)
        expect(addsUp(holding)).toBe(true)
        expect(isBalanced(currencyAccount('CNY', [{ holding, flows }], 0))).toBe(true)
        expect(
          isBalanced(currencyAccount('CNY', [{ holding: { ...holding, paid: holding.paid + 1 }, flows }], 0)),
        ).toBe(false)

        const part = { offer: 'o', currency: 'CNY', offerAmountMinor: 2000, offerTaxMinor: 0 }
        const rows = [
          {
            ...part,
            source: 'balance' as const,
            debit: 'paid' as const,
            credit: 'paid' as const,
            count: 0,
            amountMinor: 0,
            ...holding,
          },
          ...flows.slice(cut).map((one) => ({ ...part, ...nothing, ...one, source: 'later' as const })),
          ...flows.slice(cut / 2, cut).map((one) => ({ ...part, ...nothing, ...one, source: 'during' as const })),
        ]
        const [offer] = offersOf(rows)
        expect(offer?.closing).toEqual(after(nothing, flows.slice(0, cut)))
        expect(offer?.opening).toEqual(after(nothing, flows.slice(0, cut / 2)))
      }),
    )
  })

  it('count an exception of another day as open until it is closed, and one of its own day as it is now', () => {
    const at = (day: string) => `${day}T04:00:00.000Z`
    const one = { class: 'late', count: 1, amountMinor: 5, openedAt: at('2026-02-12') }
    const open = (day: string, closedAt: string | null) =>
      reportOf({ exceptions: [{ ...one, day, closedAt }] }).exceptions[0]?.open.count
    expect(open('2026-02-12', null)).toBe(1)
    expect(open('2026-02-12', at('2026-02-16'))).toBe(1)
    expect(open('2026-02-12', at('2026-02-13'))).toBeUndefined()
    expect(open('2026-02-14', at('2026-02-16'))).toBe(0)
    expect(open('2026-02-15', null)).toBeUndefined()
  })
})

function sum(one: Record<string, number>, other: Record<string, number>) {
  const of = (name: string) => (one[name] ?? 0) + (other[name] ?? 0)
  return { funded: of('funded'), paid: of('paid'), fees: of('fees'), returned: of('returned'), other: of('other') }
}
