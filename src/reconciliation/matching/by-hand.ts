/** Matching a line with a payout by hand, as its payment or its return: proposed by one, confirmed by another. */

import { first, type Write } from '../../platform/db/together.ts'
import { booksZone, dayOf } from '../../platform/time/zone.ts'
import type { Ports } from '../../ports.ts'
import { moneyLast } from '../../rewards/ledger/ledger.ts'
import { lift } from '../../rewards/ledger/provider-books.ts'
import { attemptOf, endWrites } from '../../rewards/payouts/evidence.ts'
import { isFinal } from '../../rewards/payouts/rules.ts'
import { foundByPayout } from '../../rewards/payouts/store.ts'
import type { EffectOf } from '../../staff/approvals/proposal.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { type BookedLine, paymentsOf } from '../exceptions/closing-store.ts'
import type { ExceptionDetail } from '../exceptions/exception.ts'
import { closeWrites, exceptionById, exceptionOf, exceptionSteps } from '../exceptions/store.ts'
import { insertMany } from '../tables.ts'
import { type About, readAbout } from './about.ts'
import { openAnew } from './again/open-again.ts'
import { entryWrites } from './entries.ts'
import { linesByKeys, setOutcome } from './lines-store.ts'
import { attemptById, type MatchableAttempt, matchAsPaymentByHand } from './match-store.ts'
import { exceptionAbout } from './verdicts/verdict.ts'

/** What a proposal to match carries: the exception of the line, and the attempt that it pays. */
export interface MatchPayload {
  attempt: string
  /** What else it could have been, as who proposed it saw it, by id; left out by earlier versions. */
  others?: string[]
  /** Whether it was the only payout for the line, and this the only open line for it. */
  isOnly?: boolean
  /** Whether the line has the beginning of its reference, and of no other's; left out by earlier versions. */
  isBegun?: boolean
}

/**
 * - `moved_on`: the exception is closed, or the attempt has its line already
 * - `not_this`: the attempt failed, or was not paid, where its money would have come back
 * - `amount`: the attempt is of another amount, currency or provider
 */
export type MatchRefusal = { refused: 'moved_on' | 'not_this' | 'amount' }

/**
 * What confirming a match writes: the line proves the attempt, and whatever was open about either is closed. Of money that
 * came back it is asked what becomes of it, as where the reference is whole.
 */
export const matchedByHand: EffectOf = async (ports, proposal, decisionId) => {
  const exception = await first(ports.db, exceptionById({ id: proposal.subject }))
  if (exception === undefined || exception.closedAt !== null) return { refused: 'moved_on' }
  const { attempt } = JSON.parse(proposal.payload) as MatchPayload
  return matchWrites(ports, await readAbout(ports, exception), {
    attemptId: attempt,
    decisionId,
    actor: proposal.proposedBy,
    note: proposal.reason,
  })
}

interface MatchDecision {
  /** The attempt that the line is said to prove. */
  attemptId: string
  decisionId: string
  /** Whoever asked for it. */
  actor: string
  note: string
}

