/**
 * The machines that the service runs on, each with a clock of its own that may be wrong: ahead of the other, set by
 * minutes or days either way, set right again. What is done is done on one of them; the world outside keeps true time.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { newestTime } from '../src/app/newest-time.ts'
import { type SteadyClock, steadyClock } from '../src/platform/adapters/steady-clock.ts'
import type { Database } from '../src/platform/db/together.ts'
import type { Clock } from '../src/ports.ts'
import type { Chance } from './chance.ts'

export interface Machines {
  /** The clock of whichever machine does the work. */
  clock: Clock
  /** Does something on one of them, which is drawn. */
  onOne<Result>(work: () => Promise<Result>): Promise<Result>
  /** Perhaps something happens to one of the clocks, or a machine starts anew. In words, for who wants to be told. */
  mishap(db: Database): Promise<string | null>
  /** All clocks are right from now on. */
  setRight(): void
  /** How many mishaps there were, by kind. */
  mishaps: Record<string, number>
}

const minuteMs = 60_000
/** By how much a clock jumps at most, from a difference that only the other machine sees to one of days. */
const jumpsMs = [30_000, 10 * minuteMs, 12 * 60 * minuteMs, 10 * 24 * 60 * minuteMs]

/** How many steps of a hundred meet each mishap. */
const often = { jump: 6, 'set right': 6, restart: 4 } as const
type Kind = keyof typeof often

/** One of the machines. */
interface Host {
  offsetMs: number
  steady: SteadyClock
}

/** One machine, whose clock is always right. */
export function oneMachine(clock: Clock): Machines {
  return {
    clock,
    onOne: (work) => work(),
    mishap: async () => null,
    setRight: () => undefined,
    mishaps: {},
  }
}

/** Two machines on one database, whose clocks are as wrong as `chance` has it. */
export function faultyMachines(truth: Clock, chance: Chance): Machines {
  const now = () => Date.parse(truth.now())
  const started = (machine: Host): SteadyClock =>
    steadyClock({ wall: () => now() + machine.offsetMs, passed: now, say: () => undefined })
  const made = (offsetMs: number): Host => {
    const machine = { offsetMs } as Host
    machine.steady = started(machine)
    return machine
  }
  const machines = [made(0), made(jumpOf(chance, 1))]
  const working = new AsyncLocalStorage<Host>()
  const steady = () => (working.getStore() ?? (machines[0] as Host)).steady
  const mishaps: Record<string, number> = {}

  async function happen(kind: Kind, machine: Host, db: Database): Promise<string> {
    switch (kind) {
      case 'jump':
        machine.offsetMs += jumpOf(chance, jumpsMs.length)
        return `is ${Math.round(machine.offsetMs / minuteMs)} min off`
      case 'set right':
        machine.offsetMs = 0
        return 'is right'
      case 'restart': {
        machine.steady = started(machine)
        const floor = await newestTime(db)
        if (floor !== null) machine.steady.raise(floor)
        return `starts at ${machine.steady.now()}`
      }
    }
  }

  return {
    clock: {
      now: () => steady().now(),
      raise: (floor) => steady().raise(floor),
      doubt: () => steady().doubt(),
    },
    onOne: (work) => working.run(machines[chance.pick(machines.length)] as Host, work),
    async mishap(db) {
      let left = chance.pick(100)
      const kind = (Object.keys(often) as Kind[]).find((one) => {
        left -= often[one]
        return left < 0
      })
      if (kind === undefined) return null
      const at = chance.pick(machines.length)
      mishaps[kind] = (mishaps[kind] ?? 0) + 1
      return `the clock of machine ${at} ${await happen(kind, machines[at] as Host, db)}`
    },
    setRight() {
      for (const machine of machines) machine.offsetMs = 0
    },
    mishaps,
  }
}

/** In milliseconds, either way; of the first so many sizes. */
function jumpOf(chance: Chance, sizes: number): number {
  const most = jumpsMs[chance.pick(sizes)] ?? 0
  return (chance.percent(50) ? 1 : -1) * (1 + chance.pick(most))
}
