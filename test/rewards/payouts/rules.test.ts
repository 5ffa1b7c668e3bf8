import { describe, expect, test } from 'vitest'
import { type AttemptState, attemptStates, type FailReason } from '../../../schema/tables.ts'
import type { PayAnswer } from '../../../src/ports.ts'
import {
  type AfterFailure,
  afterFailure,
  approvalsNeeded,
  meaningOf,
  nextCallAt,
} from '../../../src/rewards/payouts/rules.ts'

const meaning = (state: AttemptState, answer: Partial<PayAnswer> & Pick<PayAnswer, 'state'>) =>
  meaningOf({ state, amountMinor: 2000, currency: 'CNY' }, { code: null, ...answer })

const open = attemptStates.filter((state) => !['succeeded', 'failed', 'cancelled'].includes(state))
const anyAnswer: PayAnswer['state'][] = [
  ...['succeeded', 'failed', 'cancelled', 'accepted', 'awaiting_user', 'cancelling', 'delayed', 'not_found', 'unknown'],
] as PayAnswer['state'][]

describe('what an answer means', () => {
  test.each(open)('success ends an attempt that is %s', (state) => {
    expect(meaning(state, { state: 'succeeded' })).toEqual({ end: 'succeeded', reason: null })
  })

  test.each(open)('only a final answer ends an attempt that is %s', (state) => {
    for (const answer of anyAnswer) {
      const isFinal = ['succeeded', 'failed', 'cancelled'].includes(answer)
      expect('end' in meaning(state, { state: answer }), answer).toBe(isFinal)
    }
  })

  test.each<[AttemptState, Partial<PayAnswer> & Pick<PayAnswer, 'state'>, ReturnType<typeof meaning>]>([
    ['accepted', { state: 'failed' }, { end: 'failed', reason: 'declined_by_provider' }],
    ['accepted', { state: 'cancelled' }, { end: 'cancelled', reason: 'cancelled_by_staff' }],
    ['accepted', { state: 'failed', reason: 'payee_limit' }, { end: 'failed', reason: 'payee_limit' }],
    ['accepted', { state: 'cancelled', reason: 'payee_limit' }, { end: 'cancelled', reason: 'payee_limit' }],
    ['stored', { state: 'accepted' }, { go: 'accepted' }],
    ['accepted', { state: 'awaiting_user' }, { go: 'awaiting_user' }],
    ['awaiting_user', { state: 'cancelling' }, { go: 'cancelling' }],
    ['accepted', { state: 'accepted' }, { stay: true }],
    ['awaiting_user', { state: 'awaiting_user' }, { stay: true }],
  ])('an attempt that is %s and answered with %j becomes %j', (state, answer, came) => {
    expect(meaning(state, answer)).toEqual(came)
  })

  test('a success of another amount or currency moves nothing, and a person has to look', () => {
    expect(meaning('accepted', { state: 'succeeded', amountMinor: 1999 })).toEqual({ conflict: 'amount_mismatch' })
    expect(meaning('accepted', { state: 'succeeded', currency: 'HKD' })).toEqual({ conflict: 'amount_mismatch' })
    expect(meaning('accepted', { state: 'succeeded', amountMinor: 2000, currency: 'CNY' })).toHaveProperty('end')
  })

  test('the first final answer stands, and its opposite is a conflict', () => {
    expect(meaning('succeeded', { state: 'failed', reason: 'payee_limit' })).toEqual({ conflict: 'state_conflict' })
    expect(meaning('succeeded', { state: 'cancelled' })).toEqual({ conflict: 'state_conflict' })
    expect(meaning('failed', { state: 'succeeded' })).toEqual({ conflict: 'state_conflict' })
    expect(meaning('cancelled', { state: 'succeeded' })).toEqual({ conflict: 'state_conflict' })
  })

  test('a final answer again, and any that comes late, changes nothing', () => {
    for (const state of ['succeeded', 'failed', 'cancelled'] as const) {
      expect(meaning(state, { state })).toEqual({ stay: true })
      for (const late of ['accepted', 'awaiting_user', 'unknown', 'not_found', 'delayed'] as const) {
        expect(meaning(state, { state: late })).toEqual({ stay: true })
      }
    }
    expect(meaning('failed', { state: 'cancelled' })).toEqual({ stay: true })
  })

  test('no reply to the first sending leaves the outcome unknown, and takes no later state back', () => {
    expect(meaning('stored', { state: 'unknown' })).toEqual({ go: 'unknown' })
    for (const state of ['accepted', 'awaiting_user', 'cancelling'] as const) {
      expect(meaning(state, { state: 'unknown' })).toEqual({ stay: true })
    }
  })

  test('what is being cancelled waits for its end', () => {
    expect(meaning('cancelling', { state: 'awaiting_user' })).toEqual({ stay: true })
    expect(meaning('cancelling', { state: 'cancelled' })).toHaveProperty('end', 'cancelled')
    expect(meaning('cancelling', { state: 'succeeded' })).toHaveProperty('end', 'succeeded')
  })

  test('not being known, and being delayed, prove nothing and free nothing', () => {
    for (const state of open) {
      expect(meaning(state, { state: 'not_found' })).toEqual({ stay: true })
      expect(meaning(state, { state: 'delayed', reason: 'payer_balance' })).toEqual({ stay: true })
    }
  })
})

describe('what comes after a failure', () => {
  test('an account at fault is for its holder, a confirmation missed can be tried again, our own fault is for staff', () => {
    expect(afterFailure('payee_name_mismatch', true)).toBe('ask_holder')
    expect(afterFailure('not_confirmed_in_time', true)).toBe('queue')
    expect(afterFailure('payer_problem', true)).toBe('prepare')
  })

  test.each<[AfterFailure, FailReason[]]>([
    [
      'ask_holder',
      ['payee_not_found', 'payee_name_mismatch', 'payee_not_verified', 'payee_limit', 'payee_account_problem'],
    ],
    ['queue', ['not_confirmed_in_time', 'cancelled_before_closure', 'cancelled_by_staff']],
    ['prepare', ['payer_balance', 'payer_problem', 'declined_by_provider']],
  ])('the way is %s after %j', (way, reasons) => {
    expect(reasons.map((reason) => afterFailure(reason, true))).toEqual(reasons.map(() => way))
  })

  test('nothing is tried again in a batch that was cancelled', () => {
    expect(afterFailure('not_confirmed_in_time', false)).toBe('prepare')
    expect(afterFailure('cancelled_before_closure', false)).toBe('prepare')
  })
})

describe('approvals', () => {
  const limits = { perPayoutMinor: 5000, perBatchMinor: 20_000 }
  test('one person is enough up to both limits', () => {
    expect(approvalsNeeded(limits, [5000, 5000, 5000, 5000])).toBe(1)
  })
  test('one payout, or all together, above its limit needs two', () => {
    expect(approvalsNeeded(limits, [5001])).toBe(2)
    expect(approvalsNeeded(limits, [1, 5001])).toBe(2)
    expect(approvalsNeeded(limits, [5000, 5000, 5000, 5000, 1])).toBe(2)
  })
})

test('the next question comes later each time, and never more than four hours later', () => {
  const now = '2026-03-02T00:00:00.000Z'
  const waits = [1, 2, 3, 8, 9, 50].map((calls) => (Date.parse(nextCallAt(now, calls)) - Date.parse(now)) / 60_000)
  expect(waits).toEqual([1, 2, 5, 120, 240, 240])
})
