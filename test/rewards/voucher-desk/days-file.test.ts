import { describe, expect, it } from 'vitest'
import { bookOf } from '../../../src/reconciliation/integrity/book.ts'
import type { MoneyRow } from '../../../src/reconciliation/integrity/money.ts'

// A budget of 100.00 in offers of 20.00: one open lease, one held voucher, two issued, nothing paid.
const right: MoneyRow[] = [
  {
    source: 'balance',
    offerId: 'o',
    amount: 0,
    count: 0,
    a: 10_000,
    b: 2000,
    c: 2000,
    d: 6000,
    e: 0,
    f: 0,
    g: 0,
    h: 0,
  },
  { source: 'transfers', offerId: 'o', one: 'funding', other: 'available', amount: 10_000, count: 1 },
  { source: 'transfers', offerId: 'o', one: 'available', other: 'reserved', amount: 10_000, count: 5 },
  { source: 'transfers', offerId: 'o', one: 'reserved', other: 'available', amount: 2000, count: 1 },
  { source: 'transfers', offerId: 'o', one: 'reserved', other: 'liability', amount: 6000, count: 3 },
  { source: 'vouchers', offerId: 'o', one: 'issued', amount: 4000, count: 2, tax: 0 },
  { source: 'vouchers', offerId: 'o', one: 'held', amount: 2000, count: 1, tax: 0 },
  { source: 'leases', offerId: 'o', amount: 2000, count: 1 },
]

const nothing = { total: 0, available: 0, reserved: 0, liability: 0, clearing: 0, paid: 0, tax: 0, outside: 0 }

const changed = (at: number, change: Partial<MoneyRow>) =>
  right.map((row, i) => (i === at ? ({ ...row, ...change } as MoneyRow) : row))

describe('the book of an offer', () => {
  it('balances when balances, transfers, vouchers and leases say the same', () => {
    expect(bookOf('o', right)).toEqual({
      offerId: 'o',
      balance: { ...nothing, total: 10_000, available: 2000, reserved: 2000, liability: 6000 },
      vouchers: new Map([
        ['issued', { count: 2, amountMinor: 4000, taxMinor: 0 }],
        ['held', { count: 1, amountMinor: 2000, taxMinor: 0 }],
      ]),
      openLeases: { count: 1, amountMinor: 2000 },
      transfers: 10,
      mismatches: [],
    })
  })

  it('does not look at other offers', () => {
    const other: MoneyRow = { source: 'vouchers', offerId: 'p', one: 'issued', amount: 1, count: 1, tax: 0 }
    expect(bookOf('o', [...right, other]).mismatches).toEqual([])
  })

  it.each([
    ['money that no transfer moved', changed(0, { b: 1999, c: 2001 }), ['available', 'reserved', 'promises_reserved']],
    ['a budget that nobody funded', changed(0, { a: 10_001, b: 2001 }), ['total', 'available']],
    ['a transfer that is missing', right.filter((_, i) => i !== 4), ['reserved', 'liability']],
    ['a voucher that nobody owes', changed(5, { amount: 6000, count: 3 }), ['vouchers_owed']],
    ['a voucher that is gone', right.filter((_, i) => i !== 5), ['vouchers_owed']],
    ['a voucher said to be paid', changed(5, { one: 'paid' }), ['vouchers_owed', 'vouchers_paid']],
    ['a voucher said to be paid outside', changed(5, { one: 'paid_outside' }), ['vouchers_owed', 'vouchers_outside']],
    ['a lease that holds nothing', right.filter((_, i) => i !== 7), ['promises_reserved']],
  ] as const)('shows %s', (_, rows, what) => {
    expect(bookOf('o', rows).mismatches.map((mismatch) => mismatch.what)).toEqual(what)
  })

  it('has the money of held vouchers in reserve where books are older than its being owed', () => {
    const old = [...changed(0, { c: 4000, d: 4000 })].map((row) =>
      row.source === 'transfers' && row.other === 'liability' ? { ...row, amount: 4000, count: 2 } : row,
    )
    expect(bookOf('o', old, 'reserved').mismatches).toEqual([])
    expect(bookOf('o', old).mismatches.map(({ what }) => what)).toEqual(['vouchers_owed', 'promises_reserved'])
    expect(bookOf('o', right, 'reserved').mismatches).toHaveLength(2)
  })

  it('says both figures', () => {
    expect(bookOf('o', changed(7, { amount: 4000 })).mismatches).toEqual([
      { what: 'promises_reserved', balance: 2000, found: 4000 },
    ])
  })

  it('counts money on its way out as owed until it is paid', () => {
    const rows = [
      ...changed(0, { d: 4000, e: 2000 }),
      { source: 'transfers', offerId: 'o', one: 'liability', other: 'clearing', amount: 2000, count: 1 } as const,
    ]
    expect(bookOf('o', rows).mismatches).toEqual([])
  })
})
