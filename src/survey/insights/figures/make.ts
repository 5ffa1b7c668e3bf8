/** Making the figures that viewers see: once a day, by the sweep, where enough has changed. Two at once make the same. */
import { taken } from '../../../../schema/constraints.ts'
import { perform, plan, stale, unexpected } from '../../../platform/db/perform.ts'
import { first } from '../../../platform/db/together.ts'
import { othersFirst } from '../../../platform/offload/job.ts'
import type { Ports } from '../../../ports.ts'
import { findQuestionnaire, questionnairesOf } from '../../studies/store.ts'
import { versionsOfStudy } from '../../studies/versions.ts'
import { statuses } from '../segments/about.ts'
import { readSegments } from '../segments/read.ts'
import type { DataKey } from '../segments/store.ts'
import { answersIn, apartBy, countedColumns } from './columns.ts'
import { renewed } from './renewed.ts'
import { hasMoved, readSnapshot, type Snapshot, snapshotOf } from './snapshot.ts'
import * as store from './store.ts'
import { tally } from './tally.ts'
import { withheldColumns } from './withheld.ts'

/** The rest comes with the next sweep. */
const mostInASweep = 10
/** A run whose statements are counted makes fewer: of a million responses, one reads a hundred times. */
const mostWhereCounted = 1
/** So long one run counts, in milliseconds by the clock port; what has begun is made. */
const budgetMs = 10_000
/** More are named than are made, so that some that fail keep none of the others from it. */
const mostNamed = 100

type Needs = Pick<Ports, 'db' | 'clock' | 'keys'>

/**
 * Looks at the data of each study once a day (UTC), and makes new figures where enough has changed.
 * @returns how many were looked at
 * @throws the first failure, once the others have had their turn
 */
export async function sweepFigures(ports: Needs): Promise<number> {
  const { db, clock } = ports
  const now = clock.now()
  const [today, until] = [now.slice(0, 10), Date.parse(now) + budgetMs]
  const most = db.mostStatements === undefined ? mostInASweep : mostWhereCounted
  const failures: unknown[] = []
  let looked = 0
  for (const of of await db.read(store.figuresDue(today, mostNamed))) {
    if (looked === most || Date.parse(clock.now()) > until) break
    try {
      await look(ports, of, today)
      looked += 1
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return looked
}

async function look(ports: Needs, of: DataKey, today: string): Promise<void> {
  const { db } = ports
  const now = await count(ports, of)
  await perform<void>(db, 'Making figures', async () => {
    const known = await first(db, store.figuresOf(of))
    const before = known?.document == null ? null : readSnapshot(known.document)
    const moves = before === null ? now.groups.length > 0 : hasMoved(before.counted, now.counted)
    const made = moves ? { madeOn: today, document: JSON.stringify(renewed(before, now)) } : null
    const { madeOn, document } = made ?? known ?? { madeOn: null, document: null }
    const row = { ...of, lookedOn: today, madeOn, document }
    return plan<void>({
      rows: [known === undefined ? store.addFigures(row) : store.putFigures(row)],
      done: undefined,
      refused: ({ on, kind }) => (on === taken.figures ? stale({ on, kind }) : unexpected),
    })
  })
}

/** Complete responses, held ones among them, as viewers see them. */
async function count(ports: Needs, of: DataKey): Promise<Snapshot> {
  const questionnaire = await findQuestionnaire(ports.db, of.dataVersion)
  const asked = await ports.db.read(versionsOfStudy({ studyId: of.studyId }))
  const withheld = withheldColumns(questionnaire, await questionnairesOf(ports.db, asked))
  const counted = countedColumns(questionnaire, withheld)
  const by = apartBy(questionnaire, withheld)
  const sums = tally(counted, by)
  const read = [...new Set(['_status', '_key', ...[...counted, ...by].map(({ column }) => column)])]
  const [complete, held] = [statuses.indexOf('complete'), statuses.indexOf('held')]
  for await (const segment of readSegments(ports, of, read)) {
    const isIn = Uint8Array.from(segment.slots('_status'), (slot) => (slot === complete || slot === held ? 1 : 0))
    sums.add(segment, segment.slots('_key'), isIn)
    await othersFirst()
  }
  const { everybody, splits } = sums.groups()
  return snapshotOf(everybody, splits, answersIn(questionnaire))
}
