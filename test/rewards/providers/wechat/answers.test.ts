/** What each state and each error of WeChat's is evidence for: the states and the retry policy, row by row. */
import { describe, expect, test } from 'vitest'
import { answerOfBill, answerOfWechatError, echoes } from '../../../../src/rewards/providers/wechat/answers.ts'
import { wechatFailReason, wechatFailReasons } from '../../../../src/rewards/providers/wechat/fail-reasons.ts'

const bill = { out_bill_no: 'n1', transfer_bill_no: '1330', transfer_amount: 2000 }
const known = { providerId: '1330', amountMinor: 2000, currency: 'CNY' }

describe('states', () => {
  test.each([
    { state: 'ACCEPTED', answer: { state: 'accepted', code: 'ACCEPTED', again: true } },
    { state: 'PROCESSING', answer: { state: 'accepted', code: 'PROCESSING', again: true } },
    { state: 'WAIT_USER_CONFIRM', answer: { state: 'awaiting_user', code: 'WAIT_USER_CONFIRM' } },
    { state: 'TRANSFERING', answer: { state: 'accepted', code: 'TRANSFERING' } },
    { state: 'SUCCESS', answer: { state: 'succeeded', code: 'SUCCESS' } },
    { state: 'FAIL', answer: { state: 'failed', code: 'FAIL', reason: 'declined_by_provider' } },
    { state: 'CANCELING', answer: { state: 'cancelling', code: 'CANCELING' } },
    { state: 'CANCELLED', answer: { state: 'cancelled', code: 'CANCELLED' } },
    { state: 'SOMETHING_NEW', answer: { state: 'unknown', code: 'SOMETHING_NEW' } },
  ])('$state is $answer.state', ({ state, answer }) => {
    expect(answerOfBill({ ...bill, state })).toEqual({ ...answer, ...known })
  })

  test('what the holder confirms with goes along', () => {
    expect(answerOfBill({ ...bill, state: 'WAIT_USER_CONFIRM', package_info: 'abc==' }).confirm).toBe('abc==')
    const dated = { ...bill, state: 'WAIT_USER_CONFIRM', create_time: '2026-02-13T10:00:00+08:00' }
    expect(answerOfBill(dated).madeAt).toBe('2026-02-13T02:00:00.000Z')
    expect(answerOfBill({ ...dated, create_time: 'today' }).madeAt).toBeUndefined()
  })
})

describe('reasons of failures', () => {
  test.each([
    ['ACCOUNT_FROZEN', 'payee_account_problem'],
    ['REAL_NAME_CHECK_FAIL', 'payee_not_verified'],
    ['NAME_NOT_CORRECT', 'payee_name_mismatch'],
    ['OPENID_INVALID', 'payee_not_found'],
    ['TRANSFER_QUOTA_EXCEED', 'amount_limit'],
    ['DAY_RECEIVED_QUOTA_EXCEED', 'payee_limit'],
    ['DAY_RECEIVED_COUNT_EXCEED', 'payee_limit'],
    ['PAYEE_ACCOUNT_ABNORMAL', 'payee_not_verified'],
    ['PAYER_ACCOUNT_ABNORMAL', 'payer_problem'],
    ['BUDGET_NOT_ENOUGH', 'payer_balance'],
    ['MCH_CANCEL', 'cancelled_by_staff'],
    ['OVERDUE_CLOSE', 'not_confirmed_in_time'],
    ['NEVER_SEEN', 'declined_by_provider'],
    ['toString', 'declined_by_provider'],
  ])('%s is %s, and WeChat’s word stays beside it', (fail_reason, reason) => {
    expect(answerOfBill({ ...bill, state: 'FAIL', fail_reason })).toEqual({
      state: 'failed',
      code: fail_reason,
      reason,
      ...known,
    })
  })

  test('about thirty are known', () => {
    expect(wechatFailReasons.size).toBeGreaterThanOrEqual(30)
    expect(wechatFailReason(undefined)).toBe('declined_by_provider')
  })
})

describe('errors', () => {
  test.each([
    ['NOT_ENOUGH', { state: 'delayed', reason: 'payer_balance' }],
    ['FREQUENCY_LIMIT', { state: 'delayed', reason: 'payer_problem' }],
    ['FREQUENCY_LIMITED', { state: 'delayed', reason: 'payer_problem' }],
    ['FREQUENCY_LIMIT_EXCEED', { state: 'delayed', reason: 'payer_problem' }],
    ['RATELIMIT_EXCEEDED', { state: 'delayed', reason: 'payer_problem' }],
    ['PARAM_ERROR', { state: 'delayed', reason: 'payer_problem' }],
    ['NO_AUTH', { state: 'delayed', reason: 'payer_problem' }],
    ['SIGN_ERROR', { state: 'delayed', reason: 'payer_problem' }],
    ['INVALID_REQUEST', { state: 'unknown' }],
    ['ALREADY_EXISTS', { state: 'unknown' }],
    ['SYSTEM_ERROR', { state: 'unknown' }],
    ['NOT_FOUND', { state: 'unknown' }],
    ['SOMETHING_NEW', { state: 'unknown' }],
  ])('%s to a sending', (code, answer) => {
    expect(answerOfWechatError(code, 'send')).toEqual({ ...answer, code })
  })

  test.each(['query', 'cancel'] as const)('to a %s only NOT_FOUND means something, and it proves nothing', (what) => {
    expect(answerOfWechatError('NOT_FOUND', what)).toEqual({ state: 'not_found', code: 'NOT_FOUND' })
    for (const code of ['NOT_ENOUGH', 'RATELIMIT_EXCEEDED', 'NO_AUTH', 'INVALID_REQUEST', 'SYSTEM_ERROR']) {
      expect(answerOfWechatError(code, what)).toEqual({ state: 'unknown', code })
    }
  })

  test('no error at all ends a bill: only a state does (row 5 of the fault table)', () => {
    const codes = ['PARAM_ERROR', 'INVALID_REQUEST', 'NO_AUTH', 'NOT_ENOUGH', 'ALREADY_EXISTS', 'NOT_FOUND', 'X']
    const ended = codes.filter((code) => /^(failed|cancelled|succeeded)$/.test(answerOfWechatError(code, 'send').state))
    expect(ended).toEqual([])
  })
})

describe('echoes', () => {
  const asked = { reference: 'n1', mchId: 'm', appId: 'a', amountMinor: 2000 }
  const reply = { out_bill_no: 'n1', state: 'SUCCESS' }
  test('whatever a reply repeats has to be what was asked', () => {
    expect(echoes(reply, asked)).toBe(true)
    expect(echoes({ ...reply, mch_id: 'm', appid: 'a', transfer_amount: 2000 }, asked)).toBe(true)
    for (const other of [
      { out_bill_no: 'n2' },
      { mch_id: 'x' },
      { mchid: 'x' },
      { appid: 'x' },
      { transfer_amount: 1 },
    ]) {
      expect(echoes({ ...reply, ...other }, asked), JSON.stringify(other)).toBe(false)
    }
  })
})
