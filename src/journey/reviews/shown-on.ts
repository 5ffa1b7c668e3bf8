/** Whether an ended response waits for others before it is shown. */
import type { Ports } from '../../ports.ts'

/** The day (UTC) on which a response that ends then is shown at once; null when it waits for others. */
export function shownOn({ settings }: Pick<Ports, 'settings'>, endedAt: string): string | null {
  return settings.smallestGroup > 1 ? null : endedAt.slice(0, 10)
}
