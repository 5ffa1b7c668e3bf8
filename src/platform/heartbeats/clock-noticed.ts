/** That a machine's clock was found wrong, kept for a day, so that people hear of it who look in once a day. */
import type { ClockDoubt } from '../../ports.ts'
import type { Database, Write } from '../db/together.ts'
import { dayMs } from '../time/zone.ts'
import { beat, heartbeats } from './heartbeats.ts'

export interface ClockNoticed {
  is: ClockDoubt['is']
  /** When it was last noticed, ISO 8601 in UTC. */
  at: string
}

const kinds: readonly ClockDoubt['is'][] = ['ahead', 'back', 'behind']
const partOf = (is: ClockDoubt['is']) => `clock_${is}`

/** Notes it beside the heartbeats, which say when something was last so. */
export function noteClock({ is }: ClockDoubt, at: string): Write {
  return beat({ part: partOf(is), at })
}

/** What was noticed within the last day, the latest alone; null for nothing. */
export async function clockNoticed(db: Database, now: string): Promise<ClockNoticed | null> {
  const beats = await heartbeats(db)
  const found = kinds.flatMap((is) => {
    const at = beats.get(partOf(is))
    return at !== undefined && Date.parse(now) - Date.parse(at) < dayMs ? [{ is, at }] : []
  })
  return found.sort((one, other) => (one.at < other.at ? 1 : -1))[0] ?? null
}
