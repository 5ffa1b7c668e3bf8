/** Test responses go as answers of a study that is over do: what was answered is erased, and nothing of it is counted. */
import { limit } from '../../../schema/constraints.ts'
import { perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { dayMs } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { endResponse } from '../../survey/responses/store.ts'
import { eraseAnswers } from '../../survey/responses/withdraw.ts'
import { listTests } from '../../survey/studies/store.ts'
import { claimState } from '../reviews/hold.ts'
import { type Erasable, oldTestResponses } from './store.ts'

/** How long a test response is kept from when it was last answered, in days. */
export const testDays = 30

const fewAtOnce = 20

/** Erases the answers to a test that were last changed before then (ISO 8601 in UTC). @returns how many responses */
export async function eraseTests(ports: Ports, actor: string, testId: string, before: string): Promise<number> {
  const { db, clock, ids } = ports
  for (let erased = 0; ; ) {
    const count = await perform<number>(db, 'Erasing test responses', async () => {
      const rows = await db.read(oldTestResponses(testId, before, fewAtOnce))
      if (rows.length === 0) return 0
      const at = clock.now()
      const subject = `${testId} ${rows.length}`
      return plan<number>({
        rows: rows.flatMap((row) => [endOf(row, at), ...eraseAnswers(row.respondentId)]),
        audit: addAudit({ id: ids.next('audit'), actor, action: 'study.tests_erased', subject, at }),
        done: rows.length,
        // Somebody answers one of them at this very moment.
        refused: (breach) => (breach.on === limit.revision ? stale(breach) : unexpected),
      })
    })
    erased += count
    if (count < fewAtOnce) {
      if (erased > 0) await db.emptyLog?.()
      return erased
    }
  }
}

const endOf = ({ respondentId, state, revision, language }: Erasable, at: string) =>
  state === 'in_progress'
    ? endResponse({ respondentId, revision, language, at, state: 'lapsed', shownOn: null, activeMs: null })
    : claimState({ respondentId, revision })

/** The periodic work: those whose time is over, of every test. */
export async function sweepTests(ports: Ports): Promise<void> {
  const now = ports.clock.now()
  const before = new Date(Date.parse(now) - testDays * dayMs).toISOString()
  for (const { id } of await listTests(ports.db, now)) await eraseTests(ports, 'sweep', id, before)
}
