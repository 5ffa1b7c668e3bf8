/** How a file follows what is published of its account, case by case. */
import { describe, expect, it } from 'vitest'
import {
  type Covered,
  type CoveredPeriod,
  joinPeriod,
  periodOfFile,
} from '../../../src/reconciliation/matching/joins.ts'
import type { PartOfFile } from '../../../src/reconciliation/statements/statement.ts'

const covered = (given: Partial<Covered> = {}): Covered => ({
  from: '2026-11-10',
  to: '2026-11-20',
  openings: [100],
  closings: [500],
  ...given,
})
const period = (from: string, to: string, given: Partial<CoveredPeriod> = {}): CoveredPeriod => ({
  from: `2026-11-${from}`,
  to: `2026-11-${to}`,
  openingMinor: null,
  closingMinor: null,
  isSaid: false,
  ...given,
})
/** A period as its days, or why there is none. */
const summaryOf = (came: ReturnType<typeof joinPeriod>) =>
  'problem' in came
    ? [came.problem.why, came.problem.detail].filter((part) => part !== null).join(': ')
    : `${came.from.slice(-2)} to ${came.to.slice(-2)}`

it('a section joins the one before it, or says how not', () => {
  const before = covered({ to: '2026-11-20', closings: [70] })
  const join = (from: string, openingMinor: number | null) =>
    summaryOf(joinPeriod(before, period(from, '30', { openingMinor })))
  expect(join('21', 70)).toBe('21 to 30')
  expect(join('21', null)).toBe('21 to 30')
  expect(join('21', 71)).toBe('balance: opening: 71, known 70')
  expect(join('22', null)).toBe('hole: 2026-11-21')
  expect(join('20', 70)).toBe('20 to 30')
})

describe('a file joins what is covered', () => {
  it.each<[what: string, Covered | null, CoveredPeriod, came: string]>([
    ['the first one of all as it is', null, period('01', '02'), '01 to 02'],
    ['when its days overlap, whatever its balances', covered(), period('15', '25', { openingMinor: 1 }), '15 to 25'],
    ['when it begins on the next day', covered(), period('21', '22'), '21 to 22'],
    ['when it ends on the day before', covered(), period('08', '09'), '08 to 09'],
    ['not when days are missing behind', covered(), period('23', '24'), 'hole: 2026-11-21'],
    ['not when days are missing before', covered(), period('05', '07'), 'hole: 2026-11-09'],
    [
      'over quiet days behind, which its opening balance proves',
      covered(),
      period('23', '24', { openingMinor: 500 }),
      '21 to 24',
    ],
    [
      'over quiet days before, which its closing balance proves',
      covered(),
      period('05', '07', { closingMinor: 100 }),
      '05 to 09',
    ],
    [
      'not over days that it was said to leave out, proved or not',
      covered(),
      period('23', '24', { openingMinor: 500, isSaid: true }),
      'hole: 2026-11-21',
    ],
    [
      'not from another balance than the one before',
      covered(),
      period('21', '22', { openingMinor: 499 }),
      'balance: opening: 499, known 500',
    ],
    [
      'not to another balance than the one behind',
      covered(),
      period('08', '09', { closingMinor: 99 }),
      'balance: closing: 99, known 100',
    ],
    [
      'from any balance that one of several says',
      covered({ closings: [null, 400, 500] }),
      period('21', '22', { openingMinor: 400 }),
      '21 to 22',
    ],
    [
      'not from a balance that none of several says',
      covered({ closings: [400, 500] }),
      period('21', '22', { openingMinor: 499 }),
      'balance: opening: 499, known 400 500',
    ],
    [
      'when they share its first day, whatever its balances',
      covered(),
      period('20', '25', { openingMinor: 1, closingMinor: 1 }),
      '20 to 25',
    ],
    [
      'when they share its last day, whatever its balances',
      covered(),
      period('05', '10', { openingMinor: 1, closingMinor: 1 }),
      '05 to 10',
    ],
    [
      'from any balance when none is known',
      covered({ closings: [null] }),
      period('21', '22', { openingMinor: 7 }),
      '21 to 22',
    ],
    [
      'but not over a hole when none is known',
      covered({ closings: [null] }),
      period('23', '24', { openingMinor: 7 }),
      'hole: 2026-11-21',
    ],
  ])('%s', (_, before, given, came) => {
    expect(summaryOf(joinPeriod(before, given))).toBe(came)
  })
})

