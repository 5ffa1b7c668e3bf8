/**
 * Packing: shown responses get their places a while after they ended, so that the completing write pays nothing for it.
 * Until then they are read from their documents.
 */

import { UnexpectedBreach } from '../../../platform/db/perform.ts'
import { type Database, first, type Write } from '../../../platform/db/together.ts'
import { othersFirst } from '../../../platform/offload/job.ts'
import type { Ports } from '../../../ports.ts'
import { claimTurn, turnOf } from '../../quality/turns.ts'
import { blockTexts, layoutOfData } from './read.ts'
import { segmentSize } from './rewrite.ts'
import * as store from './store.ts'

type PackPorts = Pick<Ports, 'db' | 'clock' | 'keys'>

/** How many are read and packed at once. */
const rowsAtOnce = 1_024
/** So long one run packs, in milliseconds by the clock port. */
const budgetMs = 15_000
/** And so many steps at most: a clock that stands still ends, too. */
const mostSteps = 200
/** Where a run's statements are counted, only a few steps are made in it. */
const stepsWhereCounted = 2

/**
 * Packs what is shown and has no place. One server at a time; should two do so all the same, or one stop in the middle,
 * the places decide, and every step is made whole or not at all.
 * @param studyId of one study alone: whoever waits for it does not wait for the others
 * @returns how many got a place
 * @throws the first failure, once the other studies have had their turn
 */
export async function sweepSegments(ports: PackPorts, studyId?: string): Promise<number> {
  const { db, clock } = ports
  const began = Date.parse(clock.now())
  const most = db.mostStatements === undefined ? mostSteps : stepsWhereCounted
  const failures: unknown[] = []
  let after = { studyId: '', ref: '' }
  let packed = 0
  for (let step = 0; step < most && Date.parse(clock.now()) - began < budgetMs; step += 1) {
    const rows = await db.read(
      studyId === undefined
        ? store.responsesToPack(after, rowsAtOnce)
        : store.responsesWithoutPlace({ studyId }, after.ref, rowsAtOnce),
    )
    const last = rows.at(-1)
    if (last === undefined || (step === 0 && !(await hasTurn(ports)))) break
    after = last
    for (const group of byData(rows)) {
      packed += await packGroup(ports, group).catch((error: unknown) => {
        failures.push(error)
        return 0
      })
    }
    if (rows.length < rowsAtOnce) break
    await othersFirst()
  }
  if (failures.length > 0) throw failures[0]
  return packed
}

async function hasTurn({ db, clock }: PackPorts): Promise<boolean> {
  const turn = await first(db, turnOf({ part: 'segments' }))
  return turn !== undefined && (await db.together(claimTurn({ part: 'segments', n: turn.n, at: clock.now() }))).done
}

function byData(rows: readonly store.SegmentResponse[]): store.SegmentResponse[][] {
  const groups = new Map<string, store.SegmentResponse[]>()
  for (const row of rows) {
    const name = `${row.studyId} ${row.dataVersion}`
    groups.set(name, [...(groups.get(name) ?? []), row])
  }
  return [...groups.values()]
}

/** Packs responses of one version's data, as far as its newest segments have room; nothing where another was quicker. */
async function packGroup(ports: PackPorts, rows: readonly store.SegmentResponse[]): Promise<number> {
  const [head] = rows
  if (head === undefined) return 0
  const count = (await first(ports.db, store.placeCount(head)))?.count ?? 0
  const here = rows.slice(0, segmentSize - (count % segmentSize))
  const outcome = await ports.db.together(...(await packWrites(ports, head, count, here)))
  if (outcome.done) return here.length + (await packGroup(ports, rows.slice(here.length)))
  const { on } = outcome.breach
  // Somebody else packed them, or something was decided about one of them meanwhile: the next run reads them again.
  if (on !== null && overtaken.has(on)) return 0
  throw new UnexpectedBreach('Packing responses', outcome.breach)
}

const overtaken = new Set([
  'responses_packed_once',
  'answer_places.respondent_id',
  'answer_places.study_id, answer_places.data_version, answer_places.n',
])

/** The writes that give responses the places from `from` on, which are all of one segment. */
async function packWrites(
  ports: { db: Database } & Pick<Ports, 'keys'>,
  of: store.DataKey,
  from: number,
  rows: readonly store.SegmentResponse[],
): Promise<Write[]> {
  const layout = await layoutOfData(ports.db, of)
  const texts = await blockTexts(ports, layout, rows, [...layout.blocks.keys()])
  const blocks = [...layout.blocks].map(([name, width]) => ({ name, width, data: texts.get(name) ?? '' }))
  return [
    // First of all, so that nobody can change one of them before this is done.
    ...store.markPacked(rows),
    ...store.addPlaces(
      of,
      from,
      rows.map(({ respondentId }) => respondentId),
    ),
    ...store.addToSegment(of, Math.floor(from / segmentSize), rows.length, from % segmentSize === 0, blocks),
  ]
}
