/** What a line comes to, case by case, without a database. */
import { describe, expect, it } from 'vitest'
import type { MatchableLine } from '../../../src/reconciliation/matching/lines-store.ts'
import type { MatchableAttempt, SeenLine } from '../../../src/reconciliation/matching/match-store.ts'
import type { LineVerdict, MatchedAttempt } from '../../../src/reconciliation/matching/verdicts/found.ts'
import { conflictsAnsweredBy, verdictOn } from '../../../src/reconciliation/matching/verdicts/verdict.ts'

const rules = { accountId: 'wechat:CNY', currency: 'CNY', feeAlertMinor: 100 }

const line = (given: Partial<MatchableLine> = {}): MatchableLine =>
  ({
    line_key: 'k1',
    day: '2026-11-23',
    kind: 'payment',
    direction: 'debit',
    raw_type: 'paid out',
    amount_minor: 2_000,
    reference: 'H1',
    provider_id: 'W1',
    ...given,
  }) as MatchableLine

const attempt = (given: Partial<MatchableAttempt> = {}): MatchableAttempt => ({
  id: 'a_1',
  payoutId: 'p_1',
  studyId: 's_1',
  reference: 'H1',
  providerId: 'W1',
  currency: 'CNY',
  amountMinor: 2_000,
  state: 'succeeded',
  stoodAt: '2026-11-23T04:00:00.000Z',
  seen: 0,
  ...given,
})

const seen = (given: Partial<SeenLine> = {}): SeenLine => ({
  attemptId: 'a_1',
  key: 'k0',
  kind: 'payment',
  direction: 'debit',
  amountMinor: 2_000,
  outcome: 'matched',
  day: '2026-11-22',
  ...given,
})

const found = (given: Partial<MatchedAttempt> = {}): MatchedAttempt => ({
  attempt: attempt(),
  rule: 'reference',
  seen: [],
  netMinor: 2_000,
  open: {},
  ...given,
})

/** A verdict in a line: outcome, match, entry, exception, and what else it does. */
function summaryOf(verdict: LineVerdict): string {
  const { outcome, match, entry, exception, stops, closes, closesLine, alsoCloses, also, asks } = verdict
  return [
    outcome,
    match && `match ${match.kind} by ${match.rule}`,
    entry && `${entry.kind} ${entry.amountMinor}`,
    exception && `${exception.class} ${exception.amountMinor}`,
    stops && 'stops',
    ...(closes ?? []).map(({ id, what }) => `closes ${id} ${what}`),
    closesLine && `closes ${closesLine.class} of ${closesLine.key} ${closesLine.what}`,
    ...(alsoCloses ?? []).map(({ class: of, key, what }) => `closes ${of} of ${key} ${what}`),
    ...(also ?? []).map(({ class: of, subject, amountMinor }) => `also ${of} ${amountMinor} of ${subject}`),
    asks && 'asks',
  ]
    .filter(Boolean)
    .join(', ')
}

const failed = attempt({ state: 'failed' })
const cancelled = attempt({ state: 'cancelled' })
const wasSent = attempt({ state: 'accepted' })
const secondPayment = seen({ key: 'k2', kind: 'other' })
const returned = (given: Partial<SeenLine> = {}) => seen({ key: 'back', kind: 'return', direction: 'credit', ...given })

type Case = [what: string, line: Partial<MatchableLine>, found: Partial<MatchedAttempt> | null, verdict: string]

