/** What respondents ask for in writing: registered by the code that came with it, due in thirty days, done by staff. */
import { taken } from '../../../schema/constraints.ts'
import type { RequestKind } from '../../../schema/tables.ts'
import { perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { first, prepareQuery } from '../../platform/db/together.ts'
import { booksZone, dayMs, dayOf } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import type { Staff } from '../../staff/accounts/store.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { findByResumeCode } from '../../survey/respondents/actions.ts'
import { objectTo } from '../reviews/objections/object.ts'
import { takeResponseBack } from '../rights/take-back.ts'
import { sql } from '../tables.ts'
import { answerDays } from './due.ts'

export const requestKinds = ['see', 'withdraw', 'erase', 'object', 'correct'] as const satisfies readonly RequestKind[]

/** Those that wait, the first due first; days are UTC. */
export const waitingRequests = prepareQuery((p: { studyId: string; limit: number }) =>
  sql
    .selectFrom('requests')
    .select(['id', 'kind', 'came_on as cameOn', 'due_on as dueOn'])
    .where('study_id', '=', p.studyId)
    .where('done_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .limit(p.limit),
)

const requestById = prepareQuery((p: { id: string; studyId: string }) =>
  sql
    .selectFrom('requests')
    .select(['respondent_id as respondentId', 'kind', 'done_at as doneAt'])
    .where('id', '=', p.id)
    .where('study_id', '=', p.studyId),
)

const addRequest = prepareQuery(
  (p: {
    id: string
    studyId: string
    respondentId: string
    kind: RequestKind
    cameOn: string
    dueOn: string
    by: string
    at: string
  }) =>
    sql.insertInto('requests').values({
      id: p.id,
      study_id: p.studyId,
      respondent_id: p.respondentId,
      kind: p.kind,
      came_on: p.cameOn,
      due_on: p.dueOn,
      registered_by: p.by,
      registered_at: p.at,
      done_by: null,
      done_at: null,
    }),
)

const setDone = prepareQuery((p: { id: string; by: string; at: string }) =>
  sql.updateTable('requests').set({ done_by: p.by, done_at: p.at }).where('id', '=', p.id).where('done_at', 'is', null),
)

type ObjectionStudy = Parameters<typeof objectTo>[1]

const waitingRequest = prepareQuery((p: { respondentId: string; kind: RequestKind }) =>
  sql
    .selectFrom('requests')
    .select('id')
    .where('respondent_id', '=', p.respondentId)
    .where('kind', '=', p.kind)
    .where('done_at', 'is', null),
)

/** `unknown_code`: nobody in this study has it; `day`: a day that is yet to come, or none. */
export type Registered = { id: string } | { refused: 'unknown_code' | 'day' }

/**
 * Registers what somebody asks for; the same again while it waits is the one that is there. An objection that is in time is
 * made with it, without words, since those are in the letter: otherwise its time would run out while the request waits.
 */
export async function registerRequest(
  ports: Ports,
  staff: Pick<Staff, 'id'>,
  asked: { study: ObjectionStudy; code: string; kind: RequestKind; cameOn: string },
): Promise<Registered> {
  const { db, clock, ids } = ports
  const { study, kind, cameOn } = asked
  const studyId = study.id
  const came = Date.parse(`${cameOn}T00:00:00.000Z`)
  if (Number.isNaN(came) || cameOn > dayOf(booksZone, clock.now())) return { refused: 'day' }
  const found = await findByResumeCode(ports, studyId, asked.code)
  if (found === undefined) return { refused: 'unknown_code' }
  if (kind === 'object') await objectTo(ports, study, found.respondentId, '')
  return perform<Registered>(db, 'Registering a request', async () => {
    const { respondentId } = found
    const waits = await first(db, waitingRequest({ respondentId, kind }))
    if (waits !== undefined) return waits
    const at = clock.now()
    const id = ids.next('request')
    const dueOn = new Date(came + answerDays * dayMs).toISOString().slice(0, 10)
    return plan<Registered>({
      rows: [addRequest({ id, studyId, respondentId, kind, cameOn, dueOn, by: staff.id, at })],
      audit: addAudit({ id: ids.next('audit'), actor: staff.id, action: 'request.registered', subject: id, at }),
      done: { id },
      refused: (breach) => (breach.on === taken.request ? stale(breach) : unexpected),
    })
  })
}

/** `held`: a person looks at the answers, so that it has to wait. */
export type RequestOutcome = { done: true } | { refused: 'held' | 'not_found' }

/** Does what was asked for: withdrawing and erasing at once; of anything else it notes that it was done. */
export async function doRequest(
  ports: Ports,
  staff: Pick<Staff, 'id'>,
  which: { id: string; studyId: string },
): Promise<RequestOutcome> {
  const { db, clock, ids } = ports
  const request = await first(db, requestById(which))
  if (request === undefined) return { refused: 'not_found' }
  const { kind, respondentId } = request
  if (request.doneAt !== null) return { done: true }
  const taken = kind === 'withdraw' || kind === 'erase' ? await takeResponseBack(ports, respondentId, kind) : null
  if (taken !== null && 'refused' in taken) return taken
  return perform<RequestOutcome>(db, 'A request that was done', async () => {
    const now = await first(db, requestById(which))
    if (now?.doneAt !== null) return { done: true }
    const at = clock.now()
    return plan<RequestOutcome>({
      rows: [setDone({ id: which.id, by: staff.id, at })],
      audit: addAudit({ id: ids.next('audit'), actor: staff.id, action: 'request.done', subject: which.id, at }),
      done: { done: true },
      refused: stale,
    })
  })
}
