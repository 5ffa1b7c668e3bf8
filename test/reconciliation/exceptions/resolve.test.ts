/** What closing an exception does to our books and to the payout, case by case, without a database. */
import { describe, expect, it } from 'vitest'
import type { Ports } from '../../../src/ports.ts'
import type { BookedLine } from '../../../src/reconciliation/exceptions/closing-store.ts'
import { type Closing, closingOf } from '../../../src/reconciliation/exceptions/closings.ts'
import type { Action } from '../../../src/reconciliation/exceptions/exception.ts'
import { resolvePayout } from '../../../src/reconciliation/exceptions/resolve-payout.ts'
import { resolvePostings } from '../../../src/reconciliation/exceptions/resolve-postings.ts'
import type { About } from '../../../src/reconciliation/matching/about.ts'

const at = '2026-11-23T04:00:00.000Z'

/** Ports of a world in which every query finds these rows. */
function portsFinding(rows: readonly object[]): Ports {
  let n = 0
  return {
    clock: { now: () => at },
    ids: { next: (kind: string) => `${kind}_${++n}` },
    db: { read: async () => rows },
  } as unknown as Ports
}

const attempt = {
  id: 'a_1',
  payoutId: 'p_1',
  studyId: 's_1',
  reference: 'H1',
  providerId: 'W1',
  currency: 'CNY',
  amountMinor: 2_000,
  state: 'succeeded',
  stoodAt: at,
  seen: 1,
} as NonNullable<About['attempt']>

const failed = { ...attempt, state: 'failed' } as typeof attempt

const line = (given: Partial<BookedLine> = {}): BookedLine => ({
  accountId: 'wechat:CNY',
  key: 'k1',
  day: '2026-11-22',
  direction: 'debit',
  amountMinor: 2_000,
  kind: 'payment',
  rawType: '',
  outcome: 'exception',
  attemptId: null,
  matchedAs: null,
  attemptState: null,
  attemptMinor: null,
  bookedMinor: 0,
  ...given,
})

const about = (name: About['exception']['class'], given: Partial<About> = {}): About => ({
  exception: { id: 'e_1', class: name, subject: '', amountMinor: 2_000, day: '2026-11-20' } as About['exception'],
  detail: {},
  accountId: 'wechat:CNY',
  attempt,
  lines: [],
  ...given,
})

describe('our books of the account', () => {
  /** Each entry as kind, amount and day, and what it is caused by; or the refusal. */
  function posted(what: About, action: Action | Closing): string[] {
    const closing = typeof action === 'string' ? closingOf(what, action) : action
    const came = 'refused' in closing ? closing : resolvePostings(portsFinding([]), what, closing, 'Ada')
    if ('refused' in came) return [came.refused]
    return came.rows
      .filter(({ sql }) => sql.includes('provider_entries'))
      .map(({ values }) => {
        const texts = values.map(String)
        const kind = texts.find((value) => /^(funded|fees|returned|other)$/.test(value))
        const cause = texts.find((value) => /^(exception|opening|settled):/.test(value))
        const day = texts.find((value) => /^\d{4}-\d\d-\d\d$/.test(value))
        return `${kind} ${values.find((value) => typeof value === 'number')} on ${day} by ${cause}`
      })
  }

  const matched = { attemptId: 'a_1', matchedAs: 'payment', attemptState: 'succeeded', attemptMinor: 2_000 } as const

  it.each<[what: string, About, Action | Closing, came: string[]]>([
    [
      'a balance that breaks is booked before the first line',
      about('balance_break'),
      'book',
      ['other 2000 on 2026-11-19 by opening:e_1'],
    ],
    ['a balance that breaks cannot be kept', about('balance_break'), 'keep', ['differs']],
    ['a balance that breaks is no payout', about('balance_break'), 'reopen', ['not_this']],
    [
      'money that left without a record is booked today',
      about('missing_in_ledger', { attempt: null, lines: [line()] }),
      'book',
      ['other -2000 on 2026-11-23 by exception:e_1/k1'],
    ],
    [
      'what is not booked yet cannot be kept',
      about('missing_in_ledger', { attempt: null, lines: [line()] }),
      'keep',
      ['differs'],
    ],
    [
      'what is booked already can be kept',
      about('missing_in_ledger', { attempt: null, lines: [line({ bookedMinor: -2_000 })] }),
      'keep',
      [],
    ],
    [
      'of another amount the difference is booked',
      about('amount_mismatch', { lines: [line({ ...matched, amountMinor: 1_500 })] }),
      'book',
      ['other 500 on 2026-11-23 by exception:e_1/k1'],
    ],
    ['of the amount asked for nothing is', about('late', { lines: [line(matched)] }), 'keep', []],
    [
      'money that came back is booked as returned',
      about('return_after_success', {
        lines: [line({ direction: 'credit', matchedAs: 'return', attemptId: 'a_1' })],
      }),
      'reopen',
      ['returned 2000 on 2026-11-23 by exception:e_1/k1'],
    ],
    [
      'money that came and is no return is booked beside',
      about('unknown_type', { lines: [line({ direction: 'credit', matchedAs: 'other', attemptId: 'a_1' })] }),
      'book',
      ['other 2000 on 2026-11-23 by exception:e_1/k1'],
    ],
    [
      'money that left is no return, whatever it was matched as',
      about('unknown_type', { lines: [line({ matchedAs: 'return', attemptId: 'a_1' })] }),
      'book',
      ['other -2000 on 2026-11-23 by exception:e_1/k1'],
    ],
    [
      'each line of an attempt is booked by itself',
      about('state_conflict', { lines: [line(), line({ key: 'k2', amountMinor: 300 })], attempt: failed }),
      'settle',
      ['other -2000 on 2026-11-23 by settled:e_1/k1', 'other -300 on 2026-11-23 by settled:e_1/k2'],
    ],
    [
      'a payment that no line shows comes back when it is reopened',
      about('missing_at_provider'),
      'reopen',
      ['returned 2000 on 2026-11-23 by exception:e_1'],
    ],
    [
      'a payment that no line shows comes back as it was asked for',
      about('missing_at_provider', { attempt: { ...attempt, amountMinor: 1_500 } }),
      'reopen',
      ['returned 1500 on 2026-11-23 by exception:e_1'],
    ],
    [
      'a payment that no line shows and nothing asked for comes back as the exception says',
      about('missing_at_provider', { attempt: null }),
      { kind: 'reopen', attempt },
      ['returned 2000 on 2026-11-23 by exception:e_1'],
    ],
    [
      'a payment that no line shows may be booked',
      about('missing_at_provider'),
      'book',
      ['other 2000 on 2026-11-23 by exception:e_1'],
    ],
    ['a payment that no line shows cannot be kept', about('missing_at_provider'), 'keep', ['differs']],
    ['a conflict without a line may be kept', about('state_conflict'), 'keep', []],
    ['a conflict without a line cannot be booked', about('state_conflict'), 'book', ['not_this']],
  ])('%s', (_, what, action, came) => {
    expect(posted(what, action)).toEqual(came)
  })
})

