/**
 * Deletes what a study has kept for its full time, a few of each kind at a time. What is due is found anew in every
 * sweep, so one that was stopped goes on where it was. The audit trail says what was deleted and how much, never whose.
 */
import { limit } from '../../../schema/constraints.ts'
import { perform, plan, stale, unexpected } from '../../platform/db/perform.ts'
import { first, prepareQuery, type Query, type Write } from '../../platform/db/together.ts'
import { dayMs } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { erasePayees, erasePayeesKey } from '../../rewards/claims/erase.ts'
import { transfer } from '../../rewards/ledger/ledger.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { freeAll } from '../../survey/quotas/reservation.ts'
import { endResponse } from '../../survey/responses/store.ts'
import { dropParadata, dropSignatures, eraseAnswers } from '../../survey/responses/withdraw.ts'
import type { RetentionKind } from '../../survey/retention/rules.ts'
import { finishBy } from '../../survey/studies/study.ts'
import { positionOf } from '../answering/quota.ts'
import { findResponseProgress } from '../answering/response-progress.ts'
import { giveBack } from '../answering/reward.ts'
import { sweepTests } from '../preview/erase-tests.ts'
import { claimState } from '../reviews/hold.ts'
import { eraseWords } from '../reviews/objections/store.ts'
import { listStudiesWithOffers, type StudyWithOffers } from '../study.ts'
import { sql } from '../tables.ts'
import * as due from './due.ts'

/**
 * Erases what is due in every study. Two at once are harmless.
 * @throws the first failure, once the other studies have had their turn
 */
