/** What a line of a statement comes to, as a pure function: matched, booked, or an exception. */
import type { ExceptionClass, LineKind } from '../../../../schema/tables.ts'
import { booksZone, dayOf } from '../../../platform/time/zone.ts'
import { type ExceptionDetail, lineSubject } from '../../exceptions/exception.ts'
import type { MatchableLine } from '../lines-store.ts'
import type { MatchableAttempt, SeenLine } from '../match-store.ts'
import type { LineClosed, LineVerdict, MatchedAttempt, NewVerdictException, Rules } from './found.ts'

/**
 * @param found the attempt that the line names, by exact rules only
 * @param isBegun it names none, but has the beginning of a reference of ours: it may be a payout that came back, and is asked about
 */
export function verdictOn(
  line: MatchableLine,
  found: MatchedAttempt | null,
  rules: Rules,
  isBegun = false,
): LineVerdict {
  const { kind, direction } = line
  if (isCharge(kind)) return fee(line, found, rules)
  const isTopUp = kind === 'topup' && direction === 'credit'
  if (isTopUp && found === null && !isBegun) {
    return { outcome: 'booked', entry: { kind: 'funded', amountMinor: line.amount_minor } }
  }
  if (found === null) return unknownToUs(line, rules)
  if (found.attempt.currency !== rules.currency) {
    return exception('amount_mismatch', line, found, rules, line.amount_minor)
  }
  if (found.isTorn) return exception('state_conflict', line, found, rules, line.amount_minor)
  // Money that comes and names a payout is that payout's, whatever the bank calls it, and where it calls it nothing.
  const isUnnamed = kind === 'unknown' && direction === 'credit' && line.raw_type === ''
  if (kind === 'payment' || kind === 'return' || isTopUp || isUnnamed) {
    return direction === 'debit' ? payment(line, found, rules) : comeBack(line, found, rules)
  }
  const hasOne = found.seen.some((one) => one.kind === 'payment' || one.kind === 'unknown')
  const match = { kind: direction === 'debit' && !hasOne ? ('unknown' as const) : ('other' as const), rule: found.rule }
  return { ...exception('unknown_type', line, found, rules, line.amount_minor), match }
}

function fee(line: MatchableLine, found: MatchedAttempt | null, rules: Rules): LineVerdict {
  const amountMinor = line.direction === 'debit' ? line.amount_minor : -line.amount_minor
  const booked: LineVerdict = {
    outcome: 'booked',
    entry: { kind: 'fees', amountMinor },
    ...(found === null ? {} : { match: { kind: line.kind, rule: 'group' as const } }),
  }
  if (amountMinor <= rules.feeAlertMinor) return booked
  return { ...booked, exception: exceptionAbout('fee', line, found, rules, line.amount_minor) }
}

/** Money moved and none of our attempts is named. What left stops the account; both stand in suspense. */
function unknownToUs(line: MatchableLine, rules: Rules): LineVerdict {
  const isDebit = line.direction === 'debit'
  if (!isDebit && line.kind === 'unknown') return exception('unknown_type', line, null, rules, line.amount_minor)
  const made = exceptionAbout('missing_in_ledger', line, null, rules, line.amount_minor)
  return {
    outcome: 'exception',
    entry: { kind: 'other', amountMinor: isDebit ? -line.amount_minor : line.amount_minor },
    exception: { ...made, detail: { ...made.detail, stops: isDebit } },
    ...(isDebit ? { stops: true as const } : {}),
  }
}

