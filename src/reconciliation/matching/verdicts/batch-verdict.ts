/** What a line that is a whole batch comes to, as a pure function: a bank may book one as a single sum. */
import { type ExceptionDetail, lineSubject } from '../../exceptions/exception.ts'
import type { MatchableLine } from '../lines-store.ts'
import { cameBack, verdictOnReturn } from './batch-return.ts'
import type { FoundBatch, LineVerdict, MatchedAttempt, NewVerdictException, Rules } from './found.ts'
import { cameToNothing, exceptionAbout, isLate, netOf, returnsExplained, unreviewedReturns } from './verdict.ts'

export interface BatchFit {
  /** The payouts that the line pays, if it fits; otherwise those that it was meant for. */
  covered: readonly MatchedAttempt[]
  fits: boolean
  /** What the line is more than the payouts that have not failed, in minor units; may be below 0. */
  differsMinor: number
  /** Those that our books call failed and no other line pays. */
  failed: readonly MatchedAttempt[]
}

/** The payouts of a batch of which debits may be the payment. */
export interface Provable {
  /** All that no other line pays. */
  rest: readonly MatchedAttempt[]
  /** Those of them that have not failed. */
  standing: readonly MatchedAttempt[]
  /** Those that were reported as paid, where others were not: a bank may book a part of a batch, and the rest later. */
  paid: readonly MatchedAttempt[]
  failed: readonly MatchedAttempt[]
}

/** @param keys of the lines that are asked about */
export function provable({ attempts }: FoundBatch, keys: ReadonlySet<string>): Provable {
  const rest = attempts.filter(({ seen }) => !seen.some(({ kind, key }) => kind === 'payment' && !keys.has(key)))
  const standing = rest.filter(({ attempt }) => !cameToNothing(attempt))
  return {
    rest,
    standing,
    paid: standing.filter(({ attempt }) => attempt.state === 'succeeded'),
    failed: rest.filter(({ attempt }) => cameToNothing(attempt)),
  }
}

/**
 * Whether a line is the payouts of its batch that nothing else proves: all of them, those that have not failed, or those
 * that were reported as paid. A bank counts what it was told to pay, or what it paid.
 */
export function fitOf(line: Pick<MatchableLine, 'line_key' | 'amount_minor' | 'parts'>, batch: FoundBatch): BatchFit {
  const { rest, standing, paid, failed } = provable(batch, new Set([line.line_key]))
  const counts = [rest.length, batch.attempts.length]
  const isCount = (own: number) => line.parts === null || line.parts === own || counts.includes(line.parts)
  const differsMinor = line.amount_minor - sumOfAttempts(standing)
  const isIt = (some: readonly MatchedAttempt[]) =>
    some.length > 0 && line.amount_minor === sumOfAttempts(some) && isCount(some.length)
  const covered = [rest, standing, paid].find(isIt)
  return { covered: covered ?? standing, fits: covered !== undefined, differsMinor, failed }
}

/** Whether a line is its batch, or brings it back. */
export function fitsBatch(line: MatchableLine, batch: FoundBatch): boolean {
  return line.direction === 'debit' ? fitOf(line, batch).fits : cameBack(line, batch) !== null
}

/** What a line that names a batch as a whole comes to. */
export function verdictOnBatch(line: MatchableLine, batch: FoundBatch, rules: Rules): LineVerdict {
  if (line.direction === 'credit') return verdictOnReturn(line, batch, rules)
  const { covered, fits, differsMinor, failed } = fitOf(line, batch)
  if (!fits) {
    const made = exceptionAbout('batch_mismatch', line, null, rules, Math.abs(differsMinor))
    const detail: ExceptionDetail = {
      ...made.detail,
      ...(batch.ids[0] === undefined ? {} : { batch: batch.ids[0] }),
      ...(line.parts === null ? {} : { parts: line.parts }),
      bookedMinor: sumOfAttempts(covered),
      payouts: covered.length,
      failed: failed.length,
      failedMinor: sumOfAttempts(failed),
    }
    // Of several such debits, one stands for the payouts.
    const own = covered.filter(({ tentative = [] }) => tentative.every((key) => key === line.line_key))
    return { outcome: 'exception', shares: sharesOf(own), exception: { ...made, detail } }
  }
  return verdictOnPayment(line, covered, batch, rules)
}

const sharesOf = (covered: readonly MatchedAttempt[]) =>
  covered.map(({ attempt }) => ({ attempt, amountMinor: attempt.amountMinor, kind: 'payment' as const }))

/** A line that pays these payouts of its batch, and nothing else. */
export function verdictOnPayment(
  line: MatchableLine,
  covered: readonly MatchedAttempt[],
  batch: FoundBatch,
  rules: Rules,
): LineVerdict {
  const also: NewVerdictException[] = []
  const closes: { id: string; what: string }[] = []
  const alsoCloses: ReturnType<typeof returnsExplained> = []
  for (const one of covered) {
    if (cameToNothing(one.attempt)) {
      if (netOf(one.seen) + one.attempt.amountMinor === 0) alsoCloses.push(...returnsExplained(one))
      else if (one.open.state_conflict === undefined) also.push(conflictOf(line, one, batch, rules))
      continue
    }
    if (one.open.missing_at_provider !== undefined) closes.push({ id: one.open.missing_at_provider, what: 'found' })
    also.push(...unreviewedReturns(one, rules))
  }
  const late = covered.find(({ attempt }) => attempt.state === 'succeeded' && isLate(line.day, attempt))
  return {
    outcome: 'matched',
    shares: sharesOf(covered),
    pays: covered,
    also,
    closes,
    alsoCloses,
    ...(late === undefined ? {} : { exception: exceptionAbout('late', line, null, rules, line.amount_minor) }),
  }
}

/** The bank took the money of a payout that our books call failed: it has to come back, or its holder was paid. */
function conflictOf(
  line: MatchableLine,
  found: MatchedAttempt,
  { ids }: FoundBatch,
  rules: Rules,
): NewVerdictException {
  const made = exceptionAbout('state_conflict', line, found, rules, found.attempt.amountMinor)
  const { reference, amountMinor, studyId } = found.attempt
  return {
    ...made,
    studyId,
    subject: lineSubject(rules.accountId, `${line.line_key}#${reference}`),
    detail: {
      ...made.detail,
      lineMinor: amountMinor,
      reference,
      isShare: true,
      wholeMinor: line.amount_minor,
      ...(ids[0] === undefined ? {} : { batch: ids[0] }),
    },
  }
}

/** What these attempts come to, in minor units. */
export function sumOfAttempts(some: readonly MatchedAttempt[]): number {
  return some.reduce((sum, { attempt }) => sum + attempt.amountMinor, 0)
}
