/**
 * A clock that never goes back. A machine's clock may: it is set, it drifts, it is a day ahead for a while. What is
 * written keeps its order all the same: where the machine falls behind what was said, this clock goes on at half speed
 * until the machine has caught up, so that leases and sessions still come to their end.
 */
import type { Clock, ClockDoubt } from '../../ports.ts'

/** A difference to the time that has really passed that is worth saying, in milliseconds. */
const jumpMs = 5_000
/** For so long a jump is still told of. */
const toldForMs = 10 * 60_000
/** Ahead of the machine by less than this is nobody's worry. */
const aheadMs = 60_000

export interface SteadyClock extends Clock {
  /** Goes on from this time at least (ISO 8601, UTC): what stands in the database is a floor. */
  raise(floor: string): void
  doubt(): ClockDoubt | null
}

export interface SteadyChoices {
  /** The machine's clock, in milliseconds since 1970. */
  wall: () => number
  /** Milliseconds that really passed, since any moment. */
  passed: () => number
  /** Is told of each jump, and of a floor that the machine is behind. */
  say: (doubt: ClockDoubt) => void
}

const iso = (ms: number) => new Date(ms).toISOString()

/** A clock that never goes back, and that doubts the machine's where it jumped. */
export function steadyClock({ wall, passed, say }: SteadyChoices): SteadyClock {
  let last = 0
  // Asked for the first time with the first time that is needed: a Worker's clock stands still before.
  let lastWall = Number.NaN
  let lastPassed = 0
  let jumped: { at: number; doubt: ClockDoubt } | null = null
  let shown = -1
  let text = ''

  /** The time now, in milliseconds; never before one that was given. */
  function read(): number {
    const [now, ticks] = [wall(), passed()]
    const isFirst = Number.isNaN(lastWall)
    const elapsed = isFirst ? 0 : Math.max(0, ticks - lastPassed)
    const jump = isFirst ? 0 : now - lastWall - elapsed
    lastWall = now
    lastPassed = ticks
    if (Math.abs(jump) > jumpMs) {
      jumped = { at: ticks, doubt: { is: jump > 0 ? 'ahead' : 'back', ms: Math.round(Math.abs(jump)), to: iso(now) } }
      say(jumped.doubt)
    }
    last = Math.max(now, last + elapsed / 2)
    return Math.floor(last)
  }

  return {
    now() {
      const ms = read()
      if (ms !== shown) text = iso(ms)
      shown = ms
      return text
    },
    raise(floor) {
      const ms = Date.parse(floor)
      const now = read()
      if (Number.isNaN(ms) || ms <= now) return
      last = ms
      if (ms - lastWall > aheadMs) say({ is: 'behind', ms: ms - lastWall })
    },
    doubt() {
      const ahead = read() - lastWall
      if (ahead > aheadMs) return { is: 'behind', ms: Math.floor(ahead) }
      return jumped !== null && lastPassed - jumped.at < toldForMs ? jumped.doubt : null
    },
  }
}