describe('a line of an account', () => {
  it.each<Case>([
    ['that puts money in is booked', { kind: 'topup', direction: 'credit' }, null, 'booked, funded 2000'],
    [
      'that is called a top-up and names a payout that was paid is its money come back',
      { kind: 'topup', direction: 'credit' },
      {},
      'exception, match return by reference, return_after_success 2000',
    ],
    [
      'that has no type at all and names a payout that was paid is its money come back',
      { kind: 'unknown', raw_type: '', direction: 'credit' },
      {},
      'exception, match return by reference, return_after_success 2000',
    ],
    ['that is a small fee is booked', { kind: 'fee', amount_minor: 100 }, null, 'booked, fees 100'],
    [
      'that is a fee above the limit is looked at',
      { kind: 'fee', amount_minor: 101 },
      null,
      'booked, fees 101, fee 101',
    ],
    [
      'that gives a fee back lowers the fees',
      { kind: 'fee', amount_minor: 500, direction: 'credit' },
      null,
      'booked, fees -500',
    ],
    ['that is a tax is booked as fees are', { kind: 'tax', amount_minor: 7 }, null, 'booked, fees 7'],
    [
      'that is a fee of an attempt names it',
      { kind: 'fee', amount_minor: 5 },
      {},
      'booked, match fee by group, fees 5',
    ],
    ['that left and is nobody’s stops the account', {}, null, 'exception, other -2000, missing_in_ledger 2000, stops'],
    [
      'that takes out what was put in stops the account',
      { kind: 'topup' },
      null,
      'exception, other -2000, missing_in_ledger 2000, stops',
    ],
    [
      'that came and is nobody’s is booked beside',
      { direction: 'credit' },
      null,
      'exception, other 2000, missing_in_ledger 2000',
    ],
    [
      'that came as we know not what is only looked at',
      { kind: 'unknown', direction: 'credit' },
      null,
      'exception, unknown_type 2000',
    ],
  ])('%s', (_, given, matched, verdict) => {
    expect(summaryOf(verdictOn(line(given), matched && found(matched), rules))).toBe(verdict)
  })
})

describe('a payment', () => {
  it.each<Case>([
    ['of what was asked for is matched', {}, {}, 'matched, match payment by reference'],
    ['found by the provider’s own id says so', {}, { rule: 'provider_id' }, 'matched, match payment by provider_id'],
    [
      'of another currency is a mismatch',
      {},
      { attempt: attempt({ currency: 'HKD' }) },
      'exception, amount_mismatch 2000',
    ],
    ['whose two names are of two attempts is a conflict', {}, { isTorn: true }, 'exception, state_conflict 2000'],
    [
      'of another amount is a mismatch by the difference',
      { amount_minor: 1_500 },
      {},
      'exception, match payment by reference, amount_mismatch 500',
    ],
    [
      'of another amount, which the provider has said before, opens nothing again',
      { amount_minor: 1_500 },
      { open: { amount_mismatch: 'e_1' } },
      'exception, match payment by reference',
    ],
    ['a second time is a duplicate', {}, { seen: [seen()] }, 'exception, match other by reference, duplicate 2000'],
    [
      'after the first came back is the payment, and answers the return',
      {},
      { seen: [seen(), seen({ key: 'back', kind: 'return', direction: 'credit' })] },
      'matched, match other by reference, closes return_after_success of back explained',
    ],
    [
      'beside a fee is no second one',
      {},
      { seen: [seen({ kind: 'fee', amountMinor: 5 })] },
      'matched, match payment by reference',
    ],
    [
      'beside a tax is no second one',
      {},
      { seen: [seen({ kind: 'tax', amountMinor: 5 })] },
      'matched, match payment by reference',
    ],
    [
      'of an attempt that is still open has its outcome asked for',
      {},
      { attempt: wasSent },
      'matched, match payment by reference, asks',
    ],
    [
      'that was missed closes what said so',
      {},
      { open: { missing_at_provider: 'e_1' } },
      'matched, match payment by reference, closes e_1 found',
    ],
    [
      'on a later day than our books is late',
      { day: '2026-11-24' },
      {},
      'matched, match payment by reference, late 2000',
    ],
    ['on an earlier day is not', { day: '2026-11-22' }, {}, 'matched, match payment by reference'],
    [
      'of an attempt that failed is a conflict',
      {},
      { attempt: failed },
      'exception, match payment by reference, state_conflict 2000',
    ],
    [
      'of an attempt that was cancelled is a conflict',
      {},
      { attempt: cancelled },
      'exception, match payment by reference, state_conflict 2000',
    ],
    [
      'of an attempt that failed, which the provider has said before, opens nothing again',
      {},
      { attempt: failed, open: { state_conflict: 'e_1' } },
      'exception, match payment by reference',
    ],
    [
      'of a failed attempt that comes back in the same file is nothing',
      {},
      { attempt: failed, netMinor: 0 },
      'matched, match payment by group',
    ],
    [
      'of a failed attempt explains what came back before it was there',
      {},
      { attempt: failed, netMinor: 0, seen: [returned({ outcome: 'exception' })] },
      'matched, match payment by group, closes state_conflict of back explained',
    ],
    [
      'of a failed attempt explains no return of another amount',
      {},
      { attempt: failed, netMinor: 0, seen: [returned({ outcome: 'exception', amountMinor: 1_000 })] },
      'matched, match payment by group',
    ],
    [
      'of a failed attempt explains only money that came and that is looked at',
      {},
      {
        attempt: failed,
        netMinor: 0,
        seen: [
          returned({ outcome: 'exception', amountMinor: 4_000 }),
          returned({ key: 'k4', amountMinor: 1_000 }),
          seen({ outcome: 'exception', amountMinor: 3_000 }),
        ],
      },
      'matched, match other by group, closes state_conflict of back explained',
    ],
    [
      'that came back before it was there has the return looked at',
      {},
      { seen: [returned()] },
      'matched, match payment by reference, also return_after_success 2000 of wechat:CNY/back',
    ],
    [
      'has no return looked at again, and nothing that is none',
      {},
      { seen: [returned({ outcome: 'exception' }), returned({ key: 'k4', kind: 'other' }), returned({ key: 'k5' })] },
      'matched, match payment by reference, also return_after_success 2000 of wechat:CNY/k5',
    ],
    [
      'of which more came back than had left answers no return',
      {},
      { seen: [seen(), returned(), returned({ key: 'k4' })] },
      'matched, match other by reference, also return_after_success 2000 of wechat:CNY/back, also return_after_success 2000 of wechat:CNY/k4',
    ],
    [
      'answers no return of money that left otherwise',
      {},
      { seen: [secondPayment, returned()] },
      'matched, match payment by reference',
    ],
  ])('%s', (_, given, matched, verdict) => {
    expect(summaryOf(verdictOn(line(given), matched && found(matched), rules))).toBe(verdict)
  })
})

