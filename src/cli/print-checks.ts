/** How the results of checks are printed: each with its promise, its figures and its breaches. */
import type { CheckResult } from '../reconciliation/integrity/audit.ts'

/** Prints them, and makes the command end with 1 when one failed. */
export function printChecks(results: readonly CheckResult[]): void {
  for (const one of results) console.log(printed(one))
  const broken = results.filter(({ ok }) => !ok).length
  console.log(`${results.length} checks: ${broken === 0 ? 'all passed' : `${broken} FAILED`}.`)
  if (broken > 0) process.exitCode = 1
}

function printed({ invariant, promise, ok, figures, breaches }: CheckResult): string {
  const counted = Object.entries(figures).map(([name, value]) => `${name} ${value}`)
  return [
    `${ok ? 'ok    ' : 'BREACH'} ${invariant}: ${promise}`,
    ...(counted.length === 0 ? [] : [`       ${counted.join(', ')}`]),
    ...breaches.map((breach) => `       ! ${breach}`),
  ].join('\n')
}
