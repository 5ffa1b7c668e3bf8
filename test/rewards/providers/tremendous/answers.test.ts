/** Every status and error of Tremendous's, and what it means to us. */
import { describe, expect, test } from 'vitest'
import {
  answerOfTremendousError,
  answerOfTremendousOrder,
  orderReplySchema,
} from '../../../../src/rewards/providers/tremendous/answers.ts'
import { answerInReply } from '../../../../src/rewards/providers/tremendous/client.ts'
import { parsedExactly } from '../../../../src/rewards/providers/tremendous/wire.ts'

const expected = { reference: 'a1b2', amountMinor: 2005, currency: 'CNY', email: 'xiao@example.org' }

/** A reply as it comes, with whatever is to be otherwise. */
function reply({
  status = 'EXECUTED',
  externalId = '"a1b2"',
  denomination = '20.05',
  currency = '"CNY"',
  email = '"xiao@example.org"',
  payment = '"subtotal":2.9,"total":3.0,"fees":0.1,"currency_code":"USD"',
  refund = '',
  rewards = 1,
} = {}): string {
  const reward =
    `{"id":"R1","order_id":"O1","value":{"denomination":${denomination},"currency_code":${currency}},` +
    `"recipient":{"email":${email},"name":null},"delivery":{"method":"EMAIL","status":"SUCCEEDED","link":"https://x"}}`
  return (
    `{"order":{"id":"O1","external_id":${externalId},"status":"${status}",` +
    `"payment":{${payment}${refund}},` +
    `"rewards":[${Array.from({ length: rewards }, () => reward).join(',')}]}}`
  )
}

const answer = (changes: Parameters<typeof reply>[0] = {}) => answerInReply(reply(changes), expected).answer
const known = { providerId: 'O1', amountMinor: 2005, currency: 'CNY' }

describe('the status of an order', () => {
  test('EXECUTED is succeeded: the money has left, redeemed or not', () => {
    expect(answer()).toEqual({ state: 'succeeded', code: 'EXECUTED', ...known })
  })

  test.each([
    ['FAILED', 'failed'],
    ['CANCELED', 'cancelled'],
  ])('%s is %s, and people decide what comes next', (status, state) => {
    expect(answer({ status })).toEqual({ state, code: status, reason: 'declined_by_provider', ...known })
  })

  test.each([
    ['OPEN', 'OPEN'],
    ['CART', 'CART'],
    ['PENDING APPROVAL', 'PENDING_APPROVAL'],
    ['PENDING INTERNAL PAYMENT APPROVAL', 'PENDING_INTERNAL_PAYMENT_APPROVAL'],
    ['PENDING SETTLEMENT', 'PENDING_SETTLEMENT'],
    ['SOMETHING NOBODY KNOWS', 'SOMETHING_NOBODY_KNOWS'],
    ['failed', 'UNREADABLE'],
    ['<b>FAILED', 'UNREADABLE'],
  ])('%s is work in progress', (status, code) => {
    expect(answer({ status })).toEqual({ state: 'accepted', code, ...known })
  })

  test('an executed order that was refunded came to nothing; in part, a person has to look', () => {
    expect(answer({ refund: ',"refund":{"total":2.90}' })).toMatchObject({ state: 'cancelled', code: 'REFUNDED' })
    expect(answer({ refund: ',"refund":{"total":3}' })).toMatchObject({ state: 'cancelled', code: 'REFUNDED' })
    expect(answer({ refund: ',"refund":{"total":2.89}' })).toMatchObject({ state: 'unknown', code: 'PARTLY_REFUNDED' })
    expect(answer({ refund: ',"refund":{"total":1e0}' })).toMatchObject({ state: 'unknown', code: 'PARTLY_REFUNDED' })
    for (const refund of [',"refund":null', ',"refund":{"total":0}', ',"refund":{"total":null}']) {
      expect(answer({ refund }).state).toBe('succeeded')
    }
  })
})

describe('amounts', () => {
  test.each([
    ['KWD', '2.005'],
    ['JPY', '2005'],
    ['CLF', '0.2005'],
  ])('of %s are read with the decimals that it has, also of a refund', (currency, denomination) => {
    const payment = `"subtotal":${denomination},"currency_code":"${currency}"`
    const order = (refund: string) => reply({ denomination, currency: `"${currency}"`, payment, refund })
    const answered = (refund: string) => answerInReply(order(refund), { ...expected, currency }).answer
    expect(answered('')).toEqual({ state: 'succeeded', code: 'EXECUTED', ...known, currency })
    expect(answered(`,"refund":{"total":${denomination}}`)).toMatchObject({ state: 'cancelled', code: 'REFUNDED' })
  })

  test('of an unknown currency are unreadable', () => {
    expect(answer({ currency: '"XAU"' })).toEqual({ state: 'unknown', code: 'UNREADABLE' })
  })
})

