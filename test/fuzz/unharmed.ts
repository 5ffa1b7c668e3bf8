/** What every run of hostile requests is held to. */
import { expect } from 'vitest'
import type { Fuzzed } from './fuzz.ts'
import { minutes } from './requests.ts'

/** Far above what is kept on purpose, and far below what anything kept for each request comes to in a long run. */
const mostGrown = 32 * 1_048_576

/** Checks what every run is held to; a long one says what it did, and that nothing took longer than a minute. */
export function expectUnharmed({ failures, statuses, sent, slowest, grownBytes }: Fuzzed): void {
  expect(failures.slice(0, 20)).toEqual([])
  expect(grownBytes).toBeLessThan(mostGrown)
  if (minutes === 0) return
  const summary = { sent, statuses: Object.fromEntries(statuses), slowest, grownBytes }
  process.stdout.write(`${JSON.stringify(summary)}\n`)
  expect(slowest.ms, slowest.which).toBeLessThan(60_000)
}
