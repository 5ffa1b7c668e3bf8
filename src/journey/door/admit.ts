/** The door of a study: many at once are slowed down, nobody is shut out. */
import type { Write } from '../../platform/db/together.ts'
import { countsOf, type Ring } from '../../platform/network/starts.ts'
import type { Ports } from '../../ports.ts'
import type { StartOf } from './challenge.ts'
import { freeStarts, queueRings, workFor } from './cost.ts'

/** Not let in yet: the most keys that have to be tried before, and in which rings those wait who cannot. */
export interface Challenged {
  mostKeys: number
  rings: readonly Ring[]
}

/** Let in, with what counts the start; or held. */
export type Admission = { rows: Write[] } | { held: Challenged }

/**
 * Whether a start by the open link may be made now: it is free, has been worked for, or its turn has come.
 * @param posted what the browser sent as `proof`: nothing, or the solution of a challenge
 */
export async function admit(ports: Ports, studyId: string, start: StartOf, posted: string): Promise<Admission> {
  const { startsWithoutWork } = ports.settings
  const { counts, countOne } = await countsOf(ports, { address: start.address, studyId })
  const mostKeys = workFor(counts, startsWithoutWork)
  // One that is free is refused by the check when others were quicker; one that was paid for is not.
  if (mostKeys === 0) return { rows: countOne(freeStarts(startsWithoutWork)) }
  const [{ isSolved }, { isItsTurn }] = await Promise.all([import('./challenge.ts'), import('./queue.ts')])
  const isIn = (posted !== '' && (await isSolved(ports, start, posted))) || (await isItsTurn(ports, start.respondentId))
  return isIn ? { rows: countOne(null) } : { held: { mostKeys, rings: queueRings(counts, startsWithoutWork) } }
}