describe('an echo', () => {
  test.each([
    ['another number', { externalId: '"a1b3"' }],
    ['no number', { externalId: 'null' }],
    ['another amount', { denomination: '20.06' }],
    ['another currency', { currency: '"HKD"' }],
    ['another address', { email: '"ming@example.org"' }],
    ['no address', { email: 'null' }],
  ])('of %s is about another order', (_what, changes) => {
    expect(answer(changes)).toEqual({ state: 'unknown', code: 'ECHO_MISMATCH' })
  })

  test('is the same however the number or the address is written', () => {
    expect(answer({ denomination: '20.050' }).state).toBe('succeeded')
    expect(answer({ email: '"Xiao@Example.ORG"' }).state).toBe('succeeded')
  })

  test('in a query tells what was paid, for whoever asks to compare', () => {
    const { order } = orderReplySchema.parse(parsedExactly(reply({ denomination: '20.06', currency: '"HKD"' })))
    expect(answerOfTremendousOrder(order, { reference: 'a1b2' })).toMatchObject({ amountMinor: 2006, currency: 'HKD' })
  })

  test.each([
    ['an amount that is none', { denomination: '20.055' }],
    ['an amount in words', { denomination: '"twenty"' }],
    ['no currency', { currency: 'null' }],
    ['no reward', { rewards: 0 }],
    ['two rewards', { rewards: 2 }],
  ])('with %s is unreadable', (_what, changes) => {
    expect(answer(changes)).toEqual({ state: 'unknown', code: 'UNREADABLE' })
  })
})

describe('an error', () => {
  const error = (payload: unknown) => ({ errors: { message: 'Order failed: validation failure', payload } })

  test.each([
    [401, 'payer_problem'],
    [402, 'payer_balance'],
    [403, 'payer_problem'],
    [429, 'payer_problem'],
  ])('%d puts it off: %s', (status, reason) => {
    expect(answerOfTremendousError(status, error({}))).toEqual({ state: 'delayed', code: `HTTP_${status}`, reason })
  })

  test.each([
    ['the recipient’s address', { reward: { recipient: { email: ['is invalid'] } } }, 'payee_account_problem'],
    ['the recipient', { reward: { recipient: 'is blocked' } }, 'payee_account_problem'],
    ['a recipient among rewards', { rewards: [{ recipient: { email: 'is invalid' } }] }, 'payee_account_problem'],
    ['the amount', { reward: { value: { denomination: 'is too large' } } }, 'amount_limit'],
  ])('about %s is a failure, once the order has been looked for', (_what, payload, reason) => {
    for (const status of [400, 422]) {
      expect(answerOfTremendousError(status, error(payload))).toMatchObject({
        ask: true,
        refused: { state: 'failed', reason },
      })
    }
  })

  test.each([
    ['the campaign', { reward: { campaign_id: 'is not known' } }],
    ['the funding source', { payment: { funding_source_id: 'is not known' } }],
    ['the currency', { reward: { value: { currency_code: 'is not offered' } } }],
    ['the recipient and the campaign', { reward: { recipient: 'x', campaign_id: 'y' } }],
  ])('about %s is ours to mend', (_what, payload) => {
    expect(answerOfTremendousError(422, error(payload))).toEqual({
      state: 'delayed',
      code: 'HTTP_422',
      reason: 'payer_problem',
    })
  })

  test.each([
    ['a conflict', 409, error({})],
    ['nothing that it names', 422, error({})],
    ['our number', 422, error({ external_id: 'is taken' })],
    ['our number and the recipient', 422, error({ external_id: 'is taken', reward: { recipient: 'x' } })],
    ['words only', 400, error('no')],
    ['an order that is not there', 404, error({})],
    ['a page of something in between', 402, '<h1>Payment Required</h1>'],
    ['JSON of something in between', 401, { error: 'unauthorised' }],
    ['something new', 418, error({})],
  ])('about %s may hide an order: unknown', (_what, status, body) => {
    expect(answerOfTremendousError(status, body)).toEqual({ state: 'unknown', code: `HTTP_${status}` })
  })
})