function payment(line: MatchableLine, found: MatchedAttempt, rules: Rules): LineVerdict {
  const { attempt, seen, rule, open } = found
  const before = netOf(seen)
  const hasPayment = seen.some(({ kind }) => kind === 'payment')
  const match = { kind: hasPayment ? ('other' as const) : ('payment' as const), rule }
  if (before > 0) return { ...exception('duplicate', line, found, rules, line.amount_minor), match }
  if (cameToNothing(attempt)) {
    if (found.netMinor === 0) {
      const explained = before === -line.amount_minor ? returnsExplained(found) : []
      const alsoCloses = explained.length === 0 ? {} : { alsoCloses: explained }
      return { outcome: 'matched', match: { ...match, rule: 'group' }, ...alsoCloses }
    }
    return {
      ...(answeredBy(open.state_conflict) ?? exception('state_conflict', line, found, rules, line.amount_minor)),
      match,
    }
  }
  const missing = open.missing_at_provider
  const closes = missing === undefined ? {} : { closes: [{ id: missing, what: 'found' }] }
  if (attempt.amountMinor !== line.amount_minor) {
    const differs = Math.abs(attempt.amountMinor - line.amount_minor)
    const made = answeredBy(open.amount_mismatch) ?? exception('amount_mismatch', line, found, rules, differs)
    return { ...made, match, ...closes }
  }
  if (attempt.state !== 'succeeded') return { outcome: 'matched', match, asks: true }
  const also = unreviewedReturns(found, rules)
  // What came back has gone out again: there is nothing to decide about the return.
  const back = before === 0 && hasPayment ? seen.findLast(({ kind }) => kind === 'return') : undefined
  const answers =
    back === undefined
      ? {}
      : { closesLine: { class: 'return_after_success' as const, key: back.key, what: 'explained' } }
  return {
    outcome: 'matched',
    match,
    ...closes,
    ...answers,
    ...(also.length === 0 ? {} : { also }),
    ...(isLate(line.day, attempt) ? { exception: exceptionAbout('late', line, found, rules, line.amount_minor) } : {}),
  }
}

/** Whether our books say that an attempt came to nothing. */
export function cameToNothing({ state }: Pick<MatchableAttempt, 'state'>): boolean {
  return state === 'failed' || state === 'cancelled'
}

/** Whether the provider booked a payment on a later day than our books. */
export function isLate(day: string, { stoodAt }: MatchableAttempt): boolean {
  return day > dayOf(booksZone, stoodAt)
}

/** Money that came back before it was known that it had left: nobody has looked at it. */
export function unreviewedReturns(found: MatchedAttempt, { accountId }: Rules): NewVerdictException[] {
  const { attempt, seen } = found
  if (attempt.state !== 'succeeded' || netOf(seen) >= 0) return []
  return seen
    .filter(({ kind, outcome }) => kind === 'return' && outcome === 'matched')
    .map(({ key, day, direction, amountMinor }) => ({
      class: 'return_after_success',
      subject: lineSubject(accountId, key),
      amountMinor,
      day,
      studyId: attempt.studyId,
      detail: {
        line: key,
        direction,
        kind: 'return',
        lineMinor: amountMinor,
        reference: attempt.reference,
        ...ofAttempt(attempt),
      },
    }))
}

/** What came back of a failed payout before the line that took it was there: that line explains it. */
export function returnsExplained({ seen }: Pick<MatchedAttempt, 'seen'>) {
  return seen
    .filter(({ direction, outcome }) => direction === 'credit' && outcome === 'exception')
    .map(({ key }) => ({ class: 'state_conflict' as const, key, what: 'explained' }))
}

/** The provider has said so before, and the exception is open. */
function answeredBy(id: string | undefined): LineVerdict | null {
  return id === undefined ? null : { outcome: 'exception' }
}