describe('the period of a file', () => {
  const part = (given: Partial<PartOfFile> = {}): PartOfFile =>
    ({
      account: 'x',
      fromDay: '2026-11-01',
      toDay: '2026-11-03',
      openingMinor: 0,
      closingMinor: 10,
      ...given,
    }) as PartOfFile

  const first = part()
  const second = part({ fromDay: '2026-11-04', toDay: '2026-11-05', openingMinor: 10, closingMinor: 20 })
  const third = part({ fromDay: '2026-11-07', toDay: '2026-11-08', openingMinor: 20, closingMinor: 40 })

  it.each<[what: string, PartOfFile[], claims: Parameters<typeof periodOfFile>[1], came: string]>([
    ['needs a part in the account’s currency', [], {}, 'currency'],
    ['is of one account', [part(), part({ account: 'y' })], {}, 'several_accounts'],
    [
      'is that of all its parts',
      [part(), part({ fromDay: '2026-11-04', toDay: '2026-11-05', openingMinor: 10 })],
      {},
      '01 to 05',
    ],
    [
      'is none when its parts do not follow from one another',
      [part(), part({ openingMinor: 11 })],
      {},
      'balance: opening: 11, closing before: 10',
    ],
    [
      'is that of its parts, the newest of which stands first',
      [part({ fromDay: '2026-11-04', toDay: '2026-11-05', openingMinor: 10, closingMinor: 30 }), part()],
      {},
      '01 to 05',
    ],
    [
      'is what a person says before what the lines do',
      [part()],
      { fromDay: '2026-10-31', toDay: '2026-11-09' },
      '31 to 09',
    ],
    ['is none without days', [part({ fromDay: null, toDay: null })], {}, 'period'],
    ['is none without a last day', [part({ fromDay: null, toDay: null })], { fromDay: '2026-11-01' }, 'period'],
    ['is none without a first day', [part({ fromDay: null, toDay: null })], { toDay: '2026-11-01' }, 'period'],
    ['may be one day', [part({ toDay: '2026-11-01' })], {}, '01 to 01'],
    [
      'needs no balance between its parts, before',
      [part({ closingMinor: null }), part({ openingMinor: 7 })],
      {},
      '01 to 03',
    ],
    ['needs no balance between its parts, after', [part(), part({ openingMinor: null })], {}, '01 to 03'],
    [
      'is none when its parts follow by their days, but not all of them say so',
      [third, { ...first, closingMinor: null }, { ...second, openingMinor: null }],
      {},
      'balance: opening: 0, closing before: 40',
    ],
    [
      'is none when only some of its parts follow by their days',
      [third, first, { ...second, openingMinor: 9 }],
      {},
      'balance: opening: 0, closing before: 40',
    ],
    ['is none when it ends before it begins', [part()], { fromDay: '2026-11-09' }, 'period'],
  ])('%s', (_, parts, claims, came) => {
    expect(summaryOf(periodOfFile(parts, claims))).toBe(came)
  })

  const unbalanced = part({ openingMinor: null, closingMinor: null })
  const claimed = { fromDay: '2026-11-01', toDay: '2026-11-03' }

  it.each<[what: string, PartOfFile[], claims: Parameters<typeof periodOfFile>[1], came: Partial<CoveredPeriod>]>([
    [
      'are its parts’, at either end',
      [part(), part({ openingMinor: 10, closingMinor: 40 })],
      {},
      { openingMinor: 0, closingMinor: 40 },
    ],
    [
      'are not taken from a person where it has its own',
      [part()],
      { openingMinor: 7, closingMinor: 8 },
      { openingMinor: 0, closingMinor: 10 },
    ],
    [
      'may be said where it has none',
      [unbalanced],
      { openingMinor: 7, closingMinor: 8 },
      { openingMinor: 7, closingMinor: 8 },
    ],
    [
      'are those of its first and last day, where its parts stand in no order',
      [third, first, second],
      {},
      { openingMinor: 0, closingMinor: 40 },
    ],
    [
      'are those of its first and last day, where parts share a day',
      [third, first, { ...second, fromDay: first.fromDay }],
      {},
      { openingMinor: 0, closingMinor: 40 },
    ],
    [
      'begin with a part that has no day',
      [third, { ...first, fromDay: null, toDay: null }, second],
      {},
      { openingMinor: 0, closingMinor: 40 },
    ],
    [
      'are those of its parts as they stand where nothing speaks against it',
      [part({ closingMinor: null }), part({ openingMinor: null, closingMinor: 0 })],
      {},
      { openingMinor: 0, closingMinor: 0 },
    ],
    ['may be unknown', [unbalanced], {}, { openingMinor: null, closingMinor: null }],
    ['do not make its days said', [part()], { openingMinor: 7 }, { isSaid: false }],
    ['are apart from days that are said', [part()], claimed, { isSaid: true, openingMinor: 0 }],
    ['are apart from a first day that is said', [part()], { fromDay: claimed.fromDay }, { isSaid: false }],
    ['are apart from a last day that is said', [part()], { toDay: claimed.toDay }, { isSaid: false }],
  ])('its balances %s', (_, parts, claims, came) => {
    expect(periodOfFile(parts, claims)).toMatchObject(came)
  })
})
