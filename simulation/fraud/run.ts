/** One crowd, from its seed, through the service, and what became of everybody in it. */
import { addCrowd, type Crowd, type EndedPerson } from './crowd.ts'
import { type Findings, findingsIn } from './findings.ts'
import { newScheduler } from './scheduler.ts'
import { openService, type Service } from './service.ts'

/** Somebody who came to the end, and what the checks found. */
export interface PersonOutcome extends EndedPerson, Findings {}

export interface Run {
  outcomes: PersonOutcome[]
  /** Of farms, those who began and came to no end; the honest all do. */
  lost: number
  /** How many days it was, which are fewer than asked for when it was stopped. */
  days: number
}

const minute = 60_000
/** An ordinary autumn, no vacation in it. */
const opens = Date.parse('2026-11-02T00:00:00.000Z')
const everyMs = 5 * minute
/** After the last has come, what is still to be compared is. */
const afterwards = 12

/**
 * @param seed everything that is left to chance
 * @param tell how many of all have come to an end so far
 * @param isStopped whether it is to end now, with those who have come by then
 */
export async function runCrowd(
  seed: string,
  crowd: Crowd,
  tell: (done: number, of: number) => void,
  isStopped?: () => boolean,
): Promise<Run> {
  const service = await openService(seed, opens)
  try {
    const scheduler = newScheduler()
    const came: EndedPerson[] = []
    const total = addCrowd(scheduler, service, seed, opens, crowd, (one) => {
      came.push(one)
      tell(came.length, total)
    })
    const sweepUntil = sweeper(service)
    await scheduler.run(async (at) => {
      await sweepUntil(at)
      service.moveTo(at)
    }, isStopped)
    const over = Date.parse(service.ports.clock.now())
    for (let n = 1; n <= afterwards; n++) {
      service.moveTo(over + n * everyMs)
      await service.sweep()
    }
    const found = await findingsIn(service.ports)
    const outcomes = came.flatMap((one): PersonOutcome[] => {
      const findings = found(one.respondentId)
      return findings === null ? [] : [{ ...one, ...findings }]
    })
    return {
      outcomes,
      lost: isStopped?.() ? 0 : total - outcomes.length,
      days: Math.ceil((over - opens) / (24 * 60 * minute)),
    }
  } finally {
    await service.close()
  }
}

/** The periodic work, every five minutes; where nothing happens for longer, at the end of that time. */
function sweeper(service: Service): (at: number) => Promise<void> {
  let next = opens + everyMs
  return async (at) => {
    if (at < next) return
    const last = next + Math.floor((at - next) / everyMs) * everyMs
    service.moveTo(last)
    await service.sweep()
    next = last + everyMs
  }
}
