/** What a credit that gives back a batch, or several of its payouts, as one sum comes to: as a pure function. */
import { type ExceptionDetail, lineSubject } from '../../exceptions/exception.ts'
import type { MatchableLine } from '../lines-store.ts'
import type { FoundBatch, LineVerdict, MatchedAttempt, NewVerdictException, Rules } from './found.ts'
import { cameToNothing, conflictsAnsweredBy, exceptionAbout, isPaidOutside, netOf, ofAttempt } from './verdict.ts'

type Returned = Pick<MatchableLine, 'amount_minor' | 'parts'>

/** Beyond so many different sums it is not looked for the only payouts that come to one. */
const mostSums = 10_000

/** The payouts of a batch whose money lines have taken, and none has brought back. */
function standsOut(batch: FoundBatch): MatchedAttempt[] {
  return batch.attempts.filter(
    ({ attempt, seen }) => seen.some(({ kind }) => kind === 'payment') && netOf(seen) >= attempt.amountMinor,
  )
}

/**
 * The payouts that came back: those of which the bank has said that they failed, all of them, or the only ones that come
 * to the sum. Null where nothing shows which they are, or that their money had left.
 */
export function cameBack(line: Returned, batch: FoundBatch): MatchedAttempt[] | null {
  const out = standsOut(batch)
  const failed = out.filter(({ attempt, open }) => cameToNothing(attempt) || open.state_conflict !== undefined)
  const isIt = (some: readonly MatchedAttempt[]) =>
    some.length > 0 &&
    sumOf(some) === line.amount_minor &&
    (line.parts === null || line.parts === some.length || line.parts === batch.attempts.length)
  return (
    [failed, out].find(isIt) ?? [onlyOnes(out, line.amount_minor)].find((some) => some !== null && isIt(some)) ?? null
  )
}

/** The only payouts that come to a sum; null where none do, where others would as well, or where there are too many. */
function onlyOnes(some: readonly MatchedAttempt[], sumMinor: number): MatchedAttempt[] | null {
  const found = new Map<number, MatchedAttempt[] | 'several'>([[0, []]])
  for (const one of some) {
    for (const [sum, which] of [...found]) {
      const more = sum + one.attempt.amountMinor
      if (more > sumMinor) continue
      found.set(more, found.has(more) || which === 'several' ? 'several' : [...which, one])
    }
    if (found.size > mostSums) return null
  }
  const only = found.get(sumMinor)
  return only === undefined || only === 'several' ? null : only
}

/**
 * What a credit that names a batch comes to. Of payouts that were paid two people say what becomes of them, in one
 * exception; what our books call failed is answered by it.
 */
export function verdictOnReturn(line: MatchableLine, batch: FoundBatch, rules: Rules): LineVerdict {
  const covered = cameBack(line, batch)
  if (covered === null) return unexplained(line, batch, rules)
  const paid = covered.filter(({ attempt }) => !cameToNothing(attempt))
  const over = covered.filter(({ attempt }) => cameToNothing(attempt))
  const outside = over.filter(isPaidOutside)
  const answered = over.filter((one) => !isPaidOutside(one)).map(conflictsAnsweredBy)
  return {
    outcome: paid.length === 0 ? 'matched' : 'exception',
    shares: covered.map(({ attempt }) => ({ attempt, amountMinor: attempt.amountMinor, kind: 'return' })),
    closes: answered.flatMap(({ closes }) => closes),
    alsoCloses: answered.flatMap(({ alsoCloses }) => alsoCloses),
    also: outside.map((one) => shareOf(line, one, batch, rules)),
    ...(paid.length === 0 ? {} : { exception: returned(line, paid, batch, rules) }),
  }
}

function returned(line: MatchableLine, paid: readonly MatchedAttempt[], { ids }: FoundBatch, rules: Rules) {
  const made = exceptionAbout('return_after_success', line, null, rules, sumOf(paid))
  const detail: ExceptionDetail = {
    ...made.detail,
    ...batchNamed(ids),
    bookedMinor: sumOf(paid),
    payouts: paid.length,
    ...(line.parts === null ? {} : { parts: line.parts }),
  }
  return { ...made, detail }
}

/** A payout whose voucher is paid outside came back: its own exception, as of a line of its own. */
function shareOf(line: MatchableLine, one: MatchedAttempt, { ids }: FoundBatch, rules: Rules): NewVerdictException {
  const { attempt } = one
  const made = exceptionAbout('return_after_success', line, one, rules, attempt.amountMinor)
  return {
    ...made,
    studyId: attempt.studyId,
    subject: lineSubject(rules.accountId, `${line.line_key}#${attempt.reference}`),
    detail: {
      ...made.detail,
      ...ofAttempt(attempt),
      ...batchNamed(ids),
      lineMinor: attempt.amountMinor,
      reference: attempt.reference,
      isShare: true,
      wholeMinor: line.amount_minor,
    },
  }
}

/** It waits for what shows which payouts came back: the line that took their money, or the bank's word that they failed. */
function unexplained(line: MatchableLine, batch: FoundBatch, rules: Rules): LineVerdict {
  const out = standsOut(batch)
  const failed = out.filter(({ attempt }) => cameToNothing(attempt))
  const differsMinor = line.amount_minor - sumOf(out)
  const made = exceptionAbout('batch_mismatch', line, null, rules, Math.abs(differsMinor))
  const detail: ExceptionDetail = {
    ...made.detail,
    ...batchNamed(batch.ids),
    ...(line.parts === null ? {} : { parts: line.parts }),
    bookedMinor: sumOf(out),
    payouts: out.length,
    failed: failed.length,
    failedMinor: sumOf(failed),
  }
  return { outcome: 'exception', exception: { ...made, detail } }
}

function batchNamed([batch]: readonly string[]): ExceptionDetail {
  return batch === undefined ? {} : { batch }
}

function sumOf(some: readonly MatchedAttempt[]): number {
  return some.reduce((sum, { attempt }) => sum + attempt.amountMinor, 0)
}
