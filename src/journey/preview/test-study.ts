/** Trying a study out through its real door: a study of its own that asks the same and counts nowhere. */
import { taken } from '../../../schema/constraints.ts'
import { perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { forgetTerms } from '../../rewards/offers/store.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { firstState } from '../../survey/studies/state-store.ts'
import { forgetStudies } from '../../survey/studies/store.ts'
import { addTest, renewTest, testIdOf, testOfStudy } from './store.ts'

/** Nobody guesses an address of so many letters (base 32). */
const addressLength = 20

/**
 * Makes the test of a study, or gives it what the study asks and promises now and another address. What was answered under
 * an older version stays as it was.
 * @returns the slug at which it is answered
 */
export async function makeTest(ports: Ports, staff: Pick<Staff, 'id'>, studyId: string): Promise<string> {
  const { db, clock, ids } = ports
  const slug = `test-${ids.random(addressLength)}`
  await perform<true>(db, 'The test of a study', async () => {
    const known = await first(db, testOfStudy({ studyId }))
    const at = clock.now()
    const row = { studyId, slug, at }
    return plan<true>({
      // Whatever its study does, a test is open, and needs no permit: nobody but staff answers it.
      rows:
        known === undefined
          ? [addTest(row), ...firstState(testIdOf(studyId), { state: 'open', actor: staff.id, at }, false)]
          : [renewTest(row)],
      audit: addAudit({ id: ids.next('audit'), actor: staff.id, action: 'study.test_made', subject: studyId, at }),
      done: true,
      refused: (breach) => (breach.on === taken.studyId ? stale(breach) : unexpected),
    })
  })
  forgetStudies(db)
  forgetTerms(db)
  return slug
}

/** The test of a study; undefined before there is one. */
export function findTest(db: Ports['db'], studyId: string) {
  return first(db, testOfStudy({ studyId }))
}