describe('money that comes back', () => {
  const back: Partial<MatchableLine> = { kind: 'return', direction: 'credit' }

  it.each<Case>([
    [
      'after a payment that succeeded is looked at',
      back,
      { seen: [seen()] },
      'exception, match return by reference, return_after_success 2000',
    ],
    [
      'that is the second of two payments closes the duplicate',
      back,
      { seen: [seen(), secondPayment] },
      'matched, match return by reference, closes duplicate of k2 came_back',
    ],
    [
      'of another amount than the second of two payments is looked at',
      back,
      { seen: [seen(), { ...secondPayment, amountMinor: 2_500 }] },
      'exception, match return by reference, return_after_success 2000',
    ],
    [
      'is not paired with money that came',
      back,
      {
        seen: [
          seen(),
          { ...secondPayment, amountMinor: 4_000 },
          seen({ key: 'k3', kind: 'other', direction: 'credit' }),
        ],
      },
      'exception, match return by reference, return_after_success 2000',
    ],
    [
      'once more, after the second of two payments did, is looked at',
      back,
      { seen: [seen(), secondPayment, seen({ key: 'k3', kind: 'return', direction: 'credit' })] },
      'exception, match return by reference, return_after_success 2000',
    ],
    [
      'that is the second, booked as lost, is booked as found',
      back,
      { seen: [seen(), { ...secondPayment, outcome: 'booked' }] },
      'booked, match return by reference, other 2000',
    ],
    [
      'of an attempt that is still open has its outcome asked for',
      back,
      { attempt: wasSent, seen: [seen()] },
      'matched, match return by reference, asks',
    ],
    [
      'of a failed attempt closes the conflict about the payment',
      back,
      { attempt: failed, seen: [seen({ outcome: 'exception' })], open: { state_conflict: 'e_1' } },
      'matched, match return by group, closes e_1 came_back, closes state_conflict of k0 came_back',
    ],
    [
      'of a cancelled attempt closes the conflict that its payment is',
      back,
      { attempt: cancelled, seen: [seen({ outcome: 'exception' })] },
      'matched, match return by group, closes state_conflict of k0 came_back',
    ],
    [
      'of a failed attempt closes no conflict that an earlier return is',
      back,
      {
        attempt: failed,
        seen: [
          seen({ key: 'k3', kind: 'return', direction: 'credit', outcome: 'exception' }),
          seen({ amountMinor: 4_000, outcome: 'exception' }),
        ],
      },
      'matched, match return by group, closes state_conflict of k0 came_back',
    ],
    [
      'in part is a conflict of a failed attempt',
      { ...back, amount_minor: 1_000 },
      { attempt: failed, seen: [seen({ outcome: 'exception' })] },
      'exception, match return by reference, state_conflict 1000',
    ],
    [
      'of a failed attempt before the payment in the same file is nothing',
      back,
      { attempt: failed, netMinor: 0 },
      'matched, match return by group',
    ],
    [
      'of a failed attempt after all that left is nothing',
      back,
      { attempt: failed, seen: [seen()] },
      'matched, match return by group',
    ],
    [
      'of a failed attempt whose payment was no matter is none either',
      back,
      { attempt: failed, seen: [seen()], netMinor: 0 },
      'matched, match return by group',
    ],
    [
      'of a failed attempt that two people have booked as paid is looked at',
      back,
      { attempt: failed, isSettled: true, netMinor: 0 },
      'exception, match return by reference, return_after_success 2000',
    ],
    [
      'of a failed attempt whose payment two people have booked is looked at',
      back,
      { attempt: failed, seen: [seen(), seen({ key: 'k2', outcome: 'booked' })] },
      'exception, match return by reference, return_after_success 2000',
    ],
    [
      'of a failed attempt of which a fee is booked, and money that came, is nothing',
      back,
      {
        attempt: failed,
        netMinor: 0,
        seen: [
          seen({ kind: 'fee', outcome: 'booked' }),
          seen({ kind: 'tax', outcome: 'booked' }),
          returned({ kind: 'other', outcome: 'booked' }),
        ],
      },
      'matched, match return by group',
    ],
    [
      'of a failed attempt that a line of its batch paid answers that share',
      back,
      { attempt: failed, seen: [seen({ isShare: true }), seen({ key: 'k2', kind: 'fee' })] },
      'matched, match return by group, closes state_conflict of k0#H1 came_back',
    ],
    [
      'of a failed attempt that a line of its batch paid answers what is open of it',
      back,
      { attempt: failed, seen: [seen({ isShare: true })], open: { state_conflict: 'e_1' } },
      'matched, match return by group, closes e_1 came_back',
    ],
    [
      'in part, of a failed attempt that a line of its batch paid, is a conflict',
      { ...back, amount_minor: 1_000 },
      { attempt: failed, seen: [seen({ isShare: true })] },
      'exception, match return by reference, state_conflict 1000',
    ],
    [
      'of a failed attempt that a line of its batch and one of its own paid answers its own',
      back,
      {
        attempt: failed,
        seen: [
          seen({ isShare: true, amountMinor: 1_000 }),
          seen({ key: 'k9', amountMinor: 1_000, outcome: 'exception' }),
        ],
      },
      'matched, match return by group, closes state_conflict of k9 came_back',
    ],
    [
      'of a failed attempt without a payment is a conflict',
      back,
      { attempt: failed, netMinor: -2_000 },
      'exception, match return by reference, state_conflict 2000',
    ],
  ])('%s', (_, given, matched, verdict) => {
    expect(summaryOf(verdictOn(line(given), matched && found(matched), rules))).toBe(verdict)
  })
})

