import { expect, test } from 'vitest'
import { inRuns } from '../../../src/reconciliation/reports/period.ts'

test.each<[string[], string[]]>([
  [[], []],
  [['2026-02-14'], ['2026-02-14']],
  [
    ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-03'],
    ['2026-02-27 – 2026-03-01', '2026-03-03'],
  ],
])('days that follow one another are told as one run: %j', (days, runs) => {
  expect(inRuns(days)).toEqual(runs)
})
