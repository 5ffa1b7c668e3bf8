/**
 * Two duties that one person must not have in a study: whoever makes its personal links knows whose they are, and so
 * judges no response there. A key lets a person have one of the two, for good.
 */
import { taken } from '../../../schema/constraints.ts'
import type { Duty } from '../../../schema/tables.ts'
import { perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { first, prepareQuery } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { sql } from '../tables.ts'

const dutyOf = prepareQuery((p: { staffId: string; studyId: string }) =>
  sql.selectFrom('staff_duties').select('duty').where('staff_id', '=', p.staffId).where('study_id', '=', p.studyId),
)

const addDuty = prepareQuery((p: { staffId: string; studyId: string; duty: Duty; at: string }) =>
  sql.insertInto('staff_duties').values({ staff_id: p.staffId, study_id: p.studyId, duty: p.duty, at: p.at }),
)

/** Whether somebody has done this in a study. */
export async function hasDuty(
  { db }: Pick<Ports, 'db'>,
  staffId: string,
  studyId: string,
  duty: Duty,
): Promise<boolean> {
  return (await first(db, dutyOf({ staffId, studyId })))?.duty === duty
}

/**
 * Takes a duty on before it is done for the first time.
 * @returns false when they have the other one: then nothing may be done
 */
export function takeDuty({ db, clock }: Ports, staffId: string, studyId: string, duty: Duty): Promise<boolean> {
  return perform<boolean>(db, 'Taking a duty on', async () => {
    const existing = await first(db, dutyOf({ staffId, studyId }))
    if (existing !== undefined) return existing.duty === duty
    return plan<boolean>({
      rows: [addDuty({ staffId, studyId, duty, at: clock.now() })],
      done: true,
      refused: (breach) => (breach.on === taken.staffDuty ? stale(breach) : unexpected),
    })
  })
}
