/** Every code and state of Alipay's, and what it means to us. */
import { describe, expect, test } from 'vitest'
import type { FailReason } from '../../../../schema/tables.ts'
import { type AlipayReply, answerOfReply } from '../../../../src/rewards/providers/alipay/answers.ts'

const reference = 'a1b2'
const refused = (sub_code: string): AlipayReply => ({ code: '40004', sub_code })
const done = (more: Partial<AlipayReply>): AlipayReply => ({
  code: '10000',
  out_biz_no: reference,
  order_id: 'A1',
  ...more,
})

describe('a transfer that is refused for good', () => {
  test.each<[string, FailReason]>([
    ['PAYEE_NOT_EXIST', 'payee_not_found'],
    ['PAYEE_ACCOUNT_NOT_EXSIT', 'payee_not_found'],
    ['PAYEE_USER_INFO_ERROR', 'payee_name_mismatch'],
    ['PAYEE_ACC_OCUPIED', 'payee_account_problem'],
    ['PAYEE_ACCOUNT_STATUS_ERROR', 'payee_account_problem'],
    ['PAYEE_USERINFO_STATUS_ERROR', 'payee_account_problem'],
    ['NO_ACCOUNT_RECEIVE_PERMISSION', 'payee_account_problem'],
    ['PAYER_PAYEE_CANNOT_SAME', 'payee_account_problem'],
    ['PERMIT_NON_BANK_LIMIT_PAYEE', 'payee_not_verified'],
    ['PERM_AML_NOT_REALNAME_REV', 'payee_not_verified'],
    ['PERMIT_CHECK_PERM_LIMITED', 'payer_problem'],
    ['PERMIT_CHECK_PERM_IDENTITY_THEFT', 'payer_problem'],
    ['PERMIT_PAYER_LOWEST_FORBIDDEN', 'payer_problem'],
    ['CERT_MISS_TRANS_LIMIT', 'payer_problem'],
    ['CERT_MISS_ACC_LIMIT', 'payer_problem'],
    ['EXCEED_LIMIT_SM_AMOUNT', 'amount_limit'],
    ['EXCEED_LIMIT_SM_MIN_AMOUNT', 'amount_limit'],
    ['EXCEED_LIMIT_PERSONAL_SM_AMOUNT', 'amount_limit'],
    ['EXCEED_LIMIT_DM_MAX_AMOUNT', 'amount_limit'],
    ['EXCEED_LIMIT_MM_AMOUNT', 'amount_limit'],
    ['EXCEED_LIMIT_UNRN_DM_AMOUNT', 'payee_limit'],
    ['EXCEED_LIMIT_DC_RECEIVED', 'payee_limit'],
    ['REMARK_HAS_SENSITIVE_WORD', 'payer_problem'],
    ['MEMO_REQUIRED_IN_TRANSFER_ERROR', 'payer_problem'],
    ['SECURITY_CHECK_FAILED', 'declined_by_provider'],
  ])('%s: %s', (code, reason) => {
    expect(answerOfReply('send', refused(code), { reference })).toEqual({ state: 'failed', code, reason })
    // The same word in front of a query says nothing of the transfer.
    expect(answerOfReply('query', refused(code), { reference })).toEqual({ state: 'unknown', code })
  })
})

describe('a transfer that was put off', () => {
  test.each<[string, string, FailReason]>([
    ['40004', 'PAYER_BALANCE_NOT_ENOUGH', 'payer_balance'],
    ['40004', 'BALANCE_IS_NOT_ENOUGH', 'payer_balance'],
    ['40004', 'RESOURCE_LIMIT_EXCEED', 'payer_problem'],
    ['40004', 'INVALID_PARAMETER', 'payer_problem'],
    ['40004', 'INVALID_PAYER_ACCOUNT', 'payer_problem'],
    ['40004', 'NO_ACCOUNT_PAYMENT_PERMISSION', 'payer_problem'],
    ['40004', 'NO_PERMISSION_ACCOUNT', 'payer_problem'],
    ['40004', 'PAYCARD_UNABLE_PAYMENT', 'payer_problem'],
    ['40004', 'PAYER_CERT_EXPIRED', 'payer_problem'],
    ['40004', 'PAYER_CERTIFY_CHECK_FAIL', 'payer_problem'],
    ['40004', 'PAYER_DATA_INCOMPLETE', 'payer_problem'],
    ['40004', 'PAYER_NOT_EXIST', 'payer_problem'],
    ['40004', 'PAYER_PERMLIMIT_CHECK_FAILURE', 'payer_problem'],
    ['40004', 'PAYER_STATUS_ERROR', 'payer_problem'],
    ['40004', 'PAYER_USER_INFO_ERROR', 'payer_problem'],
    ['40004', 'PRODUCT_NOT_SIGN', 'payer_problem'],
    ['20001', 'aop.invalid-auth-token', 'payer_problem'],
    ['40001', 'isv.missing-signature', 'payer_problem'],
    ['40002', 'isv.invalid-signature', 'payer_problem'],
    ['40003', 'isv.missing-permission', 'payer_problem'],
    ['40005', 'isv.call-limited', 'payer_problem'],
    ['40006', 'isv.insufficient-isv-permissions', 'payer_problem'],
  ])('%s %s: %s', (code, sub_code, reason) => {
    const answer = answerOfReply('send', { code, sub_code }, { reference })
    expect(answer).toEqual({ state: 'delayed', code: sub_code, reason })
  })
})