export async function sweepRetention(ports: Ports): Promise<void> {
  const failures: unknown[] = []
  for (const study of await listStudiesWithOffers(ports.db, ports.clock.now())) {
    await sweepStudy(ports, study).catch((error: unknown) => failures.push(error))
  }
  await sweepTests(ports).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

async function sweepStudy(ports: Ports, study: StudyWithOffers): Promise<void> {
  const { drafts, paradata, answers, payees, marks, requests } = study.settings.retention
  const now = Date.parse(ports.clock.now())
  const daysAgo = (days: number) => new Date(now - days * dayMs).toISOString()
  const over = finishBy(study)
  const isOver = (days: number) => over !== null && over < daysAgo(days)
  const marked = daysAgo(marks + claimDays(study))

  if (drafts !== null) await lapse(ports, study.id, daysAgo(drafts))
  await erase(ports, study.id, 'paradata', due.oldParadata(study.id, daysAgo(paradata)), (id) => [
    dropParadata({ respondentId: id }),
    dropSignatures({ respondentId: id }),
  ])
  if (answers !== null && isOver(answers)) {
    await erase(ports, study.id, 'answers', due.responsesDue(study.id), (id) => [...eraseAnswers(id), eraseWords(id)])
  }
  if (payees !== null) {
    await erasePayees(ports, 'sweep', { studyId: study.id, olderThanDays: payees, mostAtOnce: 20 })
    if (isOver(payees)) await erasePayeesKey(ports, 'sweep', study.id)
  }
  await erase(ports, study.id, 'requests', due.doneRequests(study.id, daysAgo(requests)), (id) => [dropRequest(id)])
  await dropContactRequests(ports, study.id, daysAgo(requests))
  // Where no end is set, each has one of their own, by when their response was settled.
  if (over === null || over < marked) {
    const before = over === null ? marked : ports.clock.now()
    if ((await first(ports.db, due.anybodyBegan(study.id, before))) === undefined) return
    await erase(ports, study.id, 'marks', due.markedRespondents(study.id, before), (id) => [endRespondentMark(id)])
    await erase(ports, study.id, 'marks', due.markedClaims(study.id, before), (id) => [endClaimMark(id)])
  }
}

/** How long after the last response a reward may still be claimed, and what was decided about it be objected to. */
function claimDays({ settings }: Pick<StudyWithOffers, 'settings'>): number {
  return settings.voucherDays + settings.graceDays + objectionDays
}

/** A rejection by then, its time for objections, and ten working days for the answer. */
const objectionDays = 45

const endRespondentMark = (id: string): Write => ({
  sql: 'update respondents set resume_hash = ?, resume_salt = null where id = ?',
  values: [`ended ${id}`, id],
})
const endClaimMark = (id: string): Write => ({
  sql: 'update claims set account_hash = ? where id = ?',
  values: [`ended ${id}`, id],
})

const dropRequest = (id: string): Write => ({ sql: 'delete from requests where id = ?', values: [id] })

/** They name nobody: how many went is of no interest to the trail. */
async function dropContactRequests({ db }: Pick<Ports, 'db'>, studyId: string, before: string): Promise<void> {
  const done = 'from contact_requests where study_id = ? and done_at < ?'
  const values = [studyId, before]
  // A sweep that finds nothing writes nothing.
  if ((await first(db, { sql: `select 1 as "one" ${done} limit 1`, values })) === undefined) return
  await db.together({ sql: `delete ${done}`, values })
}

const line = ({ clock, ids }: Ports, studyId: string, kind: RetentionKind, count: number) =>
  addAudit({
    id: ids.next('audit'),
    actor: 'sweep',
    action: `retention.${kind}`,
    subject: `${studyId} ${count}`,
    at: clock.now(),
  })

/**
 * Erases what is due. Whoever is held or withdraws in that moment loses nothing: of each response the revision that was
 * read is claimed, and where it has moved on, all of them are found anew.
 */
async function erase(
  ports: Ports,
  studyId: string,
  kind: RetentionKind,
  which: Query<due.Due>,
  writes: (id: string) => Write[],
): Promise<void> {
  const { db } = ports
  const isErased = await perform<boolean>(db, 'Erasing what is over', async () => {
    const rows = await db.read(which)
    if (rows.length === 0) return false
    const responses = new Map(rows.map((row) => [row.respondentId, row]))
    return plan<boolean>({
      rows: [...[...responses.values()].map(claimState), ...rows.flatMap(({ id }) => writes(id))],
      audit: line(ports, studyId, kind, rows.length),
      done: true,
      refused: (breach) => (breach.on === limit.revision ? stale(breach) : unexpected),
    })
  })
  if (isErased) await db.emptyLog?.()
}

/** Ends what nobody came back to. Whoever comes back in that moment is not lost: the revision that was read is claimed. */
async function lapse(ports: Ports, studyId: string, before: string): Promise<void> {
  const { db } = ports
  const rows = await db.read(due.idleResponses(studyId, before))
  let count = 0
  for (const { id } of rows) if (await lapseOne(ports, id, before)) count += 1
  if (count === 0) return
  await db.together(line(ports, studyId, 'drafts', count))
  await db.emptyLog?.()
}

const progressAt = prepareQuery((p: { respondentId: string }) =>
  sql.selectFrom('responses').select('progress_at as at').where('respondent_id', '=', p.respondentId),
)

function lapseOne(ports: Ports, respondentId: string, before: string): Promise<boolean> {
  const { db, clock } = ports
  return perform<boolean>(db, 'A response that nobody came back to', async () => {
    const [progress, [saved]] = await Promise.all([
      findResponseProgress(db, respondentId),
      db.read(progressAt({ respondentId })),
    ])
    if (progress?.state !== 'in_progress' || saved === undefined || saved.at >= before) return false
    const at = clock.now()
    const given = giveBack(ports, progress, at)
    const freed = freeAll(await positionOf(ports, progress), at)
    const { revision, language } = progress
    const end = { respondentId, revision, language, at, state: 'lapsed', shownOn: null, activeMs: null } as const
    return plan<boolean>({
      rows: [endResponse(end), ...given.rows, ...freed.rows, ...eraseAnswers(respondentId)],
      money: [...freed.counts, ...transfer(...given.money)],
      done: true,
      refused: stale,
    })
  })
}
