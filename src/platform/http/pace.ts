/** How many requests one caller who is known by a token may make in a minute: far more than anybody presses, and told. */
import type { Context } from 'hono'
import type { AppEnv, Ports } from '../../ports.ts'
import { refuse } from './refuse.tsx'

/** Those of this minute, in this process, by caller. Nothing of it is kept. */
const counted = new WeakMap<Ports['keys'], { minute: string; counts: Map<string, number> }>()

/**
 * Counts a request; once there are more than `Settings.requestsAMinute`, the answer that says when the next one is taken.
 * @param caller an id that a good token names: what anybody could make up would not bound them, but fill the memory
 */
export function tooFast(c: Context<AppEnv>, caller: string): Response | Promise<Response> | null {
  const { clock, keys, settings } = c.var.ports
  const now = clock.now()
  const minute = now.slice(0, 'YYYY-MM-DDTHH:MM'.length)
  let known = counted.get(keys)
  if (known?.minute !== minute) {
    known = { minute, counts: new Map() }
    counted.set(keys, known)
  }
  const count = (known.counts.get(caller) ?? 0) + 1
  known.counts.set(caller, count)
  return count > settings.requestsAMinute ? refuse(c, 'too_fast', [], 60 - Number(now.slice(17, 19))) : null
}