/** What a match writes that two people decided on, or one where it is checked whether it could be asked for at all. */
export async function matchWrites(
  ports: Ports,
  { exception, detail, accountId, lines: [line] }: About,
  { attemptId, decisionId, actor, note }: MatchDecision,
): ReturnType<EffectOf> {
  const { db, clock, ids } = ports
  const at = clock.now()
  const attempt = await first(db, attemptById(attemptId))
  if (line === undefined || attempt === undefined) return { refused: 'not_this' }
  if (line.outcome !== 'exception') return { refused: 'moved_on' }
  if (line.attemptId !== null && line.attemptId !== attemptId) return { refused: 'not_this' }
  const { provider, currency } = exception
  if (attempt.amountMinor !== line.amountMinor || attempt.currency !== currency || attempt.provider !== provider) {
    return { refused: 'amount' }
  }
  if (line.direction === 'credit')
    return returnWrites(ports, { exception, accountId, line, attempt }, decisionId, actor, note)
  if (attempt.state === 'failed' || attempt.state === 'cancelled') return { refused: 'not_this' }
  const { count = 0 } = (await first(db, paymentsOf(attemptId))) ?? {}
  if (count > (line.matchedAs === 'unknown' ? 1 : 0)) return { refused: 'moved_on' }

  const found = attemptOf(await first(db, foundByPayout(attempt.payoutId)))
  const isOpen = !isFinal(attempt.state)
  if (isOpen && found?.attemptId !== attemptId) return { refused: 'moved_on' }
  const ended =
    isOpen && found !== undefined
      ? endWrites(ports, found, { end: 'succeeded', answer: { code: found.code }, actor, at })
      : { rows: [], money: [] }
  const missing = await first(db, exceptionOf({ class: 'missing_at_provider', subject: attemptId }))
  const closed: Write[] = []
  for (const one of [exception, ...(missing?.closedAt === null ? [missing] : [])]) {
    const steps = await db.read(exceptionSteps({ id: one.id }))
    closed.push(...closeWrites(ports, one.id, steps.at(-1)?.n ?? 0, { what: 'matched', actor, note }))
    if (one === exception && detail.stops === true && !steps.some(({ what }) => what === 'stop_lifted')) {
      closed.push(lift(accountId))
    }
  }
  const matched = { account_id: accountId, line_key: line.key, attempt_id: attemptId, kind: 'payment' as const }
  // The suspense in which the money stood is over: the attempt stands for it.
  const suspense = { kind: 'other' as const, amountMinor: -line.bookedMinor, cause: `match:${decisionId}`, actor }
  return moneyLast({
    rows: [
      ...(line.attemptId === null
        ? insertMany('matches', [{ ...matched, rule: 'by_hand', proposal_id: decisionId, at, share_minor: null }])
        : [matchAsPaymentByHand({ accountId, key: line.key, decisionId, at })]),
      setOutcome({ accountId, key: line.key, outcome: 'matched' }),
      addAudit({ id: ids.next('audit'), actor, action: 'line.matched', subject: attemptId, at }),
      ...closed,
      ...(line.bookedMinor === 0 ? [] : entryWrites(ports, { accountId, day: dayOf(booksZone, at), ...suspense })),
      ...ended.rows,
    ],
    money: ended.money,
  })
}

async function returnWrites(
  ports: Ports,
  {
    exception,
    accountId,
    line,
    attempt,
  }: Pick<About, 'exception' | 'accountId'> & { line: BookedLine; attempt: MatchableAttempt },
  decisionId: string,
  actor: string,
  note: string,
): ReturnType<EffectOf> {
  const { db, clock, ids } = ports
  const { provider, currency, studyId } = { ...exception, studyId: attempt.studyId }
  const read = await first(db, linesByKeys(accountId, [line.key]))
  if (attempt.state !== 'succeeded' || provider === null) return { refused: 'not_this' }
  if (line.attemptId !== null || read === undefined) return { refused: 'moved_on' }
  const at = clock.now()
  const rules = { accountId, currency, provider, feeAlertMinor: 0 }
  const made = exceptionAbout('return_after_success', read, { attempt }, rules, line.amountMinor)
  const statement = (JSON.parse(exception.detail) as ExceptionDetail).statement
  const detail = { ...made.detail, ...(statement === undefined ? {} : { statement }) }
  const steps = await db.read(exceptionSteps({ id: exception.id }))
  const suspense = { kind: 'other' as const, amountMinor: -line.bookedMinor, cause: `told:line:${line.key}`, actor }
  const matched = { account_id: accountId, line_key: line.key, attempt_id: attempt.id, kind: 'return' as const }
  return [
    ...insertMany('matches', [{ ...matched, rule: 'by_hand', proposal_id: decisionId, at, share_minor: null }]),
    addAudit({ id: ids.next('audit'), actor, action: 'line.matched', subject: attempt.id, at }),
    ...closeWrites(ports, exception.id, steps.at(-1)?.n ?? 0, { what: 'matched', actor, note }),
    ...(await openAnew(ports, [{ ...made, detail, provider, currency, accountId, studyId, day: line.day }], actor)),
    // The suspense in which the money stood is over: it is asked about as a return.
    ...(line.bookedMinor === 0 ? [] : entryWrites(ports, { accountId, day: line.day, ...suspense })),
  ]
}
