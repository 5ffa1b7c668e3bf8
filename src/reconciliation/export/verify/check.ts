/** One thing that is checked of exported books while their lines go by, once each and in order. */

import { atMost, type CheckFindings, mostBreaches } from '../../integrity/invariant.ts'
import type { ExportLine } from '../lines.ts'

export interface ExportCheck {
  name: string
  promise: string
  /** @param number counts lines from 1 */
  take(line: ExportLine, number: number): void | Promise<void>
  end(): CheckFindings | Promise<CheckFindings>
}

/** Breaches as they are met: a few are enough, however many there are. */
export function breachList(): { add(breach: string): void; all(): string[] } {
  const breaches: string[] = []
  return {
    add(breach) {
      if (breaches.length <= mostBreaches) breaches.push(breach)
    },
    all: () => atMost(breaches),
  }
}

/** The last state of what is told in steps; empty when there is none. */
export function lastState(steps: readonly { state: string }[]): string {
  return steps.at(-1)?.state ?? ''
}