describe('no evidence', () => {
  test.each([
    ['20000', 'isp.unknow-error'],
    ['40004', 'SYSTEM_ERROR'],
    ['40004', 'PAYMENT_INFO_INCONSISTENCY'],
    ['40004', 'PAYMENT_TIME_EXPIRE'],
    ['40004', 'SOMETHING_NEW'],
    ['50000', 'SOMETHING_NEW'],
  ])('%s %s, whatever was asked', (code, sub_code) => {
    for (const what of ['send', 'query'] as const) {
      expect(answerOfReply(what, { code, sub_code }, { reference })).toEqual({ state: 'unknown', code: sub_code })
    }
  })

  test('a code without more is its own code', () => {
    expect(answerOfReply('send', { code: '20000' }, { reference })).toEqual({ state: 'unknown', code: '20000' })
  })

  test('words that are no code stay out of it', () => {
    const answer = answerOfReply('send', refused('余额 <不足>'), { reference })
    expect(answer).toEqual({ state: 'unknown', code: '40004' })
  })
})

test('a query that finds nothing says so, and only a query can', () => {
  const reply = refused('ORDER_NOT_EXIST')
  expect(answerOfReply('query', reply, { reference })).toEqual({ state: 'not_found', code: 'ORDER_NOT_EXIST' })
  expect(answerOfReply('send', reply, { reference }).state).toBe('unknown')
})

describe('the state of an order', () => {
  test('SUCCESS is paid, with the amount that Alipay says', () => {
    const reply = done({ status: 'SUCCESS', trans_amount: '20.05' })
    expect(answerOfReply('query', reply, { reference })).toEqual({
      state: 'succeeded',
      code: 'SUCCESS',
      providerId: 'A1',
      amountMinor: 2005,
      currency: 'CNY',
    })
  })

  test.each<[string, FailReason]>([
    ['PAYEE_USER_INFO_ERROR', 'payee_name_mismatch'],
    ['PAYER_BALANCE_NOT_ENOUGH', 'payer_balance'],
    ['SOMETHING_NEW', 'declined_by_provider'],
  ])('FAIL by %s: %s', (error_code, reason) => {
    const answer = answerOfReply('query', done({ status: 'FAIL', error_code }), { reference })
    expect(answer).toEqual({ state: 'failed', code: error_code, reason, providerId: 'A1' })
  })

  test.each([
    ['FAIL', 'failed', 'declined_by_provider'],
    ['CLOSED', 'failed', 'declined_by_provider'],
    ['REFUND', 'failed', 'payee_account_problem'],
  ])('%s is %s', (status, state, reason) => {
    const answer = answerOfReply('query', done({ status }), { reference })
    expect(answer).toEqual({ state, code: status, reason, providerId: 'A1' })
  })

  test.each([
    ['DEALING', 'accepted'],
    ['WAIT_PAY', 'accepted'],
    ['SOMETHING_NEW', 'unknown'],
  ])('%s is %s', (status, state) => {
    expect(answerOfReply('send', done({ status }), { reference })).toEqual({ state, code: status, providerId: 'A1' })
  })

  test('none is no evidence', () => {
    expect(answerOfReply('send', done({}), { reference }).state).toBe('unknown')
  })
})

describe('an echo', () => {
  test('of another number is about another order', () => {
    const reply = done({ status: 'SUCCESS', out_biz_no: 'a1b3' })
    expect(answerOfReply('send', reply, { reference })).toEqual({ state: 'unknown', code: 'ECHO_MISMATCH' })
    const { out_biz_no: _, ...without } = done({ status: 'SUCCESS' })
    expect(answerOfReply('send', without, { reference }).code).toBe('ECHO_MISMATCH')
  })

  test('of another amount is not what was sent, wherever it stands', () => {
    for (const field of ['amount', 'trans_amount'] as const) {
      const reply = done({ status: 'SUCCESS', [field]: '20.06' })
      const answer = answerOfReply('send', reply, { reference, amountMinor: 2005 })
      expect(answer).toEqual({ state: 'unknown', code: 'ECHO_MISMATCH' })
    }
  })

  test('with an amount that is none is unreadable', () => {
    const reply = done({ status: 'SUCCESS', trans_amount: '20.055' })
    expect(answerOfReply('query', reply, { reference })).toEqual({ state: 'unknown', code: 'UNREADABLE' })
  })
})
