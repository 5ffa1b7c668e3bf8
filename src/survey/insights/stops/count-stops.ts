/**
 * Counts where people stopped: once nobody has come back to a response for a week, its page and question are counted, and
 * nothing of whose it is. A count never goes down, whoever comes back later: a figure that fell when somebody went on would
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

/** The periodic work. Two at once are harmless. */
export async function sweepStops(ports: Ports): Promise<void> {
  for (const study of await listStudies(ports.db, ports.clock.now())) await countSome(ports, study)
}

/** Counts some of a study, and how far it is counted, in one write. */
async function countSome(ports: Ports, { id: studyId, settings }: Study): Promise<void> {
  const { db, clock } = ports
  const before = dayLater(clock.now().slice(0, 10), -quietDays(settings.retention))
  await perform<number>(db, 'Counting where people stopped', async () => {
    const counted = (await first(db, store.countedOf({ studyId }))) ?? { n: 0, lastAt: '', lastId: '' }
    const quiet = await db.read(store.quietResponses(studyId, counted, before, atOnce))
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
