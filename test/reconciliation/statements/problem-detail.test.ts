/** What a refused file is told is said in words and money, never in codes of the program. */
import { expect, it } from 'vitest'
import { balanceFault, totalsFault } from '../../../src/reconciliation/formats/file-checks.ts'
import { joinPeriod, periodOfFile } from '../../../src/reconciliation/matching/joins.ts'
import { problemDetail } from '../../../src/reconciliation/statements/problem-detail.ts'

const counted = { rows: 3, debitRows: 2, debitMinor: 500, creditRows: 1, creditMinor: 200 } as never
const part = (given: object) =>
  ({
    account: 'a',
    fromDay: '2026-02-01',
    toDay: '2026-02-01',
    openingMinor: null,
    closingMinor: null,
    ...given,
  }) as never
const period = { from: '2026-02-02', to: '2026-02-02', openingMinor: 100, closingMinor: 900, isSaid: true }
const covered = { from: '2026-02-01', to: '2026-02-01', openings: [0], closings: [200, 300] } as never
const detailIn = (wrong: object | null) => ('problem' in (wrong ?? {}) ? (wrong as { problem: never }).problem : wrong)

it.each<[what: string, fault: unknown, said: string]>([
  [
    'a balance on a line',
    { detail: 'chain' },
    'The balance after this line does not follow from the balance before it.',
  ],
  [
    'the end',
    balanceFault(500_000, counted, 500_000),
    'come to CNY 4,997.00, but the closing balance is CNY 5,000.00.',
  ],
  ['a count', totalsFault({ rows: 4 }, counted), 'Number of lines: the file says 4, its lines come to 3.'],
  [
    'a sum',
    totalsFault({ debitMinor: 600 }, counted),
    'Money out: the file says CNY 6.00, its lines come to CNY 5.00.',
  ],
  [
    'two parts',
    detailIn(periodOfFile([part({ closingMinor: 100 }), part({ openingMinor: 200 })], {} as never)),
    'CNY 1.00, and the next begins with CNY 2.00.',
  ],
  [
    'the file before',
    detailIn(joinPeriod(covered, period)),
    'It begins with CNY 1.00, but the statement before it ends with CNY 2.00, CNY 3.00.',
  ],
  [
    'the file after',
    { detail: 'closing: 100, known 200' },
    'It ends with CNY 1.00, but the statement after it begins with CNY 2.00.',
  ],
  [
    'what was entered',
    { detail: 'opening: 100, file 200' },
    'Opening balance: CNY 1.00 was entered, the file says CNY 2.00.',
  ],
  ['a day', { detail: '2026-02-03' }, '3 February 2026'],
])('%s', (_what, fault, text) => {
  const detail = problemDetail(fault as { detail: string }, 'CNY', 'en')
  const shown = detail !== null && 'text' in detail ? detail.text.replaceAll('\u00a0', ' ') : String(detail)
  expect(shown).toContain(text)
})

it('what only whoever mends the file knows stays as it is', () => {
  expect(problemDetail({ detail: 'W12345' }, 'CNY', 'en')).toEqual({ code: 'W12345' })
  expect(problemDetail({ detail: null }, 'CNY', 'en')).toBeNull()
})
