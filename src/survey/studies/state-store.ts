/** What a study is doing, as it is written down: its steps, and the row beside them that says the state now. */
import type { StudyState } from '../../../schema/tables.ts'
import { type StateStep, type StepTables, startState, transition } from '../../platform/db/state-machine.ts'
import { prepareQuery, type Write } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

const studyMachine: StepTables = { steps: 'study_steps', whose: 'study_id', rows: 'study_status' }

/** Where a study stands, as it was read. */
export interface StudyStatus {
  id: string
  n: number
  state: StudyState
  /** JSON of `Text`. */
  pauseWords: string | null
  mainland: number
  permitId: string | null
  permitUntil: string | null
  softLimit: number | null
}

export const statusOf = prepareQuery<{ id: string }, StudyStatus>((p) =>
  sql
    .selectFrom('study_status')
    .select(['id', 'n', 'state', 'pause_words as pauseWords', 'mainland'])
    .select(['permit_id as permitId', 'permit_until as permitUntil', 'soft_limit as softLimit'])
    .where('id', '=', p.id),
)

/** What happened to a study, the newest first, each with the name of who did it. */
export const studySteps = prepareQuery((p: { studyId: string }) =>
  sql
    .selectFrom('study_steps')
    .leftJoin('staff', 'staff.id', 'study_steps.actor')
    .select(['study_steps.state', 'study_steps.at', 'staff.name'])
    .where('study_steps.study_id', '=', p.studyId)
    .orderBy('study_steps.n', 'desc')
    .limit(20),
)

/** Who made a step of a study: a staff id, or the name of what a study does by itself. */
export const stepAt = prepareQuery((p: { studyId: string; n: number }) =>
  sql.selectFrom('study_steps').select('actor').where('study_id', '=', p.studyId).where('n', '=', p.n),
)

const addStatus = prepareQuery((p: { id: string; state: StudyState; mainland: number }) =>
  sql.insertInto('study_status').values({
    id: p.id,
    n: 1,
    state: p.state,
    pause_words: null,
    mainland: p.mainland,
    permit_id: null,
    permit_until: null,
    soft_limit: null,
  }),
)

/** The first step of a new study, and its row. */
export function firstState(
  id: string,
  { state, actor, at }: { state: 'ready' | 'open'; actor: string; at: string },
  mainland: boolean,
): Write[] {
  return [startState(studyMachine, id, { state, actor, at }), addStatus({ id, state, mainland: mainland ? 1 : 0 })]
}

/** The next step; refused when the study stands elsewhere by now, when the move is not legal, or when a permit is missing. */
export function moveStudy(from: StudyStatus, step: StateStep & { state: StudyState }): Write[] {
  return transition(studyMachine, from, step)
}

/** What visitors read while it is paused; null for the usual words. */
export const setPauseWords = prepareQuery((p: { id: string; words: string | null }) =>
  sql.updateTable('study_status').set({ pause_words: p.words }).where('id', '=', p.id),
)

/** At so many completes it pauses itself; null for never. */
export const setSoftLimit = prepareQuery((p: { id: string; limit: number | null }) =>
  sql.updateTable('study_status').set({ soft_limit: p.limit }).where('id', '=', p.id),
)

/** Until when people may start; null while no end is set. */
export const setClosesAt = prepareQuery((p: { id: string; closesAt: string | null }) =>
  sql.updateTable('studies').set({ closes_at: p.closesAt }).where('id', '=', p.id),
)

/** Changes nothing, and is refused when the study is in another state by now: it has no such step. */
export const requireState = ({ id, state }: Pick<StudyStatus, 'id' | 'state'>): Write => ({
  sql: 'update study_status set state = ? where id = ?',
  values: [state, id],
})