describe('a line of an attempt whose type nobody knows', () => {
  it.each<Case>([
    [
      'may be its payment when money left',
      { kind: 'unknown' },
      {},
      'exception, match unknown by reference, unknown_type 2000',
    ],
    [
      'is beside its payment when there is one',
      { kind: 'unknown' },
      { seen: [seen()] },
      'exception, match other by reference, unknown_type 2000',
    ],
    [
      'is beside another of the kind',
      { kind: 'unknown' },
      { seen: [seen({ kind: 'unknown' })] },
      'exception, match other by reference, unknown_type 2000',
    ],
    [
      'may be its payment beside a fee',
      { kind: 'unknown' },
      { seen: [seen({ kind: 'fee' })] },
      'exception, match unknown by reference, unknown_type 2000',
    ],
    [
      'is beside it when money came',
      { kind: 'unknown', direction: 'credit' },
      {},
      'exception, match other by reference, unknown_type 2000',
    ],
  ])('%s', (_, given, matched, verdict) => {
    expect(summaryOf(verdictOn(line(given), matched && found(matched), rules))).toBe(verdict)
  })
})

it('a top-up that has the beginning of a reference of ours is asked about', () => {
  const begun = line({ kind: 'topup', direction: 'credit', reference: 'RTN H1M8HPY23RTD4FAH' })
  expect(summaryOf(verdictOn(begun, null, rules, true))).toBe('exception, other 2000, missing_in_ledger 2000')
  expect(summaryOf(verdictOn(begun, null, rules))).toBe('booked, funded 2000')
})

