/** The checks across responses, every five minutes: one server at a time, as far as the time goes, and on from there. */

import { commit } from '../../platform/db/perform.ts'
import { first, type Write } from '../../platform/db/together.ts'
import { othersFirst } from '../../platform/offload/job.ts'
import type { Ports } from '../../ports.ts'
import { watchCadence } from '../../survey/quality/alarms.ts'
import { compareResponses, newRun, type ResponseComparison, writesOf } from '../../survey/quality/compare-responses.ts'
import { type DueRow, dueResponses, noteCompared } from '../../survey/quality/copies/store.ts'
import { forgetNetworkNames } from '../../survey/quality/store.ts'
import { claimTurn, turnOf } from '../../survey/quality/turns.ts'
import { counted } from './counted.ts'
import { holdDoubted } from './hold-doubted.ts'

const everyMs = 5 * 60_000
const dayMs = 24 * 3_600_000
/** So long one run compares, in milliseconds by the clock port. */
const budgetMs = 15_000
const rowsAtOnce = 50
/** So many that were looked at share a disk flush, and the pages of the file that they write. */
const writtenAtOnce = 10
/** So many turns others have between two looks while there is much to do for them: a look itself hardly waits for anybody. */
const turnsOfOthers = 30
/** A turn that others fill for so long, in milliseconds, is one of those; an idle server's takes one or two. */
const busyTurnMs = 4
/** More than are looked at in that time: a clock that stands still ends, too. */
const mostRows = 5_000
/** The part of a run's statements that is for this, where they are counted: the other parts have the rest. */
const share = 0.4

/**
 * Gives others their turns. Who is answered at this moment fills them: that many come at once is no time to compare, and what
 * has been sent is looked at just as well once they are through.
 */
async function lettingOthersPass({ clock, db }: Pick<Ports, 'clock' | 'db'>): Promise<void> {
  for (let turns = 0; turns < turnsOfOthers; turns += 1) {
    const began = Date.parse(clock.now())
    await othersFirst()
    const isQuiet = Date.parse(clock.now()) - began < busyTurnMs
    if (isQuiet && (db.waiting?.() ?? 0) === 0) return
  }
}

/**
 * One run, where it is time and this server has the turn. Responses that it does not come to wait for the next run, which
 * begins with the next sweep. One that fails keeps none of the others from being looked at, and is tried again.
 * @returns how many it looked at
 * @throws the first failure, once the others have been looked at
 */
export async function sweepChecks(given: Ports): Promise<number> {
  const { db, asked } = counted(given.db)
  const ports = { ...given, db }
  const { clock } = ports
  const mostAsked = (db.mostStatements ?? Number.POSITIVE_INFINITY) * share
  const began = Date.parse(clock.now())
  const turn = await first(db, turnOf({ part: 'checks' }))
  if (turn === undefined || (turn.at !== '' && began - Date.parse(turn.at) < everyMs)) return 0
  const claimed = await db.together(claimTurn({ part: 'checks', n: turn.n, at: clock.now() }))
  // Another server was quicker.
  if (!claimed.done) return 0

  // First of all: whatever stops this run, the name of a network is of one day.
  await commit(db, 'Forgetting networks', forgetNetworkNames({ before: new Date(began - dayMs).toISOString() }))
  const checked = looking(ports)
  const isInTime = () => Date.parse(clock.now()) - began < budgetMs
  const isRoom = () => isInTime() && asked() + checked.ahead() < mostAsked && checked.count() < mostRows
  let last: DueRow | null = null
  let isMore = true
  while (isMore && isRoom()) {
    const rows: DueRow[] = await db.read(dueResponses(rowsAtOnce, last))
    isMore = rows.length === rowsAtOnce
    last = rows.at(-1) ?? last
    for (const row of rows) {
      if (!isRoom()) {
        isMore = true
        break
      }
      await checked.look(row)
      await lettingOthersPass(ports)
    }
    await checked.settle()
  }
  const { looked, studies, failures } = await checked.end()
  for (const studyId of studies) await watchCadence(ports, studyId)
  // What is left over does not wait for five minutes.
  if (isMore) await db.together(claimTurn({ part: 'checks', n: turn.n + 1, at: '' }))
  if (failures.length > 0) throw failures[0]
  return looked
}

/** What one run looked at: several looks share a write, and what was written is noted with the next. */
function looking(ports: Ports) {
  const { db, clock } = ports
  const studies = new Set<string>()
  const failures: unknown[] = []
  const run = newRun()
  let looked = 0
  /** Looked at, and not written yet; and written, and not noted yet. */
  let looks: ResponseComparison[] = []
  const done: string[] = []
  let unwritten = 0
  /** After a stop before it they are looked at again, and it comes to the same. */
  const noted = () => {
    const at = clock.now()
    return done.splice(0).map((respondentId) => noteCompared({ respondentId, at }))
  }
  /** @throws what kept them from being written; nobody is noted before whoever is doubted is held */
  const write = async (some: readonly ResponseComparison[], ...before: readonly Write[]) => {
    const rows = [...before, ...writesOf(some)]
    if (rows.length > 0) await commit(db, 'Comparing responses', ...rows)
  }
  const hold = async ({ respondentId, studyId, flags }: ResponseComparison) => {
    for (const id of [...flags.keys()].sort()) await holdDoubted(ports, id)
    studies.add(studyId)
    done.push(respondentId)
    looked += 1
  }
  const settle = async () => {
    const some = looks
    looks = []
    unwritten = 0
    const before = noted()
    const together = await write(some, ...before).then(
      () => true,
      () => false,
    )
    // Each by itself, so that one that fails keeps none of the others.
    if (!together) await write([], ...before)
    for (const look of some) {
      try {
        if (!together) await write([look])
        await hold(look)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  return {
    settle,
    /** The statements that what was looked at still asks for. */
    ahead: () => unwritten + done.length,
    count: () => looked + failures.length,
    async look(row: DueRow) {
      try {
        const look = await compareResponses(ports, row, run, looks)
        looks.push(look)
        unwritten += writesOf([look]).length
      } catch (error) {
        failures.push(error)
      }
      if (looks.length >= writtenAtOnce) await settle()
    },
    /** Once all is settled. */
    async end() {
      await write([], ...noted())
      return { looked, studies, failures }
    },
  }
}
