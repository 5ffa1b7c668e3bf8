/** What a line that is a whole batch comes to, case by case, without a database. */
import { describe, expect, it } from 'vitest'
import type { MatchableLine } from '../../../src/reconciliation/matching/lines-store.ts'
import type { MatchableAttempt, SeenLine } from '../../../src/reconciliation/matching/match-store.ts'
import { fitOf, verdictOnBatch } from '../../../src/reconciliation/matching/verdicts/batch-verdict.ts'
import type { MatchedAttempt } from '../../../src/reconciliation/matching/verdicts/found.ts'
import { proveTogether } from '../../../src/reconciliation/matching/verdicts/several-debits.ts'

const rules = { accountId: 'manual:HKD', currency: 'HKD', feeAlertMinor: 0 }

const line = (amount: number, parts: number | null = null, day = '2026-11-23') =>
  ({
    line_key: 'K',
    day,
    kind: 'payment',
    direction: 'debit',
    raw_type: '',
    amount_minor: amount,
    reference: 'B-HKD',
    provider_id: 'R1',
    parts,
  }) as MatchableLine

let n = 0
const payout = (
  amountMinor: number,
  state: MatchableAttempt['state'] = 'accepted',
  seen: Partial<SeenLine>[] = [],
  open: MatchedAttempt['open'] = {},
): MatchedAttempt => {
  n += 1
  return {
    attempt: {
      id: `a_${n}`,
      payoutId: `p_${n}`,
      studyId: 's_1',
      reference: `H${amountMinor}`,
      providerId: null,
      currency: 'HKD',
      amountMinor,
      state,
      stoodAt: '2026-11-23T04:00:00.000Z',
      seen: seen.length,
    },
    rule: 'batch',
    seen: seen.map((one) => ({
      attemptId: `a_${n}`,
      key: 'k0',
      kind: 'payment',
      direction: 'debit',
      amountMinor,
      outcome: 'matched',
      day: '2026-11-24',
      ...one,
    })),
    netMinor: 0,
    open,
  }
}
const ownLine = [{}]
const back: Partial<SeenLine> = { key: 'k9', kind: 'return', direction: 'credit' }

describe('a line of a batch of 100, 200 and 300', () => {
  const all = [payout(100), payout(200), payout(300)]
  const oneFailed = [payout(100), payout(200, 'succeeded'), payout(300, 'failed')]
  const oneAlone = [payout(100, 'succeeded', ownLine), payout(200), payout(300)]
  /** How many payouts it pays, or by how much and from how many it differs. */
  it.each<[what: string, amount: number, parts: number | null, of: MatchedAttempt[], came: string]>([
    ['that is all of it pays all', 600, null, all, 'pays 100 200 300'],
    ['that says how many they are pays them', 600, 3, all, 'pays 100 200 300'],
    ['that says another number pays none', 600, 4, all, 'differs by 0 from 100 200 300'],
    ['of which one failed may be all of it', 600, 3, oneFailed, 'pays 100 200 300'],
    ['of which one failed may be the rest', 300, 2, oneFailed, 'pays 100 200'],
    ['that counts what the bank was told to pay is the rest as well', 300, 3, oneFailed, 'pays 100 200'],
    ['that is more differs from what has not failed', 310, null, oneFailed, 'differs by 10 from 100 200'],
    ['that is less may leave out any of them', 400, null, all, 'differs by -200 from 100 200 300'],
    ['of which one has its own line is the others', 500, 2, oneAlone, 'pays 200 300'],
    ['of which one has its own line is not all of it again', 600, 3, oneAlone, 'differs by 100 from 200 300'],
    [
      'whose payouts all have lines is one too many',
      100,
      null,
      [payout(100, 'succeeded', ownLine)],
      'differs by 100 from ',
    ],
    ['whose payouts all failed was taken all the same', 300, 1, [payout(300, 'failed')], 'pays 300'],
  ])('%s', (_, amount, parts, attempts, came) => {
    const { covered, fits, differsMinor } = fitOf(line(amount, parts), { ids: ['batch_1'], attempts })
    const of = covered.map(({ attempt }) => attempt.amountMinor).join(' ')
    expect(fits ? `pays ${of}` : `differs by ${differsMinor} from ${of}`).toBe(came)
  })
})

