/** The shown responses of a study, counted from their columns: no answer is read, and no response by itself. */
import { remembering } from '../../platform/db/remembered.ts'
import type { Database } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { readSegments } from '../../survey/insights/segments/read.ts'
import { versionsOfStudy } from '../../survey/studies/versions.ts'
import { liveColumns, tallyOf, type VisitTally } from './tally.ts'

/** Responses appear once a day: between two readings only reviews and withdrawals move anything. */
const keptMs = 30_000

/** Those to every version, one behind the other. */
async function* pieces(db: Database, studyId: string) {
  const versions = await db.read(versionsOfStudy({ studyId }))
  for (const dataVersion of new Set(versions.map((one) => one.dataVersion))) {
    yield* readSegments({ db }, { studyId, dataVersion }, liveColumns)
  }
}

const tallies = remembering((db, studyId) => tallyOf(pieces(db, studyId)), keptMs)

/** What they come to, as it stood half a minute ago at the most. */
export async function readShown({ db, clock }: Pick<Ports, 'db' | 'clock'>, studyId: string): Promise<VisitTally> {
  const tally = await tallies.find(db, studyId, clock.now())
  if (tally === undefined) throw new Error(`The study ${studyId} was not counted.`)
  return tally
}
