/** Where a voucher stands for its holder: what is so, what comes next, who has to do it, by when, and the money's day. */
import type { AttemptState, BatchState, Channel, PayoutState, Reason, VoucherState } from '../../../schema/tables.ts'
import { dayAfter } from '../../platform/time/zone.ts'
import { type Calendar, dayOf, mayStart, promise } from '../calendar/calendar.ts'
import { isConfirmedOn } from '../payees/channels.ts'
import { expectedDay, type PaymentEstimate, promisedDays, type Waits } from './expected.ts'
import { type DelayNotice, noticesOf } from './notices.ts'
import type { NotedReview } from './review-note.tsx'
import type { ShownClaim } from './shown.ts'

export type VoucherStage =
  | 'held'
  | 'rejected'
  | 'given_up'
  | 'issued'
  | 'another'
  | 'waiting'
  | 'changed'
  | 'approving'
  | 'approved'
  | 'receive'
  | 'receive_later'
  | 'sending'
  | 'delayed'
  | 'unknown'
  | 'stopping'
  | 'awaiting'
  | 'lapsed'
  | 'again'
  | 'paid'
  | 'paid_outside'
  | 'expired'
  | 'voided'
  | 'superseded'

export type StepName = 'issued' | 'account' | 'approved' | 'sent' | 'received' | 'paid'

/** What is known of a voucher; times are ISO 8601 in UTC. */
export interface VoucherFacts {
  now: string
  calendar: Calendar
  voucher: {
    state: VoucherState
    /** The state before this one, why it was left, and when. */
    before: VoucherState | null
    reason: Reason | null
    at: string
    madeAt: string
    /** The last day on which it can be claimed; null while it does not end. */
    lastDay: string | null
    /** Whether its time is over, though nobody has written that down yet; or ends soon. */
    isPast: boolean
    endsSoon: boolean
  }
  /** The claim that has not ended, as its holder may see it. */
  claim: Pick<ShownClaim, 'id' | 'state' | 'channel' | 'eligibleAt' | 'madeAt'> | null
  /** What is told of a review; none where there is nothing to tell. */
  review?: NotedReview | undefined
  /** The newest payout. */
  payout: {
    claimId: string
    state: PayoutState
    batchState: BatchState
    /** Whether it is not sent for now. */
    isAside: boolean
    /** Whether its holder has to confirm it in the provider's app. */
    isConfirmed: boolean
    settlesWithinHours: number
    attempt: { state: AttemptState; code: string | null; nextAt: string | null; confirmUntil: string | null } | null
  } | null
}

export type Who = 'you' | 'organiser' | 'provider'
export interface ClaimProgressStep {
  name: StepName
  is: 'done' | 'now' | 'coming'
  /** The day on which it was done, if that is known. */
  day: string | null
}

export interface VoucherProgress {
  stage: VoucherStage
  /** Why, where its holder should know. */
  reason: Reason | null
  who: Who | null
  /** The end of the time for the next step: an instant or a day. */
  until: string | null
  /** Whether `until` may yet be later: the calendar does not reach that far. */
  untilAtLeast: boolean
  /** Before this (an instant or a day) the next step cannot be. */
  from: string | null
  /** When the provider is asked again. */
  askAt: string | null
  expected: PaymentEstimate | null
  review: NotedReview | null
  notices: DelayNotice[]
  /** None for a voucher that came to nothing. */
  steps: ClaimProgressStep[]
  may: { claim: boolean; change: boolean; receive: boolean }
  /** The way of being paid that was chosen. */
  channel: Channel | null
  /** The last day for claiming, when it is near. */
  endsSoon: string | null
}

/** What the holder of a voucher is told. */
export function voucherProgressOf(known: VoucherFacts): VoucherProgress {
  const { voucher, claim, payout, calendar, now } = known
  const { stage, from } = stageOf(known)
  const { who, needs } = roles[stage]
  const isOver = who === null
  const today = dayOf(calendar.zone, now)
  const since = claim === null ? voucher.at : later(claim.madeAt, claim.eligibleAt)
  const waits = isOver ? 'nobody' : (waitsFor[stage] ?? 'us')
  const due =
    needs === undefined || waits === 'a person' ? null : (promise(calendar, since, promisedDays[needs])?.day ?? null)
  const expected = expectedDay(waits, calendar, now, since, today)
  // What was promised for a decision stays, also when nobody has kept it.
  const ahead = due !== null && due >= today ? due : null
  const dueDay = known.review?.is === 'held' ? known.review.by : ahead
  const attempt = payout?.attempt ?? null
  const untils: Partial<Record<VoucherStage, string | null>> = {
    issued: voucher.lastDay,
    another: voucher.lastDay,
    awaiting: attempt?.confirmUntil ?? null,
  }
  const isEndOfVoucher = untils[stage] === voucher.lastDay
  return {
    stage,
    // Nobody writes down that one is over before others of its offer are.
    reason: stage === 'expired' ? 'not_claimed_in_time' : tells.includes(stage) ? voucher.reason : null,
    who,
    until: untils[stage] ?? dueDay,
    untilAtLeast: isEndOfVoucher && !reaches(calendar, voucher.lastDay),
    from,
    askAt: stage === 'unknown' || stage === 'stopping' || stage === 'lapsed' ? (attempt?.nextAt ?? null) : null,
    expected,
    review: known.review ?? null,
    notices: isOver ? [] : noticesOf(calendar, today),
    steps: stepsOf(known, stage),
    may: {
      claim: stage === 'issued' || stage === 'another',
      change: stage === 'waiting' || stage === 'changed' || stage === 'again',
      receive: stage === 'receive' || stage === 'awaiting',
    },
    channel: claim?.channel ?? null,
    endsSoon: voucher.endsSoon && isEndOfVoucher ? voucher.lastDay : null,
  }
}

