/** What respondents are told about a review of their response: who decides, by when, and how to object. */
import type { Ports } from '../../../ports.ts'
import { reviewOutcomeOf } from '../../../rewards/vouchers/review-outcome.ts'
import { promisedTo } from '../queue.ts'
import { type Objection, objectionsOf } from './store.ts'
import { openWords } from './words.ts'

/** An objection in clear; the words are null where there are none, or where they were erased. */
export interface ObjectionStatus extends Pick<Objection, 'madeAt' | 'dueDay' | 'decidedAt'> {
  words: string | null
  outcome: 'accepted' | 'final' | null
  reply: string | null
}

export interface ReviewStatus {
  /** `mayObject`: until then; `tooLate`: since then. ISO 8601 in UTC. */
  now:
    | { is: 'held'; workingDays: number; by: string | null }
    | { is: 'mayObject'; until: string }
    | { is: 'tooLate'; since: string }
    | { is: 'objected' }
    | { is: 'over' }
  objections: ObjectionStatus[]
}

/** What they are told at this moment; null of a response that nobody has held. */
export async function reviewStatus(
  ports: Ports,
  study: { id: string; settings: { calendar: string } },
  respondentId: string,
): Promise<ReviewStatus | null> {
  const { db, clock } = ports
  const at = clock.now()
  const outcome = await reviewOutcomeOf(db, respondentId, at)
  if (outcome === null) return null
  const rows = await db.read(objectionsOf({ respondentId }))
  const objections = await Promise.all(rows.map((row) => inClear(ports, row)))
  const { state, rejection } = outcome
  if (state === 'held') {
    return { now: { is: 'held', ...(await promisedTo(ports, study, respondentId)) }, objections }
  }
  if (state === 'objected') return { now: { is: 'objected' }, objections }
  if (state === 'rejected' && rejection !== null && rejection.objectionsUntil > at) {
    return { now: { is: 'mayObject', until: rejection.objectionsUntil }, objections }
  }
  const isTooLate = state !== 'accepted' && objections.length === 0 && rejection !== null
  return { now: isTooLate ? { is: 'tooLate', since: rejection.objectionsUntil } : { is: 'over' }, objections }
}

async function inClear(ports: Ports, row: Objection): Promise<ObjectionStatus> {
  const { madeAt, dueDay, decidedAt, decidedState } = row
  return {
    madeAt,
    dueDay,
    decidedAt,
    outcome: decidedState,
    words: await openWords(ports, row, 'objection', { texts: row.texts, key: row.textsKey }),
    reply: await openWords(ports, row, 'reply', { texts: row.replyTexts, key: row.replyKey }),
  }
}
