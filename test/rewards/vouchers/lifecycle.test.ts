/** Which ways are open to a voucher, and whose the money is, for every state. */
import { describe, expect, it, test } from 'vitest'
import type { LedgerAccount, VoucherState } from '../../../schema/tables.ts'
import { eligibleAt, isFree, isSamePayee, whyNotClaimable } from '../../../src/rewards/claims/rules.ts'
import { type LifecycleAction, ledgerAccountOf, whyNotPossible } from '../../../src/rewards/vouchers/lifecycle.ts'

const at = '2026-03-02T04:00:00.000Z'
const accounts: Record<VoucherState, LedgerAccount> = {
  held: 'liability',
  issued: 'liability',
  claimed: 'liability',
  paid: 'paid',
  paid_outside: 'outside',
  rejected: 'available',
  expired: 'available',
  voided: 'available',
  superseded: 'available',
}
const voucherStates = Object.keys(accounts) as VoucherState[]
const voucher = (state: VoucherState) => ({
  ...{ id: 'v_1', n: 1, state, studyId: 's_1', offerId: 'o_1', amountMinor: 2_000, taxMinor: 0 },
})

describe('a way', () => {
  it.each<[LifecycleAction, VoucherState[]]>([
    ['hold', ['issued', 'claimed']],
    ['release', ['held']],
    ['reject', ['held']],
    ['void', ['held', 'issued', 'claimed', 'expired', 'rejected']],
    ['reissue', ['held', 'issued', 'claimed', 'expired', 'rejected', 'voided']],
  ])('to %s is open from %j and nowhere else', (way, from) => {
    const open = voucherStates.filter(
      (state) => whyNotPossible(way, { voucher: voucher(state), claim: undefined }) === null,
    )
    expect(open.toSorted()).toEqual(from.toSorted())
  })

  it.each([
    ['ready', null],
    ['held', null],
    ['frozen', 'frozen'],
    ['paid', 'frozen'],
  ] as const)('with a claim that is %s is %j', (state, why) => {
    expect(isFree({ state })).toBe(why === null)
    expect(whyNotPossible('hold', { voucher: voucher('claimed'), claim: { id: 'c_1', n: 1, state } })).toBe(why)
    expect(whyNotPossible('release', { voucher: voucher('claimed'), claim: { id: 'c_1', n: 1, state } })).toBe(
      'moved_on',
    )
  })
})

test.each(voucherStates)('the money of a voucher that is %s is where the books have it', (state) => {
  expect(ledgerAccountOf(state)).toBe(accounts[state])
})

describe('a claim', () => {
  const ended = { notBefore: at, until: at, lastDay: '2026-03-01' }

  it.each(voucherStates)('of a voucher that is %s is open or says why not', (state) => {
    const isOpen = state === 'issued' || state === 'claimed'
    expect(whyNotClaimable({ state }, null, at)).toBe(isOpen ? null : state)
    expect(whyNotClaimable({ state }, ended, at)).toBe(state === 'issued' ? 'expired' : isOpen ? null : state)
  })

  it('for another account than before waits a day', () => {
    expect(eligibleAt(at, 'a', [])).toBe(at)
    expect(eligibleAt(at, 'a', ['a', 'a'])).toBe(at)
    expect(eligibleAt(at, 'a', ['a', 'b'])).toBe('2026-03-03T04:00:00.000Z')
  })

  it('is for the same payee when channel and fields are, in any order', () => {
    const payee = { channel: 'alipay' as const, fields: { account: 'a', name: 'b' } }
    expect(isSamePayee(payee, { ...payee, fields: { name: 'b', account: 'a' } })).toBe(true)
    expect(isSamePayee(payee, { ...payee, channel: 'fps' as never })).toBe(false)
    expect(isSamePayee(payee, { ...payee, fields: { account: 'a', name: 'c' } })).toBe(false)
  })
})
