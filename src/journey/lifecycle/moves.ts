/**
 * Opening, pausing, closing and reopening a study. Whoever reads an older state is refused by the key of the next step,
 * reads again, and is then told that somebody was faster.
 */
import { limit, taken } from '../../../schema/constraints.ts'
import type { Text } from '../../../schema/questionnaire.ts'
import { perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { first, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { canMove, closedFrom, type StudyMove, studyMoves } from '../../survey/studies/lifecycle.ts'
import {
  moveStudy,
  type StudyStatus,
  setClosesAt,
  setPauseWords,
  setSoftLimit,
  statusOf,
} from '../../survey/studies/state-store.ts'
import { forgetStudies, readStudyById } from '../../survey/studies/store.ts'
import type { StudyWithOffers } from '../study.ts'
import { type Missing, missingBeforeOpening } from './missing.ts'
import { isSoftLaunchOver } from './soft-launch.ts'

type Actor = { id: string }

/** Who makes the moves that a study makes by itself. */
export const sweepActor = 'sweep'

/**
 * - `not_now`: it stands elsewhere, perhaps because somebody was faster
 * - `missing`: what is missing before it opens
 * - `permit`: it collects in the mainland, and no permit is confirmed or it has ended
 * - `soft_launch`: its first completes wait for a signature
 * - `window`: its window would be over before it opened; `ended`: it is over already
 */
export type MoveRefusal = {
  refused: 'not_found' | 'not_now' | 'missing' | 'permit' | 'soft_launch' | 'window' | 'ended'
  missing?: Missing[]
}
export type MoveOutcome = { moved: StudyMove } | MoveRefusal

type Of = Pick<StudyWithOffers, 'id'>

/** What each move is called in the audit trail. */
const actions = {
  start: 'study.opened',
  pause: 'study.paused',
  resume: 'study.resumed',
  close: 'study.closed',
  reopen: 'study.reopened',
} as const satisfies Record<StudyMove, string>

/** What a move writes besides its step, from how the study stands; or why it cannot be made. */
type Besides = (status: StudyStatus, at: string) => Promise<Write[] | MoveRefusal>

async function move(
  ports: Ports,
  by: Actor,
  studyId: string,
  name: StudyMove,
  besides: Besides,
  action: string = actions[name],
): Promise<MoveOutcome> {
  const { db, clock, ids } = ports
  const moved = await perform<MoveOutcome>(db, 'A move of a study', async () => {
    const at = clock.now()
    const status = await first(db, statusOf({ id: studyId }))
    if (status === undefined) return { refused: 'not_found' }
    if (!canMove(status.state, name)) return { refused: 'not_now' }
    const rows = await besides(status, at)
    if ('refused' in rows) return rows
    return plan<MoveOutcome>({
      rows: [...moveStudy(status, { state: studyMoves[name].to, actor: by.id, at }), ...rows],
      audit: addAudit({ id: ids.next('audit'), actor: by.id, action, subject: studyId, at }),
      done: { moved: name },
      refused: (breach) => {
        if (breach.on === taken.studyStep) return stale(breach)
        return breach.on === limit.permitted ? { refused: 'permit' } : unexpected
      },
    })
  })
  forgetStudies(db)
  return moved
}

/**
 * Opens a study that is ready, for the first time.
 * @param softLimit at so many completes it pauses itself until somebody has signed them; null for no soft launch
 */
export async function startStudy(
  ports: Ports,
  by: Actor,
  study: StudyWithOffers,
  { softLimit }: { softLimit: number | null },
): Promise<MoveOutcome> {
  return move(ports, by, study.id, 'start', async ({ id }) => {
    const missing = await missingBeforeOpening(ports, study)
    if (missing.length > 0) return { refused: 'missing', missing }
    return softLimit === null ? [] : [setSoftLimit({ id, limit: softLimit })]
  })
}

/**
 * Lets nobody start from now on. Whoever has begun goes on, and money with them.
 * @param words what visitors read; null for the usual words
 */
export function pauseStudy(ports: Ports, by: Actor, study: Of, words: Text | null): Promise<MoveOutcome> {
  return move(ports, by, study.id, 'pause', async ({ id }) => [
    setPauseWords({ id, words: words === null ? null : JSON.stringify(words) }),
  ])
}

/** Pauses it by itself, in the usual words, unless a new permit was confirmed or the soft launch signed meanwhile. */
export function pauseByItself(ports: Ports, study: Of, why: 'permit' | 'soft_launch'): Promise<MoveOutcome> {
  const action = why === 'permit' ? 'study.paused_without_permit' : 'study.paused_after_soft_launch'
  const isDue = (status: StudyStatus, at: string) =>
    why === 'permit' ? hasPermitEnded(status, at) : isSoftLaunchOver(ports.db, status)
  const besides: Besides = async (status, at) => ((await isDue(status, at)) ? [] : { refused: 'not_now' })
  return move(ports, { id: sweepActor }, study.id, 'pause', besides, action)
}

/** Lets people start again. */
export function resumeStudy(ports: Ports, by: Actor, study: Of): Promise<MoveOutcome> {
  return move(ports, by, study.id, 'resume', async (status, at) => {
    if (isOver(await windowOf(ports, status), at)) return { refused: 'ended' }
    if (hasPermitEnded(status, at)) return { refused: 'permit' }
    if (await isSoftLaunchOver(ports.db, status)) return { refused: 'soft_launch' }
    return [setPauseWords({ id: status.id, words: null })]
  })
}

/** Closes it now, or since its window ended. Whoever has begun may finish for as many days as its settings say. */
export function closeStudy(ports: Ports, by: Actor, study: Of): Promise<MoveOutcome> {
  return move(ports, by, study.id, 'close', async ({ id }, at) => [
    setClosesAt({ id, closesAt: closedFrom(await windowOf(ports, { id }), at) }),
    setPauseWords({ id, words: null }),
  ])
}

/** Closes it by itself, unless its end was put off meanwhile. */
export function closeByItself(ports: Ports, study: Of): Promise<MoveOutcome> {
  return move(ports, { id: sweepActor }, study.id, 'close', async ({ id }, at) => {
    const window = await windowOf(ports, { id })
    if (!isOver(window, at)) return { refused: 'not_now' }
    return [setClosesAt({ id, closesAt: closedFrom(window, at) }), setPauseWords({ id, words: null })]
  })
}

/**
 * Opens a closed study anew. It needs what it needed at first: its budget may have been given back meanwhile.
 * @param closesAt until when (an instant); null for no end yet
 */
export function reopenStudy(
  ports: Ports,
  by: Actor,
  study: StudyWithOffers,
  closesAt: string | null,
): Promise<MoveOutcome> {
  return move(ports, by, study.id, 'reopen', async (status, at) => {
    if (closesAt !== null && (closesAt <= at || closesAt <= study.opensAt)) return { refused: 'window' }
    if (hasPermitEnded(status, at)) return { refused: 'permit' }
    if (await isSoftLaunchOver(ports.db, status)) return { refused: 'soft_launch' }
    const missing = await missingBeforeOpening(ports, study)
    if (missing.length > 0) return { refused: 'missing', missing }
    return [setClosesAt({ id: status.id, closesAt })]
  })
}

/** As it stands now: what a page has read may be older. */
async function windowOf({ db }: Pick<Ports, 'db'>, { id }: Of) {
  const study = await readStudyById(db, id)
  if (study === undefined) throw new Error(`There is no study ${id}.`)
  return study
}

function isOver({ closesAt }: Pick<StudyWithOffers, 'closesAt'>, now: string): boolean {
  return closesAt !== null && closesAt <= now
}

/** Whether its permit allows nobody any more to begin. */
export function hasPermitEnded({ permitUntil }: StudyStatus, now: string): boolean {
  return permitUntil !== null && permitUntil <= now
}