it('what comes back of a failed payout answers each share, and each payment that is looked at', () => {
  const lines = [
    seen({ key: 'share', isShare: true }),
    seen({ key: 'own', outcome: 'exception' }),
    seen({ key: 'matched' }),
    returned({ outcome: 'exception' }),
  ]
  expect(conflictsAnsweredBy(found({ attempt: failed, seen: lines }))).toEqual({
    closes: [],
    alsoCloses: [
      { class: 'state_conflict', key: 'share#H1', isShare: true, what: 'came_back' },
      { class: 'state_conflict', key: 'own', what: 'came_back' },
    ],
  })
  const open = { state_conflict: 'e_1' }
  expect(conflictsAnsweredBy(found({ attempt: failed, seen: lines, open }))).toEqual({
    closes: [{ id: 'e_1', what: 'came_back' }],
    alsoCloses: [],
  })
})

it('a return that nobody has looked at is an exception of its own line', () => {
  const { also } = verdictOn(line(), found({ seen: [returned({ day: '2026-11-21' })] }), rules)
  expect(also).toEqual([
    {
      class: 'return_after_success',
      subject: 'wechat:CNY/back',
      amountMinor: 2_000,
      day: '2026-11-21',
      studyId: 's_1',
      detail: {
        line: 'back',
        direction: 'credit',
        kind: 'return',
        lineMinor: 2_000,
        reference: 'H1',
        attempt: 'a_1',
        payout: 'p_1',
        state: 'succeeded',
        bookedMinor: 2_000,
        bookedDay: '2026-11-23',
      },
    },
  ])
  expect(verdictOn(line(), found(), rules)).toEqual({
    outcome: 'matched',
    match: { kind: 'payment', rule: 'reference' },
  })
})

it('an exception says what the line says, and what our books say of the attempt', () => {
  expect(verdictOn(line({ amount_minor: 1_500 }), found(), rules).exception).toEqual({
    class: 'amount_mismatch',
    subject: 'wechat:CNY/k1',
    amountMinor: 500,
    detail: {
      line: 'k1',
      direction: 'debit',
      kind: 'payment',
      rawType: 'paid out',
      lineMinor: 1_500,
      reference: 'H1',
      providerId: 'W1',
      attempt: 'a_1',
      payout: 'p_1',
      state: 'succeeded',
      bookedMinor: 2_000,
      bookedDay: '2026-11-23',
    },
  })
})

it.each(['debit', 'credit'] as const)(
  'an exception about a %s that is nobody’s says whether it stops the account',
  (direction) => {
    const { detail } = verdictOn(line({ direction }), null, rules).exception ?? {}
    expect(detail).toMatchObject({ line: 'k1', direction, stops: direction === 'debit' })
  },
)