describe('what it comes to', () => {
  /** Outcome, exceptions with their subjects, and what it answers. */
  function summaryOf(amount: number, attempts: MatchedAttempt[], day?: string): string {
    const verdict = verdictOnBatch(line(amount, null, day), { ids: ['batch_1'], attempts }, rules)
    const { outcome, exception, also = [], closes = [], alsoCloses = [], shares = [] } = verdict
    const opened = [...(exception === undefined ? [] : [exception]), ...also]
    return [
      `${outcome} ${shares.length}`,
      ...opened.map((one) => `${one.class} ${one.amountMinor} of ${one.subject.replace('manual:HKD/', '')}`),
      ...closes.map(({ id, what }) => `closes ${id} ${what}`),
      ...alsoCloses.map((one) => `closes ${one.class} of ${one.key} ${one.what}`),
    ].join(', ')
  }

  it.each<[what: string, amount: number, of: MatchedAttempt[], came: string, day?: string]>([
    ['paid, nothing more', 300, [payout(100, 'succeeded'), payout(200, 'succeeded')], 'matched 2'],
    [
      'the money of a failed one is the exception, and not the whole',
      300,
      [payout(100, 'succeeded'), payout(200, 'failed')],
      'matched 2, state_conflict 200 of K#H200',
    ],
    [
      'of which the provider has said so before, opens nothing again',
      300,
      [payout(100, 'succeeded'), payout(200, 'failed', [], { state_conflict: 'e_1' })],
      'matched 2',
    ],
    [
      'what came back of it before is explained',
      200,
      [payout(200, 'failed', [{ ...back, outcome: 'exception' }])],
      'matched 1, closes state_conflict of k9 explained',
    ],
    [
      'what came back of a paid one before is looked at',
      200,
      [payout(200, 'succeeded', [back])],
      'matched 1, return_after_success 200 of k9',
    ],
    [
      'one that was missed closes what said so',
      200,
      [payout(200, 'succeeded', [], { missing_at_provider: 'e_2' })],
      'matched 1, closes e_2 found',
    ],
    [
      'on a later day than our books it is late, once',
      300,
      [payout(100, 'succeeded'), payout(200, 'succeeded')],
      'matched 2, late 300 of K',
      '2026-11-25',
    ],
    [
      'that does not fit stands for them until it does',
      310,
      [payout(100, 'succeeded'), payout(200)],
      'exception 2, batch_mismatch 10 of K',
    ],
  ])('%s', (_, amount, attempts, came, day) => {
    expect(summaryOf(amount, attempts, day)).toBe(came)
  })

  it('a difference says what the line says, and what our books say of the batch', () => {
    const attempts = [payout(100, 'succeeded'), payout(200, 'failed')]
    expect(verdictOnBatch(line(110, 3), { ids: ['batch_1'], attempts }, rules).exception?.detail).toMatchObject({
      line: 'K',
      batch: 'batch_1',
      lineMinor: 110,
      parts: 3,
      bookedMinor: 100,
      payouts: 1,
      failed: 1,
      failedMinor: 200,
    })
  })
})

describe('several debits of one batch', () => {
  const all = [payout(100), payout(200), payout(300)]
  const debits = (...some: [amount: number, parts?: number][]) =>
    some.map(([amount, parts], i) => ({ ...line(amount, parts ?? null, `2026-11-2${i}`), line_key: `D${i}` }))
  /** Which payouts each of them pays; the rest is left as it is. */
  it.each<[what: string, some: ReturnType<typeof debits>, of: MatchedAttempt[], came: string]>([
    ['are its payouts together', debits([300], [300]), all, 'D0: 100+200, D1: 300'],
    ['come in any order', debits([300, 1], [300, 2]), all, 'D0: 300, D1: 100+200'],
    ['are dealt out where they are no stretches of the file', debits([400, 2], [200]), all, 'D0: 100+300, D1: 200'],
    ['may each count the whole', debits([100, 3], [200, 3], [300, 3]), all, 'D0: 100, D1: 200, D2: 300'],
    ['that count other payments are not', debits([300, 1], [300, 1]), all, 'nothing'],
    ['that do not come to it prove nothing', debits([100], [200]), all, 'nothing'],
    ['that no payouts add up to prove nothing', debits([350], [250]), all, 'nothing'],
    [
      'leave out what failed',
      debits([100], [200]),
      [payout(100), payout(200), payout(300, 'failed')],
      'D0: 100, D1: 200',
    ],
    [
      'are taken for what was reported as paid while the rest is to come',
      debits([100], [200]),
      [payout(100, 'succeeded'), payout(200, 'succeeded'), payout(300)],
      'D0: 100, D1: 200',
    ],
    [
      'beside one that has its own line',
      debits([100], [200]),
      [...all.slice(0, 2), payout(300, 'succeeded', ownLine)],
      'D0: 100, D1: 200',
    ],
    ['are as few as can be', debits([600], [300], [300]), all, 'D0: 100+200+300'],
  ])('%s', (_, some, attempts, came) => {
    const proved = proveTogether(some, { ids: ['batch_1'], attempts })
    const lines = [...(proved ?? [])]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(
        ([key, own]) =>
          `${key}: ${own
            .map(({ attempt }) => attempt.amountMinor)
            .sort((one, other) => one - other)
            .join('+')}`,
      )
    expect(lines.join(', ') || 'nothing').toBe(came)
  })
})