function comeBack(line: MatchableLine, found: MatchedAttempt, rules: Rules): LineVerdict {
  const { attempt, seen, netMinor, open } = found
  const match = { kind: 'return' as const, rule: found.rule }
  const after = netOf(seen) - line.amount_minor
  if (attempt.state === 'succeeded') {
    const twice = seen.find(
      (one) => one.kind === 'other' && one.direction === 'debit' && one.amountMinor === line.amount_minor,
    )
    if (twice === undefined || after < attempt.amountMinor) {
      return { ...exception('return_after_success', line, found, rules, line.amount_minor), match }
    }
    // The second of two payments came back. If it was booked as lost, this is booked as found.
    if (twice.outcome === 'booked') {
      return { outcome: 'booked', match, entry: { kind: 'other', amountMinor: line.amount_minor } }
    }
    return { outcome: 'matched', match, closesLine: { class: 'duplicate', key: twice.key, what: 'came_back' } }
  }
  if (attempt.state !== 'failed' && attempt.state !== 'cancelled') return { outcome: 'matched', match, asks: true }
  if (isPaidOutside(found))
    return { ...exception('return_after_success', line, found, rules, line.amount_minor), match }
  const conflict = seen.find((one) => one.direction === 'debit' && one.outcome === 'exception')
  const hasShare = seen.some(({ isShare }) => isShare === true)
  if (after === 0 && conflict === undefined && hasShare) {
    return { outcome: 'matched', match: { ...match, rule: 'group' }, ...conflictsAnsweredBy(found) }
  }
  if (after === 0 && conflict !== undefined) {
    return {
      outcome: 'matched',
      match: { ...match, rule: 'group' },
      closesLine: { class: 'state_conflict', key: conflict.key, what: 'came_back' },
      ...(open.state_conflict === undefined ? {} : { closes: [{ id: open.state_conflict, what: 'came_back' }] }),
    }
  }
  if (after === 0 || netMinor === 0) return { outcome: 'matched', match: { ...match, rule: 'group' } }
  return { ...exception('state_conflict', line, found, rules, line.amount_minor), match }
}

/** Two people have booked that it was paid all the same: that it comes back is news. */
export function isPaidOutside({ seen, isSettled }: Pick<MatchedAttempt, 'seen' | 'isSettled'>): boolean {
  const isBooked = seen.some(
    ({ kind, direction, outcome }) => direction === 'debit' && outcome === 'booked' && !isCharge(kind),
  )
  return isSettled === true || isBooked
}

/** What is answered when the money of a payout comes back that our books call failed. */
export function conflictsAnsweredBy({ attempt, seen, open }: MatchedAttempt): {
  closes: { id: string; what: string }[]
  alsoCloses: LineClosed[]
} {
  if (open.state_conflict !== undefined) {
    return { closes: [{ id: open.state_conflict, what: 'came_back' }], alsoCloses: [] }
  }
  // One that was opened by a line of the same step has no id yet.
  const lines = seen.flatMap(({ key, direction, outcome, isShare = false }): LineClosed[] => {
    if (direction !== 'debit' || !(isShare || outcome === 'exception')) return []
    const named = isShare ? { key: `${key}#${attempt.reference}`, isShare } : { key }
    return [{ class: 'state_conflict', ...named, what: 'came_back' }]
  })
  return { closes: [], alsoCloses: lines }
}

function isCharge(kind: LineKind): boolean {
  return kind === 'fee' || kind === 'tax'
}

/** What left by lines that were matched, less what came back. */
export function netOf(seen: readonly Pick<SeenLine, 'kind' | 'direction' | 'amountMinor'>[]): number {
  return seen.reduce((sum, { kind, direction, amountMinor }) => {
    if (isCharge(kind)) return sum
    return sum + (direction === 'debit' ? amountMinor : -amountMinor)
  }, 0)
}

function exception(
  name: ExceptionClass,
  line: MatchableLine,
  found: MatchedAttempt | null,
  rules: Rules,
  amountMinor: number,
): LineVerdict {
  return { outcome: 'exception', exception: exceptionAbout(name, line, found, rules, amountMinor) }
}

/** A new exception about a line, with what our books say of the attempt that it names. */
export function exceptionAbout(
  name: ExceptionClass,
  line: MatchableLine,
  found: Pick<MatchedAttempt, 'attempt'> | null,
  { accountId }: Rules,
  amountMinor: number,
): NewVerdictException {
  const { attempt } = found ?? {}
  return {
    class: name,
    subject: lineSubject(accountId, line.line_key),
    amountMinor,
    detail: {
      line: line.line_key,
      direction: line.direction,
      kind: line.kind,
      rawType: line.raw_type,
      lineMinor: line.amount_minor,
      reference: line.reference,
      providerId: line.provider_id,
      ...(attempt === undefined ? {} : ofAttempt(attempt)),
    },
  }
}

/** What an exception says of an attempt. */
export function ofAttempt({ id, payoutId, state, amountMinor, stoodAt }: MatchableAttempt): ExceptionDetail {
  return { attempt: id, payout: payoutId, state, bookedMinor: amountMinor, bookedDay: dayOf(booksZone, stoodAt) }
}