/** Whether the calendar says of a last day, and of the one behind it, that they are not closed. */
function reaches(calendar: Calendar, last: string | null): boolean {
  return last === null || calendar.day(dayAfter(last)) !== undefined
}

/** Who has to do the next thing, and which promise it falls under. */
const roles: Record<VoucherStage, { who: Who | null; needs?: keyof typeof promisedDays }> = {
  held: { who: 'organiser', needs: 'check' },
  rejected: { who: null },
  given_up: { who: null },
  issued: { who: 'you' },
  another: { who: 'you' },
  waiting: { who: 'organiser', needs: 'batch' },
  changed: { who: 'organiser', needs: 'batch' },
  approving: { who: 'organiser', needs: 'approval' },
  approved: { who: 'organiser', needs: 'sending' },
  receive: { who: 'you' },
  receive_later: { who: 'you' },
  sending: { who: 'provider', needs: 'money' },
  delayed: { who: 'organiser' },
  unknown: { who: 'provider' },
  stopping: { who: 'provider' },
  awaiting: { who: 'you' },
  lapsed: { who: 'provider' },
  again: { who: 'organiser' },
  paid: { who: null },
  paid_outside: { who: null },
  expired: { who: null },
  voided: { who: null },
  superseded: { who: null },
}

/**
 * What the money waits for, where that is not us alone. A claim that a person holds is never told from one that is ready,
 * and must not be promised a day: so neither is.
 */
const waitsFor: Partial<Record<VoucherStage, Waits>> = {
  held: 'nobody',
  issued: 'a claim',
  another: 'a claim',
  waiting: 'a person',
  changed: 'a person',
  // When the money comes depends on its holder, or on what nobody knows yet.
  receive: 'nobody',
  receive_later: 'nobody',
  awaiting: 'nobody',
  lapsed: 'nobody',
  stopping: 'nobody',
}

/** Where the reason of the voucher's last step is its holder's business. */
const tells: readonly VoucherStage[] = ['held', 'rejected', 'another', 'voided', 'superseded']

function stageOf(known: VoucherFacts): { stage: VoucherStage; from: string | null } {
  const { voucher, claim, payout, now } = known
  const at = (stage: VoucherStage, from: string | null = null) => ({ stage, from })
  if (voucher.state === 'issued') {
    if (voucher.isPast) return at('expired')
    const wasClaimed = voucher.before !== null && ['claimed', 'paid', 'paid_outside'].includes(voucher.before)
    return at(wasClaimed ? 'another' : 'issued')
  }
  if (voucher.state !== 'claimed') return at(voucher.reason === 'given_up' ? 'given_up' : voucher.state)
  if (claim === null) return at('waiting')
  const own = payout?.claimId === claim.id ? payout : null
  if (claim.state === 'frozen' && own !== null) return payoutStage(known, own)
  if (own?.state === 'failed') return at('again')
  return claim.eligibleAt > now ? at('changed', claim.eligibleAt) : at('waiting')
}

function payoutStage(
  { calendar, now }: VoucherFacts,
  payout: NonNullable<VoucherFacts['payout']>,
): { stage: VoucherStage; from: string | null } {
  const at = (stage: VoucherStage, from: string | null = null) => ({ stage, from })
  const { attempt, isConfirmed } = payout
  if (payout.state !== 'open' || attempt === null) {
    if (payout.batchState !== 'approved') return at('approving')
    if (payout.isAside) return at('approved')
    const start = mayStart(calendar, now, payout.settlesWithinHours)
    if (!('refused' in start)) return at(isConfirmed ? 'receive' : 'approved')
    return at(isConfirmed ? 'receive_later' : 'approved', start.opensOn)
  }
  switch (attempt.state) {
    case 'unknown':
      return at('unknown')
    case 'cancelling':
      return at('stopping')
    case 'awaiting_user':
      return at(attempt.confirmUntil !== null && attempt.confirmUntil <= now ? 'lapsed' : 'awaiting')
    case 'stored':
      // A provider that answered, and has not done it, told why by a code of its own.
      return at(attempt.code === null ? 'sending' : 'delayed')
    default:
      return at('sending')
  }
}

function stepsOf({ voucher, claim, payout, calendar }: VoucherFacts, stage: VoucherStage): ClaimProgressStep[] {
  const now = current[stage]
  if (now === undefined) return []
  const isConfirmed =
    payout !== null && payout.claimId === claim?.id
      ? payout.isConfirmed
      : claim !== null && isConfirmedOn(claim.channel)
  const names: StepName[] = ['issued', 'account', 'approved', isConfirmed ? 'received' : 'sent', 'paid']
  const days: Partial<Record<StepName, string>> = {
    issued: voucher.madeAt,
    ...(claim === null ? {} : { account: claim.madeAt }),
    ...(stage === 'paid' ? { paid: voucher.at } : {}),
  }
  return names.map((name, i) => {
    const is = i < now ? 'done' : i === now ? 'now' : 'coming'
    const day = is === 'done' ? days[name] : undefined
    return { name, is, day: day === undefined ? null : dayOf(calendar.zone, day) }
  })
}

/** Which of the five steps is under way; with 5 all are done. */
const current: Partial<Record<VoucherStage, number>> = {
  held: 0,
  issued: 1,
  another: 1,
  waiting: 2,
  changed: 2,
  again: 2,
  approving: 2,
  approved: 3,
  receive: 3,
  receive_later: 3,
  awaiting: 3,
  lapsed: 3,
  stopping: 3,
  delayed: 3,
  sending: 4,
  unknown: 4,
  paid: 5,
  paid_outside: 5,
}

function later(a: string, b: string): string {
  return a > b ? a : b
}
