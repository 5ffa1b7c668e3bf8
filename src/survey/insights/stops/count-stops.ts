/**
 * Counts where people stopped. A response that nobody has come back to for a week is counted by its page and question,
 * and nothing says whose it is. A count never goes down, even when somebody comes back later: a figure that fell would
 * say which voucher, made minutes later, is theirs.
 */

import type { Facts } from '../../../../schema/answers.ts'
import { limit } from '../../../../schema/constraints.ts'
import { perform, plan, stale, unexpected } from '../../../platform/db/perform.ts'
import { first } from '../../../platform/db/together.ts'
import { dayLater } from '../../../platform/time/zone.ts'
import type { Ports } from '../../../ports.ts'
import { answersBut } from '../../responses/response.ts'
import { findPages } from '../../responses/store.ts'
import { findQuestionnaire, listStudies } from '../../studies/store.ts'
import type { Study } from '../../studies/study.ts'
import { quietDays, stopOf } from './stop.ts'
import * as store from './store.ts'

/** Of one study; what is left comes with the next sweep. */
const atOnce = 100
/** Of all studies together where a run's statements are counted: each response is read by itself. */
const mostWhereCounted = 50
/** So long one run counts, in milliseconds by the clock port. */
const budgetMs = 10_000

/**
 * The periodic work. Two at once are harmless.
 * @throws the first failure, once the other studies have had their turn
 */
export async function sweepStops(ports: Ports): Promise<void> {
  const { db, clock } = ports
  const until = Date.parse(clock.now()) + budgetMs
  const failures: unknown[] = []
  let left = db.mostStatements === undefined ? Number.POSITIVE_INFINITY : mostWhereCounted
  for (const study of await listStudies(db, clock.now())) {
    if (left <= 0 || Date.parse(clock.now()) > until) break
    left -= await countSome(ports, study, Math.min(atOnce, left)).catch((error: unknown) => {
      failures.push(error)
      return 0
    })
  }
  if (failures.length > 0) throw failures[0]
}

/** Counts some of a study, and how far it is counted, in one write. @returns how many */
async function countSome(ports: Ports, { id: studyId, settings }: Study, most: number): Promise<number> {
  const { db, clock } = ports
  const before = dayLater(clock.now().slice(0, 10), -quietDays(settings.retention))
  return perform<number>(db, 'Counting where people stopped', async () => {
    const counted = (await first(db, store.countedOf({ studyId }))) ?? { n: 0, lastAt: '', lastId: '' }
    const quiet = await db.read(store.quietResponses(studyId, counted, before, most))
    const last = quiet.at(-1)
    if (last === undefined) return 0
    const stops = await Promise.all(quiet.map((one) => stopped(ports, one)))
    const places = Map.groupBy(stops, ({ page, question }) => `${page} ${question}`)
    return plan<number>({
      rows: [
        store.countUpTo({ studyId, before: counted.n, lastAt: last.at, lastId: last.respondentId }),
        ...[...places.values()].flatMap((of) =>
          of[0] === undefined ? [] : [store.addStops({ studyId, ...of[0], stopped: of.length })],
        ),
      ],
      done: quiet.length,
      refused: (breach) => (breach.on === limit.stopsCounted ? stale(breach) : unexpected),
    })
  })
}

async function stopped(ports: Ports, { respondentId, version, seed, facts }: store.Quiet) {
  const pages = await findPages(ports, respondentId)
  const questionnaire = await findQuestionnaire(ports.db, version)
  return stopOf(questionnaire, answersBut(pages, null), { seed, facts: JSON.parse(facts) as Facts })
}
