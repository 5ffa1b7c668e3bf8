/** The time of what follows on something that another machine may have written, by a clock that is ahead of ours. */
import type { Clock } from '../../ports.ts'

/** The time now, and never before `floor` (ISO 8601, UTC): where this machine's clock is behind it, it goes on from there. */
export function nowAfter(clock: Clock, floor: string): string {
  const now = clock.now()
  if (now >= floor) return now
  clock.raise?.(floor)
  const raised = clock.now()
  return raised >= floor ? raised : floor
}
