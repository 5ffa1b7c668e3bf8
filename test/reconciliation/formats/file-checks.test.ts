import { describe, expect, test } from 'vitest'
import { balanceFault, periodFault, totalsFault } from '../../../src/reconciliation/formats/file-checks.ts'
import { endsOf, newTally, tallyLine } from '../../../src/reconciliation/formats/tally.ts'

const counted = {
  rows: 3,
  debitRows: 2,
  debitMinor: 50,
  creditRows: 1,
  creditMinor: 20,
  firstDay: '2026-02-24',
  lastDay: '2026-02-25',
  unknownTypes: [],
}

test('totals are compared as far as the file says them', () => {
  expect(totalsFault({ rows: 3, debitMinor: 50, creditMinor: null }, counted)).toBeNull()
  expect(totalsFault({ rows: 3, debitMinor: 51 }, counted)).toEqual({
    why: 'totals',
    detail: 'debitMinor: 51, counted 50',
  })
})

test('opening and movements have to come to closing', () => {
  expect(balanceFault(100, counted, 70)).toBeNull()
  expect(balanceFault(100, counted, 71)).toMatchObject({ why: 'balance' })
})

test('lines have to lie inside the days', () => {
  expect(periodFault('2026-02-24', '2026-02-25', counted)).toBeNull()
  expect(periodFault('2026-02-25', null, counted)).toMatchObject({ detail: '2026-02-24' })
  expect(periodFault(null, '2026-02-24', counted)).toMatchObject({ detail: '2026-02-25' })
})

describe('balances', () => {
  const ends = (rows: readonly (readonly [movement: number, after: number, second?: number])[]) => {
    const tally = newTally(true)
    rows.forEach(([movement, balanceMinor, second], i) => {
      const direction = movement < 0 ? 'debit' : 'credit'
      const rest = {
        line: i + 1,
        day: '2026-02-24',
        bookedAt: `2026-02-24T00:00:0${second ?? i}.000Z`,
        kind: 'other',
        rawType: '',
      } as const
      tallyLine(tally, { ...rest, direction, amountMinor: Math.abs(movement), balanceMinor })
    })
    return tally.chain === null ? 'no chain' : endsOf(tally.chain)
  }
  const rows = [
    [-10, 90],
    [-20, 70],
    [5, 75],
    [-5, 70],
  ] as const

  test('form one way from opening to closing, forwards or backwards', () => {
    const whole = { openingMinor: 100, closingMinor: 70 }
    expect(ends(rows)).toEqual(whole)
    expect(ends(rows.toReversed())).toEqual(whole)
  })

  test('do so with the rows of one second in any order, and of two seconds in none but theirs', () => {
    const [one, ...later] = rows
    const [two, three, four] = later.map(([movement, after]) => [movement, after, 9] as const)
    if (two === undefined || three === undefined || four === undefined) throw new Error('There are four.')
    expect(ends([one, four, three, two])).toEqual({ openingMinor: 100, closingMinor: 70 })
    expect(ends([rows[3], rows[0], rows[2], rows[1]])).toBeNull()
  })

  test.each([
    ['missing', [rows[0], rows[2], rows[3]]],
    ['missing, and the rest of the second comes back to where it was', [rows[0], [5, 75, 9], [-5, 70, 9]]],
    ['a cent off', [rows[0], [-20, 71], rows[2], rows[3]]],
    ['there twice', [rows[0], rows[1], rows[1], rows[2], rows[3]]],
  ] as const)('do not when one is %s', (_what, broken) => {
    expect(ends(broken)).toBeNull()
  })

  test('that come back to where they were have the same ends', () => {
    expect(ends([rows[2], rows[3]])).toEqual({ openingMinor: 70, closingMinor: 70 })
  })
})