describe('the payout', () => {
  const isOver = { lines: [line()], attempt: failed }
  const count = (n: number) => [{ count: n }]

  /** The refusal, or how many writes and transfers it comes to. */
  async function became(what: About, action: Action, rows: readonly object[] = []): Promise<string> {
    const closing = closingOf(what, action)
    const came = 'refused' in closing ? closing : await resolvePayout(portsFinding(rows), what, closing, 'Ada')
    return 'refused' in came ? came.refused : `${came.rows.length} writes, ${came.money.length} transfers`
  }

  it.each<[what: string, About, Action, rows: readonly object[], came: string]>([
    ['of a fee stays as it is', about('fee', { attempt: null }), 'keep', [], '0 writes, 0 transfers'],
    ['of a duplicate stays as it is', about('duplicate', { lines: [line()] }), 'book', [], '0 writes, 0 transfers'],
    ['of a duplicate is not settled', about('duplicate', { lines: [line()] }), 'settle', [], 'not_this'],
    ['of a duplicate is not reopened', about('duplicate', { lines: [line()] }), 'reopen', [], 'not_this'],
    ['that is nobody’s is not reopened', about('missing_in_ledger', { attempt: null }), 'reopen', [], 'not_this'],
    [
      'of which only a part came back is not reopened',
      about('return_after_success', { lines: [line({ direction: 'credit', amountMinor: 1_999 })] }),
      'reopen',
      [],
      'amount',
    ],
    [
      'that came back and stands elsewhere by now is not reopened',
      about('return_after_success', { lines: [line({ direction: 'credit' })] }),
      'reopen',
      [],
      'moved_on',
    ],
    [
      'that a statement shows did leave, and is not reopened',
      about('missing_at_provider'),
      'reopen',
      count(1),
      'has_left',
    ],
    [
      'that no statement shows and stands elsewhere is not reopened',
      about('missing_at_provider'),
      'reopen',
      count(0),
      'moved_on',
    ],
    [
      'that was paid after all, its voucher owed, is not kept',
      about('state_conflict', isOver),
      'keep',
      [{ voucherState: 'issued' }],
      'still_owed',
    ],
    [
      'that was paid after all, its voucher owed, is not booked',
      about('state_conflict', isOver),
      'book',
      [{ voucherState: 'held' }],
      'still_owed',
    ],
    [
      'that was paid after all, its voucher ended, may be kept',
      about('state_conflict', isOver),
      'keep',
      [{ voucherState: 'expired' }],
      '0 writes, 0 transfers',
    ],
    ['that was paid after all and is gone is not settled', about('state_conflict', isOver), 'settle', [], 'moved_on'],
    [
      'that succeeded in our books as well is not settled',
      about('state_conflict', { lines: [line()] }),
      'settle',
      [],
      'not_this',
    ],
    [
      'of another amount that is over stays as it is',
      about('amount_mismatch', { lines: [line()] }),
      'book',
      [],
      '0 writes, 0 transfers',
    ],
    [
      'of another amount that went on by itself is not ended',
      about('amount_mismatch', {
        lines: [line({ attemptId: 'a_1', matchedAs: 'payment' })],
        attempt: { ...attempt, state: 'accepted' } as typeof attempt,
      }),
      'book',
      [],
      'moved_on',
    ],
  ])('%s', async (_, what, action, rows, came) => {
    expect(await became(what, action, rows)).toBe(came)
  })
})
